"""Quotation marks of all styles, nested and broken."""

from __future__ import annotations

from typing import NamedTuple

from wortlaut.record.spans import Span


class Quotation(NamedTuple):
    """A quotation: ``inner`` without its marks, ``outer`` with them; ``closed`` if both marks stand there."""

    outer: Span
    inner: Span
    depth: int
    closed: bool


_PAIRS = {"„": "“”\"", "“": "”", "»": "«", "«": "»", '"': '"', "‚": "‘’", "‹": "›", "›": "‹"}


def quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of ``text`` in the order of their beginnings; never raises on odd marks."""
    found = []
    position = 0
    while position < len(text):
        closers = _PAIRS.get(text[position])
        if closers is None:
            position += 1
            continue
        end = min((i for i in (text.find(c, position + 1) for c in closers) if i >= 0), default=-1)
        if end < 0 or "\n\n" in text[position:end] or end == position + 1:
            position += 1
            continue
        found.append(Quotation((position, end + 1), (position + 1, end), 0, True))
        position = end + 1
    return tuple(found)
