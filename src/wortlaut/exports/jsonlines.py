"""The record as JSON Lines: one report per line, then one object with what holds across reports."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from wortlaut.record import encode
from wortlaut.store import SqliteStore, tables
from wortlaut.store.base import ContactEntry, DisputeEntry, DisputeItem, Query
from wortlaut.store.shelf import reasons

EVERYTHING = 1_000_000_000


def lines(store: SqliteStore) -> Iterator[bytes]:
    """Every line of the export, in an order that depends on the reports alone."""
    for record in store.records():
        yield encode(record)
    yield msgspec.json.encode(across(store))


def across(store: SqliteStore) -> dict[str, object]:
    """``same``, ``contacts``, ``disputes`` as in FORMAT.md, and ``copies``, each with its reasons."""
    query = Query(limit=EVERYTHING)
    return {
        "same": _same(store),
        "contacts": sorted((_contact(c) for c in store.contacts(query)), key=_id),
        "disputes": sorted((_dispute(d) for d in store.disputes(query)), key=_id),
        "copies": _copies(store),
    }


def _id(row: dict[str, object]) -> str:
    return str(row["id"])


def _same(store: SqliteStore) -> list[list[dict[str, str]]]:
    own = tables.utterance_of.c
    sets: dict[str, list[dict[str, str]]] = {}
    with store.view() as connection:
        for row in connection.execute(select(tables.utterance_of).order_by(own.report, own.statement)):
            sets.setdefault(row.utterance, []).append({"report": row.report, "statement": row.statement})
    return [sets[key] for key in sorted(sets)]


def _contact(entry: ContactEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "participants": [
            {"id": p.id, "name": p.name} for p in sorted(entry.participants, key=lambda p: p.id)
        ],
        "when": entry.when,
        "status": entry.status,
        "initiator": entry.initiator.id if entry.initiator else None,
        "reports": [
            {
                "report": part.report.id,
                "contact": part.contact.id,
                "status": part.contact.status,
                "confidence": part.confidence,
                "reasons": part.reasons,
            }
            for part in entry.reports
        ],
    }


def _dispute(entry: DisputeEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "claim": [_side(item) for item in entry.claim],
        "denial": [_side(item) for item in entry.denial],
        "about": entry.about,
        "kind": entry.kind,
        "confidence": entry.confidence,
        "reasons": entry.reasons,
    }


def _side(item: DisputeItem) -> dict[str, object]:
    if item.statement:
        return {"report": item.report.id, "statement": item.statement.statement.id}
    if item.contact:
        return {"report": item.report.id, "contact": item.contact.id}
    return {"report": item.report.id, "span": item.words[0].span}


def _copies(store: SqliteStore) -> list[dict[str, object]]:
    own = tables.copy.c
    with store.view() as connection:
        return [
            {
                "copy": row.report,
                "of": row.of,
                "kind": row.kind,
                "confidence": row.confidence,
                "reasons": reasons(row.reasons),
            }
            for row in connection.execute(select(tables.copy).order_by(own.report))
        ]
