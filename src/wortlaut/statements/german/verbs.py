"""Verbs of saying in their clauses: which word says so, with its parted prefix, and what rules it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.lexicon import Cue, lexicon
from wortlaut.statements.german.paradigm import Form
from wortlaut.statements.german.phrases import noun_phrase


class Verb(NamedTuple):
    """A verb of saying in its clause.

    ``at`` is the segment with the verb itself, ``ruled`` the one with the finite verb and the
    subject; ``word`` is the one that carries the meaning, ``particle`` the parted prefix or -1.
    """

    cue: Cue
    at: int
    ruled: int
    word: int
    particle: int
    finite: bool
    passive: bool


def verbs(cut: Clauses) -> Iterator[Verb]:
    """Verbs of saying in their clauses, finite or under an auxiliary."""
    for at, segment in enumerate(cut.segments):
        if segment.kind == "quote":
            continue
        if segment.verb >= 0:
            verb = _finite_verb(cut, at, segment)
            if verb is not None:
                yield verb
        yield from _infinite_verbs(cut, at, segment)


def _finite_verb(cut: Clauses, at: int, segment: Segment) -> Verb | None:
    known = lexicon()
    best: tuple[Form, int] | None = None
    for form in finite(cut.words, segment.verb, known):
        particle = _particle(cut, at, form.prefix) if form.prefix else -1
        if form.prefix and particle < 0:
            continue
        if best is None or len(form.prefix) > len(best[0].prefix):
            best = (form, particle)
    if best is None or best[0].lemma not in known.cues:
        return None
    return Verb(known.cues[best[0].lemma], at, at, segment.verb, best[1], True, False)


def _particle(cut: Clauses, at: int, prefix: str) -> int:
    """Where the parted prefix stands: at the end of the clause, behind what interrupts it."""
    segment = cut.segments[at]
    if segment.kind != "main":
        return -1
    for index in range(at, len(cut.segments)):
        part = cut.segments[index]
        if index > at and part.kind not in ("frag", "rel", "sub", "inf"):
            break
        last = part.last - 1
        if (
            cut.words[last].low == prefix
            and last > segment.verb
            and (part.kind in ("frag", "main") or index == at)
        ):
            return last
        if index > at and cut.words[part.first].low == prefix:
            return part.first
        if index == at:
            inner = next(
                (i for i in range(segment.verb + 1, last) if cut.words[i].low == prefix and _closes(cut, i)),
                -1,
            )
            if inner >= 0:
                return inner
    return -1


def _closes(cut: Clauses, index: int) -> bool:
    """May the clause end behind the word, though no mark follows („gab bekannt dass …“)?"""
    following = cut.words[index + 1]
    known = lexicon()
    return following.low in known.classes["subordinators"] or (
        noun_phrase(cut.words, index + 1, len(cut.words)) is None
        and (cut.words[index].low not in known.classes["prepositions"])
    )


def _infinite_verbs(cut: Clauses, at: int, segment: Segment) -> Iterator[Verb]:
    """Participles and infinitives of verbs of saying under an auxiliary."""
    known = lexicon()
    for index in range(segment.first, segment.last):
        word = cut.words[index]
        if index == segment.verb or not word.is_word or (not word.text[0].islower() and not word.first):
            continue
        cue = _infinite_cue(word.low)
        if cue is None or not _ends_verbal(cut, index, segment):
            continue
        ruled = _ruling(cut, at)
        if ruled is None:
            continue
        ruling = cut.words[cut.segments[ruled].verb].low
        if not any(f.lemma == "*" for f in known.readings(ruling)) or ruling in known.states["modals"]:
            continue
        participle = any(f.mood == "part" for f in known.readings(word.low))
        if participle and ruling in lexicon().classes["copula"] and not has_word(cut, at, "worden"):
            continue  # "ist in Not geraten", "ist gefragt": no saying
        passive = participle and (ruling in lexicon().classes["passive"] or has_word(cut, at, "worden"))
        yield Verb(cue, at, ruled, index, -1, False, passive)


def _infinite_cue(low: str) -> Cue | None:
    known = lexicon()
    for form in known.readings(low):
        if form.mood in ("part", "inf") and form.lemma in known.cues and not form.prefix:
            return known.cues[form.lemma]
    return None


def _ends_verbal(cut: Clauses, index: int, segment: Segment) -> bool:
    """Does nothing but verbs follow in the clause?"""
    known = lexicon()
    return all(
        known.readings(cut.words[i].low) or not cut.words[i].is_word for i in range(index + 1, segment.last)
    )


def _ruling(cut: Clauses, at: int) -> int | None:
    """The segment whose finite verb rules the participle in segment ``at``."""
    if cut.segments[at].verb >= 0:
        return at
    if cut.segments[at].kind == "inf":
        return None
    for index in range(at - 1, -1, -1):
        segment = cut.segments[index]
        if segment.kind == "main" or (
            segment.kind in ("sub", "rel") and cut.segments[at].mark in ("und", "oder", "sowie")
        ):
            return index if segment.verb >= 0 else None
        if segment.kind == "quote":
            return None
    return None


def has_word(cut: Clauses, at: int, low: str) -> bool:
    """Does the segment have the word?"""
    segment = cut.segments[at]
    return any(w.low == low for w in cut.words[segment.first : segment.last])


def matrix_end(cut: Clauses, verb: Verb) -> int:
    """The last segment of the clause around: that of the participle or of the parted prefix."""
    if verb.particle >= 0:
        return next(i for i, s in enumerate(cut.segments) if s.first <= verb.particle < s.last)
    return verb.at
