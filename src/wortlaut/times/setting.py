"""What an expression is read against: the day of publication, the day the text is about, the tense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from wortlaut.languages import load
from wortlaut.times.pieces import Piece
from wortlaut.times.plans import planned

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_ASIDE = 10  # pieces that a comma on the way to a sign behind the expression counts for
_CLOSE = 7  # pieces before a day among which its verb in the present stands
_REACH = 25  # pieces on either side: beyond that a verb seldom belongs to the same clause

Found = Mapping[str, list[Any]]
Reading = tuple[str, str]  # TIMEX3 type and value


class Setting(NamedTuple):
    """``tense`` is -1 in the past, 1 in the future, 0 where the sentence does not tell.

    ``told`` is the day the text spoke of last; ``year`` the year it named last, where no day of
    publication is known.
    """

    published: date | None = None
    told: date | None = None
    tense: int = 0
    year: int | None = None

    @property
    def today(self) -> date | None:
        """The day the text is about: the last it named, else that of publication."""
        return self.told or self.published


def day_of(value: str | None) -> date | None:
    """The day an ISO date, date-time or TIMEX3 value begins with; None where it has none."""
    match = _DAY.match(value or "")
    if match is None:
        return None
    try:
        found = date.fromisoformat(match.group())
    except ValueError:
        return None
    return found if 100 < found.year < 9900 else None  # else a slip, and too near the calendar's end


def tense(row: Sequence[Piece], first: int, last: int, bounds: tuple[int, int], language: str) -> int:
    """-1 past, 1 future, 0 unknown, for pieces ``[first, last)`` in a sentence that spans ``bounds``.

    The nearest sign decides; one behind the next comma counts as further off, for there, as a rule,
    it is only told who says so ("will meet on Friday, the office confirmed").
    """
    signs = _signs(language)
    if first and row[first - 1].lower in signs["deadlines"]:
        return 1
    if plan := planned(row, first, last, bounds, language):
        return plan
    comma = next((i for i in range(last, min(last + _REACH, len(row))) if row[i].lower == ","), len(row))
    found: list[tuple[int, int, int]] = []
    for distance in range(1, _REACH):
        for index in (first - distance, last - 1 + distance):
            if 0 <= index < len(row) and bounds[0] <= row[index].start < bounds[1]:
                sign = _sign(row[index].lower, row[index - 1].lower if index else "", signs)
                if sign:
                    found.append((distance + _ASIDE * (index > comma), index, sign))
    if found:
        return min(found)[2]
    return _present(row, first, signs) or _presently(row, first, bounds, signs)


def _presently(row: Sequence[Piece], first: int, bounds: tuple[int, int], signs: dict[str, Any]) -> int:
    """1 where a verb such as "trifft" stands in the present before the day: "trifft sie am Freitag"."""
    for piece in reversed(row[max(0, first - _CLOSE) : first]):
        if piece.start < bounds[0] or piece.lower in ",;:":
            return 0
        if piece.lower in signs["present"] and not piece.capital:
            return 1
    return 0


def _present(row: Sequence[Piece], first: int, signs: dict[str, Any]) -> int:
    """1 where a German verb in the present stands right before the day: "trifft am Freitag"."""
    index = first - 1
    while index > 0 and row[index].lower in signs["small"]:
        index -= 1
    verb = row[index].lower if index > 0 else ""
    return int(len(verb) > 3 and verb.endswith(signs["present_endings"]) and verb not in signs["not_present"])


def _sign(word: str, before: str, signs: dict[str, Any]) -> int:
    if word in signs["future"] or before in signs["future_before"]:
        return 1
    if word in signs["past"]:
        return -1
    if len(word) > 4 and word.endswith(signs["endings"]) and word not in signs["not_past"]:
        return -1
    return 0


_LISTS = ("deadlines", "future", "future_before", "past", "not_past", "not_present", "present", "small")


@cache
def _signs(language: str) -> dict[str, Any]:
    data = load(language, "times").get("tense", {})
    signs: dict[str, Any] = {name: frozenset(data.get(name, ())) for name in _LISTS}
    endings = {"endings": "past_endings", "present_endings": "present_endings"}
    return signs | {name: tuple(data.get(key, ("\0",))) for name, key in endings.items()}
