"""Which of the titles that a page gives is its headline."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"\s+(?:[|•·»]|::|[-–—])\s+")
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of a page: in its JSON-LD, for sharing, its ``h1`` headings, that of the window."""

    linked: str | None
    shared: str | None
    headings: tuple[str, ...]
    window: str | None
    outlet: str | None


def best_title(titles: Titles) -> str | None:
    """The title that most of a page's sources agree on; of equals the visible heading, then the JSON-LD.

    A heading that nothing else resembles is no candidate: it may be the name of the site.
    """
    declared = [
        _bare(title, titles.outlet) for title in (titles.linked, titles.shared, titles.window) if title
    ]
    heading = next(
        (h for h in titles.headings if _words(h) and any(_alike(h, d) >= _LIKE for d in declared)), None
    )
    if not declared:
        return next((heading for heading in titles.headings if heading), None)
    candidates = ([heading] if heading else []) + declared
    votes = Counter(" ".join(_words(title)) for title in candidates)
    return max(candidates, key=lambda title: votes[" ".join(_words(title))])


def _bare(title: str, outlet: str | None) -> str:
    """Without the name of the site behind a bar or a dash."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and outlet:
        name = _words(outlet)
        if name and (_words(parts[-1]) == name or set(_words(parts[-1])) <= set(name)):
            return title[: title.rindex(parts[-1])].rstrip(" |•·»:-–—")
    bar = re.split(r"\s+\|\s+", title)
    return bar[0] if len(bar) == 2 and len(_words(bar[0])) >= 3 and len(_words(bar[1])) <= 3 else title


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\xad", "")
    return _WORD.findall(folded)


def _alike(one: str, other: str) -> float:
    """Shared words over the words of the shorter one."""
    first, second = set(_words(one)), set(_words(other))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0
