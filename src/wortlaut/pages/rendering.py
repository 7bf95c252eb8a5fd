"""Values of the pages as HTML: one Jinja environment, every value escaped, addresses made in one place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from wortlaut.pages import address
from wortlaut.pages.locale import locale
from wortlaut.record import ACTS, CONTACT_KINDS, STATUSES
from wortlaut.store.base import ReportRef, Words

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


def render(name: str, page: object, language: str, here: dict[str, Any]) -> str:
    """The page ``name`` in the language of the interface; ``here`` has the addresses of this page."""
    template = _environment().get_template(f"{name}.html")
    return template.render(page=page, t=locale(language), lang=language, here=here)


@cache
def _environment() -> Environment:
    known = Environment(
        loader=PackageLoader("wortlaut.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    known.globals.update(
        address=address.address,
        query=address.query,
        anchor=address.anchor,
        citation=address.citation,
        words_address=address.words_address,
        outside=address.outside,
        acts=ACTS,
        contact_kinds=CONTACT_KINDS,
        statuses=STATUSES,
        style=_style_address(),
    )
    known.filters.update(tag=language_tag, joined=joined, heading=heading)
    return known


def language_tag(code: str | None) -> str:
    """A code that is safe and sensible in ``lang``; ``und`` (undetermined) for any other."""
    return code if code and _LANGUAGE_TAG.fullmatch(code) else "und"


def joined(words: Iterable[Words]) -> str:
    """The pieces of a finding as one line, with a mark where the text between them is left out."""
    return " […] ".join(" ".join(piece.text.split()) for piece in words)


def heading(ref: ReportRef) -> str:
    """What a report is called in a line: its title or first words, else its id."""
    return ref.heading.strip() or ref.id


def _style_address() -> str:
    """The style sheet's address changes with its content, so that browsers may keep it."""
    sheet = resources.files("wortlaut.pages").joinpath("static", "wortlaut.css").read_bytes()
    return f"/static/wortlaut.css?{sha256(sheet).hexdigest()[:12]}"
