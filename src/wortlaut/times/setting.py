"""What an expression is read against: the day of publication, the day the text is about, the tense."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

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
