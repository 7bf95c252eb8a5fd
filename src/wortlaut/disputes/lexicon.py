"""The words of denial, per language, compiled once from ``languages/<code>/disputes.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wortlaut.languages import load

_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything a language knows of denying and rejecting."""

    deny: frozenset[str]
    reject: frozenset[str]
    parted: tuple[tuple[str, str, bool], ...]
    untrue: re.Pattern[str]
    names: frozenset[str]
    bars: frozenset[str]
    fact: frozenset[str]
    demand: frozenset[str]
    back: frozenset[str]
    links: frozenset[str]
    strong: frozenset[str]
    introduces: frozenset[str]
    reports: frozenset[str]
    negations: frozenset[str]
    open: frozenset[str]
    attributive: frozenset[str]
    deciders: frozenset[str]
    relays: frozenset[str]
    people: frozenset[str]
    counters: frozenset[str]
    number_words: frozenset[str]
    stop: frozenset[str]
    endings: re.Pattern[str]

    def stems(self, text: str) -> frozenset[str]:
        """The content words of a text, crudely cut to their stems."""
        words = (word.lower() for word in _WORD.findall(text))
        return frozenset(self.stem(word) for word in words if len(word) > 3 and word not in self.stop)

    def stem(self, word: str) -> str:
        """A word in lower case without its ending, at most nine letters."""
        return (self.endings.sub("", word) if len(word) > 5 else word)[:9]


@cache
def lexicon(language: str) -> Lexicon | None:
    """The words of ``language``; ``None`` where it has none."""
    data = load(language, "disputes")
    if not data:
        return None
    verbs, points, numbers, matching = (data[name] for name in ("verbs", "points", "numbers", "matching"))
    untrue = "|".join(re.escape(words) for words in sorted(verbs["untrue"], key=len, reverse=True))
    parted = [(a, b, False) for a, b in verbs["parted_deny"]] + [
        (a, b, True) for a, b in verbs["parted_reject"]
    ]
    return Lexicon(
        deny=frozenset(verbs["deny"]),
        reject=frozenset(verbs["reject"]),
        parted=tuple(parted),
        untrue=re.compile(rf"\b(?:{untrue})\b"),
        names=frozenset(verbs["names"]),
        bars=frozenset(verbs["bars"]),
        fact=frozenset(points["fact"]),
        demand=frozenset(points["demand"]),
        back=frozenset(points["back"]),
        links=frozenset(points["links"]),
        strong=frozenset(points["strong"]),
        introduces=frozenset(points["introduces"]),
        reports=frozenset(points["reports"]),
        open=frozenset(verbs["open"]),
        attributive=frozenset(verbs["attributive"]),
        negations=frozenset(verbs["negations"]),
        deciders=frozenset(verbs["deciders"]),
        relays=frozenset(points["relays"]),
        people=frozenset(word.lower() for word in numbers["people"]),
        counters=frozenset(word.lower() for word in numbers["counters"]),
        number_words=frozenset(numbers["words"]),
        stop=frozenset(matching["stop"]),
        endings=re.compile(matching["endings"] + r"$"),
    )
