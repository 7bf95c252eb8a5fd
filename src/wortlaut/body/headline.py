"""The headline: where a declared title stands in the text, or which line reads like one."""

from __future__ import annotations

from collections import Counter

from wortlaut.body.article import Page
from wortlaut.body.lines import Line, plain

_WIDEST = 220
_LONGEST = 600
_ENOUGH = 20
_ABOVE = 30
_READ = 3000
_LONG_WORD = 4


def find_headline(page: Page, declared: str | None) -> int | None:
    """The index of the line that is the headline, or None; a declared title is looked for first."""
    if declared and plain(declared):
        wanted = plain(declared)
        known = [plain(line.text) if line.width <= _LONGEST else "" for line in page.lines]
        if wanted in known:
            return known.index(wanted)
        return next((i for i, text in enumerate(known) if _nearly(text, wanted)), None)
    return _guessed(page)


def title_of(line: Line) -> str:
    """The headline as a title: one that was given a full stop loses it."""
    return line.text[:-1] if line.text.endswith(".") and not line.text.endswith("..") else line.text


def _nearly(text: str, title: str) -> bool:
    """Is one the other with a kicker or a site name added?"""
    short, long = sorted((text, title), key=len)
    return len(short) >= _ENOUGH and f" {short} " in f" {long} " and len(short) * 3 >= len(long)


def _guessed(page: Page) -> int | None:
    """Of the lines just above the article, one that is doubled, or the first to speak of the same."""
    lines = page.lines
    start = next(
        (i for i in range(page.zone[0], len(lines)) if lines[i].prose and not _doubled(page, i)), None
    )
    if start is None:
        return None
    near = range(max(0, start - _ABOVE), start)
    doubled = next((i for i in near if _doubled(page, i)), None)
    if doubled is not None:
        return doubled
    worded = [i for i in near if page.marks[i] is None and _like_a_headline(lines[i])]
    said = _long_words(" ".join(line.text for line in lines[start : page.zone[1] + 1])[:_READ])
    shared = {i: _share(lines[i], said) for i in worded}
    most = max(shared.values(), default=0.0)
    return next((i for i in worded if shared[i] >= most / 2 and (shared[i] > 0 or len(worded) == 1)), None)


def _doubled(page: Page, index: int) -> bool:
    """A headline often stands twice among the first lines: once as the page's, once as the article's."""
    line = page.lines[index]
    if not 5 <= len(line.words) <= 40 or line.width > _WIDEST or page.marks[index] is not None:
        return False
    top = page.lines[max(0, index - _ABOVE) : index + 6]
    return Counter(plain(other.text) for other in top if other.width <= _WIDEST)[plain(line.text)] > 1


def _like_a_headline(line: Line) -> bool:
    asks = line.sentences <= 2 and line.width <= 150 and line.text.rstrip('"“”»«').endswith(("?", "!"))
    return 15 <= line.width <= _WIDEST and len(line.words) >= 3 and (asks or not (line.ends or line.prose))


def _share(line: Line, said: frozenset[str]) -> float:
    """How much of the line the article speaks of, too."""
    words = _long_words(line.text)
    return len(words & said) / len(words) if words else 0.0


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in plain(text).split() if len(word) >= _LONG_WORD)
