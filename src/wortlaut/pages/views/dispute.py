"""Disputes: all of them, and one with claim and denial side by side."""

from __future__ import annotations

import msgspec

from wortlaut.pages.ask import Ask, MissingError
from wortlaut.pages.views.listing import cut, window
from wortlaut.store.base import DisputeEntry, Query, Store


class DisputesPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the list of disputes, and what it was narrowed to."""

    by: str
    since: str | None
    until: str | None
    disputes: tuple[DisputeEntry, ...]
    page: int
    more: bool


class DisputeView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of a dispute shows."""

    dispute: DisputeEntry


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
    return DisputeView(dispute=known)
