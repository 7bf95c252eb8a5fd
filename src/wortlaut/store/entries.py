"""Statements and contacts as they are answered: the record's finding with its words and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Row, select

from wortlaut.record import Contact, Span, Statement, contains, overlaps
from wortlaut.record.types import Status
from wortlaut.store import tables
from wortlaut.store.base import ActorRef, ContactEntry, ContactReport, StatementEntry, Voice
from wortlaut.store.shelf import Folder, Shelf, reasons


def statement_entry(folder: Folder, statement: Statement) -> StatementEntry:
    """A statement of the folder's report."""
    actors = folder.actors
    named = statement.source
    return StatementEntry(
        report=folder.ref,
        statement=statement,
        words=folder.words(*statement.content),
        source=folder.words(named.span)[0] if named.span else None,
        speaker=actors.get(named.actor) if named.actor else None,
        addressee=tuple(actors[a] for a in statement.addressee if a in actors),
        via=tuple(actors[a] for a in statement.via if a in actors),
        utterance=folder.utterances.get(statement.id),
        disputes=folder.disputes.get(statement.id, ()),
        in_article=any(contains(part, piece) for part in folder.record.body for piece in statement.content),
    )


def statement_by_id(folder: Folder, key: str) -> StatementEntry | None:
    """The statement ``key`` of the folder's report."""
    found = next((s for s in folder.record.statements if s.id == key), None)
    return statement_entry(folder, found) if found else None


def contact_entry(shelf: Shelf, key: str) -> ContactEntry | None:
    """The contact across reports ``key``."""
    row = shelf.connection.execute(select(tables.meeting).where(tables.meeting.c.id == key)).first()
    if row is None:
        return None
    members = tables.meeting_of.c
    found = select(tables.meeting_of).where(members.meeting == key).order_by(members.report, members.contact)
    parts = [_member(shelf, member) for member in shelf.connection.execute(found)]
    folders = {part.report.id: shelf.need(part.report.id) for part in parts}
    return ContactEntry(
        id=key,
        kind=row.kind,
        participants=_participants(shelf, key),
        when=row.when,
        status=row.status,
        initiator=_initiator(folders, parts),
        reports=tuple(parts),
        voices=tuple(voice for part in parts for voice in voices(folders[part.report.id], part.contact)),
        origins=origins(shelf, [part.report.id for part in parts]),
        disputes=tuple(
            sorted({d for p in parts for d in folders[p.report.id].disputes.get(p.contact.id, ())})
        ),
    )


def _member(shelf: Shelf, member: Row[tuple[str, str, str, float, bytes]]) -> ContactReport:
    folder = shelf.need(member.report)
    contact = next(c for c in folder.record.contacts if c.id == member.contact)
    return ContactReport(
        report=folder.ref,
        contact=contact,
        words=folder.words(*contact.evidence),
        said=tuple(_statements(folder, contact)),
        confidence=member.confidence,
        reasons=reasons(member.reasons),
    )


def _statements(folder: Folder, contact: Contact) -> Iterator[StatementEntry]:
    """What was said in the contact."""
    made = contact.statements or ()
    return (statement_entry(folder, s) for s in folder.record.statements if s.id in made)


def _participants(shelf: Shelf, key: str) -> tuple[ActorRef, ...]:
    party, entity = tables.meeting_party.c, tables.entity.c
    found = (
        select(entity.id, entity.name, entity.kind)
        .join_from(tables.meeting_party, tables.entity, party.entity == entity.id)
        .where(party.meeting == key)
        .order_by(entity.reports.desc(), entity.id)
    )
    return tuple(ActorRef(id=r.id, name=r.name, kind=r.kind) for r in shelf.connection.execute(found))


def _initiator(folders: dict[str, Folder], parts: list[ContactReport]) -> ActorRef | None:
    for part in parts:
        if part.contact.initiator is not None:
            return folders[part.report.id].actors.get(part.contact.initiator)
    return None


def voices(folder: Folder, contact: Contact) -> Iterator[Voice]:
    """What each source in the folder's report says of ``contact``."""
    denials = denying(folder, contact.id)
    seen: set[tuple[Status, str | None]] = set()
    for span in contact.evidence:
        speaking = _speaking(folder.record.statements, span)
        for statement in speaking:
            status = _says(contact, statement.id in denials or statement.act == "deny")
            if (mark := (status, statement.id)) not in seen:
                seen.add(mark)
                yield _voice(folder, status, statement, span)
        if not speaking and (contact.status, None) not in seen:
            seen.add((contact.status, None))
            yield Voice(status=contact.status, report=folder.ref, words=folder.words(span))


def _speaking(statements: Iterable[Statement], span: Span) -> list[Statement]:
    """Who says the words at ``span``: of speech within speech only the innermost; the others relay it."""
    found = [
        (min(overlap for piece in s.content if (overlap := _shared(piece, span))), s)
        for s in statements
        if any(overlaps(span, piece) for piece in s.content)
    ]
    lengths = {s.id: sum(end - start for start, end in s.content) for _, s in found}
    return [
        s
        for shared, s in found
        if not any(
            lengths[other.id] < lengths[s.id] and also >= shared and _within(other, s)
            for also, other in found
        )
    ]


def _shared(piece: Span, span: Span) -> int:
    return max(0, min(piece[1], span[1]) - max(piece[0], span[0]))


def _within(inner: Statement, outer: Statement) -> bool:
    """Does one statement stand inside another?"""
    return all(any(contains(piece, part) for piece in outer.content) for part in inner.content)


def _says(contact: Contact, denied: bool) -> Status:
    if denied:
        return "denied"
    return "alleged" if contact.status == "denied" else contact.status


def _voice(folder: Folder, status: Status, statement: Statement, span: Span) -> Voice:
    actors = folder.actors
    speaker = actors.get(statement.source.actor) if statement.source.actor else None
    return Voice(
        status=status,
        report=folder.ref,
        by=(speaker,) if speaker else (),
        via=tuple(actors[a] for a in statement.via if a in actors),
        statement=statement.id,
        words=folder.words(span),
    )


def denying(folder: Folder, contact: str) -> set[str]:
    """Ids of the statements that deny the contact, by the disputes within the folder's report."""
    return {
        side
        for dispute in folder.record.disputes
        if contact in dispute.claim or dispute.kind == "denies the contact"
        for side in dispute.denial
        if isinstance(side, str)
    }


def origins(shelf: Shelf, reports: list[str]) -> int:
    """How many independent origins the reports have: outlets that others took from, or their own."""
    own, names = tables.origin_of.c, tables.origin.c
    found = set()
    for key in sorted(set(reports)):
        row = shelf.connection.execute(
            select(names.id, names.name)
            .join_from(tables.origin_of, tables.origin, own.origin == names.id)
            .where(own.report == key)
        ).first()
        found.add((row.name or row.id).casefold() if row else key)
    return len(found)
