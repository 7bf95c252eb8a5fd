"""Contacts of several reports that are one contact of the real world.

Those with a day are joined first: same participants, kinds that agree, the same day. A contact without a
day (or with a week, a month, a year) then goes to the one that its report's other ties point to: an
utterance in common, one origin, days of publication that agree. Two contacts of one report stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, delete, insert, select

from wortlaut.link.dates import Stretch, around, compatible, stretch
from wortlaut.link.sets import Sets, mark
from wortlaut.link.ties import Ties
from wortlaut.store import tables

_TALKS = {"call", "video", "talk"}
_VISITS = {"meeting", "visit", "talk"}
_BEFORE, _AHEAD = (
    7,
    30,
)  # how many days a contact without a date lies before its report, or a planned one ahead
_MOST_PARTICIPANTS = 6
_STATUSES = ("denied", "held", "cancelled", "planned", "alleged")  # the first that any report has

Place = tuple[str, str]


class Told:
    """A contact as one report tells it."""

    def __init__(self, row: Any, parties: frozenset[str]) -> None:
        self.place: Place = (row.report, row.id)
        self.kind: str = row.kind
        self.when: str | None = row.day
        self.status: str = row.status
        self.published: str | None = (row.published or "")[:10] or None
        self.parties = parties

    @cached_property
    def days(self) -> Stretch | None:
        """The days on which it can have been."""
        if self.when and stretch(self.when):
            return stretch(self.when)
        if self.status in ("planned", "cancelled"):
            return around(self.published, 1, _AHEAD)
        return around(self.published, _BEFORE, 0)

    @property
    def is_exact(self) -> bool:
        """Does the report name the day?"""
        found = stretch(self.when)
        return found is not None and found.days == 1


class Meeting:
    """A contact of the real world, as far as it is put together; ``why`` by place."""

    def __init__(self, first: Told) -> None:
        self.members = [first]
        self.why: dict[Place, tuple[float, tuple[str, ...]]] = {first.place: (1.0, ())}

    def add(self, told: Told, confidence: float, *reasons: str) -> None:
        """Take in one more report's contact."""
        self.members.append(told)
        self.why[told.place] = (confidence, reasons)

    def fits(self, told: Told) -> bool:
        """Can ``told`` be the same, going by participants, kind and report?"""
        return all(
            member.place[0] != told.place[0]
            and same_kind(member.kind, told.kind)
            and (member.parties <= told.parties or told.parties <= member.parties)
            for member in self.members
        )

    @property
    def when(self) -> str | None:
        """The most exact value that most reports give."""
        values = Counter(m.when for m in self.members if m.when)
        return max(values, key=lambda v: (len(v), values[v], v), default=None)

    @property
    def days(self) -> Stretch | None:
        """The days on which it can have been."""
        exact = next((m.days for m in self.members if m.is_exact), None)
        return exact or next((m.days for m in self.members if m.days), None)


def same_kind(one: str, other: str) -> bool:
    """Can two kinds of contact be one? A talk may be a call or a meeting."""
    both = {one, other}
    return one == other or both <= _TALKS or both <= _VISITS


def link_meetings(connection: Connection, ties: Ties) -> None:
    """Write which contacts of the reports are one, with its status."""
    for table in (tables.meeting_party, tables.meeting_of, tables.meeting):
        connection.execute(delete(table))
    for block in _blocks(connection):
        for meeting in gather(block, ties):
            _write(connection, meeting)


def _blocks(connection: Connection) -> Iterator[list[Told]]:
    """Contacts that share two participants, directly or through others, and so may be one."""
    parties = _parties(connection)
    sets: Sets[str] = Sets()
    for place, entities in parties:
        for one, other in _pairs(entities):
            sets.join(f"{place[0]}\x1f{place[1]}", f"{one}\x1e{other}")
    blocks: dict[str, list[Place]] = {}
    for place, _ in parties:
        blocks.setdefault(sets.find(f"{place[0]}\x1f{place[1]}"), []).append(place)
    known = dict(parties)
    for places in blocks.values():
        yield [_told(connection, place, known[place]) for place in places]


def _parties(connection: Connection) -> list[tuple[Place, frozenset[str]]]:
    own, entity, report = tables.contact_party.c, tables.entity_of.c, tables.report.c
    found = (
        select(own.report, own.contact, entity.entity)
        .join_from(
            tables.contact_party,
            tables.entity_of,
            and_(own.report == entity.report, own.actor == entity.actor),
        )
        .join(tables.report, own.report == report.id)
        .order_by(own.report, own.contact)
    )
    sets: dict[Place, set[str]] = {}
    for row in connection.execute(found):
        sets.setdefault((row.report, row.contact), set()).add(row.entity)
    return [(place, frozenset(entities)) for place, entities in sets.items()]


def _pairs(entities: frozenset[str]) -> Iterator[tuple[str, str]]:
    few = sorted(entities)[:_MOST_PARTICIPANTS]
    return combinations(few, 2) if len(few) > 1 else iter([(few[0], few[0])])


def _told(connection: Connection, place: Place, parties: frozenset[str]) -> Told:
    own, report = tables.contact.c, tables.report.c
    found = (
        select(tables.contact, report.published)
        .join_from(tables.contact, tables.report, own.report == report.id)
        .where(own.report == place[0], own.id == place[1])
    )
    return Told(connection.execute(found).one(), parties)


def gather(told: Iterable[Told], ties: Ties) -> list[Meeting]:
    """Contacts with participants in common, put together."""
    rows = sorted(told, key=lambda t: (t.days or Stretch(date.max, date.max), t.place))
    meetings: list[Meeting] = []
    for one in (t for t in rows if t.is_exact):
        near = [m for m in meetings if m.fits(one) and m.days == one.days]
        if near:
            near[0].add(one, 0.95, "the same participants", "kinds that agree", "the same day")
        else:
            meetings.append(Meeting(one))
    for one in (t for t in rows if not t.is_exact):
        _place_by_ties(meetings, one, ties)
    return meetings


def _place_by_ties(meetings: list[Meeting], one: Told, ties: Ties) -> None:
    """Put a contact without a day where its report's other ties point to, if they point to one alone."""
    rated = []
    for number, meeting in enumerate(meetings):
        if not meeting.fits(one) or not _days_agree(meeting, one):
            continue
        weight, reasons = _tied(meeting, one, ties)
        if weight:
            rated.append((weight, -number, meeting, reasons))
    rated.sort(key=lambda r: r[:2], reverse=True)
    if rated and (len(rated) == 1 or rated[0][0] > rated[1][0]):
        _, _, meeting, reasons = rated[0]
        confidence = min(0.95, 0.5 + 0.15 * rated[0][0])
        meeting.add(one, round(confidence, 2), "the same participants", "kinds that agree", *reasons)
    else:
        meetings.append(Meeting(one))


def _days_agree(meeting: Meeting, one: Told) -> bool:
    """A year or a month is no day: a report that gives no more agrees only with one that gives the same."""
    if one.days is not None and one.when and one.days.days > 7:
        return meeting.when == one.when or any(m.is_exact for m in meeting.members)
    if meeting.days is not None and meeting.days.days > 7 and one.when != meeting.when:
        return False  # what is told of a year or a month is background, not the news that the report has
    return compatible(meeting.days, one.days)


def _tied(meeting: Meeting, one: Told, ties: Ties) -> tuple[int, tuple[str, ...]]:
    """How strongly the reports of ``meeting`` are tied to that of ``one``, and by what."""
    weight, reasons = 0, []
    reports = [member.place[0] for member in meeting.members]
    if any(ties.one_origin(one.place[0], report) for report in reports):
        weight += 2
        reasons.append("the reports go back to one origin")
    if any(ties.one_utterance(one.place[0], report) for report in reports):
        weight += 2
        reasons.append("the reports give the same utterance")
    coarse = bool(one.when) and one.days is not None and one.days.days > 7
    if meeting.days and one.days and not coarse and compatible(meeting.days, one.days):
        weight += 1
        reasons.append("the day agrees with the time of the report")
    if one.when and one.when == meeting.when:
        weight += 1
        reasons.append(f"both say {one.when}")
    return weight, tuple(reasons)


def _write(connection: Connection, meeting: Meeting) -> None:
    places = sorted(member.place for member in meeting.members)
    key = mark("k", *places[0])
    kinds = Counter(m.kind for m in meeting.members)
    when = meeting.when
    day = stretch(when)
    published = min((m.published for m in meeting.members if m.published), default=None)
    row = {
        "id": key,
        "kind": max(kinds, key=lambda k: (k != "talk", kinds[k], k)),
        "when": when,
        "day": day.first.isoformat() if day else published,
        "status": next(s for s in _STATUSES if any(m.status == s for m in meeting.members)),
    }
    connection.execute(insert(tables.meeting).values(row))
    members = [
        {
            "report": place[0],
            "contact": place[1],
            "meeting": key,
            "confidence": meeting.why[place][0],
            "reasons": msgspec.json.encode(meeting.why[place][1]),
        }
        for place in places
    ]
    connection.execute(insert(tables.meeting_of), members)
    parties = sorted({entity for m in meeting.members for entity in m.parties})
    connection.execute(insert(tables.meeting_party), [{"meeting": key, "entity": e} for e in parties])
