"""How far the network bears out a statement that a rule has found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wortlaut.languages import Passage
from wortlaut.record import Span, Statement
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
    content = [index for span in statement.content for index in _tokens(passage, span)]
    if not content:
        return Evidence(0.0, 0.0, None)
    span = statement.source.span
    source = _tokens(passage, span) if span else range(0)
    found = (
        Evidence(
            reading.chance * _mean(reading, content, CONTENT),
            _best(reading, source, SOURCE) if source else 1.0,
            reading.token,
        )
        for reading in _near(passage, readings, statement, content[0])
    )
    return max(found, default=Evidence(0.0, 0.0, None))


def _near(
    passage: Passage, readings: Sequence[Reading], statement: Statement, first: int
) -> Iterable[Reading]:
    if statement.cue is not None:
        cue = _tokens(passage, statement.cue)
        low, high, kind = cue.start - _BESIDE, cue.stop, CUE
    else:
        low, high, kind = first - _BESIDE, first + _BESIDE, START
    start = bisect_left(readings, low, key=lambda reading: reading.token)
    stop = bisect_left(readings, high + 1, key=lambda reading: reading.token)
    return (reading for reading in readings[start:stop] if reading.kind == kind)


def _tokens(passage: Passage, span: Span) -> range:
    first = bisect_left(passage.tokens, span[0] + 1, key=lambda token: token[1])
    return range(first, max(first, bisect_left(passage.tokens, span[1], key=lambda token: token[0])))


def _rows(reading: Reading, tokens: Iterable[int]) -> list[int]:
    size = len(reading.labels)
    return [row for index in tokens if 0 <= (row := index - reading.first) < size]


def _mean(reading: Reading, tokens: Iterable[int], label: int) -> float:
    rows = _rows(reading, tokens)
    return float(reading.labels[rows, label].mean()) if rows else 0.0


def _best(reading: Reading, tokens: Iterable[int], label: int) -> float:
    rows = _rows(reading, tokens)
    return float(reading.labels[rows, label].max()) if rows else 0.0
