"""Which lines are the article: where it begins and ends, and what is no part of it in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wortlaut.body.lines import Line, letters, plain
from wortlaut.body.marks import Mark

Verdicts = list[Mark | None]

_NEAR = 6
_FAR = 40
"""A lead stands among the first lines below the headline that don't say they are furniture."""
_WEIGHTS = {"heading": -2.0, "marked": -0.25, "short": -0.3, "long": -0.5, "brief": 0.2}
_ALONE = 0.1
_REACH = 8
_CLEAN = 0.05
_CLOSING = 4
_QUOTES = frozenset("„“”\"»«‚‘'")
_FULL_STOPS = (".", "!", "?", "…", ".“", ".”", '."', ".«", ".»", "!“", "?“", "!”", "?”")
_WIDEST = 600
_BOX = -12.0
_ENOUGH = 2.5


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text, what their words say of them, and where the article seems to lie.

    ``zone``: its first and its last line; ``repeated``: the lines that stand there more than once.
    """

    lines: Sequence[Line]
    marks: Sequence[Mark | None]
    repeated: frozenset[int] = frozenset()
    zone: tuple[int, int] = (0, 0)
    headline: int | None = None


def page_of(lines: Sequence[Line], marks: Sequence[Mark | None]) -> Page:
    """The page that these lines make, without the marks that count only at an article's end elsewhere."""
    page = Page(lines, [None if mark and mark.closing else mark for mark in marks], _repeated(lines))
    first, last = _zone(page)
    end = max(last - _CLOSING, first + _CLOSING)
    kept = [None if mark and mark.closing and i < end else mark for i, mark in enumerate(marks)]
    return replace(page, marks=kept, zone=(first, last))


def judge(page: Page) -> Verdicts:
    """For each line None (article text) or why it is furniture."""
    if not page.lines:
        return []
    first, last = page.zone
    verdicts: Verdicts = [
        mark or (_outside(i, first, last) if not first <= i <= last else None)
        for i, mark in enumerate(page.marks)
    ]
    _lead(page, first, verdicts)
    _governed(page, first, last, verdicts)
    for index in page.repeated:
        verdicts[index] = page.marks[index] or Mark("repeated", "stands in the text more than once")
    _captioned(page, verdicts)
    _headings(page, first, last, verdicts)
    if page.headline is not None:
        verdicts[page.headline] = None
    return verdicts if None in verdicts else _not_nothing(page, verdicts)


def _not_nothing(page: Page, verdicts: Verdicts) -> Verdicts:
    """Where no line is left the text is a mere fragment: only what says that it is furniture is some."""
    return [mark if mark and not (mark.kind == "caption" and line.prose) else None
            for line, mark in zip(page.lines, page.marks, strict=True)]  # fmt: skip


def _weight(page: Page, index: int) -> float:
    """How much a line speaks for lying inside the article."""
    line, mark = page.lines[index], page.marks[index]
    if mark:
        return _WEIGHTS["heading"] if mark.heading and not line.paragraph else _WEIGHTS["marked"]
    if index in page.repeated and not line.paragraph:
        return _WEIGHTS["marked"]
    if line.prose:
        return min(line.width, 600) / 100 * (_ALONE if line.width < 260 and _alone(page, index) else 1.0)
    if line.ends and len(line.words) >= 4:
        return _WEIGHTS["brief"]
    return _WEIGHTS["long"] if line.width >= 60 else _WEIGHTS["short"]


def _alone(page: Page, index: int) -> bool:
    """Does no prose stand next to it? So stand teasers, each below its own headline."""
    return not any(_prose_beside(page, index, step) for step in (-1, 1))


def _prose_beside(page: Page, index: int, step: int) -> bool:
    """Is the next line in that direction prose? Lines known as furniture do not count."""
    for place in range(index + step, index + _REACH * step, step):
        if not 0 <= place < len(page.lines):
            return False
        if page.marks[place] is None and place not in page.repeated:
            return page.lines[place].prose
    return False


def _zone(page: Page) -> tuple[int, int]:
    """The run of lines with the greatest weight: the article from its first to its last line.

    A box amid the article, however long, costs no more than ``_BOX``. Where hardly a line says it is
    furniture the text is all article: somebody cleaned it before.
    """
    best = (0.0, 0, len(page.lines) - 1)
    if sum(mark is not None for mark in page.marks) + len(page.repeated) < _CLEAN * len(page.lines):
        return best[1], best[2]
    total, first, box = 0.0, 0, 0.0
    for index in range(len(page.lines)):
        if total <= 0:
            total, first = 0.0, index
        weight = _weight(page, index)
        box = min(0.0, box + weight) if weight < _ENOUGH else 0.0
        total += weight if weight >= 0 or box > _BOX else 0.0
        if total > best[0]:
            best = (total, first, index)
    return best[1], _extended(page, best[2])


def _extended(page: Page, last: int) -> int:
    """The last line, with a paragraph or two that only one crosshead or a credit parts from it."""
    end, labels = last, 0
    for index in range(last + 1, len(page.lines)):
        mark, line = page.marks[index], page.lines[index]
        if mark is not None and (mark.heading or mark.kind not in {"caption", "credit", "advertisement"}):
            break
        if mark is None and line.prose and index not in page.repeated:
            end = index
        labels += mark is None and not line.prose
        if labels > 1:
            return last
    return end


def _outside(index: int, first: int, last: int) -> Mark:
    if index < first:
        return Mark("before", "stands before the article begins")
    return Mark("after", "stands after the article has ended")


def _lead(page: Page, first: int, verdicts: Verdicts) -> None:
    """A lead between headline and text; there may be bylines around it, and its full stop may be missing."""
    if page.headline is None or page.headline >= first:
        return
    near = range(page.headline + 1, min(first, page.headline + _FAR))
    below = [i for i in near if page.marks[i] is None and i not in page.repeated]
    for place, index in enumerate(below[:_NEAR]):
        line = page.lines[index]
        if line.prose or (place < 2 and (line.width >= 60 or (line.ends and line.width >= 40))):
            verdicts[index] = None
            return


def _governed(page: Page, first: int, last: int, verdicts: Verdicts) -> None:
    """Below a heading such as “Mehr zum Thema” all is furniture until a paragraph follows."""
    heading: Mark | None = None
    for index in range(first, last + 1):
        mark, line = page.marks[index], page.lines[index]
        if mark is not None:
            heading = mark if mark.heading else heading
        elif line.paragraph or (line.prose and line.width >= 140):
            heading = None
        elif heading is not None:
            verdicts[index] = Mark(heading.kind, f"stands below a line that {heading.reason}")


def _repeated(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that stand in the text more than once, but for the first of a long one."""
    same = [plain(line.text) if line.width < _WIDEST else "" for line in lines]
    count = Counter(same)
    seen: set[str] = set()
    found = []
    for index, line in enumerate(lines):
        text = same[index]
        if text and count[text] > 1 and (text in seen or not line.paragraph):
            found.append(index)
        seen.add(text)
    return frozenset(found)


def _captioned(page: Page, verdicts: Verdicts) -> None:
    """The line before a credit is its caption, if it is short enough for one."""
    for index in range(1, len(page.lines)):
        mark, line = verdicts[index], page.lines[index - 1]
        if (
            mark is None
            or mark.kind != "credit"
            or verdicts[index - 1] is not None
            or index - 1 == page.headline
        ):
            continue
        below = index > page.zone[1] >= index - 1  # a credit right below the article may be the article's own
        if line.width <= 230 and line.sentences <= 2 and line.text[0] not in _QUOTES and not below:
            verdicts[index - 1] = Mark("caption", "stands just before the credit of a picture")


def _headings(page: Page, first: int, last: int, verdicts: Verdicts) -> None:
    """A short line is a crosshead only if prose follows it; else it is some label of the page."""
    index = first
    while index <= last:
        run = index
        while run <= last and verdicts[run] is None and _is_label(page.lines[run]):
            run += 1
        if run > index:
            _judge_labels(page, index, run, last, verdicts)
        index = max(run, index + 1)


def _is_label(line: Line) -> bool:
    return not line.prose and not (line.ends and (len(line.words) >= 4 or line.text.endswith(_FULL_STOPS)))


def _judge_labels(page: Page, start: int, end: int, last: int, verdicts: Verdicts) -> None:
    followed = end <= last and verdicts[end] is None
    for index in range(start, end):
        line = page.lines[index]
        if index == page.headline:
            continue
        if letters(line.text) < 3:
            verdicts[index] = Mark("label", "has hardly a letter")
        elif not followed or end - start > 3:
            verdicts[index] = Mark("label", "is no sentence, and no article text follows it")
