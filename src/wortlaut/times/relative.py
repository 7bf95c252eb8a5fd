"""Readings told from the day of publication or from the day told of: "gestern", "vor sechs Tagen"."""

from __future__ import annotations

from typing import Any

from wortlaut.times import calendar
from wortlaut.times.dates import first
from wortlaut.times.lengths import length
from wortlaut.times.setting import Found, Reading, Setting

_UNITS = ("UNIT", "UNITS", "UNIT1")


def fixed(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """A word whose reading is given: "derzeit", "täglich", "jahrelang"."""
    kind, value = str(given.get("value") or first(found, "REF", "EVERY")).split(" ")
    return kind, value


def day_word(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "gestern", "heute Abend", "übermorgen"."""
    daytime = first(found, "DAYTIME") or given.get("daytime")
    days = first(found, "DAYWORD")
    value = _from(setting.published, given["rel"] if days is None else days, "D")
    return ("TIME", f"{value}T{daytime}") if daytime else ("DATE", value)


def unit(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "diese Woche", "nächsten Jahres", "am selben Tag"."""
    grain, relative = first(found, "UNIT1", "CALENDARUNIT"), first(found, "REL")
    relative = given.get("rel", 0) if relative is None else relative
    if grain.startswith("T"):
        return None
    anchor = setting.told if grain == "D" else setting.published
    return "DATE", _from(anchor, relative, grain)


def year_word(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "heuer", "Vorjahr"."""
    return "DATE", _from(setting.published, given["rel"], "Y")


def next_day(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "Vortag", "am nächsten Tag": counted from the day told of."""
    anchor = setting.told if given.get("of") == "told" else setting.today
    return "DATE", _from(anchor, given["rel"], given.get("unit", "D"))


def some(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "in den kommenden Wochen", "in den vergangenen Jahren": how many is not said."""
    relative = first(found, "REL")
    if (given.get("rel", first(found, "AHEAD") or 0) if relative is None else relative) > 0:
        return "DATE", "FUTURE_REF"
    return "DURATION", length([("X", first(found, "UNITS"))]) or "PXD"


def before(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "vor sechs Tagen", "six years ago": a date where the number is exact, else the past."""
    grain, number = first(found, "SHORT", "BRIEF", *_UNITS), first(found, "NUMBER", "ONE")
    if grain.startswith("T"):
        return (
            ("TIME", "PAST_REF") if number is None else ("DURATION", length([(number, grain)]) or "PAST_REF")
        )
    if number is None:
        return "DATE", "PAST_REF"
    if not isinstance(number, int):
        return None
    return "DATE", _from(setting.published, -number, grain)


def later(found: Found, given: dict[str, Any], setting: Setting) -> Reading | None:
    """Read "zwei Tage später", "a week earlier": counted from the day told of."""
    grain, number = first(found, *_UNITS), first(found, "NUMBER", "ONE")
    if grain.startswith("T") or setting.told is None or not isinstance(number, int):
        return "DURATION", length([(number, grain)]) or "PXD"
    return "DATE", _from(setting.told, number * int(given["sign"]), grain)


def _from(anchor: Any, amount: int, grain: str) -> str:
    moved = calendar.shift(anchor, amount, grain) if anchor else None
    return calendar.at_grain(moved, grain) if moved else calendar.unknown(grain)
