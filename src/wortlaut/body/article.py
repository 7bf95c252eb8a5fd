"""Which lines are the article: where it begins and ends, and what is no part of it in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.body.lines import Line, letters, plain
from wortlaut.body.marks import Mark

Verdicts = list[Mark | None]

_NEAR = 6
"""A headline, and a lead without a full stop, stand at most so many lines from the text."""
_WEIGHTS = {"heading": -2.0, "marked": -0.25, "short": -0.45, "long": -0.35, "brief": 0.2}


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text, what their words say of them, and which one is the headline."""

    lines: Sequence[Line]
    marks: Sequence[Mark | None]
    headline: int | None


def judge(page: Page) -> Verdicts:
    """For each line None (article text) or why it is furniture."""
    if not page.lines:
        return []
    first, last = _zone(page)
    verdicts: Verdicts = [
        mark or (_outside(i, first, last) if not first <= i <= last else None) for i, mark in enumerate(page.marks)
    ]
    _lead(page, first, verdicts)
    _governed(page, first, last, verdicts)
    _repeated(page, verdicts)
    _captioned(page, verdicts)
    _headings(page, first, last, verdicts)
    if page.headline is not None:
        verdicts[page.headline] = None
    return verdicts


def _weight(line: Line, mark: Mark | None) -> float:
    """How much a line speaks for lying inside the article."""
    if mark:
        return _WEIGHTS["heading"] if mark.heading and not line.paragraph else _WEIGHTS["marked"]
    if line.prose:
        return min(line.width, 600) / 100
    if line.ends and len(line.words) >= 4:
        return _WEIGHTS["brief"]
    return _WEIGHTS["long"] if line.width >= 60 else _WEIGHTS["short"]


def _zone(page: Page) -> tuple[int, int]:
    """The run of lines with the greatest weight: the article from its first to its last line."""
    best = (0.0, 0, len(page.lines) - 1)
    total, first = 0.0, 0
    for index, (line, mark) in enumerate(zip(page.lines, page.marks, strict=True)):
        if total <= 0:
            total, first = 0.0, index
        total += _weight(line, mark)
        if total > best[0]:
            best = (total, first, index)
    return best[1], best[2]


def _outside(index: int, first: int, last: int) -> Mark:
    if index < first:
        return Mark("before", "stands before the article begins")
    return Mark("after", "stands after the article has ended")


def _lead(page: Page, first: int, verdicts: Verdicts) -> None:
    """A lead between headline and text may lack its full stop."""
    if page.headline is None or page.headline >= first or first - page.headline > 25:
        return
    for index in range(page.headline + 1, min(page.headline + 4, first)):
        line = page.lines[index]
        if page.marks[index] is None and (line.width >= 60 or line.ends and line.width >= 40):
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


def _repeated(page: Page, verdicts: Verdicts) -> None:
    """A line that stands in the text more than once is a caption or part of the page's frame."""
    same = [plain(line.text) if line.width < 600 else "" for line in page.lines]
    count = Counter(same)
    for index, line in enumerate(page.lines):
        if same[index] and count[same[index]] > 1 and verdicts[index] is None and index != page.headline:
            if line.width >= 60 and line.paragraph and same.index(same[index]) == index:
                continue
            verdicts[index] = Mark("repeated", "stands in the text more than once")


def _captioned(page: Page, verdicts: Verdicts) -> None:
    """The line before a credit is its caption, if it is short enough for one."""
    for index in range(1, len(page.lines)):
        mark, line = verdicts[index], page.lines[index - 1]
        if mark is None or mark.kind != "credit" or verdicts[index - 1] is not None or index - 1 == page.headline:
            continue
        if line.width <= 230 and line.sentences <= 2:
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
    return not line.prose and not (line.ends and len(line.words) >= 4)


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
