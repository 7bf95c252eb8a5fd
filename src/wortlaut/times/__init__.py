"""Expressions of time: find them, and resolve them against the day of publication."""

from __future__ import annotations

from wortlaut.languages import Passage
from wortlaut.record import Time


def find_times(passage: Passage, published: str | None) -> tuple[Time, ...]:
    """Expressions of time in the order of the text; ``published`` is an ISO date(-time) or None."""
    return ()
