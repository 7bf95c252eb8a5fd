"""The words that tell of a contact, per language, compiled once from ``languages/<code>/contacts.toml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from wortlaut.languages import load
from wortlaut.record.types import ContactKind

_PAIRS = ("asks", "cancels", "declines", "nothing", "rejects")  # not single words

KindOf = Callable[[str], "ContactKind | None"]

Frame = Literal["noun", "object", "with", "to", "at", "travel"]
Role = Literal["bare", "with", "between", "by", "to", "host", "other", "genitive", "owner"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of contact: how it takes its participants, and what stops it.

    ``needs``: one of these words stands in its clause; ``together``: only several do it, with one another;
    ``planned``: it tells of what is to come; ``person``: only of persons;
    ``next`` and ``not_next``: the word behind it is, or is not, one of these.
    """

    kind: ContactKind
    frame: Frame
    mutual: bool
    initiates: bool
    reflexive: bool | None
    part: str | None
    bar: frozenset[str]
    needs: frozenset[str] = frozenset()
    together: bool = False
    planned: bool = False
    person: bool = False
    next: frozenset[str] = frozenset()
    not_next: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything a language knows of contacts."""

    kind_of: KindOf
    joint: re.Pattern[str]
    verbs: dict[str, tuple[Verb, ...]]
    prepositions: dict[str, Role]
    words: dict[str, frozenset[str]]
    status: dict[str, frozenset[str]]
    cancels: tuple[tuple[str, str], ...]
    declines: frozenset[tuple[str, str]]
    asks: re.Pattern[str]
    nothing: tuple[re.Pattern[str], ...]
    rejects: tuple[str, ...]
    media: re.Pattern[str]
    weak: re.Pattern[str]
    numbers: dict[str, int]
    parties: tuple[str, ...]
    states: tuple[str, ...]
    plain: tuple[str, ...]
    weekdays: tuple[str, ...]
    rings: tuple[str, ...]
    adjective: re.Pattern[str]
    german: bool

    def noun(self, word: str) -> ContactKind | None:
        """The kind of contact that a noun names, or ``None``."""
        if self.german and not word[:1].isupper():
            return None
        return self.kind_of(word)

    def says(self, words: Iterable[str], *groups: str) -> bool:
        """Does any word belong to one of these groups of the status words?"""
        return any(word in self.status[group] for word in words for group in groups)


@cache
def lexicon(language: str) -> Lexicon | None:
    """The words of ``language``; ``None`` where it has none."""
    data = load(language, "contacts")
    if not data:
        return None
    lists = {**data["words"], **data["several"], **data["dates"], **data["around"], **data["initiators"]}
    words = {name: frozenset(value) for name, value in lists.items() if isinstance(value, list)}
    status = {name: frozenset(value) for name, value in data["status"].items() if name not in _PAIRS}
    return Lexicon(
        kind_of=_kind_of(_nouns(data["nouns"])),
        joint=re.compile("|".join(data["nouns"]["joint"]) or r"(?!)"),
        verbs=_verbs(data["verbs"]),
        prepositions={word: role for role, listed in data["roles"].items() for word in listed},
        words=words,
        status=status,
        cancels=tuple((first, second) for first, second in data["status"]["cancels"]),
        declines=frozenset((first, second) for first, second in data["status"]["declines"]),
        asks=re.compile(rf"\b(?:{'|'.join(map(re.escape, data['status']['asks']))})\b", re.IGNORECASE),
        nothing=tuple(re.compile(pattern) for pattern in data["status"]["nothing"]),
        rejects=tuple(data["status"]["rejects"]),
        media=re.compile("|".join(data["media"]["endings"])),
        weak=re.compile("|".join(data["nouns"]["weak"]) or r"(?!)"),
        numbers=data["several"]["numbers"],
        parties=tuple(data["several"]["parties"]),
        states=tuple(data["several"]["states"]),
        weekdays=tuple(data["dates"]["weekdays"]),
        rings=tuple(data["initiators"]["rings"]),
        plain=tuple(data["several"]["plain"]) or ("\0",),
        adjective=re.compile(rf"[^\W\d_]{{2,30}}(?:{data['words']['adjective']})"),
        german=bool(data["words"]["genitive"]),
    )


def _kind_of(nouns: tuple[tuple[ContactKind | None, re.Pattern[str]], ...]) -> KindOf:
    """The kind that the first fitting pattern gives a word; words come again and again."""

    @lru_cache(maxsize=20_000)
    def kind_of(word: str) -> ContactKind | None:
        return next((kind for kind, pattern in nouns if pattern.fullmatch(word)), None)

    return kind_of


def _nouns(data: dict[str, list[str]]) -> tuple[tuple[ContactKind | None, re.Pattern[str]], ...]:
    """``none`` and ``video`` go first: they are special cases of the others."""
    kinds: list[Any] = ["none", "video", *(kind for kind in get_args(ContactKind) if kind != "video")]
    return tuple(
        (None if kind == "none" else kind, re.compile(pattern))
        for kind in kinds
        for pattern in data.get(kind, ())
    )


def _verbs(data: list[dict[str, Any]]) -> dict[str, tuple[Verb, ...]]:
    found: dict[str, tuple[Verb, ...]] = {}
    for entry in data:
        verb = Verb(
            kind=entry["kind"],
            frame=entry["frame"],
            mutual=entry.get("mutual", False),
            initiates=entry.get("initiates", False),
            reflexive=entry.get("reflexive"),
            part=entry.get("part"),
            bar=frozenset(entry.get("bar", ())),
            needs=frozenset(entry.get("needs", ())),
            together=entry.get("together", False),
            planned=entry.get("planned", False),
            person=entry.get("person", False),
            next=frozenset(entry.get("next", ())),
            not_next=frozenset(entry.get("not_next", ())),
        )
        for form in _spelled(entry["forms"]):
            found[form] = (*found.get(form, ()), verb)
    return found


def _spelled(forms: list[str]) -> Iterable[str]:
    """``stem(a|b)`` stands for ``stema`` and ``stemb``."""
    for form in forms:
        stem, bracket, endings = form.partition("(")
        yield from (stem + ending for ending in endings.rstrip(")").split("|")) if bracket else (form,)
