"""The form of a statement: are its words quoted?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from wortlaut.languages import Passage
from wortlaut.record import Span
from wortlaut.record.types import Form

__all__ = ["form"]


def form(passage: Passage, content: Sequence[Span]) -> Form:
    """``direct`` if all of the content is quoted, ``mixed`` if part of it is, else ``indirect``.

    Quotation marks at its edges, which belong to no content, change nothing.
    """
    inner = [q.inner for q in passage.quotations if q.depth == 0]
    touched = [_touching(inner, span) for span in content]
    if not any(touched):
        return "indirect"
    whole = all(
        any(a <= start and end <= b for a, b in near)
        for (start, end), near in zip(content, touched, strict=True)
    )
    return "direct" if whole else "mixed"


def _touching(inner: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_right(inner, span[0], key=lambda q: q[1])
    last = bisect_left(inner, span[1], key=lambda q: q[0])
    return inner[first:last]
