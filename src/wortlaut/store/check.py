"""What must hold of the whole store, beyond what must hold of each record."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, select

from wortlaut.record import problems as record_problems
from wortlaut.store import tables
from wortlaut.store.sqlite import SqliteStore

# a column of the links, and the table whose id it must be
_POINTERS = (
    (tables.entity_of, "entity", tables.entity),
    (tables.origin_of, "origin", tables.origin),
    (tables.utterance_of, "utterance", tables.utterance),
    (tables.meeting_of, "meeting", tables.meeting),
    (tables.meeting_party, "meeting", tables.meeting),
    (tables.meeting_party, "entity", tables.entity),
    (tables.dispute_side, "dispute", tables.dispute),
    (tables.story_of, "story", tables.story),
    (tables.place, "report", tables.report),
    (tables.copy, "report", tables.report),
    (tables.copy, "of", tables.report),
    (tables.story_of, "report", tables.report),
    (tables.origin_of, "report", tables.report),
)
# the findings within a report that a link names
_FINDINGS = (
    (tables.entity_of, "actor", tables.actor),
    (tables.utterance_of, "statement", tables.statement),
    (tables.meeting_of, "contact", tables.contact),
    (tables.spoken_of, "statement", tables.statement),
)


def problems(store: SqliteStore) -> Iterator[str]:
    """Each thing that does not hold, one line each."""
    with store.view() as connection:
        yield from _file(connection)
        yield from _log(connection)
        yield from _versions(connection)
        yield from _pointers(connection)
        yield from _findings(connection)
        yield from _sides(connection)
    for record in store.records():
        for problem in record_problems(record):
            yield f"report {record.id}: {problem}"


def _file(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"file: {row[0]}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"file: a row of {row[0]} points at nothing in {row[2]}"


def _log(connection: Connection) -> Iterator[str]:
    numbers = connection.execute(select(tables.change.c.number).order_by(tables.change.c.number)).scalars()
    for expected, number in enumerate(numbers, 1):
        if number != expected:
            yield f"log: change {expected} is missing"
            return


def _versions(connection: Connection) -> Iterator[str]:
    own, read = tables.version.c, tables.reading.c
    unread = (
        select(own.report, own.number)
        .join_from(
            tables.version,
            tables.reading,
            and_(own.report == read.report, own.number == read.version),
            isouter=True,
        )
        .where(read.report.is_(None))
    )
    for row in connection.execute(unread):
        yield f"report {row.report}: version {row.number} has no reading"


def _pointers(connection: Connection) -> Iterator[str]:
    for table, column, other in _POINTERS:
        own = table.c[column]
        lost = select(own).where(own.is_not(None), own.not_in(select(other.c.id)))
        for key in connection.execute(lost.distinct()).scalars():
            yield f"links: {table.name}.{column} names {key}, which is not there"


def _findings(connection: Connection) -> Iterator[str]:
    for table, column, other in _FINDINGS:
        match = and_(table.c.report == other.c.report, table.c[column] == other.c.id)
        lost = select(table.c.report, table.c[column]).join_from(table, other, match, isouter=True)
        for row in connection.execute(lost.where(other.c.id.is_(None))):
            yield f"links: {table.name} names {row[1]} of report {row[0]}, which is not there"


def _sides(connection: Connection) -> Iterator[str]:
    side, own = tables.dispute_side.c, tables.dispute.c
    for name in ("claim", "denial"):
        having = select(side.dispute).where(side.side == name)
        for key in connection.execute(select(own.id).where(own.id.not_in(having))).scalars():
            yield f"links: dispute {key} has no {name}"
