"""Invented people and states, found in a text by their names."""

from __future__ import annotations

import re

from wortlaut.record import Actor
from wortlaut.record.types import ActorKind

WORDS: dict[str, tuple[ActorKind, str]] = {
    "kolm": ("person", r"(?:Berta )?Kolm\b|Kolms\b"),
    "radek": ("person", r"(?:Ivo )?Radek\b|Radeks\b"),
    "sand": ("person", r"(?:Mira )?Sand\b"),
    "nordland": ("country", r"Nordlands?\b"),
    "west": ("country", r"Westmark\b"),
    "union": ("organisation", r"Bauunion\b"),
}


def name_actors(text: str, **more: str) -> list[Actor]:
    """The invented actors named in ``text``; ``more`` are further words for one ("er" for radek)."""
    found = []
    for name, (kind, pattern) in WORDS.items():
        words = pattern + (rf"|\b{more[name]}\b" if name in more else "")
        spans = tuple(match.span() for match in re.finditer(words, text))
        if spans:
            found.append(Actor(id=name, name=name.title(), kind=kind, mentions=spans))
    return found

