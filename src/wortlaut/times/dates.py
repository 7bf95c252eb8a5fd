"""Readings of dates: days, months, years, seasons, feasts, quarters, decades, centuries."""

from __future__ import annotations

from datetime import date
from typing import Any

from wortlaut.times import calendar
from wortlaut.times.setting import Found, Reading, Setting


def first(found: Found, *tags: str) -> Any:
    """The first value found under one of ``tags``; None if there is none."""
    for tag in tags:
        if found.get(tag):
            return found[tag][0]
    return None


def calendar_date(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Day, month and year, as far as they are named: "Donnerstag, 18. Dezember"."""
    number, month = first(found, "DAY"), first(found, "MONTH", "MABBR", "MNUM")
    year = first(found, "YEAR", "ANYYEAR")
    if figures := first(found, "DMY", "DM"):
        number, month, year = figures
    if month is None:
        return None
    if year is None:
        year = _year(month, number, first(found, "REL"), setting)
    if number is None:
        return "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
    if calendar.day(year or 2000, month, number) is None:
        return None
    return "DATE", f"{year:04}-{month:02}-{number:02}" if year else f"XXXX-{month:02}-{number:02}"


def _year(month: int, number: int | None, relative: int | None, setting: Setting) -> int | None:
    """The year of a date named without one."""
    anchor = setting.published
    if anchor is None:
        return setting.year
    if relative is None:
        if number is None and month == anchor.month:
            return anchor.year
        return calendar.nearest_year(anchor, month, number or 1, 0 if number else setting.tense)
    if relative == 0:
        return anchor.year
    return calendar.nearest_year(anchor, month, number or 1, relative)


def month_of_year(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "August vorigen Jahres"."""
    year = setting.published and setting.published.year + int(first(found, "REL") or given.get("rel", 0))
    month = first(found, "MONTH")
    return "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"


def year(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A year in figures."""
    return "DATE", f"{first(found, 'YEAR', 'ANYYEAR'):04}"


def weekday(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A day of the week: before, after or around the day of publication, as tense or "letzten" tells."""
    number, relative = first(found, "WEEKDAY"), first(found, "REL")
    when = weekday_date(number, relative, setting)
    return "DATE", when.isoformat() if when else f"XXXX-WXX-{number}"


def weekday_date(number: int, relative: int | None, setting: Setting) -> date | None:
    """The date of a day of the week."""
    if setting.published is None:
        return None
    if relative == -1:
        before = calendar.shift(setting.published, -1, "D") or setting.published
        return calendar.weekday(before, number, -1)
    if relative is None and setting.published.isoweekday() == number:
        return setting.published  # reports name the day they appear on, whatever the tense
    side = {None: setting.tense or -1, 0: 0, 1: 1}.get(relative, 0)
    return calendar.weekday(setting.published, number, side)


def weekend(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """The weekend of this, the last or the next week."""
    if setting.published is None:
        return "DATE", calendar.unknown("WE")
    relative = first(found, "REL")
    weeks = relative if relative is not None else 0
    if relative is None and setting.tense < 0 and setting.published.isoweekday() < 6:
        weeks = -1
    when = calendar.shift(setting.published, weeks, "W") or setting.published
    return "DATE", calendar.at_grain(when, "WE")


def season(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A season, with its year where it is named or can be told."""
    name, number = first(found, "SEASON"), first(found, "YEAR")
    relative = first(found, "REL")
    if number is None and setting.published:
        number = setting.published.year
        if relative is not None and relative != 0:
            number = calendar.season_year(setting.published, name, relative)
    return "DATE", f"{number:04}-{name}" if number else f"XXXX-{name}"


def feast(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A feast: a month and day, or days from Easter Sunday."""
    rule, number = str(first(found, "FEAST")), first(found, "YEAR")
    if number is None and setting.published is None:
        return "DATE", f"XXXX-{rule}" if "-" in rule[1:] else calendar.unknown("D")
    if "-" in rule[1:]:
        month, day = (int(part) for part in rule.split("-"))
        number = number or calendar.nearest_year(setting.published or date(2000, 1, 1), month, day, 0)
        return "DATE", f"{number:04}-{rule}"
    number = number or (setting.published or date(2000, 1, 1)).year
    when = calendar.shift(calendar.easter(number), int(rule), "D")
    return ("DATE", when.isoformat()) if when else None


def part_of_year(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A quarter or half of a year (``given`` letter and, without an ordinal, number)."""
    number = first(found, "ORD", "DAY", "NUMBER") or given.get("number")
    if number is None or not 1 <= number <= (4 if given["letter"] == "Q" else 2):
        return None
    year_named = first(found, "YEAR")
    if year_named is None and setting.published:
        year_named = setting.published.year + int(first(found, "REL") or 0)
    return (
        "DATE",
        f"{year_named:04}-{given['letter']}{number}" if year_named else f"XXXX-{given['letter']}{number}",
    )


def decade(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "die fünfziger Jahre", "the 1990s": of the 20th century unless the figures say otherwise."""
    tens = first(found, "TENS", "DECADE")
    full = tens if tens >= 100 else 1900 + tens
    return "DATE", f"{full // 10:03}"


def century(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "das 19. Jahrhundert" is 18 in TIMEX3."""
    number = first(found, "ORD", "DAY")
    return ("DATE", f"{number - 1:02}") if number and 1 < number < 23 else None
