"""Groups of reports about one event, for the start page.

Reports belong together if they go back to one origin or tell first of the same contact, in the headline or
the lead. What they have in common besides (several utterances, most names and numbers) joins them only if
they do not tell first of different contacts. All is within a few days.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from wortlaut.languages import passage
from wortlaut.link.dates import around, compatible, stretch
from wortlaut.link.features import Shelves
from wortlaut.link.sets import Sets, mark
from wortlaut.link.texts import cosine
from wortlaut.record import Report
from wortlaut.store import tables
from wortlaut.store.shelf import Shelf

_DAYS = 2
_CONTACT_DAYS = 4  # a contact told longer after it was is background, not the event
_EARLY = 0.4  # what stands further down an article is background as well
_LEAD = 4  # so many sentences are the lead
_UTTERANCES = 2
_ALIKE = 0.55


def link_stories(connection: Connection) -> None:
    """Write which reports tell of one event."""
    for table in (tables.story_of, tables.story):
        connection.execute(delete(table))
    days = _days(connection)
    shelves = Shelves(connection)
    sets: Sets[str] = Sets()
    for one, other in _chained(connection, tables.origin_of, "origin"):
        sets.join(one, other)
    first = _told_first(connection, days)
    for one, other in _of_one_contact(first, days):
        if _near(days, one, other, _CONTACT_DAYS):
            sets.join(one, other)
    events = _events(sets, first)
    alike = (
        (one, other)
        for one, other in _alike(connection)
        if _near(days, one, other, _DAYS)
        and cosine(shelves.of(one).landmarks, shelves.of(other).landmarks) >= _ALIKE
    )
    for one, other in chain(_utterances(connection), alike):
        if _near(days, one, other, _DAYS):
            _join_of_one_event(sets, events, one, other)
    for group in sets.groups(sorted(days)):
        _write(connection, group, days)


def _days(connection: Connection) -> dict[str, str | None]:
    own = tables.report.c
    rows = connection.execute(select(own.id, own.published).order_by(own.id))
    return {row.id: (row.published or "")[:10] or None for row in rows}


def _near(days: dict[str, str | None], one: str, other: str, most: int) -> bool:
    return compatible(around(days[one], most, most), around(days[other], 0, 0))


def _chained(connection: Connection, table: Table, column: str) -> Iterator[tuple[str, str]]:
    """Each report that shares ``column`` with the one before it."""
    found = select(table.c[column], table.c.report).order_by(table.c[column], table.c.report).distinct()
    before: tuple[str, str] | None = None
    for key, report in connection.execute(found):
        if before and before[0] == key:
            yield before[1], report
        before = (key, report)


def _told_first(connection: Connection, days: dict[str, str | None]) -> dict[str, set[str]]:
    """The contacts of these days that each report tells of in its headline or lead, or else first of all."""
    own, meeting = tables.meeting_of.c, tables.meeting.c
    found = (
        select(own.meeting, own.report, own.contact, meeting.when)
        .join_from(tables.meeting_of, tables.meeting, own.meeting == meeting.id)
        .order_by(own.report, own.meeting)
    )
    told: dict[str, dict[str, str]] = {}
    for key, report, contact, when in connection.execute(found).all():
        window = around(when, _CONTACT_DAYS, _CONTACT_DAYS)
        dated = when is not None or days[report] is not None  # else it tells nothing of the event
        if dated and compatible(window, stretch(days[report])):
            told.setdefault(report, {})[contact] = key
    return {
        report: {keys[contact] for contact in _first(Shelf(connection).need(report).record, set(keys))}
        for report, keys in told.items()
    }


def _first(record: Report, contacts: set[str]) -> set[str]:
    starts = {c.id: min((s for s, _ in c.evidence), default=0) for c in record.contacts if c.id in contacts}
    begin = min((s for s, _ in record.body), default=0)
    end = max((e for _, e in record.body), default=len(record.text))
    cut = passage(record.text, record.language, record.body).sentences
    lead = cut[min(_LEAD, len(cut)) - 1].end if cut else begin
    in_lead = {contact for contact, start in starts.items() if start < lead}
    early = min(starts, key=lambda c: (starts[c], c))
    return in_lead or ({early} if starts[early] - begin <= _EARLY * (end - begin) else set())


def _of_one_contact(first: dict[str, set[str]], days: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    """Reports that tell first of one contact, each with the one before it."""
    reports: dict[str, list[str]] = {}
    for report in sorted(first, key=lambda r: (days[r] or "", r)):
        for meeting in sorted(first[report]):
            reports.setdefault(meeting, []).append(report)
    for meeting in sorted(reports):
        yield from pairwise(reports[meeting])


def _events(sets: Sets[str], first: dict[str, set[str]]) -> dict[str, set[str]]:
    """What is told first in each set of reports, by the report that stands for it."""
    events: dict[str, set[str]] = {}
    for report in sorted(first):
        events.setdefault(sets.find(report), set()).update(first[report])
    return events


def _join_of_one_event(sets: Sets[str], events: dict[str, set[str]], one: str, other: str) -> None:
    """Join two reports, unless their sets tell first of different contacts."""
    left, right = (events.get(sets.find(report), set()) for report in (one, other))
    if left and right and not left & right:
        return
    sets.join(one, other)
    events[sets.find(one)] = left | right


def _utterances(connection: Connection) -> Iterator[tuple[str, str]]:
    """Reports that have several utterances in common."""
    one, other = tables.utterance_of.alias("one"), tables.utterance_of.alias("other")
    size = func.count(one.c.utterance.distinct())
    found = (
        select(one.c.report, other.c.report)
        .join_from(one, other, (one.c.utterance == other.c.utterance) & (one.c.report < other.c.report))
        .group_by(one.c.report, other.c.report)
        .having(size >= _UTTERANCES)
        .order_by(one.c.report, other.c.report)
    )
    for row in connection.execute(found.execution_options(yield_per=1000)):
        yield row[0], row[1]


def _alike(connection: Connection) -> Iterator[tuple[str, str]]:
    """Pairs that share rare names and numbers, as the search for copies has left them."""
    pairs = text("SELECT one, other FROM temp.pair ORDER BY one, other").execution_options(yield_per=1000)
    for row in connection.execute(pairs):
        yield row.one, row.other


def _write(connection: Connection, group: list[str], days: dict[str, str | None]) -> None:
    own = tables.report.c
    first = min(group, key=lambda report: (days[report] or "9999", report))
    title = connection.execute(select(own.heading).where(own.id == first)).scalar_one()
    key = mark("t", min(group))
    day = max((day for report in group if (day := days[report])), default=None)
    connection.execute(insert(tables.story).values({"id": key, "title": title, "day": day}))
    connection.execute(insert(tables.story_of), [{"report": report, "story": key} for report in group])
