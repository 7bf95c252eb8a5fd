"""Readings of times of day, hung on the day they belong to."""

from __future__ import annotations

from typing import Any

from wortlaut.times import calendar
from wortlaut.times.dates import first, weekday_date
from wortlaut.times.setting import Found, Reading, Setting


def clock(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "17.30 Uhr", "halb neun", "8 pm"."""
    hour, minute = first(found, "CLOCK") or (first(found, "HOUR", "NUMBER"), first(found, "MINUTE") or 0)
    half = first(found, "HALFDAY") or given.get("half")
    if half is not None and hour is not None:
        hour = hour % 12 + (12 if half == "pm" else 0)
    minutes = (hour or 0) * 60 + minute + int(given.get("minutes", 0))
    if hour is None or not 0 <= minutes <= 24 * 60:
        return None
    number = first(found, "WEEKDAY")
    day = weekday_date(number, None, setting) if number else setting.today
    return "TIME", f"{day or calendar.UNKNOWN_DAY}T{minutes // 60:02}:{minutes % 60:02}"


def daytime(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "am Abend", "Donnerstagabend", "abends"."""
    number, part = first(found, "WEEKDAYTIME") or (
        first(found, "WEEKDAY"),
        first(found, "DAYTIME", "DAYTIMES"),
    )
    day = weekday_date(number, first(found, "REL"), setting) if number else setting.today
    if day and given.get("days"):
        day = calendar.shift(day, given["days"], "D")
    return "TIME", f"{day or calendar.UNKNOWN_DAY}T{part or given['daytime']}"
