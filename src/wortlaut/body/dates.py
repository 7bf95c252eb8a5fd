"""The day of publication, as a line near the headline or an address tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from wortlaut.body.lines import Line
from wortlaut.languages import load
from wortlaut.record import Span

_YEARS = range(1990, 2100)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?([^\W\d_]{3,10})\.?,? (\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_PATH = re.compile(r"(?<!\d)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
_DIGITS = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,11})?(?!\d)")
_WIDEST = 130
_ABOVE, _BELOW = 30, 4


def published_near_top(lines: Sequence[Line], first: int, language: str) -> str | None:
    """The first date in a short line just above or below the article's ``first`` line."""
    near = lines[max(0, first - _ABOVE) : first + _BELOW + 1]
    short = (line.text for line in near if not line.prose and line.width <= _WIDEST)
    return next((day for text in short if (day := day_in(text, language))), None)


def day_in(text: str, language: str) -> str | None:
    """The first full date in ``text`` as ISO 8601; a date that can be read in two ways is none."""
    found = days_in(text, language)
    return found[0][1] if found else None


def days_in(text: str, language: str) -> list[tuple[Span, str]]:
    """All full dates in ``text`` with their spans, in order."""
    return sorted(
        (match.span(), day)
        for pattern, read in _readers(language)
        for match in pattern.finditer(text)
        if (day := read(match))
    )


def day_in_address(address: str | None) -> str | None:
    """The date that stands in an address: ``/2024/05/03/``, ``-20250320062607212.htm``."""
    for pattern in (_PATH, _DIGITS):
        for match in pattern.finditer((address or "")[:2000]):
            if day := _iso(*(int(part) for part in match.groups())):
                return day
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _readers(language: str):  # type: ignore[no-untyped-def]
    header = load(language, "header")
    months: dict[str, int] = load("en", "header")["months"] | header.get("months", {})
    day_first: bool = header.get("dates", {}).get("day_first", True)

    def slashed(match: re.Match[str]) -> str | None:
        one, two, year = (int(part) for part in match.groups())
        if one > 12 or one == two or (day_first and two <= 12):
            return _iso(year, two, one)
        return _iso(year, one, two) if two > 12 else None

    def numbers(match: re.Match[str]) -> str | None:
        return _iso(*(int(part) for part in match.groups()))

    def dotted(match: re.Match[str]) -> str | None:
        day, month, year = (int(part) for part in match.groups())
        return _iso(year, month, day)

    def worded(day: str, month: str, year: str) -> str | None:
        number = months.get(month.casefold())
        return _iso(int(year), number, int(day)) if number else None

    return (
        (_ISO, numbers),
        (_DOTTED, dotted),
        (_SLASHED, slashed),
        (_DAY_MONTH, lambda m: worded(m[1], m[2], m[3])),
        (_MONTH_DAY, lambda m: worded(m[2], m[1], m[3])),
    )
