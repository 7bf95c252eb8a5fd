"""The start: stories of one day, and what is latest."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from wortlaut.pages.ask import Ask, read_day
from wortlaut.pages.views.listing import cut, window
from wortlaut.store.base import ActorRef, Change, ContactEntry, Counts, DisputeEntry, Query, Store, Story

# Speakers cost a question for each report; below the first screens nobody waits for them.
_WITH_SPEAKERS = 12
_ASKED_REPORTS = 3
_SPEAKERS = 5
_OTHERS = 12
_LATEST = 6
_CHANGES = 500


class CalendarDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day in the month's sheet; ``stories``: there is something to see."""

    day: str
    number: int
    stories: bool


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """The sheet of a month, Monday first; ``None`` where the week reaches into another month."""

    month: str
    weeks: tuple[tuple[CalendarDay | None, ...], ...]
    previous: str | None
    next: str | None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read on one day: how many reports were new, changed, read again."""

    day: str
    new: int
    changed: int
    reread: int


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A story and who speaks in its reports, the most often quoted first."""

    story: Story
    speakers: tuple[ActorRef, ...]


class DayPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the start shows."""

    day: str | None
    earlier: str | None
    later: str | None
    stories: tuple[StoryRow, ...]
    page: int
    more: bool
    others: tuple[StoryRow, ...]
    month: Month | None
    contacts: tuple[ContactEntry, ...]
    disputes: tuple[DisputeEntry, ...]
    counts: Counts
    readings: tuple[Reading, ...]


def day(store: Store, ask: Ask) -> DayPage:
    """The day asked for, or the latest that has stories."""
    days = store.days()
    shown = read_day("day", ask.key) or (days[0] if days else None)
    limit, offset = window(ask)
    stories, more = cut(store.stories(shown, limit, offset))
    counts = store.counts()
    return DayPage(
        day=shown,
        earlier=next((d for d in days if shown and d < shown), None),
        later=next((d for d in reversed(days) if shown and d > shown), None),
        stories=tuple(_row(store, story, n < _WITH_SPEAKERS) for n, story in enumerate(stories)),
        page=ask.page,
        more=more,
        others=() if more or ask.page > 1 else _others(store, shown, stories),
        month=_month(shown, days) if shown else None,
        contacts=store.contacts(Query(limit=_LATEST)),
        disputes=store.disputes(Query(limit=_LATEST)),
        counts=counts,
        readings=_readings(store.changes(after=max(0, counts.changes - _CHANGES), limit=_CHANGES)),
    )


def _others(store: Store, shown: str | None, here: tuple[Story, ...]) -> tuple[StoryRow, ...]:
    """The latest stories of other days; where there are few, those without a day are among them."""
    if shown is None:
        return ()
    known = {story.id for story in here}
    latest = [story for story in store.stories(limit=_OTHERS + len(here)) if story.id not in known]
    return tuple(_row(store, story, n < _WITH_SPEAKERS) for n, story in enumerate(latest[:_OTHERS]))


def _row(store: Store, story: Story, speakers: bool) -> StoryRow:
    asked = story.reports[:_ASKED_REPORTS] if speakers else ()
    found = [e.speaker for ref in asked for e in store.statements(Query(report=ref.id)) if e.speaker]
    counted = Counter(ref.id for ref in found)
    refs = {ref.id: ref for ref in found}
    return StoryRow(story=story, speakers=tuple(refs[key] for key, _ in counted.most_common(_SPEAKERS)))


def _month(shown: str, days: Iterable[str]) -> Month:
    year, month = int(shown[:4]), int(shown[5:7])
    known = set(days)
    weeks = tuple(
        tuple(_calendar_day(d.isoformat(), known) if d.month == month else None for d in week)
        for week in _weeks(year, month)
    )
    return Month(
        month=shown[:7],
        weeks=weeks,
        previous=max((d for d in known if d[:7] < shown[:7]), default=None),
        next=min((d for d in known if d[:7] > shown[:7]), default=None),
    )


def _weeks(year: int, month: int) -> list[list[date]]:
    try:
        return Calendar().monthdatescalendar(year, month)
    except (OverflowError, ValueError):  # a date at the very edge of what a calendar knows
        return []


def _calendar_day(iso: str, known: set[str]) -> CalendarDay:
    return CalendarDay(day=iso, number=int(iso[8:]), stories=iso in known)


def _readings(changes: Iterable[Change]) -> tuple[Reading, ...]:
    counted = Counter((change.at[:10], change.what) for change in changes)
    days = sorted({at for at, _ in counted}, reverse=True)[:4]
    return tuple(
        Reading(day=d, new=counted[d, "new"], changed=counted[d, "changed"], reread=counted[d, "reread"])
        for d in days
    )
