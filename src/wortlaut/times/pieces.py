"""A text cut into the pieces that expressions of time are made of, each with what it may mean."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from wortlaut.languages import load

_PIECE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\w\s]|_")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?")
_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")

Tags = dict[str, Any]


class Piece(NamedTuple):
    """A number, word or mark: ``[start, end)`` in the text, and its possible meanings by tag."""

    start: int
    end: int
    lower: str
    tags: Tags
    capital: bool = False


def pieces(text: str, language: str) -> tuple[Piece, ...]:
    """All pieces of ``text`` in order."""
    words = lexicon(language)
    return tuple(
        Piece(m.start(), m.end(), m.group().lower(), _tags(m.group(), words), m.group()[0].isupper())
        for m in _PIECE.finditer(text)
    )


def _tags(word: str, words: dict[str, Tags]) -> Tags:
    if word[0].isdigit() and word[0].isascii():
        return _of_figures(word)
    found = words.get(word)
    if found is None:
        found = words.get(word.capitalize() if word.isupper() and len(word) > 1 else "")
    return words.get(word.lower(), {}) if found is None else found


def _of_figures(word: str) -> Tags:
    if word.isascii() and word.isdigit():
        return _of_number(word)
    tags: Tags = {}
    if (clock := _CLOCK.fullmatch(word)) and int(clock[1]) <= 24 and int(clock[2]) < 60:
        tags["CLOCK"] = (int(clock[1]), int(clock[2]))
    if (calendar := _DAY_MONTH.fullmatch(word)) and 0 < int(calendar[1]) <= 31 and 0 < int(calendar[2]) <= 12:
        year = calendar[3]
        tags["DM" if year is None else "DMY"] = (int(calendar[1]), int(calendar[2]), _full_year(year))
    if _THOUSANDS.fullmatch(word):
        tags["NUMBER"] = int(word.replace(".", "").replace(",", ""))
    return tags


def _full_year(year: str | None) -> int | None:
    if year is None or len(year) == 4:
        return int(year) if year else None
    return int(year) + (2000 if int(year) < 50 else 1900)


def _of_number(word: str) -> Tags:
    if len(word) > 6:  # no quantity of time is that long, and int() of endless figures is slow
        return {}
    number = int(word)
    tags: Tags = {"NUMBER": number}
    if len(word) <= 2:
        tags |= {"DAY": number} if 1 <= number <= 31 else {}
        tags |= {"MNUM": number} if 1 <= number <= 12 else {}
        tags |= {"HOUR": number} if number <= 24 else {}
        tags |= {"MINUTE": number} if len(word) == 2 and number < 60 else {}
        tags |= {"TENS": number} if number % 10 == 0 and len(word) == 2 else {}
    if len(word) == 4:
        tags |= {"ANYYEAR": number} if number >= 1000 else {}
        tags |= {"YEAR": number} if 1700 <= number <= 2100 else {}
        tags |= {"TENS": number} if number % 10 == 0 and 1700 <= number <= 2100 else {}
    elif len(word) == 3:
        tags["ANYYEAR"] = number
    return tags


@cache
def lexicon(language: str) -> dict[str, Tags]:
    """Words → tags. A word entered with a capital is only that word with a capital."""
    data = load(language, "times")
    words: dict[str, Tags] = {}
    for tag, entries in data.get("words", {}).items():
        for word, value in entries.items():
            words.setdefault(word, {})[tag] = value
    endings = data.get("endings", [""])
    for tag, entries in data.get("stems", {}).items():
        for (stem, value), ending in product(entries.items(), endings):
            words.setdefault(stem + ending, {})[tag] = value
    for tags in words.values():
        if unit := tags.get("UNITS") or tags.get("UNIT1"):
            tags["UNIT"] = unit
    for joined in data.get("compounds", []):
        _compound(words, joined["tags"], joined["into"], joined.get("endings", [""]))
    return words


def _compound(words: dict[str, Tags], tags: list[str], into: str, endings: list[str]) -> None:
    """Enter the words made of two words: "Montag" + "abend", "drei" + "jährig" + "en"."""
    lists = [[(w.lower(), t[tag]) for w, t in words.items() if tag in t] for tag in tags]
    for (first, one), (second, two) in product(*lists):
        for ending in endings:
            words.setdefault(f"{first}{second}{ending}", {})[into] = (one, two)
