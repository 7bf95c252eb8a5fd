"""To whom something is said: the actor whose case or preposition says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from wortlaut.languages import Passage, load
from wortlaut.record import Actor, Span, Statement, overlaps
from wortlaut.statements.attribution.around import Around, tokens_in

_BACK = 4  # words that may stand between a preposition and the name: articles, adjectives
_NEAR = 12


def addressees(
    passage: Passage, statement: Statement, place: Around, actors: Sequence[Actor], act: str
) -> tuple[str, ...]:
    """Ids of the actors addressed in the clause of the cue; of several only the nearest to the cue."""
    if not place.cue:
        return ()
    rules = _rules(passage.language)
    taken = [span for span in (statement.source.span, statement.cue) if span]
    found: list[tuple[int, str]] = []
    for actor in actors:
        for mention in actor.mentions:
            indices = tokens_in(passage, mention)
            if not indices or indices.start not in place.clause or any(overlaps(mention, t) for t in taken):
                continue
            if actor.id != statement.source.actor and _addressed(passage, place, indices, act, rules):
                found.append((_distance(place, indices), actor.id))
    near = sorted(pair for pair in found if pair[0] <= _NEAR)
    return (near[0][1],) if near else ()


def _distance(place: Around, indices: range) -> int:
    return min(abs(indices.start - place.cue[-1]), abs(indices.stop - 1 - place.cue[0]))


def _addressed(
    passage: Passage, place: Around, indices: range, act: str, rules: Mapping[str, frozenset[str]]
) -> bool:
    """Do the words before a name make it the one who is spoken to?"""
    before = [
        passage.word(i).lower() for i in range(max(place.clause[0], indices.start - _BACK), indices.start)
    ]
    for word in reversed(before):
        if word in rules["prepositions"]:
            return True
        if word in rules["other_prepositions"]:
            return False
    if act in rules["plain_acts"]:
        return not before or before[-1] not in rules["genitive"]
    verb = passage.word(place.cue[-1]).lower()
    if verb in rules["verbs"]:
        return indices.start > place.cue[-1]
    return bool(before) and before[-1] in rules["dative"]


@cache
def _rules(language: str) -> dict[str, frozenset[str]]:
    data = load(language, "addressees")
    names = ("prepositions", "other_prepositions", "plain_acts", "genitive", "verbs", "dative")
    return {name: frozenset(data.get(name, ())) for name in names}


def mentioned(actors: Sequence[Actor]) -> tuple[Span, ...]:
    """All mentions of all actors."""
    return tuple(mention for actor in actors for mention in actor.mentions)
