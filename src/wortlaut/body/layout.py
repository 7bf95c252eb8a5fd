"""The layout of a report: article and furniture, and what its header and footer tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.body.article import Page, Verdicts, judge, repeated
from wortlaut.body.headline import find_headline, title_of
from wortlaut.body.lines import Line, lines
from wortlaut.body.marks import marks
from wortlaut.body.pieces import cut_off
from wortlaut.record import Furniture, Origin, Received, Span


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page tells of itself; ``body`` and ``furniture`` never overlap."""

    body: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    origin: Origin | None = None


def lay_out(received: Received, language: str) -> Layout:
    """Tell article from furniture and read headline, date, outlet and origin (``language``: a code)."""
    say = marks(language).mark
    found = tuple(cut_off(lines(received.text), received.text, say))
    marked = [say(line) for line in found]
    headline = find_headline(found, marked, received.title)
    verdicts = judge(Page(found, marked, headline, repeated(found)))
    title = received.title or (title_of(found[headline]) if headline is not None else None)
    return Layout(tuple(_runs(found, verdicts)), tuple(_reasons(found, verdicts)), title, received.published, received.outlet)


def _runs(found: Sequence[Line], verdicts: Verdicts) -> Iterator[Span]:
    """Spans of article text, each as long as no furniture stands between."""
    start: int | None = None
    end = 0
    for line, verdict in zip(found, verdicts, strict=True):
        if verdict is None:
            start = line.start if start is None else start
            end = line.end
        elif start is not None:
            yield (start, end)
            start = None
    if start is not None:
        yield (start, end)


def _reasons(found: Sequence[Line], verdicts: Verdicts) -> Iterator[Furniture]:
    for line, verdict in zip(found, verdicts, strict=True):
        if verdict is not None:
            yield Furniture(span=line.span, kind=verdict.kind, reason=verdict.reason)
