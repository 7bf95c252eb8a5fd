"""What joins several reports: utterances, disputes, origins, stories."""

from __future__ import annotations

from sqlalchemy import Row, func, select

from wortlaut.record import Origin
from wortlaut.store import tables
from wortlaut.store.base import (
    CopyLink,
    DisputeEntry,
    DisputeItem,
    OriginEntry,
    Story,
    UtteranceEntry,
)
from wortlaut.store.entries import origins, statement_by_id
from wortlaut.store.shelf import Folder, Shelf, reasons


def utterance_entry(shelf: Shelf, key: str) -> UtteranceEntry | None:
    """The utterance ``key`` in all its renderings."""
    row = shelf.connection.execute(select(tables.utterance).where(tables.utterance.c.id == key)).first()
    if row is None:
        return None
    own = tables.utterance_of.c
    members = shelf.connection.execute(
        select(own.report, own.statement).where(own.utterance == key).order_by(own.report, own.statement)
    ).all()
    found = [statement_by_id(shelf.need(m.report), m.statement) for m in members]
    statements = tuple(entry for entry in found if entry)
    return UtteranceEntry(
        id=key,
        speaker=next((s.speaker for s in statements if s.speaker), None),
        when=row.day,
        statements=statements,
        origins=origins(shelf, [m.report for m in members]),
        confidence=row.confidence,
        reasons=reasons(row.reasons),
    )


def dispute_entry(shelf: Shelf, key: str) -> DisputeEntry | None:
    """The dispute ``key`` with both sides."""
    row = shelf.connection.execute(select(tables.dispute).where(tables.dispute.c.id == key)).first()
    if row is None:
        return None
    side = tables.dispute_side.c
    rows = shelf.connection.execute(
        select(tables.dispute_side).where(side.dispute == key).order_by(side.report, side.item)
    ).all()
    sides = {
        name: tuple(_item(shelf.need(r.report), r.item) for r in rows if r.side == name)
        for name in ("claim", "denial")
    }
    reports = {name: {item.report.id for item in items} for name, items in sides.items()}
    return DisputeEntry(
        id=key,
        about=row.about,
        kind=row.kind,
        claim=sides["claim"],
        denial=sides["denial"],
        across=len(reports["claim"] | reports["denial"]) > 1,
        confidence=row.confidence,
        reasons=reasons(row.reasons),
        day=row.day,
    )


def _item(folder: Folder, item: str) -> DisputeItem:
    statement = statement_by_id(folder, item)
    if statement:
        return DisputeItem(report=folder.ref, words=statement.words, statement=statement)
    contact = next((c for c in folder.record.contacts if c.id == item), None)
    if contact:
        return DisputeItem(
            report=folder.ref,
            words=folder.words(*contact.evidence),
            contact=contact,
            contact_id=folder.meetings.get(item),
        )
    start, _, end = item.partition("-")
    return DisputeItem(report=folder.ref, words=folder.words((int(start), int(end))))


def copy_link(shelf: Shelf, row: Row[tuple[str, str | None, str, float, bytes]]) -> CopyLink:
    """A row of the table of copies."""
    folder = shelf.need(row.report)
    stated: Origin | None = folder.ref.origin
    return CopyLink(
        copy=folder.ref,
        of=shelf.need(row.of).ref if row.of else None,
        kind=row.kind,
        stated=stated,
        confidence=row.confidence,
        reasons=reasons(row.reasons),
    )


def copies_of(shelf: Shelf, reports: list[str]) -> tuple[CopyLink, ...]:
    """All links in which one of ``reports`` is the copy or was copied."""
    own = tables.copy.c
    found = select(tables.copy).where(own.report.in_(reports) | own.of.in_(reports)).order_by(own.report)
    return tuple(copy_link(shelf, row) for row in shelf.connection.execute(found))


def origin_entry(shelf: Shelf, key: str) -> OriginEntry | None:
    """The origin ``key`` with all reports that go back to it."""
    row = shelf.connection.execute(select(tables.origin).where(tables.origin.c.id == key)).first()
    if row is None:
        return None
    own = tables.origin_of.c
    reports = list(
        shelf.connection.execute(select(own.report).where(own.origin == key).order_by(own.report)).scalars()
    )
    refs = tuple(shelf.need(report).ref for report in reports)
    return OriginEntry(id=key, name=row.name, reports=refs, copies=copies_of(shelf, reports))


def story_entry(shelf: Shelf, key: str, day: str | None = None) -> Story | None:
    """The story ``key``, its reports in their order, those of ``day`` first."""
    row = shelf.connection.execute(select(tables.story).where(tables.story.c.id == key)).first()
    if row is None:
        return None
    own, reports = tables.story_of.c, tables.report.c
    members = list(
        shelf.connection.execute(
            select(own.report)
            .join_from(tables.story_of, tables.report, own.report == reports.id)
            .where(own.story == key)
            .order_by(reports.published.is_(None), reports.published, reports.id)
        ).scalars()
    )
    if day is not None:
        members.sort(key=lambda report: (shelf.need(report).ref.published or "")[:10] != day)
    return Story(
        id=key,
        title=row.title,
        day=row.day,
        reports=tuple(shelf.need(report).ref for report in members),
        origins=origins(shelf, members),
        statements=_count(shelf, members, "statement"),
        contacts=_count(shelf, members, "contact"),
        disputes=_count(shelf, members, "dispute"),
    )


def _count(shelf: Shelf, reports: list[str], what: str) -> int:
    column, report = {
        "statement": (tables.statement.c.row, tables.statement.c.report),
        "contact": (tables.meeting_of.c.meeting, tables.meeting_of.c.report),
        "dispute": (tables.dispute_side.c.dispute, tables.dispute_side.c.report),
    }[what]
    counted = select(func.count(column.distinct())).where(report.in_(reports))
    return int(shelf.connection.execute(counted).scalar_one())
