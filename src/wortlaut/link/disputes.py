"""Claims and denials that cannot both stand: within reports, of contacts, and across reports.

The disputes that were read within reports are joined where they are about the same utterances or the same
contact. A contact that one source tells and another denies is a dispute. A denial of one report is set
against the statement of another report that says what it denies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, and_, delete, func, insert, or_, select

from wortlaut.link.dates import around
from wortlaut.link.sentences import Vectors
from wortlaut.link.sets import Sets, mark
from wortlaut.link.utterances import score
from wortlaut.record import Wording
from wortlaut.store import tables
from wortlaut.store.entries import voices
from wortlaut.store.shelf import Folder, Shelf

Item = tuple[str, str]
_ENOUGH = 0.9
_DAYS = 7
_MOST = 200


class Found(NamedTuple):
    """One dispute as found in one place, before those about the same are joined."""

    claim: frozenset[Item]
    denial: frozenset[Item]
    about: str
    kind: str
    confidence: float
    reasons: tuple[str, ...]
    day: str | None


def link_disputes(connection: Connection) -> None:
    """Write all disputes, each once."""
    for table in (tables.dispute_side, tables.dispute):
        connection.execute(delete(table))
    found = [*_within(connection), *_of_contacts(connection)]
    of_contacts = {item for f in found if f.kind == "denies the contact" for item in f.denial}
    found += _across(connection, of_contacts)
    sets: Sets[int] = Sets()
    seen: dict[tuple[str, str], int] = {}
    for number, dispute in enumerate(found):
        for sign in _signs(connection, dispute):
            sets.join(seen.setdefault(sign, number), number)
    for group in sets.groups(range(len(found))):
        _write(connection, [found[number] for number in group])


def _within(connection: Connection) -> Iterator[Found]:
    for report in list(connection.execute(select(tables.report.c.id).order_by(tables.report.c.id)).scalars()):
        record = Shelf(connection).need(report).record
        for dispute in record.disputes:
            yield Found(
                claim=frozenset((report, _item(side)) for side in dispute.claim),
                denial=frozenset((report, _item(side)) for side in dispute.denial),
                about=dispute.about,
                kind=dispute.kind,
                confidence=1.0,
                reasons=("read within one report",),
                day=(record.published or "")[:10] or None,
            )


def _item(side: str | Wording) -> str:
    return side if isinstance(side, str) else f"{side.span[0]}-{side.span[1]}"


def _of_contacts(connection: Connection) -> Iterator[Found]:
    """Contacts that one source tells or alleges and another denies."""
    own, one = tables.meeting_of.c, tables.contact.c
    denied = (
        select(own.meeting)
        .join_from(
            tables.meeting_of,
            tables.contact,
            and_(own.report == one.report, own.contact == one.id),
        )
        .where(one.status == "denied")
        .distinct()
        .order_by(own.meeting)
    )
    for meeting in list(connection.execute(denied).scalars()):
        yield from _of_contact(connection, meeting)


def _of_contact(connection: Connection, meeting: str) -> Iterator[Found]:
    own = tables.meeting_of.c
    members = connection.execute(
        select(own.report, own.contact).where(own.meeting == meeting).order_by(own.report, own.contact)
    ).all()
    shelf = Shelf(connection)
    claim: set[Item] = set()
    denial: set[Item] = set()
    about = ""
    for report, key in members:
        folder = shelf.need(report)
        contact = next(c for c in folder.record.contacts if c.id == key)
        told = list(voices(folder, contact))
        denial |= {(report, v.statement) for v in told if v.status == "denied" and v.statement}
        said = {(report, v.statement) for v in told if v.status != "denied" and v.statement}
        if contact.status != "denied" or said:
            claim |= {(report, key), *said}
        elif not any(v.statement for v in told):
            denial.add((report, key))
        about = about or _words(folder, contact.evidence[0] if contact.evidence else (0, 0))
    if claim and denial:
        day = connection.execute(select(tables.meeting.c.day).where(tables.meeting.c.id == meeting)).scalar()
        reasons = ("one source tells of the contact, another denies it",)
        yield Found(frozenset(claim), frozenset(denial), about, "denies the contact", 0.9, reasons, day)


def _words(folder: Folder, span: tuple[int, int]) -> str:
    words = " ".join(folder.record.text[span[0] : span[1]].split())
    return words if len(words) <= 120 else words[:119] + "…"


def _across(connection: Connection, of_contacts: set[Item]) -> Iterator[Found]:
    """Denials set against what another report has another speaker say; not those ``of_contacts``."""
    vectors = Vectors(connection)
    said = tables.statement.c
    denials = select(tables.statement).where(said.act == "deny", func.length(said.words) >= 25)
    for denial in connection.execute(denials.order_by(said.report, said.id)).all():
        if (denial.report, denial.id) in of_contacts or denial.day is None:
            continue
        near = _claims(connection, denial.report, denial.id, denial.speaker, denial.day)
        if not near:
            continue
        found = vectors.of([denial.words, *near.values()])
        for (report, key), words in sorted(near.items()):
            # a denial is worded with or without a "not", so negation can't tell claim from denial here
            likeness = score(denial.words, words, float(found[denial.words] @ found[words]), _NOBODY, False)
            if likeness >= _ENOUGH:
                yield Found(
                    claim=frozenset({(report, key)}),
                    denial=frozenset({(denial.report, denial.id)}),
                    about=_short(words),
                    kind="denies the fact",
                    confidence=round(likeness * 0.9, 3),
                    reasons=("the denial is of what the other report has said", "they speak of the same"),
                    day=denial.day,
                )


_NOBODY: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 120 else line[:119] + "…"


def _claims(
    connection: Connection, report: str, statement: str, speaker: str | None, day: str | None
) -> dict[Item, str]:
    """Statements of other reports and speakers that speak of the same actors, from the days before."""
    said, about, own = tables.statement.c, tables.spoken_of.c, tables.entity_of.c
    same = and_(about.report == own.report, about.actor == own.actor)
    named = (
        select(own.entity)
        .join_from(tables.spoken_of, tables.entity_of, same)
        .where(about.report == report, about.statement == statement)
    )
    speaks = select(own.entity).where(own.report == report, own.actor == speaker)
    theirs = tables.entity_of.alias("theirs")
    asked = (
        select(said.report, said.id, said.words, func.count(own.entity.distinct()).label("common"))
        .join_from(
            tables.statement,
            tables.spoken_of,
            and_(about.report == said.report, about.statement == said.id),
        )
        .join(tables.entity_of, same)
        .join(theirs, and_(theirs.c.report == said.report, theirs.c.actor == said.speaker), isouter=True)
        .where(said.report != report, own.entity.in_(named), said.act != "deny")
        .where(or_(theirs.c.entity.is_(None), theirs.c.entity.not_in(speaks)))
        .where(func.length(said.words) >= 25)
        .group_by(said.report, said.id, said.words)
        .order_by(func.count(own.entity.distinct()).desc(), said.report, said.id)
        .limit(_MOST)
    )
    window = around(day, _DAYS, 1)
    if window:
        in_time = said.day.between(window.first.isoformat(), window.last.isoformat() + "~")
        asked = asked.where(in_time)
    return {(r.report, r.id): r.words for r in connection.execute(asked)}


def _signs(connection: Connection, dispute: Found) -> Iterator[tuple[str, str]]:
    """What marks disputes as one: the same contact; the same claim, and the same denial or one origin."""
    if dispute.kind == "denies the contact":
        for item in sorted(dispute.claim | dispute.denial):
            if meeting := _in(connection, "meeting", item):
                yield ("contact", meeting)
    origins = {_origin(connection, report) for report, _ in dispute.denial}
    for utterance in sorted({u for item in dispute.claim if (u := _in(connection, "utterance", item))}):
        for origin in sorted(origins):  # copies tell of one denial
            yield (utterance, origin)
    for claim in sorted({_in(connection, "utterance", i) or "\x1f".join(i) for i in dispute.claim}):
        for denial in sorted({_in(connection, "utterance", i) or "\x1f".join(i) for i in dispute.denial}):
            yield (claim, denial)


def _origin(connection: Connection, report: str) -> str:
    own = tables.origin_of.c
    return str(connection.execute(select(own.origin).where(own.report == report)).scalar())


def _in(connection: Connection, what: str, item: Item) -> str | None:
    table, column = {
        "meeting": (tables.meeting_of, tables.meeting_of.c.contact),
        "utterance": (tables.utterance_of, tables.utterance_of.c.statement),
    }[what]
    asked = select(table.c[what]).where(table.c.report == item[0], column == item[1])
    found: str | None = connection.execute(asked).scalar()
    return found


def _write(connection: Connection, group: list[Found]) -> None:
    denial = frozenset(item for found in group for item in found.denial)
    claim = frozenset(item for found in group for item in found.claim) - denial
    if not claim:
        return
    key = mark("d", min(claim), min(denial))
    kinds = Counter(found.kind for found in group)
    first = min(group, key=lambda f: (-f.confidence, f.day or "9999", len(f.about), f.about))
    row = {
        "id": key,
        "about": first.about,
        "kind": max(kinds, key=lambda k: (kinds[k], k)),
        "day": min((found.day for found in group if found.day), default=None),
        "confidence": max(found.confidence for found in group),
        "reasons": msgspec.json.encode(sorted({reason for found in group for reason in found.reasons})),
    }
    connection.execute(insert(tables.dispute).values(row))
    sides = [("claim", item) for item in sorted(claim)] + [("denial", item) for item in sorted(denial)]
    rows = [{"dispute": key, "side": side, "report": item[0], "item": item[1]} for side, item in sides]
    connection.execute(insert(tables.dispute_side), rows)
