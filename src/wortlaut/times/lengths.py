"""Readings of durations and of what comes again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wortlaut.times.setting import Found, Reading, Setting

_SMALLER = {
    "Y": ("M", 12),
    "DE": ("Y", 10),
    "CE": ("DE", 10),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
    "D": ("TH", 24),
}


def duration(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A number (or "mehrere") of units, also of several: "drei Jahre und vier Monate"."""
    numbers = [*found.get("NUMBER", ()), *found.get("ONE", ())] or ["X"] * bool(found.get("MANY"))
    value = length(list(zip(numbers, _units(found), strict=False)))
    return ("DURATION", value) if value else None


def lasting(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """An adjective of duration: "dreijährig", "four-week"."""
    if pair := found.get("LONGFOR"):
        value = length([pair[0]])
    else:
        value = length(list(zip(found.get("NUMBER", ()), _units(found), strict=False)))
    return ("DURATION", value) if value else None


def given(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A length that the word itself tells: "halbes Jahr", "jahrelang"."""
    return "DURATION", str(given.get("value") or found["LASTINGADJ"][0])


def some(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A bare plural: "seit Jahren"."""
    return "DURATION", length([("X", _units(found)[0])]) or "PXD"


def every(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "jeden Montag", "alle vier Jahre", "zweimal im Monat", "per year"."""
    if weekday := found.get("WEEKDAY") or found.get("WEEKDAYS"):
        return "SET", f"XXXX-WXX-{weekday[0]}"
    if pair := found.get("WEEKDAYTIME"):
        return "SET", f"XXXX-WXX-{pair[0][0]}T{pair[0][1]}"
    if month := found.get("MONTH"):
        return "SET", f"XXXX-{month[0]:02}"
    if daytime := found.get("DAYTIME"):
        return "SET", f"XXXX-XX-XXT{daytime[0]}"
    units = _units(found)
    value = length([(found.get("NUMBER", found.get("ORD", [1]))[0], units[0])]) if units else None
    return ("SET", value) if value else None


def _units(found: Found) -> list[str]:
    return next((found[tag] for tag in ("UNIT", "UNITS", "UNIT1", "UNITADJ") if tag in found), [])


def length(parts: Sequence[tuple[Any, str]]) -> str | None:
    """The TIMEX3 value of numbers of units; None where TIMEX3 has no word for it."""
    days, hours = "", ""
    for number, unit in parts:
        whole, grain = _whole(number, unit)
        if whole is None or (isinstance(whole, int) and whole > 99999):
            return None
        if grain.startswith("T"):
            hours += f"{whole}{grain[1:]}"
        else:
            days += f"{whole}{grain}"
    if not days and not hours:
        return None
    return "P" + days + (f"T{hours}" if hours else "") if not (days and hours) else None


def _whole(number: Any, unit: str) -> tuple[int | str | None, str]:
    """Whole numbers only: one and a half years are 18 months."""
    if isinstance(number, float) and not number.is_integer():
        grain, times = _SMALLER.get(unit, ("", 0))
        smaller = number * times
        return (int(smaller), grain) if times and smaller == int(smaller) else (None, unit)
    return (number if isinstance(number, str) else int(number)), unit
