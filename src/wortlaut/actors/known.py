"""What a known actor is, the countries that ship with the program, and the words to know names by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from anyascii import anyascii

from wortlaut.record.types import ActorKind


class Term(NamedTuple):
    """An office somebody holds: of which place, which role, from when until when (ISO; empty: not known)."""

    place: str
    role: str
    start: str = ""
    end: str = ""

    def holds(self, day: str | None) -> bool:
        """Is the office held on ``day`` (any day if None)? Of a month or year alone all days count."""
        return day is None or (self.start <= day and (not self.end or day[: len(self.end)] <= self.end))


@dataclass(frozen=True, slots=True)
class Known:
    """A known actor: ``id`` is unique in the list, ``name`` in the language asked for."""

    id: str
    name: str
    kind: ActorKind
    wikidata: str | None
    names: tuple[str, ...]
    gender: str = ""
    terms: tuple[Term, ...] = ()
    domain: str = ""
    place: str = ""
    role: str = ""
    rank: str = "1"


@dataclass(frozen=True, slots=True)
class Country:
    """A country with what a language says of it."""

    code: str
    known: Known
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]
    people: tuple[str, ...]


def _rows(name: str) -> Iterator[list[str]]:
    """Fields of each line of a table in ``data``, after the comment and the line of column names."""
    text = resources.files("wortlaut.actors").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return (line.split("\t") for line in lines[1:])


def _several(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split("|") if part)


@cache
def countries(language: str) -> dict[str, Country]:
    """All countries by their two-letter code, named in ``language`` (German, else English)."""
    german = language == "de"
    found = {}
    for code, wikidata, de, de_other, en, en_other, de_adj, en_adj, de_seats, en_seats, people in _rows(
        "countries.tsv"
    ):
        name, other = (de, de_other) if german else (en, en_other)
        known = Known(code, name, "country", wikidata or None, (name, *_several(other)), place=code)
        adjectives, seats = (de_adj, de_seats) if german else (en_adj, en_seats)
        citizens = _several(people) if german else tuple(f"{a}s" for a in _several(en_adj) if a[-1] == "n")
        found[code] = Country(code, known, _several(adjectives), _several(seats), citizens)
    return found


@cache
def given_names() -> dict[str, str]:
    """Given names and their gender: ``m``, ``f``, or ``x`` where it is not known."""
    return {row[0]: row[1] for row in _rows("given-names.tsv")}


@cache
def common_words(language: str) -> frozenset[str]:
    """Words that are no names: German nouns as written, English words in lower case."""
    return frozenset(row[0] for row in _rows("nouns-de.txt" if language == "de" else "words-en.txt"))


class _Plain(dict[int, str]):
    """What each character is in plain letters as a name is compared, looked up once."""

    def __missing__(self, code: int) -> str:
        plain = anyascii(chr(code)).lower().replace("-", " ").replace("'", "").replace(".", "")
        return self.setdefault(code, plain)


_PLAIN = _Plain()


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name as compared: without accents, marks and case, the umlaut as its plain vowel."""
    return " ".join(name.translate(_PLAIN).split())


def slug(name: str) -> str:
    """A name as an id: ``donald-trump``."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split()) or "actor"
