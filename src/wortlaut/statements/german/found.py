"""What a rule has found, in words of a unit, before it becomes a statement."""

from __future__ import annotations

from typing import NamedTuple

from wortlaut.record import Span
from wortlaut.statements.german.units import Word, trimmed


class Found(NamedTuple):
    """A candidate: spans into the text; ``weight`` decides between candidates for the same words.

    ``speakers`` holds one span per speaker; empty if only the context says who speaks. ``addressees`` holds
    those whom the words of the cue's clause name as spoken to.
    """

    rule: str
    weight: int
    speakers: tuple[Span, ...]
    cue: Span | None
    particle: Span | None
    content: tuple[Span, ...]
    addressees: tuple[Span, ...] = ()


def spans(text: str, words: tuple[Word, ...], ranges: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    """Word ranges as content spans, trimmed; empty ones are left out."""
    cut = (trimmed(text, (words[a].start, words[b - 1].end)) for a, b in ranges if a < b)
    return tuple(span for span in cut if span is not None)


def speakers(text: str, words: tuple[Word, ...], ranges: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    """Word ranges as source spans; „(CDU)“ behind a name belongs to it."""
    found = []
    for a, b in ranges:
        if a >= b or (b - a == 1 and words[a].low == "man"):  # "man" names nobody
            continue
        start, end = words[a].start, words[b - 1].end
        if text[end : end + 2] == " (" and text.find(")", end, end + 40) > 0:
            end = text.find(")", end, end + 40) + 1
        cut = trimmed(text, (start, end))
        if cut is not None:
            found.append(cut)
    return tuple(found)
