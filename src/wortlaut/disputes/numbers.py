"""Two figures for one thing, each by another count: organisers and police, government and opposition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.disputes.text import Ground, Line
from wortlaut.record import Span

_FIGURE = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d+")
_PIECE = re.compile(r"[^,;:]+(?:[,:](?=\d)[^,;:]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Count:
    """A piece of a sentence in which somebody who counts gives a figure."""

    span: Span
    sentence: int
    counter: frozenset[str]
    figures: frozenset[str]
    things: frozenset[str]


def find_differing(ground: Ground) -> Iterator[tuple[Count, Count]]:
    """Pairs of counts near to one another that differ in counter and figure; the first is the claim."""
    counts = [count for number in range(len(ground.starts)) for count in _counts(ground, number)]
    for first, second in pairwise(counts):
        near = second.sentence - first.sentence <= _NEAR
        differ = first.figures.isdisjoint(second.figures) and first.counter.isdisjoint(second.counter)
        if near and differ and _one_thing(first, second):
            yield first, second


def carrier(ground: Ground, count: Count, other: Count) -> Line | None:
    """The statement that gives the figure, if one does, and not the other side's too."""
    inside = (line for line in ground.lines if line.hull[0] < count.span[1] and count.span[0] < line.hull[1])
    for line in inside:
        figures = _figures(ground, line.words)
        if not count.figures.isdisjoint(figures) and other.figures.isdisjoint(figures):
            return line
    return None


def _counts(ground: Ground, number: int) -> Iterator[Count]:
    sentence = ground.passage.sentences[number]
    text = ground.passage.text
    for match in _PIECE.finditer(text, sentence.start, sentence.end):
        words = frozenset(_WORD.findall(match.group().lower()))
        figures = _figures(ground, match.group())
        counter = words & ground.lexicon.counters
        if counter and figures:
            start = match.end() - len(match.group().lstrip())
            end = match.start() + len(match.group().rstrip(" .!?"))
            yield Count((start, end), number, counter, figures, words & ground.lexicon.people)


def _figures(ground: Ground, words: str) -> frozenset[str]:
    plain = {re.sub(r"\D", "", match) for match in _FIGURE.findall(words)}
    return frozenset(plain | (set(words.lower().split()) & ground.lexicon.number_words))


def _one_thing(first: Count, second: Count) -> bool:
    """Both count people; a short second count may leave out whom."""
    return bool(first.things) and (bool(second.things) or second.span[1] - second.span[0] < 60)
