"""The headline: where a declared title stands in the text, or which line reads like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wortlaut.body.lines import Line, plain
from wortlaut.body.marks import Mark

_TOP = 40
_WIDEST = 220
_LONGEST = 600
_ENOUGH = 20


def find_headline(lines: Sequence[Line], marks: Sequence[Mark | None], declared: str | None) -> int | None:
    """The index of the line that is the headline, or None; a declared title is looked for first."""
    if declared and plain(declared):
        wanted = plain(declared)
        known = [plain(line.text) if line.width <= _LONGEST else "" for line in lines]
        if wanted in known:
            return known.index(wanted)
        return next((i for i, text in enumerate(known) if _nearly(text, wanted)), None)
    return _guessed(lines, marks)


def title_of(line: Line) -> str:
    """The headline as a title: one that was given a full stop loses it."""
    return line.text[:-1] if line.text.endswith(".") and not line.text.endswith("..") else line.text


def _nearly(text: str, title: str) -> bool:
    """Is one the other with a kicker or a site name added?"""
    short, long = sorted((text, title), key=len)
    return len(short) >= _ENOUGH and f" {short} " in f" {long} " and len(short) * 3 >= len(long)


def _guessed(lines: Sequence[Line], marks: Sequence[Mark | None]) -> int | None:
    """Among the lines before the first prose, the one that is doubled, or the first with five words."""
    count = Counter(plain(line.text) for line in lines[:_TOP] if line.width <= _WIDEST)
    before: list[int] = []
    for index, line in enumerate(lines[:_TOP]):
        doubled = count[plain(line.text)] > 1 and len(line.words) >= 5
        if doubled and line.width <= _WIDEST and marks[index] is None:
            return index
        if line.prose and not _one_question(line):
            break
        if marks[index] is None and line.width <= _WIDEST and (not line.ends or _one_question(line)):
            before.append(index)
    else:
        return None  # no prose follows: nothing for it to be the headline of
    longer = [i for i in before if len(lines[i].words) >= 5 or lines[i].width >= 45]
    return longer[0] if longer else max(before, key=lambda i: lines[i].width, default=None)


def _one_question(line: Line) -> bool:
    return line.sentences <= 2 and line.width <= 150 and line.text.rstrip("\"“”»«").endswith(("?", "!"))
