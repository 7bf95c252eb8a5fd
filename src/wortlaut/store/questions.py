"""Queries as conditions: which statements, contacts, disputes and reports are asked for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from wortlaut.record import Span
from wortlaut.store import search, tables
from wortlaut.store.base import Query, ReportHit
from wortlaut.store.shelf import Folder

statement, report, meeting, dispute = (
    tables.statement.c,
    tables.report.c,
    tables.meeting.c,
    tables.dispute.c,
)


def entities(connection: Connection, name: str) -> list[str]:
    """Ids of the actors whose id is ``name``, or else whose names have it as a part."""
    entity, own, actor = tables.entity.c, tables.entity_of.c, tables.actor.c
    exact = connection.execute(select(entity.id).where(entity.id == name)).scalars().all()
    if exact:
        return list(exact)
    named = (
        select(own.entity)
        .join_from(
            tables.entity_of,
            tables.actor,
            and_(own.report == actor.report, own.actor == actor.id),
        )
        .where(search.has_words(actor.name, name))
    )
    either = select(entity.id).where(or_(search.has_words(entity.name, name), entity.id.in_(named)))
    return list(connection.execute(either.order_by(entity.id)).scalars())


def statements(connection: Connection, query: Query) -> Select[Any]:
    """Report and id of the statements asked for, the latest first."""
    own = tables.entity_of.c
    asked: list[ColumnElement[bool]] = [*_words(search.STATEMENTS, statement.words, query)]
    if query.by:
        found = entities(connection, query.by)
        speakers = select(own.report).where(
            own.report == statement.report, own.actor == statement.speaker, own.entity.in_(found)
        )
        asked.append(speakers.exists())
    if query.about:
        asked.append(_about(entities(connection, query.about)))
    if query.act:
        asked.append(statement.act == query.act)
    if query.report:
        asked.append(statement.report == query.report)
    asked += _days(statement.day, query)
    order = (statement.day.is_(None), statement.day.desc(), statement.report, statement.row)
    return select(statement.report, statement.id).where(*asked).order_by(*order)


def _about(found: list[str]) -> ColumnElement[bool]:
    own, about = tables.entity_of.c, tables.spoken_of.c
    return (
        select(about.report)
        .join_from(
            tables.spoken_of,
            tables.entity_of,
            and_(about.report == own.report, about.actor == own.actor),
        )
        .where(
            about.report == statement.report,
            about.statement == statement.id,
            own.entity.in_(found),
        )
        .exists()
    )


def contacts(connection: Connection, query: Query) -> Select[Any]:
    """Ids of the contacts across reports asked for, the latest first."""
    party, own = tables.meeting_party.c, tables.meeting_of.c
    asked: list[ColumnElement[bool]] = []
    for name in (query.by, query.about):
        if name:
            found = entities(connection, name)
            named = select(party.meeting).where(party.entity.in_(found))
            asked.append(meeting.id.in_(named))
    if query.words:
        told = _words(search.REPORTS, report.heading, query)
        where = select(own.meeting).join_from(tables.meeting_of, tables.report, own.report == report.id)
        asked.append(meeting.id.in_(where.where(*told)))
    if query.report:
        asked.append(meeting.id.in_(select(own.meeting).where(own.report == query.report)))
    asked += _days(meeting.day, query)
    order = (meeting.day.is_(None), meeting.day.desc(), meeting.id)
    return select(meeting.id).where(*asked).order_by(*order)


def disputes(connection: Connection, query: Query) -> Select[Any]:
    """Ids of the disputes asked for, the latest first."""
    side, own = tables.dispute_side.c, tables.entity_of.c
    asked: list[ColumnElement[bool]] = []
    for name in (query.by, query.about):
        if name:
            found = entities(connection, name)
            spoke = (
                select(side.dispute)
                .join_from(
                    tables.dispute_side,
                    tables.statement,
                    and_(side.report == statement.report, side.item == statement.id),
                )
                .join(
                    tables.entity_of,
                    and_(own.report == statement.report, own.actor == statement.speaker),
                )
                .where(own.entity.in_(found))
            )
            asked.append(dispute.id.in_(spoke))
    if query.words:
        asked += [search.has_words(dispute.about, word) for word in query.words.split()]
    if query.report:
        asked.append(dispute.id.in_(select(side.dispute).where(side.report == query.report)))
    asked += _days(dispute.day, query)
    order = (dispute.day.is_(None), dispute.day.desc(), dispute.id)
    return select(dispute.id).where(*asked).order_by(*order)


def reports(query: Query) -> Select[Any]:
    """Ids of the reports that hold the words, the latest first."""
    asked = [*_words(search.REPORTS, report.heading, query), *_days(report.published, query)]
    order = (report.published.is_(None), report.published.desc(), report.id)
    return select(report.id).where(*asked).order_by(*order)


def _words(clause: str, otherwise: ColumnElement[str], query: Query) -> list[ColumnElement[bool]]:
    """Conditions for the words; those too short for the index are looked for in ``otherwise``."""
    narrowed: Any = search.matching(clause, query.words)
    short = [search.has_words(otherwise, w) for w in query.words.split() if len(search.plain(w)) < 3]
    return [*([narrowed] if narrowed is not None else []), *short]


def _days(column: ColumnElement[Any], query: Query) -> list[ColumnElement[bool]]:
    asked = []
    if query.since:
        asked.append(column >= query.since)
    if query.until:
        asked.append(column < query.until + "~")  # "~" sorts after every time of that day
    return asked


def count(connection: Connection, asked: Select[Any]) -> int:
    """How many rows ``asked`` has."""
    return int(
        connection.execute(select(func.count()).select_from(asked.order_by(None).subquery())).scalar_one()
    )


def hit(folder: Folder, words: str, most: int = 5) -> ReportHit:
    """Where the words stand in a report (the first places)."""
    text = search.plain(folder.record.text)
    spans: list[Span] = []
    for word in search.plain(words).split():
        at = text.find(word)
        while at >= 0 and len(spans) < most:
            spans.append((at, at + len(word)))
            at = text.find(word, at + len(word))
    places = sorted(set(spans))
    around = (_around(folder.record.text, span) for span in places)
    return ReportHit(report=folder.ref, words=folder.words(*places), around=folder.words(*around))


def _around(text: str, span: Span, reach: int = 40) -> Span:
    """``span`` with whole words of its line on both sides, as far as they are within ``reach``."""
    line = text.rfind("\n", 0, span[0]) + 1
    stop = text.find("\n", span[1])
    left, right = max(line, span[0] - reach), min(len(text) if stop < 0 else stop, span[1] + reach)
    start, end = text.find(" ", left, span[0]) + 1, text.rfind(" ", span[1], right)
    whole_right = right == stop or right == len(text)
    return (start if left > line and start else left), (right if whole_right or end < 0 else end)
