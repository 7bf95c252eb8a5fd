"""Actors: all of them, and one with what was said, by whom it is carried, and whom it met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from wortlaut.pages.ask import Ask, MissingError
from wortlaut.pages.views.listing import Said, cut, folded, stretch, window
from wortlaut.store.base import (
    ActorName,
    ActorRef,
    ContactEntry,
    DisputeEntry,
    ReportRef,
    StatementEntry,
    Store,
)


class ActorsPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the list of actors."""

    name: str
    actors: tuple[ActorRef, ...]
    page: int
    more: bool


class ActCount(msgspec.Struct, frozen=True, kw_only=True):
    """How often an act of speech occurs."""

    act: str
    statements: int


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """How many statements came through ``through`` (None: first-hand)."""

    through: ActorRef | None
    statements: int


class ActorView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of an actor shows."""

    ref: ActorRef
    wikidata: str | None
    names: tuple[ActorName, ...]
    reasons: tuple[str, ...]
    acts: tuple[ActCount, ...]
    relays: tuple[Relay, ...]
    act: str | None
    said: tuple[Said, ...]
    page: int
    more: bool
    spoken_of: tuple[Said, ...]
    contacts: tuple[ContactEntry, ...]
    disputes: tuple[DisputeEntry, ...]
    reports: tuple[ReportRef, ...]


def actors(store: Store, ask: Ask) -> ActorsPage:
    """Actors whose names contain what is asked for, the most often reported first."""
    limit, offset = window(ask)
    found, more = cut(store.actors(ask.text("name"), limit, offset))
    return ActorsPage(name=ask.text("name"), actors=found, page=ask.page, more=more)


def actor(store: Store, ask: Ask) -> ActorView:
    """One actor; ``act`` narrows what is shown of its statements."""
    known = store.actor(ask.key)
    if known is None:
        raise MissingError(ask.key)
    act = ask.act()
    said, more = stretch(ask, folded(e for e in known.said if act in (None, e.statement.act)))
    return ActorView(
        ref=known.ref,
        wikidata=known.wikidata,
        names=known.names,
        reasons=known.reasons,
        acts=_acts(known.said),
        relays=_relays(known.said),
        act=act,
        said=said,
        page=ask.page,
        more=more,
        spoken_of=folded(known.spoken_of),
        contacts=known.contacts,
        disputes=known.disputes,
        reports=known.reports,
    )


def _acts(said: Iterable[StatementEntry]) -> tuple[ActCount, ...]:
    counted = Counter(entry.statement.act for entry in said)
    return tuple(ActCount(act=act, statements=number) for act, number in counted.most_common())


def _relays(said: Iterable[StatementEntry]) -> tuple[Relay, ...]:
    """First-hand first, then through whom, the most frequent first."""
    nearest = [entry.via[0] if entry.via else None for entry in said]
    counted = Counter(ref.id if ref else None for ref in nearest)
    refs = {ref.id if ref else None: ref for ref in nearest}
    ordered = sorted(counted.items(), key=lambda item: (item[0] is not None, -item[1], item[0] or ""))
    return tuple(Relay(through=refs[key], statements=number) for key, number in ordered)
