"""Records and links taken out once per question: what entries are put together from."""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, Table, select

from wortlaut.record import Origin, Report, Span, decode
from wortlaut.store import tables
from wortlaut.store.base import ActorRef, ReportRef, Words

Value = TypeVar("Value")


class Folder:
    """One report of the shelf: its record, and what the links say of its parts."""

    def __init__(self, connection: Connection, row: Row[Any]) -> None:
        self._connection = connection
        self._row = row
        origin = msgspec.json.decode(row.origin, type=Origin) if row.origin else None
        self.ref = ReportRef(
            id=row.id, heading=row.heading, title=row.title, outlet=row.outlet, published=row.published,
            language=row.language, url=row.url, origin=origin,
        )  # fmt: skip

    @cached_property
    def record(self) -> Report:
        """The current record."""
        readings = tables.reading.c
        found = select(readings.record).where(
            readings.report == self.ref.id,
            readings.version == self._row.version,
            readings.program == self._row.program,
        )
        return decode(self._connection.execute(found).scalar_one())

    @cached_property
    def actors(self) -> dict[str, ActorRef]:
        """Actors across reports, by their ids in this report; an actor not linked stands for itself."""
        own = tables.entity_of.c
        found = (
            select(own.actor, tables.entity.c.id, tables.entity.c.name, tables.entity.c.kind)
            .join_from(tables.entity_of, tables.entity, own.entity == tables.entity.c.id)
            .where(own.report == self.ref.id)
        )
        linked = {
            r.actor: ActorRef(id=r.id, name=r.name, kind=r.kind) for r in self._connection.execute(found)
        }
        return {
            a.id: linked.get(a.id) or ActorRef(id=f"{self.ref.id}.{a.id}", name=a.name, kind=a.kind)
            for a in self.record.actors
        }

    @cached_property
    def utterances(self) -> dict[str, str]:
        """Ids of utterances by statement."""
        return self._pairs(tables.utterance_of, "statement", "utterance")

    @cached_property
    def meetings(self) -> dict[str, str]:
        """Ids of contacts across reports by contact of this report."""
        return self._pairs(tables.meeting_of, "contact", "meeting")

    @cached_property
    def disputes(self) -> dict[str, tuple[str, ...]]:
        """Ids of disputes by statement or contact of this report."""
        side = tables.dispute_side.c
        found: dict[str, list[str]] = {}
        rows = select(side.item, side.dispute).where(side.report == self.ref.id).distinct()
        for row in self._connection.execute(rows.order_by(side.item, side.dispute)):
            found.setdefault(row.item, []).append(row.dispute)
        return {item: tuple(ids) for item, ids in found.items()}

    def words(self, *spans: Span) -> tuple[Words, ...]:
        """The characters at ``spans``."""
        return tuple(Words(span=(start, end), text=self.record.text[start:end]) for start, end in spans)

    def _pairs(self, table: Table, key: str, value: str) -> dict[str, str]:
        found = select(table.c[key], table.c[value]).where(table.c.report == self.ref.id)
        return {row[0]: row[1] for row in self._connection.execute(found)}


class Shelf:
    """Folders by report, each taken out at most once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._folders: dict[str, Folder] = {}

    def folder(self, key: str) -> Folder | None:
        """The folder of the report ``key``."""
        if key not in self._folders:
            row = self.connection.execute(select(tables.report).where(tables.report.c.id == key)).first()
            if row is None:
                return None
            self._folders[key] = Folder(self.connection, row)
        return self._folders[key]

    def need(self, key: str) -> Folder:
        """The folder of a report that is known to be there."""
        folder = self.folder(key)
        if folder is None:
            raise KeyError(key)
        return folder


def reasons(words: bytes) -> tuple[str, ...]:
    """Reasons as stored."""
    return msgspec.json.decode(words, type=tuple[str, ...])
