"""Statements with their places in the text: sentence, words, speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wortlaut.disputes.lexicon import Lexicon
from wortlaut.languages import Passage
from wortlaut.record import Span, Statement

_NAME = re.compile(r"\b[^\W\d_a-zäöüß][\w-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A statement as the search for disputes sees it."""

    statement: Statement
    hull: Span
    first: int
    last: int
    words: str
    stems: frozenset[str]
    source: str

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id


@dataclass(frozen=True, slots=True)
class Ground:
    """What every rule reads: the passage, its words, the statements in order."""

    passage: Passage
    lexicon: Lexicon
    starts: tuple[int, ...]
    lines: tuple[Line, ...]
    weights: Mapping[str, float] = field(default_factory=dict)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def text(self, span: Span) -> str:
        """The words of a span."""
        return self.passage.text[span[0] : span[1]]


def ground(passage: Passage, words: Lexicon, statements: Sequence[Statement]) -> Ground:
    """Lay out the statements that have content, in the order of the text."""
    starts = tuple(sentence.start for sentence in passage.sentences)
    bare = Ground(passage, words, starts, ())
    lines = sorted((_line(bare, s) for s in statements if s.content), key=lambda line: (line.hull, line.id))
    return Ground(passage, words, starts, tuple(lines), _rarity(lines))


def _rarity(lines: Sequence[Line]) -> dict[str, float]:
    """How much a shared word says: the fewer statements hold it, the more."""
    counts = Counter(stem for line in lines for stem in line.stems)
    return {stem: 0.5 / count**0.5 for stem, count in counts.items()}


def _line(ground: Ground, statement: Statement) -> Line:
    hull = (min(start for start, _ in statement.content), max(end for _, end in statement.content))
    anchors = [hull, *(span for span in (statement.cue,) if span)]
    text = " ".join(ground.text(span) for span in statement.content)
    return Line(
        statement=statement,
        hull=hull,
        first=ground.sentence_at(min(start for start, _ in anchors)),
        last=ground.sentence_at(max(end for _, end in anchors) - 1),
        words=text,
        stems=ground.lexicon.stems(text),
        source=ground.text(statement.source.span) if statement.source.span else "",
    )


def nested(left: Line, right: Line) -> bool:
    """Do two statements share words: speech within speech?"""
    return left.hull[0] < right.hull[1] and right.hull[0] < left.hull[1]


def same_speaker(ground: Ground, left: Line, right: Line) -> bool:
    """The same actor, or where none is known a shared word in the names."""
    ours, theirs = left.statement.source, right.statement.source
    if ours.actor and theirs.actor:
        return ours.actor == theirs.actor
    return bool(names_in(ground, left.source) & names_in(ground, right.source))


def names_in(ground: Ground, source: str) -> frozenset[str]:
    """The capitalised words of a source, without "Angaben" and the like."""
    nouns = (
        ground.lexicon.fact
        | ground.lexicon.demand
        | {"Nach", "Laut", "According", "Der", "Die", "Das", "The"}
    )
    return frozenset(word for word in _NAME.findall(source) if word not in nouns)
