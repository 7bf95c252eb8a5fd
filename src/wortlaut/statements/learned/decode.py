"""From readings to statements: clean spans out of the parts of single words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import numpy as np

from wortlaut.languages import Passage, Quotation, load, tokens_in
from wortlaut.record import Span
from wortlaut.statements.learned.network import START, Reading

__all__ = ["Drawn", "draw"]

NOTHING, SOURCE, CUE, CONTENT, ADDRESSEE, VIA, MEDIUM = range(7)

LEAST_CONTENT = 0.5  # mean chance of the words of a piece of content
CHANGE = 1.0  # nats that beginning or ending a piece of content costs
FAVOUR = 1.0  # nats by which a word of content is favoured, for missing is as bad as inventing
GROW = 0.25  # chance of a word beside a piece of content over which it belongs to it
_REST = 12  # words that may be missing at the end of a content
_QUOTED = 4  # tokens of a quotation that is more than a name or a title
_TINY = 1e-6
_STOPS = frozenset(".,:;!?…")
_QUOTES = frozenset("\"“”„‟«»‹›″‚‘’'`")
_JOINING = frozenset(("und", "and", "sowie", "&", ",", "/", "wie", "auch"))

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One statement drawn from a reading: spans into the text; ``sources`` has one span per speaker."""

    token: int
    kind: int
    chance: float
    sources: tuple[Span, ...]
    cue: Span | None
    particle: Span | None
    content: tuple[Span, ...]
    addressee: tuple[Span, ...]
    via: tuple[Span, ...]
    medium: Span | None
    act: int
    act_chance: float


def draw(passage: Passage, reading: Reading, joint: bool = True) -> Drawn | None:
    """The statement of one reading, or None if it has no content.

    ``joint``: speakers joined by „und“ speak once each.
    """
    best = reading.labels.argmax(axis=1).tolist()
    runs = {label: _runs(best, label, reading.first) for label in range(1, 7)}
    runs[CONTENT] = _smooth(reading)
    content = _content(passage, reading, runs[CONTENT])
    if not content:
        return None
    words = [index for run in content for index in range(*run)]
    chance = reading.chance * reading.mean(words, CONTENT)
    cues = [] if reading.kind == START else _spans(passage, runs[CUE])
    act = int(reading.acts.argmax())
    return Drawn(
        token=reading.token,
        kind=reading.kind,
        chance=chance,
        sources=_sources(passage, reading, runs[SOURCE], joint),
        cue=cues[0] if cues else None,
        particle=cues[1] if len(cues) > 1 else None,
        content=tuple(_trimmed(passage, run) for run in content),
        addressee=tuple(_spans(passage, runs[ADDRESSEE])),
        via=tuple(_spans(passage, runs[VIA])),
        medium=next(iter(_spans(passage, runs[MEDIUM])), None),
        act=act,
        act_chance=float(reading.acts[act]),
    )


def _runs(best: Sequence[int], label: int, first: int) -> list[Run]:
    """Maximal runs of tokens with the label, as ranges of tokens of the passage."""
    found, at = [], first
    for value, group in groupby(best):
        size = len(list(group))
        if value == label:
            found.append((at, at + size))
        at += size
    return found


def _smooth(reading: Reading) -> list[Run]:
    """Runs of content: the likeliest way through the words where every change of side costs ``CHANGE``.

    Single words that the network doubts neither tear a content nor make one (Viterbi over two states).
    """
    inside = np.log(reading.labels[:, CONTENT] + _TINY) + FAVOUR
    outside = np.log(1 - reading.labels[:, CONTENT] + _TINY)
    scores, came = [(float(outside[0]), float(inside[0]) - CHANGE)], []
    for off, on in zip(outside[1:].tolist(), inside[1:].tolist(), strict=True):
        last_off, last_on = scores[-1]
        came.append((last_on - CHANGE > last_off, last_on >= last_off - CHANGE))
        scores.append((max(last_off, last_on - CHANGE) + off, max(last_on, last_off - CHANGE) + on))
    state = scores[-1][1] > scores[-1][0]
    states = [state]
    for from_on_if_off, from_on_if_on in reversed(came):
        state = from_on_if_on if state else from_on_if_off
        states.append(state)
    return _runs([int(on) for on in reversed(states)], 1, reading.first)


def _content(passage: Passage, reading: Reading, runs: list[Run]) -> list[Run]:
    """The runs of content, those put together that only marks part, without crumbs and edges."""
    whole = _joined(runs, lambda end, start: _only_marks(passage, end, start))
    grown = _with_quotations(passage, [_grown(reading, run) for run in whole])
    pieces = _joined(sorted(grown), lambda end, start: start <= end)
    cut = [_ended(passage, trimmed) for run in pieces if (trimmed := _trim(passage, run)) is not None]
    longest = max((b - a for a, b in cut), default=0)
    return [
        run
        for run in cut
        if reading.mean(range(*run), CONTENT) >= LEAST_CONTENT and (run[1] - run[0] > 2 or longest <= 6)
    ]


def _grown(reading: Reading, run: Run) -> Run:
    """The run with the words at its edges that may well belong to it."""
    chances = reading.labels[:, CONTENT]
    a, b = run[0] - reading.first, run[1] - reading.first
    while a > 0 and chances[a - 1] >= GROW:
        a -= 1
    while b < len(chances) and chances[b] >= GROW:
        b += 1
    return (a + reading.first, b + reading.first)


def _with_quotations(passage: Passage, runs: list[Run]) -> list[Run]:
    """Runs that hold half of a quotation hold all of it: nobody is quoted without beginning or end."""
    found = list(runs)
    for number, (a, b) in enumerate(runs):
        for quotation in passage.quoted(_trimmed(passage, (a, b))):
            words = tokens_in(passage, quotation.inner)
            shared = min(b, words.stop) - max(a, words.start)
            if len(words) >= _QUOTED and 2 * shared >= len(words):
                found[number] = (min(found[number][0], words.start), max(found[number][1], words.stop))
    return found


def _joined(runs: list[Run], meet: Callable[[int, int], bool]) -> list[Run]:
    """The runs, those as one of which ``meet`` says that they do: where one ends and the next begins."""
    made: list[Run] = []
    for run in runs:
        if made and meet(made[-1][1], run[0]):
            made[-1] = (made[-1][0], max(made[-1][1], run[1]))
        else:
            made.append(run)
    return made


def _ended(passage: Passage, run: Run) -> Run:
    """A run that breaks off at an article or a preposition goes on to the next mark of the sentence."""
    a, b = run
    if passage.word(b - 1).lower() not in _dangling(passage.language):
        return run
    end = b
    while end < len(passage.tokens) and passage.word(end)[0].isalnum():
        end += 1
    return (a, end) if end - b <= _REST else run


@cache
def _dangling(language: str) -> frozenset[str]:
    return frozenset(load(language, "dangling").get("words", ()))


def _only_marks(passage: Passage, start: int, end: int) -> bool:
    return end - start <= 3 and not any(passage.word(index)[0].isalnum() for index in range(start, end))


def _trim(passage: Passage, run: Run) -> Run | None:
    """Without stops and quotation marks at the edges; a pair of marks that opens inside stays whole."""
    a, b = run
    while a < b and passage.word(a) in _STOPS | _QUOTES and not _opens_inside(passage, a, b):
        a += 1
    while a < b and (passage.word(b - 1) in _STOPS or _closes_outside(passage, a, b)):
        b -= 1
    return (a, b) if any(passage.word(index)[0].isalnum() for index in range(a, b)) else None


def _opens_inside(passage: Passage, a: int, b: int) -> bool:
    """Does the mark at ``a`` open a quotation that ends before the last word of the run?"""
    at = passage.tokens[a].start
    last = max((i for i in range(a, b) if passage.word(i)[0].isalnum()), default=a)
    end = passage.tokens[last].start
    return any(q.inner[0] == at + 1 and q.inner[1] < end for q in _beginning(passage, at, at + 1))


def _closes_outside(passage: Passage, a: int, b: int) -> bool:
    """Is the last token a mark that closes no quotation opened after the first word of the run?"""
    if passage.word(b - 1) not in _QUOTES:
        return False
    at, start = passage.tokens[b - 1].start, passage.tokens[a].start
    near = _beginning(passage, start, at)
    return not any(q.inner[1] == at and q.inner[0] > start + 1 for q in near)


def _beginning(passage: Passage, start: int, end: int) -> Sequence[Quotation]:
    """The quotations whose marks begin in the stretch."""
    first = bisect_left(passage.quotations, start, key=lambda quotation: quotation.outer[0])
    last = bisect_left(passage.quotations, end, lo=first, key=lambda quotation: quotation.outer[0])
    return passage.quotations[first:last]


def _trimmed(passage: Passage, run: Run) -> Span:
    return (passage.tokens[run[0]].start, passage.tokens[run[1] - 1].end)


def _spans(passage: Passage, runs: Sequence[Run]) -> list[Span]:
    cut = (_trim(passage, run) for run in runs)
    return [_trimmed(passage, run) for run in cut if run is not None]


def _sources(passage: Passage, reading: Reading, runs: list[Run], joint: bool) -> tuple[Span, ...]:
    """The likeliest run, and what „und“ joins to it."""
    if not runs:
        return ()
    weights = [reading.mean(range(*run), SOURCE) * min(3, run[1] - run[0]) for run in runs]
    best = weights.index(max(weights))
    first = last = best
    while first > 0 and _joins(passage, runs[first - 1][1], runs[first][0]):
        first -= 1
    while last + 1 < len(runs) and _joins(passage, runs[last][1], runs[last + 1][0]):
        last += 1
    if joint:
        return tuple(_spans(passage, runs[first : last + 1]))
    return tuple(_spans(passage, [(runs[first][0], runs[last][1])]))


def _joins(passage: Passage, start: int, end: int) -> bool:
    return end - start <= 3 and all(passage.word(index).lower() in _JOINING for index in range(start, end))
