"""Statements that render one and the same utterance, in whatever wording or translation.

Compared are statements of one speaker from about the same days. What they say is compared by sentence
vectors, which are blind to numbers, names and negation, so these are compared by themselves. The weights
were fitted on the public half of the linking gold (see benchmarks/linking.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, and_, delete, insert, select

from wortlaut.languages import SUPPORTED, load
from wortlaut.link import texts
from wortlaut.link.copies import logistic
from wortlaut.link.dates import around, compatible
from wortlaut.link.sentences import Vector, Vectors
from wortlaut.link.sets import Sets, mark
from wortlaut.store import tables

_DAYS = 3
# how sure a match must be: of two dated statements of different reports; of others, where chance likeness
# is far more common (all that one speaker ever said; all that one report has him say on its subject)
_ENOUGH, _ENOUGH_OTHERWISE = 0.8, 0.955
_ENOUGH_IN_TURN = (
    0.6  # of a statement next to one that is matched, with the very statement it is matched with
)
_WEIGHTS = (19.7, -12.0, -3.0, -3.0, -10.4)  # vectors, numbers, negation, names; the last stands alone
_SHARED = 0.2  # of the letters, below which two renderings in one language are not worth a closer look
_SHORTEST = 12
_NEIGHBOURS = 400  # an undated statement is compared with so many; a day of one speaker rarely has more
Place = tuple[str, str]
_SENTENCE = re.compile(r"(?<=[.!?])[\s\"“”»«]+(?=[^\W\d_])")


class Rendering:
    """One statement as it is compared."""

    def __init__(self, row: Any, about: frozenset[str]) -> None:
        self.place: Place = (row.report, row.id)
        self.start: int = row.row
        self.words: str = row.words
        self.day: str | None = row.day
        self.language: str = row.language
        self.about = about

    @cached_property
    def plain(self) -> str:
        """The words alone, to find renderings that are equal."""
        return " ".join(texts.words(self.words))

    @cached_property
    def grams(self) -> frozenset[int]:
        """Marks of four letters in a row."""
        return texts.grams(self.words)

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The whole, and each of its sentences where it has several."""
        whole = " ".join(self.words.split())
        parts = [part.strip() for part in _SENTENCE.split(whole) if len(part) >= 25]
        return (whole, *parts) if len(parts) > 1 else (whole,)


class Match(NamedTuple):
    """How sure it is that two statements render one utterance, and why."""

    probability: float
    reasons: tuple[str, ...]


@cache
def _negations() -> frozenset[str]:
    return frozenset(word for code in SUPPORTED for word in load(code, "linking").get("negations", ()))


def negated(text: str) -> bool:
    """Does a word turn the sentence into its opposite?"""
    row = texts.words(text)
    return not _negations().isdisjoint(row) or any(
        word == "t" and before.endswith("n") for before, word in pairwise(row)
    )


def score(
    left: str, right: str, cosine: float, about: tuple[frozenset[str], frozenset[str]], turn: bool = True
) -> float:
    """The probability that two wordings say the same.

    ``about``: the actors that each speaks of; ``turn``: a negation in one alone counts against it.
    """
    off = min(len(texts.numbers(left) ^ texts.numbers(right)), 3) / 3
    turned = float(turn and negated(left) != negated(right))
    strangers = float(bool(about[0]) and bool(about[1]) and not about[0] & about[1])
    return logistic(_WEIGHTS, cosine, off, turned, strangers)


def link_utterances(connection: Connection) -> None:
    """Write which statements render one utterance."""
    for table in (tables.utterance_of, tables.utterance):
        connection.execute(delete(table))
    vectors = Vectors(connection)
    speakers = select(tables.entity.c.id).where(tables.entity.c.kind != "anonymous")
    for entity in list(connection.execute(speakers.order_by(tables.entity.c.id)).scalars()):
        renderings = _renderings(connection, entity)
        if len(renderings) > 1:
            _link_speaker(connection, entity, renderings, vectors)


def _renderings(connection: Connection, entity: str) -> list[Rendering]:
    own, said, report = tables.entity_of.c, tables.statement.c, tables.report.c
    found = (
        select(said.report, said.id, said.row, said.words, said.day, report.language)
        .join_from(
            tables.entity_of,
            tables.statement,
            and_(own.report == said.report, own.actor == said.speaker),
        )
        .join(tables.report, said.report == report.id)
        .where(own.entity == entity)
        .order_by(said.day.is_(None), said.day, said.report, said.id)
    )
    about = _about(connection, entity)
    return [
        Rendering(row, about.get((row.report, row.id), frozenset()))
        for row in connection.execute(found)
        if len(row.words) >= _SHORTEST
    ]


def _about(connection: Connection, entity: str) -> dict[tuple[str, str], frozenset[str]]:
    """Whom each statement of the speaker speaks of, besides the speaker: only those named elsewhere too."""
    own, said, about = tables.entity_of.c, tables.statement.c, tables.spoken_of.c
    other = tables.entity_of.alias("other")
    found = (
        select(said.report, said.id, other.c.entity)
        .join_from(
            tables.entity_of,
            tables.statement,
            and_(own.report == said.report, own.actor == said.speaker),
        )
        .join(tables.spoken_of, and_(about.report == said.report, about.statement == said.id))
        .join(other, and_(other.c.report == about.report, other.c.actor == about.actor))
        .where(own.entity == entity, other.c.entity != entity)
    )
    sets: dict[tuple[str, str], set[str]] = {}
    for row in connection.execute(found):
        sets.setdefault((row.report, row.id), set()).add(row.entity)
    return {place: frozenset(entities) for place, entities in sets.items()}


def _link_speaker(connection: Connection, entity: str, renderings: list[Rendering], vectors: Vectors) -> None:
    sets: Sets[Place] = Sets()
    sure: dict[Place, Match] = {}
    doubtful: list[tuple[Rendering, Rendering, Match]] = []
    for one, others in _neighbours(renderings):
        compared = [other for other in others if not sets.together(one.place, other.place)]
        for other, match in _matches(one, compared, vectors):
            if match.probability >= _enough(one, other):
                _join(sets, sure, one, other, match)
            else:
                doubtful.append((one, other, match))
    for one, other, match in _in_turn(renderings, doubtful, sets):
        _join(sets, sure, one, other, match)
    by_place = {rendering.place: rendering for rendering in renderings}
    for group in sets.groups(by_place):
        if len(group) > 1:
            _write(connection, entity, [by_place[place] for place in sorted(group)], sure)


def _enough(one: Rendering, other: Rendering) -> float:
    dated = one.day is not None and other.day is not None
    return _ENOUGH if dated and one.place[0] != other.place[0] else _ENOUGH_OTHERWISE


def _join(
    sets: Sets[Place], sure: dict[Place, Match], one: Rendering, other: Rendering, match: Match
) -> None:
    sets.join(one.place, other.place)
    for place in (one.place, other.place):
        sure[place] = min(sure.get(place, match), match)


def _in_turn(
    renderings: list[Rendering], doubtful: list[tuple[Rendering, Rendering, Match]], sets: Sets[Place]
) -> list[tuple[Rendering, Rendering, Match]]:
    """Doubtful matches of a statement that stands next to a sure one: one sentence told as two."""
    beside: dict[Place, set[Place]] = {}
    rows = sorted(renderings, key=lambda r: (r.place[0], r.start))
    for before, after in pairwise(rows):
        if before.place[0] == after.place[0]:
            beside.setdefault(before.place, set()).add(after.place)
            beside.setdefault(after.place, set()).add(before.place)
    return [
        (one, other, match._replace(reasons=(*match.reasons, "the words beside them are matched already")))
        for one, other, match in doubtful
        if one.place[0] != other.place[0]
        and (
            any(sets.together(place, other.place) for place in beside.get(one.place, ()))
            or any(sets.together(place, one.place) for place in beside.get(other.place, ()))
        )
    ]


def _neighbours(renderings: list[Rendering]) -> Iterator[tuple[Rendering, list[Rendering]]]:
    """Each statement with those after it that may be of the same day and worth a closer look."""
    for number, one in enumerate(renderings):
        own = around(one.day, _DAYS, _DAYS)
        near = []
        for other in renderings[number + 1 :]:
            theirs = around(other.day, 0, 0)
            if own and theirs and theirs.first > own.last:
                continue  # dated ones are in order, but the undated at the end are still to come
            if compatible(own, theirs) and _worth_it(one, other):
                near.append(other)
            if len(near) >= _NEIGHBOURS:
                break
        if near:
            yield one, near


def _worth_it(one: Rendering, other: Rendering) -> bool:
    return one.language != other.language or texts.containment(one.grams, other.grams) >= _SHARED


def _matches(one: Rendering, others: list[Rendering], vectors: Vectors) -> Iterator[tuple[Rendering, Match]]:
    unequal = [other for other in others if other.plain != one.plain]
    for other in others:
        if other.plain == one.plain:
            yield other, Match(1.0, ("the same words",))
    if unequal:
        found = vectors.of(piece for rendering in (one, *unequal) for piece in rendering.pieces)
        for other in unequal:
            match = _best(one, other, found)
            if match.probability >= _ENOUGH_IN_TURN:
                yield other, match


def _best(one: Rendering, other: Rendering, vectors: dict[str, Vector]) -> Match:
    """The best match of the wholes, or of the whole of one with a sentence of the other."""
    pairs = {(one.pieces[0], other.pieces[0])}
    if one.place[0] != other.place[0]:  # a report has much of one speaker that is near in a sentence
        pairs |= {(one.pieces[0], piece) for piece in other.pieces}
        pairs |= {(piece, other.pieces[0]) for piece in one.pieces}
    about = (one.about, other.about)
    rated = [(score(a, b, float(vectors[a] @ vectors[b]), about), a, b) for a, b in sorted(pairs)]
    probability, left, right = max(rated)
    across = "" if one.language == other.language else f" across {one.language} and {other.language}"
    reasons = [f"the words say the same{across} ({float(vectors[left] @ vectors[right]):.2f} of 1)"]
    if texts.numbers(left) and texts.numbers(left) == texts.numbers(right):
        reasons.append("the numbers agree")
    if one.about & other.about:
        reasons.append("they speak of the same")
    return Match(probability, tuple(reasons))


def _write(connection: Connection, entity: str, group: list[Rendering], sure: dict[Place, Match]) -> None:
    places = [rendering.place for rendering in group]
    key = mark("u", *places[0])
    weakest = min(sure[place] for place in places)
    days: Iterable[str] = sorted(rendering.day for rendering in group if rendering.day)
    reasons = ("the same speaker, days that agree", *weakest.reasons)
    row = {
        "id": key,
        "entity": entity,
        "day": next(iter(days), None),
        "confidence": round(weakest.probability, 3),
        "reasons": msgspec.json.encode(reasons),
    }
    connection.execute(insert(tables.utterance).values(row))
    members = [{"report": report, "statement": statement, "utterance": key} for report, statement in places]
    connection.execute(insert(tables.utterance_of), members)
