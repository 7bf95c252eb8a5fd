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

from wortlaut.languages import load
from wortlaut.link.dates import around, stretch
from wortlaut.link.sentences import Vectors
from wortlaut.link.sets import Sets, mark
from wortlaut.link.utterances import score
from wortlaut.record import Report, Span, Wording, overlaps
from wortlaut.store import tables
from wortlaut.store.entries import voices
from wortlaut.store.shelf import Shelf

Item = tuple[str, str]
_ENOUGH = 0.9
_DAYS = 7
_MOST = 200
_CONTACT = "denies the contact"


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
    contacts = {item: n for n, f in enumerate(found) if f.kind == _CONTACT for item in f.denial}
    for number, dispute in enumerate(found):  # one denial is one dispute, and that of a contact says more
        for item in sorted(dispute.denial & contacts.keys()):
            if "-" not in item[1]:
                sets.join(number, contacts[item])
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
    for report, key in members:
        folder = shelf.need(report)
        contact = next(c for c in folder.record.contacts if c.id == key)
        told = list(voices(folder, contact))
        denying = {(report, v.statement) for v in told if v.status == "denied" and v.statement}
        denial |= denying
        said = {(report, v.statement) for v in told if v.status != "denied" and v.statement} - denying
        if contact.status != "denied" or said:
            claim |= {(report, key), *said}
        elif not any(v.statement for v in told):
            denial.add((report, key))
    about = _names_contact(connection, shelf, meeting, members[0][0])
    if claim and denial:
        day = connection.execute(select(tables.meeting.c.day).where(tables.meeting.c.id == meeting)).scalar()
        reasons = ("one source tells of the contact, another denies it",)
        yield Found(frozenset(claim), frozenset(denial), about, "denies the contact", 0.9, reasons, day)


def _names_contact(connection: Connection, shelf: Shelf, meeting: str, report: str) -> str:
    """Kind, participants and day of a contact, in the language of ``report``."""
    row = connection.execute(select(tables.meeting).where(tables.meeting.c.id == meeting)).one()
    party, entity = tables.meeting_party.c, tables.entity.c
    found = (
        select(entity.name, entity.kind)
        .join_from(tables.meeting_party, tables.entity, party.entity == entity.id)
        .where(party.meeting == meeting)
    )
    who = sorted(r.name.split()[-1] if r.kind == "person" else r.name for r in connection.execute(found))
    words = load(shelf.need(report).record.language, "linking").get("contact", {})
    about: str = f"{words.get(row.kind, row.kind)} {' – '.join(who)}"
    day = stretch(row.when)
    if day is None or day.days > 1 or not words:
        return about
    month = words["months"][day.first.month - 1]
    dated: str = words["dated"].format(day=day.first.day, month=month, year=day.first.year)
    return f"{about} {dated}"


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
    claim = _claim(connection, frozenset(i for found in group for i in found.claim) - denial, denial)
    if not claim:
        return
    key = mark("d", min(claim), min(denial))
    kinds = Counter(found.kind for found in group)
    is_contact = _CONTACT in kinds
    first = min(group, key=lambda f: _telling(f, is_contact))
    row = {
        "id": key,
        "about": first.about if _is_telling(first.about) else _told(connection, min(claim)),
        "kind": _CONTACT if is_contact else max(kinds, key=lambda k: (kinds[k], k)),
        "day": min((found.day for found in group if found.day), default=None),
        "confidence": max(found.confidence for found in group),
        "reasons": msgspec.json.encode(sorted({reason for found in group for reason in found.reasons})),
    }
    connection.execute(insert(tables.dispute).values(row))
    sides = [("claim", item) for item in sorted(claim)] + [("denial", item) for item in sorted(denial)]
    rows = [{"dispute": key, "side": side, "report": item[0], "item": item[1]} for side, item in sides]
    connection.execute(insert(tables.dispute_side), rows)


def _claim(connection: Connection, claim: frozenset[Item], denial: frozenset[Item]) -> frozenset[Item]:
    """``claim`` without the denials' own clauses and contacts of reports that only deny, if any is left."""
    shelf = Shelf(connection)
    records = {report: shelf.need(report).record for report, _ in claim | denial}
    denied = {(r, span) for r, item in denial for span in _spans(records[r], item)}
    own = {
        (report, item)
        for report, item in claim
        if any(r == report and overlaps(s, d) for s in _spans(records[report], item) for r, d in denied)
        and "-" in item
    }
    left = claim - own
    telling = {report for report, item in left if any(s.id == item for s in records[report].statements)}
    only_denied = {
        (report, c.id) for report, record in records.items() for c in record.contacts if c.status == "denied"
    }
    left = frozenset(i for i in left if i not in only_denied or i[0] in telling)
    return left or claim


def _spans(record: Report, item: str) -> tuple[Span, ...]:
    for one in record.statements:
        if one.id == item:
            return one.content
    for contact in record.contacts:
        if contact.id == item:
            return contact.evidence
    start, _, end = item.partition("-")
    return ((int(start), int(end)),) if end.isdigit() and start.isdigit() else ()


def _told(connection: Connection, item: Item) -> str:
    record = Shelf(connection).need(item[0]).record
    return _short(" ".join(record.text[start:end] for start, end in _spans(record, item[1])))


def _telling(found: Found, is_contact: bool) -> tuple[bool, bool, bool, float, str, int, str]:
    named = is_contact and "one source tells" in found.reasons[0]
    plain = is_contact and found.kind != _CONTACT
    about = found.about
    return (
        not named,
        plain,
        not _is_telling(about),
        -found.confidence,
        found.day or "9999",
        len(about),
        about,
    )


def _is_telling(about: str) -> bool:
    """Is it more than one word without a capital: a bare participle, or a number?"""
    words = about.split()
    return len(words) > 1 or (len(words) == 1 and words[0][:1].isupper())
