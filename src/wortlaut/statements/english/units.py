"""A report as lines of units: a unit is a word, a mark, or a whole quotation.

What stands inside a quotation says nothing about who says what around it, so a quotation of some
length is one unit, and a sentence goes on around it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from wortlaut.languages import Passage, Quotation, load
from wortlaut.record import Span

QUOTATION = "<quotation>"
_SHORTEST = 4  # a quotation of fewer words is part of the sentence around it
_MARKS = frozenset('"“”„‟«»‹›‘‚')
_STILL_TO_COME = 8  # so many words may follow a quotation ending in "?" or "!" before its cue
_SAID = frozenset(load("en", "verbs")["said"])


class Unit(NamedTuple):
    """``span`` is what it covers (a quotation without its marks); ``word`` its text, or ``QUOTATION``."""

    span: Span
    word: str
    outer: Span


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of units, and which paragraph it stands in; ``ends`` if a paragraph ends with it."""

    units: tuple[Unit, ...]
    paragraph: int


def lines(passage: Passage) -> list[Line]:
    """The sentences of the article text as units, in the order of the text."""
    whole = _whole_quotations(passage)
    found: list[Line] = []
    units: list[Unit] = []
    paragraph, covered = 0, -1
    for sentence in passage.sentences:
        if not passage.in_body((sentence.start, sentence.end)):
            continue
        if units and _breaks(passage, units[-1].outer[1], sentence.start):
            found.append(Line(tuple(units), paragraph))
            units = []
        if found and _breaks(passage, found[-1].units[-1].outer[1], sentence.start):
            paragraph += 1
        for index in range(sentence.first, sentence.last):
            start, end = passage.tokens[index]
            if start < covered:
                continue
            if start in whole:
                covered = whole[start].outer[1]
                units.append(Unit(whole[start].inner, QUOTATION, whole[start].outer))
            elif passage.text[start] not in _MARKS:
                units.append(Unit((start, end), passage.text[start:end], (start, end)))
        if units and covered <= sentence.end and not _goes_on(passage, units, sentence.last):
            found.append(Line(tuple(units), paragraph))
            units = []
    if units:
        found.append(Line(tuple(units), paragraph))
    return found


def _breaks(passage: Passage, end: int, start: int) -> bool:
    return "\n" in passage.text[end:start]


def _whole_quotations(passage: Passage) -> dict[int, Quotation]:
    """Quotations that are one unit, by where their first mark stands."""
    starts = [token.start for token in passage.tokens]
    found = {}
    goes_on = {
        a.outer for a, b in zip(passage.quotations, passage.quotations[1:], strict=False) if b.continued
    }
    for quotation in passage.quotations:
        first, last = (bisect_left(starts, place) for place in quotation.inner)
        ends = passage.text[quotation.inner[1] - 1] in ",.!?"
        bounded = quotation.closed or quotation.outer in goes_on
        if quotation.depth == 0 and bounded and (ends or last - first >= _SHORTEST):
            found[quotation.outer[0]] = quotation
    return found


def _goes_on(passage: Passage, units: list[Unit], following: int) -> bool:
    """Does the sentence go on behind a question or a cry it quotes ("“Why?” Berg asked.")?"""
    last = units[-1]
    if last.word != QUOTATION or passage.text[last.span[1] - 1] not in "?!,":
        return False
    if following >= len(passage.tokens) or _breaks(passage, last.outer[1], passage.tokens[following].start):
        return False
    coming = range(following, min(following + _STILL_TO_COME, len(passage.tokens)))
    return any(passage.word(index) in _SAID for index in coming)
