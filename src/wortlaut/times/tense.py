"""Does a sentence tell of what was or of what will be? The nearest word that shows it decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from wortlaut.languages import load
from wortlaut.times.pieces import Piece

_REACH = 25  # pieces on either side: beyond that a verb seldom belongs to the same clause


def tense(row: Sequence[Piece], first: int, last: int, bounds: tuple[int, int], language: str) -> int:
    """-1 past, 1 future, 0 unknown, for pieces ``[first, last)`` in a sentence that spans ``bounds``."""
    signs = _signs(language)
    for distance in range(1, _REACH):
        for index in (first - distance, last - 1 + distance):
            if 0 <= index < len(row) and bounds[0] <= row[index].start < bounds[1]:
                sign = _sign(row[index].lower, row[index - 1].lower if index else "", signs)
                if sign:
                    return sign
    return 0


def _sign(word: str, before: str, signs: dict[str, Any]) -> int:
    if word in signs["future"] or before in signs["future_before"]:
        return 1
    if word in signs["past"]:
        return -1
    if len(word) > 4 and word.endswith(signs["endings"]) and word not in signs["not_past"]:
        return -1
    return 0


_LISTS = ("future", "future_before", "past", "not_past")


@cache
def _signs(language: str) -> dict[str, Any]:
    data = load(language, "times").get("tense", {})
    signs: dict[str, Any] = {name: frozenset(data.get(name, ())) for name in _LISTS}
    return signs | {"endings": tuple(data.get("past_endings", ("\0",)))}
