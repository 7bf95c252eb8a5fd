"""The layout of a report: article and furniture, and what its header and footer tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wortlaut.body.article import Page, Verdicts, judge, page_of
from wortlaut.body.dateline import Dateline, find_dateline
from wortlaut.body.dates import day_in_address, published_near_top
from wortlaut.body.headline import find_headline, title_of
from wortlaut.body.lines import Line, lines
from wortlaut.body.marks import marks
from wortlaut.body.masthead import masthead_line, with_masthead, without_masthead
from wortlaut.body.pieces import cut_off
from wortlaut.body.provenance import Copy, provenance
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
    page = page_of(found, [say(line) for line in found])
    if above := masthead_line(page, language):
        page = with_masthead(page)
    page = replace(page, headline=(headline := find_headline(page, received.title)))
    opening = find_dateline(found, headline, language)
    outlet, origin = provenance(
        Copy(
            found,
            page.marks,
            headline,
            language,
            received.url,
            received.text,
            dateline=opening,
            masthead=above,
            declared=received.outlet,
        )
    )
    verdicts = judge(without_masthead(page, outlet))
    return Layout(
        body=tuple(_runs(found, verdicts)),
        furniture=tuple(_reasons(found, verdicts)),
        title=received.title or (title_of(found[headline]) if headline is not None else None),
        published=received.published or _published(received, page, language, opening, origin),
        outlet=received.outlet or outlet,
        origin=origin,
    )


def _published(
    received: Received, page: Page, language: str, opening: Dateline | None, origin: Origin | None
) -> str | None:
    """From a line near the top or the dateline, else from the address of this copy or of its origin."""
    return (
        _near_top(page, language, opening)
        or day_in_address(received.url)
        or day_in_address(origin.url if origin else None)
    )


def _near_top(page: Page, language: str, opening: Dateline | None) -> str | None:
    """A dateline gives the day, unless a line above it that is no headline does."""
    if opening is None or opening.day is None:
        return published_near_top(page.lines, page.zone[0], language)
    above = [line for i, line in enumerate(page.lines[: opening.index]) if i != page.headline]
    return published_near_top(above, len(above), language) or opening.day


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
