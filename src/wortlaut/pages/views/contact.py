"""Contacts: all of them, and one with its status by source and each account in its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from wortlaut.pages.ask import Ask, MissingError
from wortlaut.pages.views.listing import cut, window
from wortlaut.record import CONTACT_KINDS, STATUSES
from wortlaut.store.base import (
    ActorRef,
    ContactEntry,
    ContactReport,
    DisputeEntry,
    Query,
    StatementEntry,
    Store,
    Voice,
)

_STRETCH = 50
_MOST = 5000


class ContactsPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the list of contacts, and what it was narrowed to."""

    participant: str
    kind: str
    status: str
    since: str | None
    until: str | None
    contacts: tuple[ContactEntry, ...]
    page: int
    more: bool


class Station(msgspec.Struct, frozen=True, kw_only=True):
    """What the same people say of a contact, in however many reports; ``first`` is the earliest of them.

    ``by`` is empty where reports say so in their own words.
    """

    status: str
    by: tuple[ActorRef, ...]
    first: str | None
    voices: tuple[Voice, ...]


class ContactView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of a contact shows.

    ``said``: what was said in it, each utterance once; ``silent``: participants without a word of their own.
    """

    contact: ContactEntry
    said: tuple[StatementEntry, ...]
    ribbon: tuple[Station, ...]
    silent: tuple[ActorRef, ...]
    disputes: tuple[DisputeEntry, ...]


def contacts(store: Store, ask: Ask) -> ContactsPage:
    """Contacts of a participant, a kind, a status, a stretch of time; the latest first."""
    participant, since, until = ask.text("by"), ask.day("since"), ask.day("until")
    kind, status = ask.one_of("kind", CONTACT_KINDS), ask.one_of("status", STATUSES)
    query = Query(by=participant, since=since, until=until)
    limit, offset = window(ask)
    fitting = (c for c in _every(store, query) if kind in ("", c.kind) and status in ("", c.status))
    found, more = cut(list(islice(fitting, offset, offset + limit)))
    return ContactsPage(
        participant=participant,
        kind=kind,
        status=status,
        since=since,
        until=until,
        contacts=found,
        page=ask.page,
        more=more,
    )


def _every(store: Store, query: Query) -> Iterator[ContactEntry]:
    """Contacts one stretch after the other, so that no more are fetched than the page needs."""
    for offset in range(0, _MOST, _STRETCH):
        found = store.contacts(msgspec.structs.replace(query, limit=_STRETCH, offset=offset))
        yield from found
        if len(found) < _STRETCH:
            return


def contact(store: Store, ask: Ask) -> ContactView:
    """One contact of the real world."""
    known = store.contact(ask.key)
    if known is None:
        raise MissingError(ask.key)
    spoken = {actor.id for voice in known.voices for actor in voice.by}
    return ContactView(
        contact=known,
        said=_said(known),
        ribbon=_stations(known.voices),
        silent=tuple(actor for actor in known.participants if actor.id not in spoken),
        disputes=tuple(d for d in map(store.dispute, known.disputes) if d is not None),
    )


def _said(known: ContactEntry) -> tuple[StatementEntry, ...]:
    """Statements of all accounts; renderings of one utterance stand for one another, the earliest first."""
    found: dict[str, StatementEntry] = {}
    for part in sorted(known.reports, key=_when):
        for entry in part.said:
            found.setdefault(entry.utterance or f"{part.report.id} {entry.statement.id}", entry)
    return tuple(found.values())


def _stations(voices: Iterable[Voice]) -> tuple[Station, ...]:
    """Voices of one status and one speaker together, in the order in which they were first reported."""
    together: dict[tuple[str, tuple[str, ...]], dict[str, Voice]] = {}
    for voice in sorted(voices, key=_when):
        key = voice.status, tuple(sorted(ref.id for ref in voice.by))
        together.setdefault(key, {}).setdefault(voice.report.id, voice)
    return tuple(_station(list(by_report.values())) for by_report in together.values())


def _station(voices: list[Voice]) -> Station:
    first = voices[0]
    return Station(status=first.status, by=first.by, first=first.report.published, voices=tuple(voices))


def _when(told: Voice | ContactReport) -> tuple[str, str]:
    # What has no date comes last; the report's id keeps the order the same each time.
    return told.report.published or "9999", told.report.id
