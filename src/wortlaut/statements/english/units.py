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
_LONGEST = 160  # a sentence of more units is cut: time must grow with the length of the text only
_MARKS = frozenset('"“”„‟«»‹›‘‚')
DASHES = frozenset("―—–-")
_STILL_TO_COME = 8  # so many words may follow a quotation ending in "?" or "!" before its cue
_SAID = frozenset(load("en", "verbs")["said"])


class Unit(NamedTuple):
    """``span`` is what it covers (a quotation without its marks); ``word`` its text, or ``QUOTATION``."""

    span: Span
    word: str
    outer: Span


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of units, and which paragraph it stands in."""

    units: tuple[Unit, ...]
    paragraph: int

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return self.units[0].outer[0], self.units[-1].outer[1]


def lines(passage: Passage) -> list[Line]:
    """The sentences of the article text as units, in the order of the text."""
    whole = _whole_quotations(passage)
    found: list[Line] = []
    units: list[Unit] = []
    paragraph, covered, end = 0, -1, 0
    for sentence in passage.sentences:
        if not passage.in_body((sentence.start, sentence.end)):
            continue
        if _breaks(passage, end, sentence.start):
            if units:
                found.append(Line(tuple(units), paragraph))
                units = []
            paragraph += 1
        end = sentence.end
        for index in range(sentence.first, sentence.last):
            token = passage.tokens[index]
            if token.start < covered:
                continue
            if len(units) >= _LONGEST:
                found.append(Line(tuple(units), paragraph))
                units = []
            if token.start in whole:
                covered = whole[token.start].outer[1]
                units.append(Unit(whole[token.start].inner, QUOTATION, whole[token.start].outer))
            elif passage.text[token.start] not in _MARKS:
                units.append(Unit((token.start, token.end), passage.word(index), (token.start, token.end)))
        if units and covered <= sentence.end and not _goes_on(passage, units, sentence.last):
            found.append(Line(tuple(units), paragraph))
            units = []
    if units:
        found.append(Line(tuple(units), paragraph))
    return found


def is_quotation_alone(line: Line) -> bool:
    """Does the line consist of nothing but quotations?"""
    words = [u for u in line.units if u.word == QUOTATION or u.word[0].isalnum()]
    return bool(words) and all(u.word == QUOTATION for u in words)


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
    if last.word != QUOTATION:
        return False
    if following >= len(passage.tokens) or _breaks(passage, last.outer[1], passage.tokens[following].start):
        return False
    if passage.word(following) in DASHES:
        return True
    if passage.text[last.span[1] - 1] not in "?!,":
        return False
    coming = range(following, min(following + _STILL_TO_COME, len(passage.tokens)))
    return any(passage.word(index) in _SAID for index in coming)
