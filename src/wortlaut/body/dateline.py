"""The dateline a report opens with: “SARNAU, 4. März 2026 (Nordwire) – …”, and what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.body import outlets
from wortlaut.body.dates import days_in
from wortlaut.body.lines import Line
from wortlaut.languages import load

_HEAD = re.compile(r"([^()\n:;?!“”„\"»«]{0,70})\(([^()\n]{2,40})\)\s?(?:([–—-]|[:.](?=\s|$))|$)?")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PARTED = re.compile(r"[,/|–—-]\s*(?:[^\W\d_]{2,12},?\s+)?$")
_AFTER = 40
_FIRST = 40
_MOST = 6
_WIDEST = 70


@dataclass(frozen=True, slots=True)
class Dateline:
    """``name``: who stands in its brackets, ``index`` the line it opens.

    ``sure``: is it set off from the text by a mark, so that even an unknown name is no mere remark?
    """

    index: int
    name: str | None = None
    day: str | None = None
    sure: bool = False

    @property
    def known(self) -> outlets.Outlet | None:
        """The outlet of that name, if it is a known one."""
        return outlets.named(self.name) if self.name else None


def find_dateline(lines: Sequence[Line], headline: int | None, language: str) -> Dateline | None:
    """The dateline of the first paragraph, or of a line between it and the headline."""
    start = 0 if headline is None else headline + 1
    for index in range(start, min(len(lines), start + _FIRST)):
        if found := _read(lines[index].text[: 3 * _FIRST], index, language):
            return found
        if lines[index].prose:
            return None
    return None


def _read(text: str, index: int, language: str) -> Dateline | None:
    """The dateline that ``text`` opens with."""
    if match := _HEAD.match(text):
        place, day = _without_day(match[1], language)
        name, inner = _without_day(match[2], language)
        if not _is_place(place, language):
            return None
        day = day or inner or _day_after(text[match.end() :], language)
        sure = match[3] is not None or match.end() == len(text) or match[1].rstrip().endswith(".")
        return Dateline(index, _shown(name, language), day if sure else None, sure)
    return _bare(text, index, language)


def _bare(text: str, index: int, language: str) -> Dateline | None:
    """“SARNAU, 4. März 2026 – …”: place and date alone, set off from the text."""
    found = days_in(text[:_WIDEST], language)
    if not found:
        return None
    (start, end), day = found[0]
    place = text[:start].strip(" ,/|–—-")
    set_off = re.match(r"\s?(?:[–—:-]|\.(?=\s)|$)", text[end:])
    parted = place.isupper() or _PARTED.search(text[:start])
    if not (place and set_off and parted and _is_place(place, language)):
        return None
    return Dateline(index, None, day, sure=True)


def _without_day(text: str, language: str) -> tuple[str, str | None]:
    """The text without the first full date in it, and that date."""
    found = days_in(text, language)
    if not found:
        return text.strip(" ,/|–—-"), None
    (start, end), day = found[0]
    return f"{text[:start]} {text[end:]}".strip(" ,/|–—-"), day


def _day_after(text: str, language: str) -> str | None:
    """“(Nordwire) – 4. März 2026. …”: a date that makes a sentence of its own after the dash."""
    found = days_in(text[:_AFTER], language)
    if not found:
        return None
    (start, end), day = found[0]
    words = _header(language)
    before = [word for word in _WORD.findall(text[:start]) if word.casefold() not in words]
    return day if not before and re.match(r"\s?(?:[.:–—-]|$)", text[end:]) else None


def _is_place(text: str, language: str) -> bool:
    """Do only names, days and months stand there?"""
    words = _WORD.findall(text)
    allowed = _header(language) | set(load("und", "header")["names"]["small"])
    named = [word for word in words if word.casefold() not in allowed]
    return len(words) <= _MOST and all(word[0].isupper() for word in named) and (bool(named) or not words)


def _header(language: str) -> set[str]:
    """Months, weekdays and the words that stand before a date."""
    header = load(language, "header")
    months = load("en", "header")["months"] | header.get("months", {})
    return set(months) | set(header.get("dates", {}).get("around", ()))


def _shown(name: str, language: str) -> str | None:
    """The name in the brackets: of several (“dpa/Nordwire”) the first known; no figure, no remark."""
    parts = [part.strip() for part in re.split(r"[/,+]", name) if part.strip()]
    chosen = next((part for part in parts if outlets.named(part)), parts[0] if parts else "")
    if outlets.named(chosen):
        return chosen
    words = chosen.split()
    small = load("und", "header")["names"]["small"]
    shaped = 1 <= len(words) <= 5 and all(word[0].isupper() or word in small for word in words)
    return chosen if shaped and not _other(chosen.casefold(), language) else None


def _other(name: str, language: str) -> bool:
    """Is it what else stands in brackets after a place or a name: a party, a region?"""
    known = load(language, "header").get("dateline", {})
    return name in known.get("no_outlets", ()) or name.endswith(tuple(known.get("no_endings", ())) or ("\0",))
