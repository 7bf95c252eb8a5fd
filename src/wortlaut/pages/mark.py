"""Marks over a text: findings that nest, cross or touch become segments that open and close cleanly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from wortlaut.record import Span

Kind = Literal["furniture", "cited", "statement", "contact", "actor", "time", "hit"]

# Of marks over the very same characters the earlier kind goes outside.
_RANK: dict[str, int] = {
    "furniture": 0, "cited": 1, "statement": 2, "contact": 3, "actor": 4, "time": 5, "hit": 6,
}  # fmt: skip


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One span of one finding; ``part`` counts the spans of a finding from 0, ``look`` is its form."""

    key: str
    kind: Kind
    span: Span
    part: int = 0
    look: str = ""


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """A mark that opens before a segment.

    ``first``: its own first character follows (it was not merely cut and opened again); ``depth`` is
    the number of marks of its kind that it lies in.
    """

    mark: Mark
    first: bool
    depth: int = 0


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text under the same marks, what opens before it, how many close after it."""

    text: str
    opens: tuple[Opening, ...] = ()
    closes: int = 0


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the text as received, without its line end."""

    span: Span
    segments: tuple[Segment, ...]


def mark(text: str, findings: Iterable[Mark], start: int = 0) -> tuple[Segment, ...]:
    """``text``, which begins at ``start`` of the whole, cut where a finding begins or ends.

    The texts of the segments joined are ``text``. Marks always close in the order in which they were
    opened, the last first; of two that cross, the one opened later is closed and opened again.
    """
    stop = start + len(text)
    inside = [m for m in findings if m.span[0] < m.span[1] and m.span[0] < stop and start < m.span[1]]
    if not text:
        return ()
    cuts = sorted({start, stop, *(c for m in inside for c in m.span if start < c < stop)})
    return tuple(_segments(text, start, cuts, inside))


def lines(text: str, findings: Sequence[Mark]) -> tuple[Line, ...]:
    """Each line of ``text`` with the marks that lie on it."""
    spans = list(_line_spans(text))
    begins = [begin for begin, _ in spans]
    on_line: list[list[Mark]] = [[] for _ in spans]
    for finding in findings:
        line = max(0, bisect_right(begins, finding.span[0]) - 1)
        while line < len(spans) and spans[line][0] < finding.span[1]:
            on_line[line].append(finding)
            line += 1
    return tuple(
        Line(span=span, segments=mark(text[span[0] : span[1]], marks, span[0]))
        for span, marks in zip(spans, on_line, strict=True)
    )


def _line_spans(text: str) -> Iterator[Span]:
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield begin, end
        begin = end + 1
    if begin < len(text):
        yield begin, len(text)


def _segments(text: str, start: int, cuts: list[int], marks: list[Mark]) -> Iterator[Segment]:
    waiting: dict[int, list[Mark]] = {}
    for found in marks:
        waiting.setdefault(max(found.span[0], start), []).append(found)
    stack: list[Mark] = []
    for begin, end in pairwise(cuts):
        opening = sorted([*_reopened(stack, begin), *waiting.get(begin, [])], key=_outermost)
        depths = _push(stack, opening)
        yield Segment(
            text=text[begin - start : end - start],
            opens=tuple(
                Opening(mark=m, first=m.span[0] == begin, depth=d)
                for m, d in zip(opening, depths, strict=True)
            ),
            closes=_closing(stack, end, cuts[-1]),
        )


def _reopened(stack: list[Mark], begin: int) -> list[Mark]:
    """Take off the stack what was closed before ``begin``; give back what goes on after it."""
    level = next((n for n, m in enumerate(stack) if m.span[1] <= begin), len(stack))
    cut = stack[level:]
    del stack[level:]
    return [m for m in cut if m.span[1] > begin]


def _push(stack: list[Mark], opening: list[Mark]) -> list[int]:
    depths = []
    for found in opening:
        depths.append(sum(m.kind == found.kind for m in stack))
        stack.append(found)
    return depths


def _closing(stack: list[Mark], end: int, stop: int) -> int:
    """How many marks must be closed at ``end``: those that end there, and all opened within them."""
    level = next((n for n, m in enumerate(stack) if m.span[1] <= end or end == stop), len(stack))
    return len(stack) - level


def _outermost(found: Mark) -> tuple[int, int, int, str]:
    return -found.span[1], _RANK[found.kind], found.span[0], found.key
