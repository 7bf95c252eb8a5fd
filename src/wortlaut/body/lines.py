"""The lines of a text as a reader sees them: where they stand, their words, whether they are prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.record import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_END = re.compile(r"[.!?…。！？।؟:;][\"'“”‘’»«›‹)\]]{0,3}(?: ?\([\w/., -]{2,20}\))?\s*$|[。」』]$")
_INNER_END = re.compile(r"[.!?…][\"'“”‘’»«›‹)\]]{0,2} +[\"'“„‘»«(\[]{0,2}[^\W\d_a-z]|[。！？।؟]")
_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")

READ_WORDS = 1500
"""So many characters of a line are cut into words: nothing that marks furniture stands later."""
PROSE = 60
"""A line from this width on that ends like a sentence is prose (wide letters count three)."""
RUNNING = 200
"""A line of this width is prose even where its end was lost."""
_WRAPPED = (50, 100)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a paragraph that was wrapped to a fixed width; ``[start, end)`` in the text.

    ``width`` counts characters, those of scripts that write a word in one or two of them threefold.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    width: int
    ends: bool
    sentences: int

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return (self.start, self.end)

    @property
    def prose(self) -> bool:
        """Is it long enough to be a sentence or more, and does it read like one?"""
        return (self.ends and self.width >= PROSE) or self.sentences >= 2 or self.width >= RUNNING

    @property
    def paragraph(self) -> bool:
        """Is it prose of such a length that a teaser or a caption seldom has it?"""
        return self.prose and (self.width >= 260 or self.sentences >= 3)


def lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not empty, in order; wrapped paragraphs are put together."""
    spans = [span for match in _LINE.finditer(text) if (span := _stripped(match))]
    if _is_wrapped(text, spans):
        spans = list(_unwrapped(text, spans))
    return tuple(line_at(text, span) for span in spans)


def _stripped(match: re.Match[str]) -> Span | None:
    line = match.group()
    kept = line.strip()
    if not kept:
        return None
    start = match.start() + len(line) - len(line.lstrip())
    return (start, start + len(kept))


def line_at(text: str, span: Span) -> Line:
    """The line that stands at ``span`` of ``text``."""
    start, end = span
    line = text[start:end]
    head = line[:READ_WORDS]
    return Line(
        start=start,
        end=end,
        text=line,
        words=tuple(_WORD.findall(head.casefold())),
        width=len(line) + 2 * len(_WIDE.findall(head)),
        ends=bool(_END.search(line[-30:])),
        sentences=len(_INNER_END.findall(head)) + bool(_END.search(line[-30:])),
    )


def _is_wrapped(text: str, spans: list[Span]) -> bool:
    """Was the text broken at a fixed width (as in mail)? Then most lines that go on are nearly full."""
    going_on = [(a, b) for a, b in pairwise(spans) if not _gap(text, a, b)]
    if len(going_on) < 4:
        return False
    full = sum(_WRAPPED[0] <= a[1] - a[0] <= _WRAPPED[1] for a, _ in going_on)
    broken = sum(text[b[0]].islower() for _, b in going_on)
    return full >= 0.7 * len(going_on) and broken >= 0.4 * len(going_on)


def _gap(text: str, one: Span, other: Span) -> bool:
    """Does an empty line stand between them?"""
    return text.count("\n", one[1], other[0]) > 1


def _unwrapped(text: str, spans: list[Span]) -> Iterator[Span]:
    start, end = spans[0]
    for one, other in pairwise(spans):
        if _gap(text, one, other) or one[1] - one[0] < _WRAPPED[0]:
            yield (start, end)
            start = other[0]
        end = other[1]
    yield (start, end)


def letters(text: str) -> int:
    """How many letters stand in ``text``."""
    return len(_LETTER.findall(text))


def plain(text: str) -> str:
    """Words only, in one case: two lines are the same to a reader if this is the same."""
    return " ".join(_WORD.findall(text.casefold().replace("\xad", "")))
