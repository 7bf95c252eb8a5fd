"""“PORT HALDEN (Norden Wire) – Vale said …”: what stands before the dash is no part of the sentence."""

from __future__ import annotations

from dataclasses import replace

from wortlaut.statements.english.units import DASHES, Line

_LONGEST = 16  # units
_MARKS = DASHES | {":"}


def without_dateline(line: Line) -> Line:
    """The line behind a place in capitals, an agency in brackets and a dash; all of it if it has none."""
    units = line.units
    if not units[0].word.isupper():
        return line
    head = [unit.word for unit in units[:_LONGEST]]
    opening = head.index("(") if "(" in head else 0
    closing = head.index(")", opening) if opening and ")" in head[opening:] else 0
    start = closing + 1
    while closing and start < len(head) and head[start] in _MARKS:
        start += 1
    return replace(line, units=units[start:]) if start > closing + 1 and start < len(units) else line
