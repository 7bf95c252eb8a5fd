"""A story with its reports in the order of their appearance, and an origin with its copies."""

from __future__ import annotations

import msgspec

from wortlaut.pages.ask import Ask, MissingError
from wortlaut.store.base import ContactEntry, DisputeEntry, OriginEntry, Store, Story

_OPENED = 20


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of a story shows: its reports, and what the first of them tell and dispute."""

    story: Story
    contacts: tuple[ContactEntry, ...]
    disputes: tuple[DisputeEntry, ...]


class OriginView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of an origin shows."""

    origin: OriginEntry


def story(store: Store, ask: Ask) -> StoryView:
    """One story, its earliest report first."""
    known = store.story(ask.key)
    if known is None:
        raise MissingError(ask.key)
    ordered = sorted(known.reports, key=lambda ref: (ref.published or "9999", ref.id))
    pages = [page for ref in ordered[:_OPENED] if (page := store.report(ref.id)) is not None]
    contacts = {entry.id: entry for page in pages for entry in page.contacts.values()}
    disputes = {entry.id: entry for page in pages for entry in page.disputes}
    return StoryView(
        story=msgspec.structs.replace(known, reports=tuple(ordered)),
        contacts=tuple(sorted(contacts.values(), key=lambda entry: (entry.when or "9999", entry.id))),
        disputes=tuple(sorted(disputes.values(), key=lambda entry: (entry.day or "9999", entry.id))),
    )


def origin(store: Store, ask: Ask) -> OriginView:
    """All reports that go back to one origin."""
    known = store.origin(ask.key)
    if known is None:
        raise MissingError(ask.key)
    return OriginView(origin=known)
