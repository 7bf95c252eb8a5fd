"""What a language calls governments, organisations, groups, documents and outlets."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from wortlaut.actors.known import countries
from wortlaut.languages import load


class Nouns(NamedTuple):
    """What a language calls governments, organisations and groups."""

    government: frozenset[str]
    parts: frozenset[str]
    endings: tuple[str, ...]
    heads: tuple[str, ...]
    company: frozenset[str]
    never: frozenset[str]
    anonymous: tuple[str, ...]
    marks: tuple[str, ...]
    groups: frozenset[str]
    west: frozenset[str]
    people: dict[str, str]
    documents: frozenset[str]
    outlets: frozenset[str]
    single: frozenset[str]
    several: frozenset[str]


@cache
def nouns(language: str) -> Nouns:
    """The nouns of ``language`` (German, else English)."""
    code = "de" if language == "de" else "en"
    metonyms, organisations, groups = (load(code, n) for n in ("metonyms", "organisations", "groups"))
    parts = metonyms["nouns"]
    return Nouns(
        government=frozenset(w.lower() for w in parts["government"]),
        parts=frozenset(w.lower() for w in (*parts["military"], *parts["parts"])),
        endings=tuple(organisations["endings"]),
        heads=tuple(organisations["heads"]),
        company=frozenset(organisations["company"]),
        never=frozenset(organisations["not_organisations"]),
        anonymous=tuple(groups["anonymous"]),
        marks=tuple(groups["marks"]),
        groups=frozenset(g.lower() for g in groups["groups"]),
        west=frozenset(groups["west"]),
        single=frozenset(groups["single"]),
        several=frozenset(groups["several"]),
        outlets=frozenset(organisations["outlets"]),
        documents=frozenset(groups["documents"]),
        people={name: c.code for c in countries(language).values() for name in c.people},
    )
