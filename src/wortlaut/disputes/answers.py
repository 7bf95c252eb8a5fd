"""An accused who answers: a negated statement that takes up the words of an earlier one of somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.disputes.text import Ground, Line, nested, same_speaker

_REACH = 8
_ENOUGH = 0.8
_SHARED = 2
_RECENT = 40
_SHARE = 0.35


def find_answers(ground: Ground, told: frozenset[str]) -> Iterator[tuple[Line, Line]]:
    """Pairs of claim and answer; ``told`` are statements that already stand in a dispute."""
    for place, answer in enumerate(ground.lines):
        if answer.id in told or not negated(ground, answer):
            continue
        recent = ground.lines[max(place - _RECENT, 0) : place]
        earlier = [line for line in recent if _may_be_meant(ground, line, answer)]
        scored = [(_weight(ground, line, answer), line.hull[0], line.id, line) for line in earlier]
        best = max(scored, default=None)
        if best is not None and best[0] >= _ENOUGH:
            yield best[3], answer


def negated(ground: Ground, line: Line) -> bool:
    """Does the statement hold a word of negation?"""
    return not ground.lexicon.negations.isdisjoint(line.words.lower().split())


def _may_be_meant(ground: Ground, line: Line, answer: Line) -> bool:
    if answer.first - line.last > _REACH or line.last > answer.first or negated(ground, line):
        return False
    shared = len(line.stems & answer.stems)
    little = shared < _SHARED or shared < _SHARE * min(len(line.stems), len(answer.stems))
    if nested(line, answer) or little or same_speaker(ground, line, answer):
        return False
    accuses = line.statement.act in ("accuse", "criticise", "state", "announce", "demand", "intend")
    return accuses and answer.statement.act in ("state", "deny", "refuse", "promise")


def _weight(ground: Ground, line: Line, answer: Line) -> float:
    return sum(ground.weights.get(stem, 0.0) for stem in line.stems & answer.stems)
