"""Arithmetic on days, weeks, months and years, and TIMEX3 values at every grain."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

UNKNOWN_DAY = "XXXX-XX-XX"
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shift(start: date, amount: int, unit: str) -> date | None:
    """``start`` moved by ``amount`` of ``unit`` (D, W, M, Y, DE, CE); None beyond the calendar."""
    days = {"D": 1, "W": 7}.get(unit)
    try:
        if days:
            return start + timedelta(days=amount * days)
        months = amount * {"M": 1, "Y": 12, "DE": 120, "CE": 1200}[unit]
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        return day(year, month + 1, start.day) or date(year, month + 1, 28)
    except (OverflowError, KeyError):
        return None


def at_grain(when: date, unit: str) -> str:
    """The value of ``when`` at the grain of ``unit``: 2025-03-19, 2025-W12, 2025-03, 2025, 202, 20."""
    year, week, _ = when.isocalendar()
    return {
        "D": when.isoformat(),
        "W": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE",
        "M": f"{when.year:04}-{when.month:02}",
        "Y": f"{when.year:04}",
        "DE": f"{when.year // 10:03}",
        "CE": f"{when.year // 100:02}",
    }[unit]


def unknown(unit: str) -> str:
    """The value where only the grain is known."""
    known = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
    return known.get(unit, UNKNOWN_DAY)


def weekday(anchor: date, number: int, side: int) -> date:
    """The weekday ``number`` (1 Monday) on or before (-1), after (1) or nearest to (0) ``anchor``."""
    back = (anchor.isoweekday() - number) % 7
    if side < 0 or (side == 0 and back <= 3):
        return shift(anchor, -back, "D") or anchor
    return shift(anchor, (7 - back) if back else 7 * (side > 0), "D") or anchor


def nearest_year(anchor: date, month: int, number: int, side: int) -> int:
    """The year in which day ``number`` of ``month`` lies before, after or nearest to ``anchor``."""
    years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if MINYEAR <= y <= MAXYEAR]
    distances = [((day(y, month, number) or date(y, month, 28)) - anchor, y) for y in years]
    sided = [(abs(d), y) for d, y in distances if side == 0 or d.days * side >= 0]
    return min(sided or [(abs(d), y) for d, y in distances])[1]


def season_year(anchor: date, season: str, side: int) -> int:
    """The year of the season before, after or nearest to ``anchor``."""
    return nearest_year(anchor, _SEASONS[season], 1, side)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Oudin's algorithm)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
