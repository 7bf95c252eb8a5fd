"""The words of German that the finder knows, compiled once from ``languages/de``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wortlaut.languages import load
from wortlaut.statements.german.paradigm import Form, Mood, Prefixes, forms

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a verb of saying takes as content: kinds of content, and prepositions."""

    lemma: str
    takes: Words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verb forms, verbs of saying, and the closed classes of words (all lower case)."""

    forms: dict[str, tuple[Form, ...]]
    cues: dict[str, Cue]
    classes: dict[str, Words]
    phrases: dict[str, Words]
    nouns: dict[str, Words]
    states: dict[str, Words]
    separable: Words
    contracted: dict[str, tuple[str, ...]]

    def readings(self, low: str) -> tuple[Form, ...]:
        """Verb readings of a lower-case word; none for words that mostly are no verb."""
        return () if low in self.classes["never_verbs"] else self.forms.get(low, ())


@cache
def lexicon() -> Lexicon:
    """The German lexicon."""
    verbs, clauses, cues, nouns = (load("de", n) for n in ("verbs", "clauses", "cues", "nouns"))
    taken = {lemma: Cue(lemma, frozenset(kinds.split())) for lemma, kinds in cues["verbs"].items()}
    return Lexicon(
        forms=_forms(verbs, [*cues["verbs"], *verbs["common"]["verbs"], *verbs["strong"]]),
        cues={lemma: cue for lemma, cue in taken.items() if cue.takes},
        classes={
            name: frozenset(words)
            for name, words in (clauses | clauses["rules"]).items()
            if isinstance(words, list)
        },
        phrases={name: frozenset(words) for name, words in cues["phrases"].items()},
        nouns={name: frozenset(words) for name, words in nouns["nouns"].items()},
        states={
            "adjectives": frozenset(cues["states"]["adjectives"]),
            "modals": frozenset(cues["intentions"]["modals"]),
            "denied": frozenset(cues["denied"]["words"]),
        },
        separable=frozenset(verbs["prefixes"]["separable"]),
        contracted={low: (low, *more) for low, more in clauses["contracted"].items()},
    )


def _forms(verbs: dict[str, dict[str, list[str]]], lemmas: list[str]) -> dict[str, tuple[Form, ...]]:
    strong = {base: _four(str(parts)) for base, parts in verbs["strong"].items()}
    inseparable = tuple(sorted(verbs["prefixes"]["inseparable"], key=len, reverse=True))
    known = Prefixes(inseparable, strong)
    found: dict[str, dict[Form, None]] = {}
    for lemma in dict.fromkeys(lemmas):
        for word, form in forms(lemma, known):
            found.setdefault(word, {})[form] = None
    _add_auxiliaries(verbs["auxiliaries"], found)
    return {word: tuple(readings) for word, readings in found.items()}


def _four(parts: str) -> tuple[str, str, str, str]:
    present, past, second, participle = parts.split()
    return present, past, second, participle


def _add_auxiliaries(table: dict[str, list[str]], found: dict[str, dict[Form, None]]) -> None:
    moods: dict[str, Mood] = {"ind": "ind", "k1": "k1", "k2": "k2"}
    for name, words in table.items():
        mood, _, number = name.partition("_")
        for word in words:
            found.setdefault(word, {})[Form("*", moods[mood], number[0], "")] = None
    for word in ("sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"):
        found.setdefault(word, {})[Form("*", "inf", "", "")] = None
    for word in ("gewesen", "gehabt", "geworden", "worden"):
        found.setdefault(word, {})[Form("*", "part", "", "")] = None
