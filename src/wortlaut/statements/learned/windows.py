"""A passage cut into windows of pieces, each read at once: whole sentences with what stands before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wortlaut.languages import Passage, Sentence
from wortlaut.languages.paragraphs import paragraphs
from wortlaut.statements.learned.pieces import BEGIN, END, UNKNOWN, Pieces

__all__ = ["Window", "windows"]

LONGEST = 320  # pieces of a window, the two at its edges included
_CORE = 236  # pieces that a window reads for the first time, at most
_FULL = 130  # from here on the core ends with the paragraph
_BEFORE = 64  # pieces of whole sentences before the core, at most


class Window(NamedTuple):
    """``ids``: numbers of pieces. ``firsts``: the place in ``ids`` of the first piece of each token of
    ``[first, last)``; statements are anchored in the tokens from ``core`` on.
    """

    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    first: int
    core: int
    last: int


class _Run(NamedTuple):
    """A sentence, or a part of one too long for a window: tokens, number of pieces, opens a paragraph?"""

    first: int
    last: int
    size: int
    opens: bool


def windows(passage: Passage, pieces: Pieces, speech: bool = False) -> tuple[Window, ...]:
    """The windows of ``passage``, in order; each token of the article is in the core of exactly one.

    Furniture is in none, and none runs over it. ``speech``: somebody speaks to an audience, so that windows
    open with another piece: of speeches the network has learned to count more as told.
    """
    cut = [pieces.of_token(passage, index) for index in range(len(passage.tokens))]
    runs = list(_runs(passage, [len(ids) for ids in cut]))
    opening = UNKNOWN if speech else BEGIN
    made, start = [], 0
    while start < len(runs):
        end = _core(runs, start)
        made.append(_window(cut, runs, start, end, opening))
        start = end
    return tuple(made)


def _runs(passage: Passage, sizes: list[int]) -> Iterator[_Run]:
    openings = {start for start, _ in paragraphs(passage.text)}
    for sentence in passage.sentences:
        if not passage.in_body((sentence.start, sentence.end)):
            continue
        yield from _parts(sentence, sizes, sentence.start in openings)


def _parts(sentence: Sentence, sizes: list[int], opens: bool) -> Iterator[_Run]:
    first, size = sentence.first, 0
    for index in range(sentence.first, sentence.last):
        own = min(sizes[index], _CORE)
        if size + own > _CORE - 1:  # one for the mark of the paragraph
            yield _Run(first, index, size, opens)
            first, size, opens = index, 0, False
        size += own
    if first < sentence.last:
        yield _Run(first, sentence.last, size, opens)


def _core(runs: list[_Run], start: int) -> int:
    """Where the core that begins with run ``start`` ends."""
    size, end = 0, start
    while end < len(runs):
        more = runs[end].size + runs[end].opens
        full = size + more > _CORE or (size > _FULL and runs[end].opens)
        if end > start and (full or runs[end - 1].last != runs[end].first):
            break
        size += more
        end += 1
    return end


def _window(cut: list[tuple[int, ...]], runs: list[_Run], start: int, end: int, opening: int) -> Window:
    before, room = start, _BEFORE
    while before > 0 and runs[before - 1].last == runs[before].first:
        if runs[before - 1].size + runs[before - 1].opens > room:
            break
        before -= 1
        room -= runs[before].size + runs[before].opens
    ids, firsts = [opening], []
    for run in runs[before:end]:
        if run.opens and len(ids) > 1:
            ids.append(END)
        for index in range(run.first, run.last):
            firsts.append(len(ids))
            ids.extend(cut[index][:_CORE])
    ids.append(END)
    return Window(tuple(ids), tuple(firsts), runs[before].first, runs[start].first, runs[end - 1].last)
