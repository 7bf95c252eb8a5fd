"""Putting what was read into the tables: one report, one transaction."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Table, func, insert, select, update

from wortlaut.record import Received, Report, Statement, encode, overlaps
from wortlaut.store import search, tables

Put = Literal["new", "changed", "reread", "unchanged"]


def digest(received: Received) -> str:
    """What tells one version of a report from another: its text and all that was known of it."""
    known = msgspec.structs.replace(received, id="", html=None)
    return hashlib.sha256(msgspec.json.encode(known)).hexdigest()


def is_read(connection: Connection, key: str, mark: str, program: str) -> bool:
    """Has ``program`` read this very version of the report before?"""
    versions, readings = tables.version.c, tables.reading.c
    found = (
        select(versions.number)
        .join_from(
            tables.version,
            tables.reading,
            (versions.report == readings.report) & (versions.number == readings.version),
        )
        .where(versions.report == key, versions.digest == mark, readings.program == program)
    )
    return connection.execute(found).first() is not None


def put(connection: Connection, record: Report, mark: str, program: str, at: str) -> Put:
    """Keep ``record``, read by ``program`` from the version with the digest ``mark``; says what it was.

    A version known before changes nothing unless another program read it; ``at`` is ISO 8601 in UTC.
    """
    if is_read(connection, record.id, mark, program):
        return "unchanged"
    versions = tables.version.c
    known = connection.execute(
        select(versions.number).where(versions.report == record.id, versions.digest == mark)
    ).scalar()
    last = (
        connection.execute(select(func.max(versions.number)).where(versions.report == record.id)).scalar()
        or 0
    )
    number = known or last + 1
    if known is None:
        row = {"report": record.id, "number": number, "digest": mark, "received": at}
        connection.execute(insert(tables.version).values(row))
    reading = {"report": record.id, "version": number, "program": program, "record": encode(record)}
    connection.execute(insert(tables.reading).values(reading))
    what: Put = "reread" if known else "changed" if last else "new"
    if number >= last:  # an earlier version read anew does not become the current one
        _enter(connection, record, number, program)
    _log(connection, what, record.id, number, at)
    return what


def _log(connection: Connection, what: str, key: str, version: int, at: str) -> None:
    last = connection.execute(select(func.max(tables.change.c.number))).scalar() or 0
    row = {"number": last + 1, "at": at, "what": what, "report": key, "version": version}
    connection.execute(insert(tables.change).values(row))


def _enter(connection: Connection, record: Report, version: int, program: str) -> None:
    """Make ``record`` the current one of its report: what lists, links and search go by."""
    current = {
        "id": record.id,
        "version": version,
        "program": program,
        "url": record.url,
        "heading": heading(record),
        "title": record.title,
        "outlet": record.outlet,
        "published": record.published,
        "language": record.language,
        "origin": msgspec.json.encode(record.origin) if record.origin else None,
    }
    row = connection.execute(select(tables.report.c.row).where(tables.report.c.id == record.id)).scalar()
    if row is None:
        row = _insert(connection, tables.report, current)
    else:
        _forget(connection, record.id, row)
        connection.execute(update(tables.report).where(tables.report.c.row == row).values(current))
    words = _enter_findings(connection, record)
    search.index(connection, row, f"{record.title or ''}\n{record.text}", words)


def _forget(connection: Connection, key: str, row: int) -> None:
    statements = list(
        connection.execute(select(tables.statement.c.row).where(tables.statement.c.report == key)).scalars()
    )
    search.forget(connection, row, statements)
    for table in (tables.statement, tables.spoken_of, tables.actor, tables.contact, tables.contact_party):
        connection.execute(table.delete().where(table.c.report == key))


def _enter_findings(connection: Connection, record: Report) -> dict[int, str]:
    """Fill the tables of findings; the words of each statement by its row number."""
    key = record.id
    _insert_all(
        connection,
        tables.actor,
        [
            {"report": key, "id": a.id, "name": a.name, "kind": a.kind, "wikidata": a.wikidata}
            for a in record.actors
        ],
    )
    _insert_all(
        connection,
        tables.contact,
        [
            {"report": key, "id": c.id, "kind": c.kind, "day": c.when, "status": c.status}
            for c in record.contacts
        ],
    )
    _insert_all(
        connection,
        tables.contact_party,
        [
            {"report": key, "contact": c.id, "actor": actor}
            for c in record.contacts
            for actor in dict.fromkeys(c.participants)
        ],
    )
    _insert_all(
        connection,
        tables.spoken_of,
        [
            {"report": key, "statement": s.id, "actor": actor}
            for s in record.statements
            for actor in spoken_of(record, s)
        ],
    )
    words = {}
    for s in record.statements:
        content = "\n".join(record.text[start:end] for start, end in s.content)
        day = s.when or (record.published or "")[:10] or None
        row = {
            "report": key,
            "id": s.id,
            "speaker": s.source.actor,
            "act": s.act,
            "words": content,
            "day": day,
        }
        words[_insert(connection, tables.statement, row)] = content
    return words


def _insert(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Insert one row; its number."""
    done = connection.execute(insert(table).values(row))
    return int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def spoken_of(record: Report, statement: Statement) -> list[str]:
    """Ids of the actors whom ``statement`` mentions in its words or addresses."""
    return [
        actor.id
        for actor in record.actors
        if actor.id in statement.addressee
        or any(overlaps(mention, piece) for mention in actor.mentions for piece in statement.content)
    ]


def heading(record: Report) -> str:
    """The title, or else the first words of the article (or of the text), on one line."""
    if record.title:
        return " ".join(record.title.split())
    start = min((s for s, _ in record.body), default=0)
    line = next((line for line in record.text[start : start + 2000].splitlines() if line.strip()), "")
    words = " ".join(line.split())
    return words if len(words) <= 100 else words[:99].rsplit(" ", 1)[0] + "…"
