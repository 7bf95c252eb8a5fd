"""Dates of publication as pages and files write them → ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_YEARS = range(1900, 2101)
_ZONES = {
    "BST": "+0100",
    "CEST": "+0200",
    "CET": "+0100",
    "EDT": "-0400",
    "EST": "-0500",
    "GMT": "+0000",
    "MESZ": "+0200",
    "MEZ": "+0100",
    "PDT": "-0700",
    "PST": "-0800",
    "UTC": "+0000",
}
_SPACES = re.compile(r"\s+")
_FORMATS = (
    "%a %b %d %H:%M:%S %z %Y",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
)
_DAYS = ("%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y")
_LONGEST = 60


def iso(value: object) -> str | None:
    """``value`` as an ISO date or date-time, as exact as it is; None if it is no date we can read."""
    if not isinstance(value, str) or not (text := _SPACES.sub(" ", value).strip()) or len(text) > _LONGEST:
        return None
    return _already(text) or _worded(text) or _mailed(text)


def _already(text: str) -> str | None:
    """ISO 8601, also with a blank before the zone, no colon in it, or more digits than Python reads."""
    text = re.sub(r" ?([+-]\d{2}):?(\d{2})$", r"\1:\2", text)
    text = re.sub(r"(\.\d{6})\d+", r"\1", text)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return _plausible(date.fromisoformat(text), text)
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}", text):
            return _plausible(datetime.fromisoformat(text), text.replace(" ", "T", 1))
    except ValueError:
        pass
    return None


def _worded(text: str) -> str | None:
    for name, offset in _ZONES.items():
        text = re.sub(rf"\b{name}\b", offset, text)
    for form in _FORMATS:
        try:
            return _plausible(moment := datetime.strptime(text, form), moment.isoformat())
        except ValueError:
            continue
    for form in _DAYS:
        try:
            return _plausible(day := datetime.strptime(text, form).date(), day.isoformat())
        except ValueError:
            continue
    return None


def _mailed(text: str) -> str | None:
    """As in mail and feeds: ``Fri, 28 Apr 2023 19:20:36 +0200``."""
    try:
        return _plausible(moment := parsedate_to_datetime(text), moment.isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _plausible(day: date, text: str) -> str | None:
    return text if day.year in _YEARS else None
