"""What an expression is read against: the day of publication, the day the text is about, the tense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from wortlaut.languages import load
from wortlaut.times.pieces import Piece

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

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
