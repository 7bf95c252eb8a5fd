"""Expressions of time: find them, and resolve them against the day of publication."""

from __future__ import annotations

from wortlaut.languages import Passage
from wortlaut.record import Time
from wortlaut.times.find import find
from wortlaut.times.setting import day_of

__all__ = ["day_of", "find_times"]


def find_times(passage: Passage, published: str | None) -> tuple[Time, ...]:
    """Expressions of time in the order of the text; ``published`` is an ISO date(-time) or None.

    Values are TIMEX3. What the text does not tell stays open ("XXXX-03-19"). A language without
    rules has no times.
    """
    return find(passage, published)
