"""Groups of reports about one event: of one origin, with a contact, an utterance or a dispute in common."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, and_, delete, insert, select, text

from wortlaut.link.dates import around, compatible, stretch
from wortlaut.link.features import Shelves
from wortlaut.link.sets import Sets, mark
from wortlaut.link.texts import cosine
from wortlaut.store import tables

_DAYS = 2
_CONTACT_DAYS = 7  # a contact told longer after it was is background, not the event
_ALIKE = 0.4


def link_stories(connection: Connection) -> None:
    """Write which reports tell of one event."""
    for table in (tables.story_of, tables.story):
        connection.execute(delete(table))
    days = _days(connection)
    sets: Sets[str] = Sets()
    for one, other in _ties(connection, days):
        if _near(days, one, other, _CONTACT_DAYS):
            sets.join(one, other)
    shelves = Shelves(connection)
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


def _ties(connection: Connection, days: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    for table, column in (
        (tables.origin_of, "origin"),
        (tables.utterance_of, "utterance"),
        (tables.dispute_side, "dispute"),
    ):
        yield from _chained(connection, table, column)
    for one, other, when in _contacts(connection):
        day = around(when, _CONTACT_DAYS, _CONTACT_DAYS)
        if all(compatible(day, stretch(days[report])) for report in (one, other)):
            yield one, other


def _chained(connection: Connection, table: Table, column: str) -> Iterator[tuple[str, str]]:
    """Each report that shares ``column`` with the one before it."""
    found = select(table.c[column], table.c.report).order_by(table.c[column], table.c.report).distinct()
    before: tuple[str, str] | None = None
    for key, report in connection.execute(found):
        if before and before[0] == key:
            yield before[1], report
        before = (key, report)


def _contacts(connection: Connection) -> Iterator[tuple[str, str, str | None]]:
    own, meeting = tables.meeting_of.c, tables.meeting.c
    found = (
        select(own.meeting, own.report, meeting.when)
        .join_from(tables.meeting_of, tables.meeting, and_(own.meeting == meeting.id))
        .order_by(own.meeting, own.report)
    )
    before: tuple[str, str] | None = None
    for key, report, when in connection.execute(found):
        if before and before[0] == key:
            yield before[1], report, when
        before = (key, report)


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
