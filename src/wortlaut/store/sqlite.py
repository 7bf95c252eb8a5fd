"""The store on one SQLite file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, func, select

from wortlaut.errors import StoreError
from wortlaut.record import Received, Report, decode
from wortlaut.store import base, engine, pages, places, questions, tables, writing
from wortlaut.store.entries import contact_entry, statement_by_id
from wortlaut.store.gatherings import dispute_entry, origin_entry, story_entry, utterance_entry
from wortlaut.store.shelf import Shelf

Entry = TypeVar("Entry")


class SqliteStore:
    """Answers ``wortlaut.store.base.Store``, and takes reports in. Close it when done."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = engine.connect(path)

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def view(self) -> Iterator[Connection]:
        """A view of the file as it is now, for questions of one's own."""
        with engine.clearly(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that writes: all of it, or nothing."""
        with engine.clearly(self.path), engine.writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _shelf(self) -> Iterator[Shelf]:
        with self.view() as connection:
            yield Shelf(connection)

    # taking in

    def known_as(self, received: Received, place: str | None = None) -> str:
        """The id of this report in the store: by its address, its ``place``, or its own, if that is free."""
        with self.view() as connection:
            return places.known_as(connection, received, writing.digest(received), place)

    def remember(self, key: str, place: str) -> None:
        """What lies at ``place`` is the report ``key``: a later version of it will be found there."""
        with self.view() as connection:
            known = places.is_at(connection, key, place)
        if not known:
            with self.transaction() as connection:
                places.remember(connection, key, place)

    def is_read(self, key: str, received: Received, program: str) -> bool:
        """Has ``program`` read this very version of the report ``key`` before?"""
        with self.view() as connection:
            return writing.is_read(connection, key, writing.digest(received), program)

    def put(
        self, record: Report, received: Received, program: str, at: str, place: str | None = None
    ) -> writing.Put:
        """Keep the record of ``received`` in one transaction; says what it was to the store.

        ``place``: where it lies; its id is then looked up once more, for another program may have taken it.
        """
        mark = writing.digest(received)
        with self.transaction() as connection:
            if place is not None:
                key = places.known_as(connection, received, mark, place)
                record = msgspec.structs.replace(record, id=key)
            what = writing.put(connection, record, mark, program, at)
            if place is not None:
                places.remember(connection, record.id, place)
            return what

    # answering

    def counts(self) -> base.Counts:
        """How much there is."""
        sizes = {
            "reports": tables.report,
            "versions": tables.version,
            "origins": tables.origin,
            "statements": tables.statement,
            "utterances": tables.utterance,
            "contacts": tables.meeting,
            "actors": tables.entity,
            "disputes": tables.dispute,
            "copies": tables.copy,
            "stories": tables.story,
            "changes": tables.change,
        }
        with self.view() as connection:
            found = {n: connection.execute(select(func.count()).select_from(t)) for n, t in sizes.items()}
            return base.Counts(**{name: int(rows.scalar_one()) for name, rows in found.items()})

    def days(self) -> tuple[str, ...]:
        """Days on which reports were published, the latest first."""
        day = func.substr(tables.report.c.published, 1, 10)
        with self.view() as connection:
            found = select(day).where(func.length(day) == 10).distinct().order_by(day.desc())
            return tuple(connection.execute(found).scalars())

    def stories(self, day: str | None = None, limit: int = 50, offset: int = 0) -> tuple[base.Story, ...]:
        """Stories with reports of a day (or all), the latest and largest first; reports of the day first."""
        own, size = tables.story.c, func.count(tables.story_of.c.report)
        asked = (
            select(own.id)
            .join_from(tables.story, tables.story_of, own.id == tables.story_of.c.story)
            .group_by(own.id)
            .order_by(own.day.is_(None), own.day.desc(), size.desc(), own.id)
        )
        if day is not None:
            report = tables.report.c
            told = (
                select(tables.story_of.c.story)
                .join_from(tables.story_of, tables.report, tables.story_of.c.report == report.id)
                .where(report.published.between(day, day + "~"))
            )
            asked = asked.where(own.id.in_(told))
        with self._shelf() as shelf:
            ids: list[str] = list(shelf.connection.execute(asked.limit(limit).offset(offset)).scalars())
            return _all(story_entry(shelf, key, day) for key in ids)

    def story(self, key: str) -> base.Story | None:
        """One story."""
        with self._shelf() as shelf:
            return story_entry(shelf, key)

    def reports(self, limit: int = 50, offset: int = 0) -> tuple[base.ReportRef, ...]:
        """Reports, the latest published first, those without a date last."""
        asked = questions.reports(base.Query()).limit(limit).offset(offset)
        with self._shelf() as shelf:
            return tuple(shelf.need(key).ref for key in list(shelf.connection.execute(asked).scalars()))

    def report(self, key: str, version: int | None = None) -> base.ReportPage | None:
        """One report with all that is known of it; ``version``: an earlier text and its findings."""
        with self._shelf() as shelf:
            return pages.report(shelf, key, version)

    def actors(self, name: str = "", limit: int = 50, offset: int = 0) -> tuple[base.ActorRef, ...]:
        """Actors, the most often reported first; ``name``: part of a name."""
        entity = tables.entity.c
        asked = select(tables.entity).order_by(entity.reports.desc(), entity.id)
        with self.view() as connection:
            if name:
                asked = asked.where(entity.id.in_(questions.entities(connection, name)))
            rows = connection.execute(asked.limit(limit).offset(offset))
            return tuple(base.ActorRef(id=r.id, name=r.name, kind=r.kind) for r in rows)

    def actor(self, key: str) -> base.ActorPage | None:
        """One actor."""
        with self._shelf() as shelf:
            return pages.actor(shelf, key)

    def contacts(self, query: base.Query) -> tuple[base.ContactEntry, ...]:
        """Contacts, the latest first."""
        with self._shelf() as shelf:
            ids = _ids(shelf, questions.contacts(shelf.connection, query), query)
            return _all(contact_entry(shelf, key) for key in ids)

    def contact(self, key: str) -> base.ContactEntry | None:
        """One contact of the real world."""
        with self._shelf() as shelf:
            return contact_entry(shelf, key)

    def utterance(self, key: str) -> base.UtteranceEntry | None:
        """One utterance in all its renderings."""
        with self._shelf() as shelf:
            return utterance_entry(shelf, key)

    def disputes(self, query: base.Query) -> tuple[base.DisputeEntry, ...]:
        """Disputes, the latest first."""
        with self._shelf() as shelf:
            ids = _ids(shelf, questions.disputes(shelf.connection, query), query)
            return _all(dispute_entry(shelf, key) for key in ids)

    def dispute(self, key: str) -> base.DisputeEntry | None:
        """One dispute."""
        with self._shelf() as shelf:
            return dispute_entry(shelf, key)

    def origin(self, key: str) -> base.OriginEntry | None:
        """All reports that go back to one origin."""
        with self._shelf() as shelf:
            return origin_entry(shelf, key)

    def statements(self, query: base.Query) -> tuple[base.StatementEntry, ...]:
        """Statements, the latest first."""
        with self._shelf() as shelf:
            asked = questions.statements(shelf.connection, query).limit(query.limit).offset(query.offset)
            rows = shelf.connection.execute(asked).all()
            return _all(statement_by_id(shelf.need(row.report), row.id) for row in rows)

    def search(self, query: base.Query) -> base.Found:
        """Statements and reports that hold the words."""
        found = self.statements(query)
        with self._shelf() as shelf:
            asked = questions.reports(query)
            hits = tuple(questions.hit(shelf.need(k), query.words) for k in _ids(shelf, asked, query))
            return base.Found(
                statements=found,
                reports=hits,
                all_statements=questions.count(
                    shelf.connection, questions.statements(shelf.connection, query)
                ),
                all_reports=questions.count(shelf.connection, asked),
            )

    def records(self) -> Iterator[Report]:
        """The current record of every report, in the order of their ids."""
        current, read = tables.report.c, tables.reading.c
        asked = (
            select(read.record)
            .join_from(
                tables.report,
                tables.reading,
                (current.id == read.report)
                & (current.version == read.version)
                & (current.program == read.program),
            )
            .order_by(current.id)
        )
        with self.view() as connection:
            for row in connection.execution_options(yield_per=100).execute(asked):
                yield decode(row.record)

    def changes(self, after: int = 0, limit: int = 1000) -> tuple[base.Change, ...]:
        """The log after number ``after``."""
        log = tables.change.c
        asked = select(tables.change).where(log.number > after).order_by(log.number).limit(limit)
        with self.view() as connection:
            return tuple(base.Change(**row._mapping) for row in connection.execute(asked))


def _ids(shelf: Shelf, asked: Any, query: base.Query) -> list[str]:
    return list(shelf.connection.execute(asked.limit(query.limit).offset(query.offset)).scalars())


def _all(found: Iterable[Entry | None]) -> tuple[Entry, ...]:
    return tuple(entry for entry in found if entry is not None)


def open_store(path: str | Path, create: bool = False) -> SqliteStore:
    """The store in the file at ``path``; ``create`` makes it where there is none. Raises ``StoreError``."""
    path = Path(path)
    state = _state(path)
    if not create and state is None:
        raise StoreError(
            str(path), "there is no such file", "read reports into it first: wortlaut read FOLDER"
        )
    if state is not None and not stat.S_ISREG(state.st_mode):
        what = "a folder" if stat.S_ISDIR(state.st_mode) else "no file but a pipe or a device"
        raise StoreError(str(path), f"it is {what}", "name a file with --db")
    return SqliteStore(path)


def _state(path: Path) -> os.stat_result | None:
    """What lies at ``path``; None if nothing does."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(
            str(path), f"it can't be opened: {reason}", "check the path and the rights"
        ) from error
