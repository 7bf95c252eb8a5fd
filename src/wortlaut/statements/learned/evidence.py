"""How far the network bears out a statement that a rule has found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wortlaut.languages import Passage, tokens_in
from wortlaut.record import Statement
from wortlaut.statements.learned.decode import CONTENT, SOURCE
from wortlaut.statements.learned.network import CUE, START, Reading

__all__ = ["Evidence", "evidence"]

_BESIDE = 2  # tokens between where a rule and where the network sees a statement begin


class Evidence(NamedTuple):
    """``chance``: of the anchor, times the mean chance of the content's words; ``source``: the best chance of
    the source's words, 1 where the statement names none; ``token``: of the anchor, None where there is none.
    """

    chance: float
    source: float
    token: int | None


def evidence(passage: Passage, readings: Sequence[Reading], statement: Statement) -> Evidence:
    """The best that any reading anchored at the statement's cue, or at its first word, says of it."""
    content = [index for span in statement.content for index in tokens_in(passage, span)]
    if not content:
        return Evidence(0.0, 0.0, None)
    span = statement.source.span
    source = tokens_in(passage, span) if span else range(0)
    found = (
        Evidence(
            reading.chance * reading.mean(content, CONTENT),
            reading.best(source, SOURCE) if source else 1.0,
            reading.token,
        )
        for reading in _near(passage, readings, statement, content[0])
    )
    return max(found, default=Evidence(0.0, 0.0, None))


def _near(
    passage: Passage, readings: Sequence[Reading], statement: Statement, first: int
) -> Iterable[Reading]:
    if statement.cue is not None:
        cue = tokens_in(passage, statement.cue)
        low, high, kind = cue.start - _BESIDE, cue.stop, CUE
    else:
        low, high, kind = first - _BESIDE, first + _BESIDE, START
    start = bisect_left(readings, low, key=lambda reading: reading.token)
    stop = bisect_left(readings, high + 1, key=lambda reading: reading.token)
    return (reading for reading in readings[start:stop] if reading.kind == kind)
