"""The words that tell an act, compiled once from ``languages/<code>/acts.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from wortlaut.languages import load
from wortlaut.statements.german.paradigm import Prefixes, forms

Words = frozenset[str]


class Sign(NamedTuple):
    """What a word form may be: its lemma, the act it signals, the prefix it needs elsewhere, its mood."""

    lemma: str
    act: str
    prefix: str = ""
    mood: str = ""


@dataclass(frozen=True, slots=True)
class ActWords:
    """Verb forms and nouns with their act, and the lists that the rules ask for."""

    verbs: dict[str, tuple[Sign, ...]]
    nouns: dict[str, Sign]
    beside: dict[str, str]
    lists: dict[str, Words]
    phrases: tuple[str, ...]


@cache
def act_words(language: str) -> ActWords:
    """The words of a language; empty lists where it has none."""
    data = load(language, "acts")
    lists = {
        **data.get("context", {}),
        **data.get("judgement", {}),
        "untrue": data.get("untrue", {}).get("words", ()),
    }
    return ActWords(
        verbs=_verbs(language, data),
        nouns={n.lower(): Sign(n, act) for act, names in data.get("nouns", {}).items() for n in names},
        beside={word: act for act, words in data.get("beside", {}).items() for word in words},
        lists={name: frozenset(words) for name, words in lists.items()},
        phrases=tuple(data.get("untrue", {}).get("phrases", ())),
    )


def _verbs(language: str, data: dict[str, Any]) -> dict[str, tuple[Sign, ...]]:
    inflected = _german if language == "de" else _english
    found: dict[str, list[Sign]] = {}
    for act, lemmas in data.get("verbs", {}).items():
        for lemma in lemmas:
            for word, sign in inflected(lemma, act, data):
                found.setdefault(word, []).append(sign)
    return {word: tuple(signs) for word, signs in found.items()}


def _german(lemma: str, act: str, data: dict[str, Any]) -> Iterator[tuple[str, Sign]]:
    for word in data.get("irregular", {}).get(lemma, ()):
        yield word, Sign(lemma, act)
    for word, form in forms(lemma, _german_prefixes()):
        if word.lower() not in data["context"]["never_verbs"]:
            yield word.lower(), Sign(lemma, act, form.prefix.lower(), form.mood)


@cache
def _german_prefixes() -> Prefixes:
    verbs = load("de", "verbs")
    strong = {base: tuple(str(parts).split()) for base, parts in verbs.get("strong", {}).items()}
    inseparable = sorted(verbs.get("prefixes", {}).get("inseparable", ()), key=len, reverse=True)
    return Prefixes(tuple(inseparable), {base: parts for base, parts in strong.items() if len(parts) == 4})


def _english(lemma: str, act: str, data: dict[str, Any]) -> Iterator[tuple[str, Sign]]:
    verb, _, rest = lemma.partition(" ")
    for word in {*_regular(verb), *data.get("irregular", {}).get(lemma, ())}:
        yield word.split(" ")[0], Sign(lemma, act, rest, "inf" if word == verb else "")


def _regular(verb: str) -> tuple[str, str, str, str]:
    """Infinitive, third person, past and participle of a regular verb."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    hissing = verb.endswith(("s", "sh", "ch", "x", "z"))
    return verb, verb + ("es" if hissing else "s"), verb + "ed", verb + "ing"
