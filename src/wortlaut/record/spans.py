"""Spans over code points: made once, never moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def overlap(left: Span, right: Span) -> int:
    """Number of code points that two spans share (0 if none)."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def overlaps(left: Span, right: Span) -> bool:
    """Do two spans share a code point?"""
    return left[0] < right[1] and right[0] < left[1]


def shared(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Number of code points that two contents share; neither may overlap itself."""
    return sum(overlap(a, b) for a in left for b in right)


def size(spans: Iterable[Span]) -> int:
    """Number of code points of a content."""
    return sum(end - start for start, end in spans)


def likeness(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Shared over joint code points of two contents (Jaccard), from 0 to 1."""
    both = shared(left, right)
    joint = size(left) + size(right) - both
    return both / joint if joint else 0.0


def contains(outer: Span, inner: Span) -> bool:
    """Does ``outer`` hold the whole of ``inner``?"""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def within(span: Span, spans: Iterable[Span]) -> bool:
    """Does one of ``spans`` hold the whole of ``span``?"""
    return any(contains(outer, span) for outer in spans)


def trim(text: str, span: Span, strip: str = "") -> Span | None:
    """``span`` without white space (and characters of ``strip``) at its edges; None if nothing is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in strip):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in strip):
        end -= 1
    return (start, end) if start < end else None
