"""What the page of one report and the page of one actor show."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Select, Table, and_, func, select

from wortlaut.record import Report, decode
from wortlaut.store import questions, tables
from wortlaut.store.base import (
    ActorName,
    ActorPage,
    ActorRef,
    Query,
    ReportPage,
    ReportRef,
    StatementEntry,
    Version,
    Words,
)
from wortlaut.store.entries import contact_entry, statement_by_id, statement_entry
from wortlaut.store.gatherings import copies_of, dispute_entry, origin_entry
from wortlaut.store.shelf import Folder, Shelf, reasons

MOST = 200


def report(shelf: Shelf, key: str, version: int | None) -> ReportPage | None:
    """The report ``key``; of an earlier ``version`` only its own findings, without links."""
    folder = shelf.folder(key)
    if folder is None:
        return None
    own = tables.report.c
    current = int(shelf.connection.execute(select(own.version).where(own.id == key)).scalar_one())
    versions = _versions(shelf, key, current)
    if version is not None and version != current:
        return _earlier(shelf, folder, version, versions)
    meetings = {c: contact_entry(shelf, m) for c, m in folder.meetings.items()}
    disputes = sorted({d for ids in folder.disputes.values() for d in ids})
    origin = _one(shelf, tables.origin_of, "origin", key)
    return ReportPage(
        ref=folder.ref,
        record=folder.record,
        version=current,
        versions=versions,
        actors=folder.actors,
        statements=tuple(statement_entry(folder, s) for s in folder.record.statements),
        contacts={c: entry for c, entry in meetings.items() if entry},
        disputes=tuple(entry for d in disputes if (entry := dispute_entry(shelf, d))),
        copies=copies_of(shelf, [key]),
        origin=origin_entry(shelf, origin) if origin else None,
        story=_one(shelf, tables.story_of, "story", key),
    )


def _one(shelf: Shelf, table: Table, column: str, key: str) -> str | None:
    found: str | None = shelf.connection.execute(
        select(table.c[column]).where(table.c.report == key)
    ).scalar()
    return found


def _versions(shelf: Shelf, key: str, current: int) -> tuple[Version, ...]:
    own, read = tables.version.c, tables.reading.c
    found = (
        select(tables.version, func.max(read.program).label("program"))
        .join_from(
            tables.version, tables.reading, and_(own.report == read.report, own.number == read.version)
        )
        .where(own.report == key)
        .group_by(own.number)
        .order_by(own.number)
    )
    return tuple(
        Version(
            number=r.number,
            received=r.received,
            digest=r.digest,
            program=r.program,
            current=r.number == current,
        )
        for r in shelf.connection.execute(found)
    )


def _earlier(shelf: Shelf, folder: Folder, version: int, versions: tuple[Version, ...]) -> ReportPage | None:
    read = tables.reading.c
    found = (
        select(read.record)
        .where(read.report == folder.ref.id, read.version == version)
        .order_by(read.program.desc())
    )
    row = shelf.connection.execute(found).first()
    if row is None:
        return None
    record = decode(row.record)
    ref = msgspec.structs.replace(
        folder.ref, title=record.title, published=record.published, outlet=record.outlet
    )
    return ReportPage(
        ref=ref,
        record=record,
        version=version,
        versions=versions,
        actors={a.id: ActorRef(id=f"{ref.id}.{a.id}", name=a.name, kind=a.kind) for a in record.actors},
        statements=_alone(ref, record),
        contacts={},
        disputes=(),
        copies=(),
        origin=None,
        story=None,
    )


def _alone(ref: ReportRef, record: Report) -> tuple[StatementEntry, ...]:
    """Statements of an earlier version: their words, without links."""
    return tuple(
        StatementEntry(
            report=ref,
            statement=s,
            words=tuple(Words(span=(a, b), text=record.text[a:b]) for a, b in s.content),
        )
        for s in record.statements
    )


def actor(shelf: Shelf, key: str) -> ActorPage | None:
    """The actor ``key``, each list cut at ``MOST``."""
    row = shelf.connection.execute(select(tables.entity).where(tables.entity.c.id == key)).first()
    if row is None:
        return None
    query = Query(by=key, limit=MOST)
    contacts = _keys(shelf, questions.contacts(shelf.connection, query))
    disputes = _keys(shelf, questions.disputes(shelf.connection, query))
    return ActorPage(
        ref=ActorRef(id=key, name=row.name, kind=row.kind),
        wikidata=row.wikidata,
        names=_names(shelf, key),
        reports=tuple(shelf.need(r).ref for r in _reports(shelf, key)),
        said=_statements(shelf, query),
        spoken_of=_statements(shelf, Query(about=key, limit=MOST)),
        contacts=tuple(met for c in contacts if (met := contact_entry(shelf, c))),
        disputes=tuple(entry for d in disputes if (entry := dispute_entry(shelf, d))),
        reasons=reasons(row.reasons),
    )


def _keys(shelf: Shelf, asked: Select[Any]) -> list[str]:
    return list(shelf.connection.execute(asked.limit(MOST)).scalars())


def _names(shelf: Shelf, key: str) -> tuple[ActorName, ...]:
    own, named = tables.entity_of.c, tables.actor.c
    size = func.count(own.report.distinct())
    found = (
        select(named.name, size.label("reports"))
        .join_from(tables.entity_of, tables.actor, and_(own.report == named.report, own.actor == named.id))
        .where(own.entity == key)
        .group_by(named.name)
        .order_by(size.desc(), named.name)
    )
    return tuple(ActorName(name=r.name, reports=r.reports) for r in shelf.connection.execute(found))


def _reports(shelf: Shelf, key: str) -> list[str]:
    own, known = tables.entity_of.c, tables.report.c
    found = (
        select(known.id)
        .join_from(tables.entity_of, tables.report, own.report == known.id)
        .where(own.entity == key)
        .distinct()
        .order_by(known.published.is_(None), known.published.desc(), known.id)
        .limit(MOST)
    )
    return list(shelf.connection.execute(found).scalars())


def _statements(shelf: Shelf, query: Query) -> tuple[StatementEntry, ...]:
    asked = questions.statements(shelf.connection, query).limit(query.limit)
    rows = shelf.connection.execute(asked).all()
    return tuple(e for r in rows if (e := statement_by_id(shelf.need(r.report), r.id)))
