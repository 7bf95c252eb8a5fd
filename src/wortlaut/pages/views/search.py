"""Search: statements with the words that were looked for, and reports that hold them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from wortlaut.pages.ask import PER_PAGE, Ask
from wortlaut.pages.mark import Mark, Segment, mark
from wortlaut.pages.views.listing import Said, folded, window
from wortlaut.record.types import Act
from wortlaut.store.base import Found, Query, ReportHit, ReportRef, StatementEntry, Store, Words
from wortlaut.store.search import plain

_SHOWN_REPORTS = 20
_SHOWN_PLACES = 3


class StatementHit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement; ``pieces`` are its words with what was looked for marked, ``also`` its renderings."""

    entry: StatementEntry
    also: tuple[StatementEntry, ...]
    pieces: tuple[tuple[Segment, ...], ...]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One place at which a word stands, and the line around it with what was looked for marked."""

    words: Words
    around: tuple[Segment, ...]


class ReportPlaces(msgspec.Struct, frozen=True, kw_only=True):
    """A report and the places at which the words stand."""

    report: ReportRef
    places: tuple[Place, ...]


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """The question as understood, and its answer; ``asked`` is False where nothing was asked."""

    words: str
    by: str
    about: str
    act: Act | None
    since: str | None
    until: str | None
    asked: bool
    statements: tuple[StatementHit, ...]
    reports: tuple[ReportPlaces, ...]
    all_statements: int
    all_reports: int
    page: int
    more: bool


def search(store: Store, ask: Ask) -> SearchPage:
    """Statements by words, speaker, subject, act and time; each part may be left out."""
    _, offset = window(ask)
    query = Query(
        words=ask.text("words")[:400],
        by=ask.text("by")[:200],
        about=ask.text("about")[:200],
        act=ask.act(),
        since=ask.day("since"),
        until=ask.day("until"),
        limit=PER_PAGE,
        offset=offset,
    )
    asked = any((query.words, query.by, query.about, query.act, query.since, query.until))
    return _page(ask, query, asked, store.search(query) if asked else None)


def _page(ask: Ask, query: Query, asked: bool, found: Found | None) -> SearchPage:
    statements = found.statements if found else ()
    total = found.all_statements if found else 0
    return SearchPage(
        words=query.words,
        by=query.by,
        about=query.about,
        act=query.act,
        since=query.since,
        until=query.until,
        asked=asked,
        statements=tuple(_hit(said, query.words) for said in folded(statements)),
        reports=tuple(_places(hit, query.words) for hit in found.reports[:_SHOWN_REPORTS]) if found else (),
        all_statements=total,
        all_reports=found.all_reports if found else 0,
        page=ask.page,
        more=query.offset + len(statements) < total,
    )


def _hit(said: Said, words: str) -> StatementHit:
    wanted = _pattern(words)
    pieces = tuple(mark(piece.text, _marks(piece.text, wanted)) for piece in said.entry.words)
    return StatementHit(entry=said.entry, also=said.also, pieces=pieces)


def _places(hit: ReportHit, words: str) -> ReportPlaces:
    wanted = _pattern(words)
    found = dict(zip(hit.around or hit.words, hit.words, strict=True))  # one line of places close together
    return ReportPlaces(
        report=hit.report,
        places=tuple(
            Place(words=words, around=mark(around.text, _marks(around.text, wanted)))
            for around, words in found.items()
        )[:_SHOWN_PLACES],
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    wanted: Iterable[str] = sorted(set(plain(words).split()), key=lambda word: (-len(word), word))
    alternatives = "|".join(map(re.escape, wanted))
    return re.compile(alternatives) if alternatives else None


def _marks(text: str, wanted: re.Pattern[str] | None) -> Iterator[Mark]:
    # The store finds without case and accents; ``plain`` keeps every character in its place.
    for number, match in enumerate(wanted.finditer(plain(text)) if wanted else ()):
        yield Mark(key=str(number), kind="hit", span=match.span())
