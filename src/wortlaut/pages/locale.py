"""The words of the interface in each of its languages, and dates and numbers as one writes them there."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources

from babel.core import Locale as Languages
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.numbers import format_decimal

LANGUAGES = ("de", "en")
_GAP = re.compile(r"\\\{([a-z])\\\}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)", re.ASCII)


@dataclass(frozen=True)
class Locale:
    """One language of the interface."""

    language: str
    words: dict[str, str]

    def __call__(self, key: str, **filled: object) -> str:
        """The words for ``key`` (``act.deny``), with its gaps filled; what has no words stays as it is."""
        worded = self.words.get(key)
        if worded is None:
            return key.partition(".")[2] or key
        return worded.format(**filled) if filled else worded

    def count(self, key: str, number: int) -> str:
        """A number with its noun in singular or plural: ``ui.reports`` has ``_one`` and ``_many``."""
        form = "one" if number == 1 else "many"
        return self(f"{key}_{form}", n=self.number(number))

    def noun(self, key: str, number: int) -> str:
        """The noun of ``count`` without its number."""
        return self(f"{key}_{'one' if number == 1 else 'many'}", n="").strip()

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Short and long names of the days of the week, Monday first."""
        short = get_day_names("short", context="stand-alone", locale=self.language)
        long = get_day_names("wide", context="stand-alone", locale=self.language)
        return tuple((str(short[day]), str(long[day])) for day in range(7))

    def language_name(self, code: str) -> str:
        """A language's name in this language; the code itself where it has none."""
        try:
            named = Languages.parse(code, sep="-").get_language_name(self.language)
        except (ValueError, UnknownLocaleError):
            return code
        return str(named) if named else code

    def reason(self, given: str) -> str:
        """A reason as the stages give it, in English, in this language as far as it has words for it."""
        for pattern, worded in _reasons(self.language):
            if match := pattern.fullmatch(given):
                return worded.format(**{gap: self.reason(words) for gap, words in match.groupdict().items()})
        return given

    def number(self, number: int) -> str:
        """An integer with the marks between thousands."""
        return str(format_decimal(number, locale=self.language))

    def date(self, value: str | None, width: str = "medium") -> str:
        """An ISO date, date-time, month or year as one writes it; anything else unchanged."""
        if not value:
            return ""
        try:
            return self._date(value, width)
        except (ValueError, OverflowError):
            return value

    def _date(self, value: str, width: str) -> str:
        if match := _WEEK.fullmatch(value):
            return self("date.week", year=match["year"], week=int(match["week"]))
        if _MONTH.fullmatch(value):
            month = datetime.fromisoformat(f"{value}-01")
            return str(format_skeleton("yMMMM", month, locale=self.language))
        if not _DAY.match(value):
            return value
        moment = datetime.fromisoformat(value)
        day = str(format_date(moment.date(), format=width, locale=self.language))
        if len(value) <= 10:
            return day
        return f"{day}, {format_time(moment.time(), format='short', locale=self.language)}"


@cache
def locale(language: str) -> Locale:
    """The interface in ``language`` (one of ``LANGUAGES``)."""
    tables = _tables(language)
    words = {
        f"{table}.{key}": text
        for table, entries in tables.items()
        if table != "reason"
        for key, text in entries.items()
    }
    return Locale(language, words)


@cache
def _reasons(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of reasons, the longest first so that the most exact wins."""
    known = sorted(_tables(language).get("reason", {}).items(), key=lambda entry: -len(entry[0]))
    return tuple((re.compile(_GAP.sub(r"(?P<\1>.+?)", re.escape(given))), worded) for given, worded in known)


def _tables(language: str) -> dict[str, dict[str, str]]:
    file = resources.files("wortlaut.pages").joinpath("locales", f"{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def choose(asked: str | None, kept: str | None, accepted: str) -> str:
    """The language of the interface: asked for, kept in a cookie, accepted by the browser, or German."""
    for language in (asked, kept, *_by_preference(accepted)):
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def _by_preference(accepted: str) -> list[str]:
    """Codes of an ``Accept-Language`` header without regions, the most wanted first."""
    wanted = []
    for place, piece in enumerate(accepted.split(",")[:30]):
        code, _, weight = piece.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), place, code.split("-")[0].lower()))
        except ValueError:
            continue
    return [code for _, _, code in sorted(wanted)]
