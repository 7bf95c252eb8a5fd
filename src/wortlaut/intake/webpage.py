"""An HTML page → a report as received: the article's text, and what the page says of itself."""

from __future__ import annotations

import logging
import re
import unicodedata
from typing import Any

from wortlaut.intake.decoding import decode_page
from wortlaut.intake.metadata import Metadata, read_metadata
from wortlaut.intake.outcome import UnreadableError, of_readable_length
from wortlaut.record import Received

_NESTED = re.compile(
    r"<(/?)(?:div|span|section|article|table|tr|td|ul|ol|li|blockquote|b|i|em|strong|font|a|p)\b",
    re.IGNORECASE,
)
_DEEPEST = 1000
_LEAST = 50
_LARGEST = 5_000_000


def from_page(data: bytes, source: str, id: str) -> Received | UnreadableError:
    """The report on a page; a page without one gives an error. Raises ``NotTextError``."""
    page = decode_page(data)
    if len(page) > _LARGEST or _depth(page) > _DEEPEST:
        trouble = (
            f"is larger than {_LARGEST // 1_000_000} MB, the most a page may have"
            if len(page) > _LARGEST
            else "nests its elements too deeply to be read"
        )
        return UnreadableError(source, trouble, "save the article as text", id=id)
    known = read_metadata(page)
    text, title, day = _extracted(page, known)
    if not text.strip():
        remedy = "save the page once it has loaded, or its text"
        return UnreadableError(source, "has no article text that can be found", remedy, id=id)
    title = known.title or title
    received = Received(
        id=id,
        text=_headed(text, title),
        url=known.url,
        title=title,
        published=known.published or day,
        language=known.language,
        outlet=known.outlet,
        html=page,
    )
    return of_readable_length(received, source)


def _depth(page: str) -> int:
    """How deep elements lie in one another, as far as their tags tell."""
    deepest = depth = 0
    for match in _NESTED.finditer(page):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _extracted(page: str, known: Metadata) -> tuple[str, str | None, str | None]:
    """The article's text by trafilatura, with the title and day it finds where the page declares none."""
    from trafilatura import bare_extraction  # loads slowly: only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    wanted = known.title is None or known.published is None
    try:
        found: Any = bare_extraction(page, url=known.url, with_metadata=wanted, include_comments=False)
    except Exception:  # noqa: BLE001 - whatever breaks the library on broken mark-up, the page is unreadable
        found = None
    if found is None or not (found.text or "").strip():
        body = known.body if known.body and len(known.body.split()) > _LEAST else ""
        return body, None, None
    return found.text, found.title if wanted else None, found.date if wanted else None


def _headed(text: str, title: str | None) -> str:
    """The text with its headline as the first line, unless it stands among the first already."""
    if not title:
        return text
    top = (_plain(line) for line in text.split("\n", 3)[:3])
    return text if _plain(title) in top else f"{title}\n{text}"


def _plain(line: str) -> str:
    folded = unicodedata.normalize("NFKC", line).casefold()
    return "".join(letter for letter in folded if letter.isalnum())
