"""Values of time as stretches of days, so that two of them can be compared."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"(\d{4})\Z")


class Stretch(NamedTuple):
    """From one day to another, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it is long."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=10_000)
def stretch(value: str | None) -> Stretch | None:
    """The days that an ISO or TIMEX3 value means; None if it means none."""
    try:
        return _stretch(value or "")
    except ValueError:  # such as 2025-02-30
        return None


def _stretch(value: str) -> Stretch | None:
    if found := _DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return Stretch(day, day)
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return Stretch(monday, monday + timedelta(days=6))
    if found := _MONTH.match(value):
        year, month = int(found[1]), int(found[2])
        return Stretch(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    if found := _YEAR.match(value):
        return Stretch(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31))
    return None


def around(value: str | None, before: int, after: int) -> Stretch | None:
    """The days of ``value``, widened by days ``before`` and ``after``."""
    found = stretch(value)
    if found is None:
        return None
    try:
        return Stretch(found.first - timedelta(days=before), found.last + timedelta(days=after))
    except OverflowError:
        return found


def compatible(left: Stretch | None, right: Stretch | None) -> bool:
    """Can both mean one day? What is not known is compatible with everything."""
    return left is None or right is None or (left.first <= right.last and right.first <= left.last)
