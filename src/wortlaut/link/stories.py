"""Groups of reports about one event, for the start page.

Reports belong together if they go back to one origin, if they tell early on of the same contact, if they
have several utterances in common, or if their names and numbers largely agree; all within a few days.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from wortlaut.link.dates import around, compatible, stretch
from wortlaut.link.features import Shelves
from wortlaut.link.sets import Sets, mark
from wortlaut.link.texts import cosine
from wortlaut.store import tables
from wortlaut.store.shelf import Shelf

_DAYS = 2
_CONTACT_DAYS = 4  # a contact told longer after it was is background, not the event
_EARLY = 0.4  # what stands further down an article is background as well
_UTTERANCES = 2
_ALIKE = 0.55


def link_stories(connection: Connection) -> None:
    """Write which reports tell of one event."""
    for table in (tables.story_of, tables.story):
        connection.execute(delete(table))
    days = _days(connection)
    shelves = Shelves(connection)
    sets: Sets[str] = Sets()
    for one, other in _chained(connection, tables.origin_of, "origin"):
        sets.join(one, other)
    for one, other in chain(_contacts(connection, days), _utterances(connection)):
        if _near(days, one, other, _DAYS):
            sets.join(one, other)
    for one, other in _alike(connection):
        if sets.together(one, other) or not _near(days, one, other, _DAYS):
            continue
        if cosine(shelves.of(one).landmarks, shelves.of(other).landmarks) >= _ALIKE:
            sets.join(one, other)
    for group in sets.groups(sorted(days)):
        _write(connection, group, days)


def _days(connection: Connection) -> dict[str, str | None]:
    own = tables.report.c
    rows = connection.execute(select(own.id, own.published).order_by(own.id))
    return {row.id: (row.published or "")[:10] or None for row in rows}


def _near(days: dict[str, str | None], one: str, other: str, most: int) -> bool:
    return compatible(around(days[one], most, most), around(days[other], 0, 0))


def _chained(connection: Connection, table: Table, column: str) -> Iterator[tuple[str, str]]:
    """Each report that shares ``column`` with the one before it."""
    found = select(table.c[column], table.c.report).order_by(table.c[column], table.c.report).distinct()
    before: tuple[str, str] | None = None
    for key, report in connection.execute(found):
        if before and before[0] == key:
            yield before[1], report
        before = (key, report)


def _contacts(connection: Connection, days: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    """Reports, each with the one before it, that tell early on of the same contact of these days."""
    own, meeting = tables.meeting_of.c, tables.meeting.c
    found = (
        select(own.meeting, own.report, own.contact, meeting.when)
        .join_from(tables.meeting_of, tables.meeting, own.meeting == meeting.id)
        .order_by(own.meeting, own.report)
    )
    before: tuple[str, str] | None = None
    for key, report, contact, when in connection.execute(found):
        told = around(when, _CONTACT_DAYS, _CONTACT_DAYS)
        if not compatible(told, stretch(days[report])) or not _is_early(connection, report, contact):
            continue
        if before and before[0] == key:
            yield before[1], report
        before = (key, report)


def _is_early(connection: Connection, report: str, contact: str) -> bool:
    record = Shelf(connection).need(report).record
    first = min((s for c in record.contacts if c.id == contact for s, _ in c.evidence), default=0)
    start = min((s for s, _ in record.body), default=0)
    end = max((e for _, e in record.body), default=len(record.text))
    return first - start <= _EARLY * (end - start)


def _utterances(connection: Connection) -> Iterator[tuple[str, str]]:
    """Reports that have several utterances in common."""
    one, other = tables.utterance_of.alias("one"), tables.utterance_of.alias("other")
    size = func.count(one.c.utterance.distinct())
    found = (
        select(one.c.report, other.c.report)
        .join_from(one, other, (one.c.utterance == other.c.utterance) & (one.c.report < other.c.report))
        .group_by(one.c.report, other.c.report)
        .having(size >= _UTTERANCES)
        .order_by(one.c.report, other.c.report)
    )
    for row in connection.execute(found.execution_options(yield_per=1000)):
        yield row[0], row[1]


def _alike(connection: Connection) -> Iterator[tuple[str, str]]:
    """Pairs that share rare names and numbers, as the search for copies has left them."""
    pairs = text("SELECT one, other FROM temp.pair ORDER BY one, other").execution_options(yield_per=1000)
    for row in connection.execute(pairs):
        yield row.one, row.other


def _write(connection: Connection, group: list[str], days: dict[str, str | None]) -> None:
    own = tables.report.c
    first = min(group, key=lambda report: (days[report] or "9999", report))
    title = connection.execute(select(own.heading).where(own.id == first)).scalar_one()
    key = mark("t", min(group))
    day = max((day for report in group if (day := days[report])), default=None)
    connection.execute(insert(tables.story).values({"id": key, "title": title, "day": day}))
    connection.execute(insert(tables.story_of), [{"report": report, "story": key} for report in group])
