"""Inflect German verbs: from an infinitive to its forms, weak or strong, with or without a prefix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

Mood = Literal["ind", "past", "k1", "k2", "part", "inf", "zuinf"]
FINITE: frozenset[Mood] = frozenset(("ind", "past", "k1", "k2"))
_NEEDS_E = ("t", "d", "chn", "ffn", "gn", "dm", "tm")


class Form(NamedTuple):
    """One reading of a word form.

    ``lemma`` parts a separable prefix with ``|``; ``prefix`` is the prefix that must still stand
    elsewhere in the clause (empty if none, or if it is part of the form). ``number`` is ``s`` or ``p``.
    """

    lemma: str
    mood: Mood
    number: str
    prefix: str


class Prefixes(NamedTuple):
    """Prefixes that do not part from their verb, longest first, and the strong verbs by infinitive."""

    inseparable: tuple[str, ...]
    strong: Mapping[str, tuple[str, str, str, str]]


def forms(lemma: str, known: Prefixes) -> Iterator[tuple[str, Form]]:
    """All word forms of ``lemma`` („sagen“, „mit|teilen“) with their reading."""
    prefix, _, rest = lemma.rpartition("|")
    prefix = prefix.replace("|", "")
    for word, mood, number in _simple(rest, known):
        if mood in FINITE:
            yield word, Form(lemma, mood, number, prefix)
        if not prefix:
            if mood != "zuinf":
                yield word, Form(lemma, mood, number, "")
        elif mood == "inf":
            yield prefix + word, Form(lemma, "inf", "p", "")
            yield prefix + "zu" + word, Form(lemma, "zuinf", "", "")
        else:
            yield prefix + word, Form(lemma, mood, number, "")


def _simple(verb: str, known: Prefixes) -> Iterator[tuple[str, Mood, str]]:
    """Forms of a verb without separable prefix."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    present, past, second, participle = _principal(verb, stem, known)
    yield verb, "inf", ""
    yield verb, "ind", "p"
    yield present, "ind", "s"
    yield stem + "e", "k1", "s"
    yield past, "past", "s"
    yield past + ("n" if past.endswith("e") else "en"), "past", "p"
    if second != past:
        yield second, "k2", "s"
        yield second + "n", "k2", "p"
    yield participle, "part", ""


def _principal(verb: str, stem: str, known: Prefixes) -> tuple[str, str, str, str]:
    base = _strong_base(verb, known)
    if base is not None:
        head = verb[: len(verb) - len(base)]
        present, past, second, participle = known.strong[base]
        return head + present, head + past, head + second, _participle(head, participle)
    glue = "e" if stem.endswith(_NEEDS_E) else ""
    past = f"{stem}{glue}te"
    return f"{stem}{glue}t", past, past, _weak_participle(verb, f"{stem}{glue}t", known)


def _strong_base(verb: str, known: Prefixes) -> str | None:
    if verb in known.strong:
        return verb
    for prefix in known.inseparable:
        if verb.startswith(prefix) and verb[len(prefix) :] in known.strong:
            return verb[len(prefix) :]
    return None


def _participle(head: str, participle: str) -> str:
    """The participle behind an inseparable prefix: „versprochen“, not „vergesprochen“."""
    return head + participle.removeprefix("ge") if head else participle


def _weak_participle(verb: str, regular: str, known: Prefixes) -> str:
    if verb.endswith("ieren") or _is_prefixed(verb, known):
        return regular
    return "ge" + regular


def _is_prefixed(verb: str, known: Prefixes) -> bool:
    """Does the verb begin with an unstressed prefix and still have a stem of three letters behind it?"""
    return any(verb.startswith(p) and len(verb) - len(p) >= 5 for p in known.inseparable)
