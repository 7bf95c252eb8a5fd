"""To whom something is said: the actor whose case or preposition says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from wortlaut.languages import Passage, load, tokens_in
from wortlaut.record import Statement, overlaps
from wortlaut.statements.attribution.around import Around
from wortlaut.statements.attribution.mentions import Mention, Mentions

_BACK = 4  # words that may stand between a preposition and the name: articles, adjectives
_NEAR = 12
_EARLY = 10
_OBJECT = 3
_NAME = 4  # tokens of a content that is no more than a name
_OPENING = 5  # first words of a content that may name who is to act

Rules = Mapping[str, frozenset[str]]


def addressees(
    passage: Passage, statement: Statement, place: Around, mentions: Mentions, act: str
) -> tuple[str, ...]:
    """Id of the actor addressed in the clause of the cue, the nearest; else of whom the content asks."""
    if not place.cue:
        return ()
    rules = _rules(passage.language)
    taken = [span for span in (statement.source.span, statement.cue) if span]
    others = [
        mention
        for mention in mentions.within(place.reach)
        if mention.actor != statement.source.actor and not any(overlaps(mention.span, t) for t in taken)
    ]
    inside = frozenset(place.clause)
    source = tokens_in(passage, statement.source.span) if statement.source.span else range(0)
    near = sorted(
        (_distance(place, mention), mention.actor)
        for mention in others
        if mention.tokens.start in inside and _addressed(passage, place, mention, source, act, rules)
    )
    if near and near[0][0] <= _NEAR:
        return (near[0][1],)
    if (target := _object(passage, place, others, act, rules)) is not None:
        return (target,)
    return _asked_of(passage, place, others, rules) if act == "demand" else ()


def _object(passage: Passage, place: Around, others: Sequence[Mention], act: str, rules: Rules) -> str | None:
    """The name that the content is, or begins with right behind the cue: "accused | Anna Berg of lying"."""
    if act not in rules["object_acts"] or not place.content:
        return None
    first = place.content[0]
    if first != place.cue[-1] + 1 and len(place.content) > _NAME:
        return None
    near = (m for m in others if first <= m.tokens.start < first + _OBJECT)
    return next((m.actor for m in near if not rules["all"] & set(_before(passage, m, first))), None)


def _distance(place: Around, mention: Mention) -> int:
    return min(abs(mention.tokens.start - place.cue[-1]), abs(mention.tokens.stop - 1 - place.cue[0]))


def _before(passage: Passage, mention: Mention, floor: int) -> list[str]:
    """The words before a name, the nearest first."""
    indices = range(mention.tokens.start - 1, max(floor, mention.tokens.start - _BACK) - 1, -1)
    return [passage.word(i).lower() for i in indices]


def _addressed(
    passage: Passage, place: Around, mention: Mention, source: range, act: str, rules: Rules
) -> bool:
    """Do the words before a name make it the one who is spoken to?"""
    behind = mention.tokens.start > place.cue[-1]
    floor = place.cue[-1] + 1 if behind else place.clause[0]
    if source.stop <= mention.tokens.start:
        floor = max(floor, source.stop)
    before = _before(passage, mention, floor)
    for word in before:
        if word in rules["prepositions"] or (word in rules["aimed"] and act in rules["aimed_acts"]):
            return True
        if word in rules["other_prepositions"]:
            return False
    if act in rules["plain_acts"]:
        return not before or before[0] not in rules["genitive"]
    if passage.word(place.cue[-1]).lower() in rules["verbs"]:
        return behind
    return bool(before) and before[0] in rules["dative"]


def _asked_of(passage: Passage, place: Around, others: Sequence[Mention], rules: Rules) -> tuple[str, ...]:
    """Of whom a demand wants something: "Garantien von Nordland", "dass Nordland …", "sollte Nordland"."""
    within = {index: position for position, index in enumerate(place.content)}
    opens_with = place.content and passage.word(place.content[0]).lower() in rules["clause"]
    for mention in others:
        start = mention.tokens.start
        if start in within:
            governing = next(
                (w for w in _before(passage, mention, place.content[0]) if w in rules["all"]), ""
            )
            asked = governing in rules["asked_of"] and within[start] < _EARLY
            if asked or (not governing and opens_with and within[start] < _OPENING):
                return (mention.actor,)
    return ()


@cache
def _rules(language: str) -> dict[str, frozenset[str]]:
    data = load(language, "addressees")
    names = ("prepositions", "other_prepositions", "plain_acts", "genitive", "verbs", "dative")
    further = ("aimed", "aimed_acts", "asked_of", "clause", "object_acts")
    found = {name: frozenset(data.get(name, ())) for name in (*names, *further)}
    return found | {"all": found["prepositions"] | found["other_prepositions"] | found["aimed"]}
