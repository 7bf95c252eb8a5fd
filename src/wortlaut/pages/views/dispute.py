"""Disputes: all of them, and one with claim and denial side by side."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from wortlaut.pages.ask import Ask, MissingError
from wortlaut.pages.views.listing import cut, window
from wortlaut.store.base import DisputeEntry, DisputeItem, Query, Store


class DisputesPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the list of disputes, and what it was narrowed to."""

    by: str
    since: str | None
    until: str | None
    disputes: tuple[DisputeEntry, ...]
    page: int
    more: bool


class Voiced(msgspec.Struct, frozen=True, kw_only=True):
    """One claim or denial, and its other renderings: the same utterance in other reports."""

    item: DisputeItem
    also: tuple[DisputeItem, ...]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side: what was said, and the contact in dispute as the reports tell it."""

    voiced: tuple[Voiced, ...]
    contacts: tuple[DisputeItem, ...]


class DisputeView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of a dispute shows."""

    dispute: DisputeEntry
    claim: Side
    denial: Side
    reports: int


def disputes(store: Store, ask: Ask) -> DisputesPage:
    """Disputes in which an actor stands, within a stretch of time; the latest first."""
    by, since, until = ask.text("by"), ask.day("since"), ask.day("until")
    limit, offset = window(ask)
    found, more = cut(store.disputes(Query(by=by, since=since, until=until, limit=limit, offset=offset)))
    return DisputesPage(by=by, since=since, until=until, disputes=found, page=ask.page, more=more)


def dispute(store: Store, ask: Ask) -> DisputeView:
    """One dispute."""
    known = store.dispute(ask.key)
    if known is None:
        raise MissingError(ask.key)
    return DisputeView(
        dispute=known,
        claim=_side(known.claim),
        denial=_side(known.denial),
        reports=len({item.report.id for item in known.claim + known.denial}),
    )


def _side(items: Iterable[DisputeItem]) -> Side:
    """The earliest first; renderings of one utterance together."""
    together: dict[str, list[DisputeItem]] = {}
    contacts = []
    for number, item in enumerate(sorted(items, key=_when)):
        if item.contact is not None:
            contacts.append(item)
            continue
        utterance = item.statement.utterance if item.statement else None
        together.setdefault(utterance or f"{number}", []).append(item)
    voiced = tuple(Voiced(item=group[0], also=tuple(group[1:])) for group in together.values())
    return Side(voiced=voiced, contacts=tuple(contacts))


def _when(item: DisputeItem) -> tuple[str, str]:
    return item.report.published or "9999", item.report.id
