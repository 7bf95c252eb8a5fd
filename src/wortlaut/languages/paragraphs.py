"""Paragraphs: the lines of a text, hard-wrapped lines put together again."""

from __future__ import annotations

import re
from itertools import pairwise

from wortlaut.record.spans import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_FIRST_WORD = re.compile(r"\S+")
_NARROWEST, _WIDEST = 50, 100


def paragraphs(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs of ``text``, without the blank around them.

    A line is a paragraph, as in text taken from a page. Lines that a mail program broke at a
    fixed width (each so long that the next word would not have fitted) are one paragraph.
    """
    found: list[Span] = []
    block: list[Span] = []
    for line in _lines(text):
        if block and "\n" in text[block[-1][1] : line[0]].replace("\r\n", "\n").replace("\n", "", 1):
            found += _join(text, block)
            block = []
        block.append(line)
    return tuple(found + _join(text, block))


def _lines(text: str) -> list[Span]:
    """Lines with something in them, without the blank around it."""
    lines = []
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            lines.append((start, start + len(words)))
    return lines


def _join(text: str, block: list[Span]) -> list[Span]:
    """One paragraph if the lines of ``block`` are hard-wrapped, else each line for itself."""
    return [(block[0][0], block[-1][1])] if _is_wrapped(text, block) else block


def _is_wrapped(text: str, block: list[Span]) -> bool:
    width = max((end - start for start, end in block), default=0)
    if len(block) < 2 or not _NARROWEST <= width <= _WIDEST:
        return False
    lower = sum(text[start].islower() for start, _ in block[1:])
    return lower > 0 and all(
        line[1] - line[0] + 1 + _first_word(text, following) > width for line, following in pairwise(block)
    )


def _first_word(text: str, line: Span) -> int:
    match = _FIRST_WORD.match(text, *line)
    return match.end() - match.start() if match else 0
