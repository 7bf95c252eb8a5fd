"""A story with its reports in the order of their appearance, and an origin with its copies."""

from __future__ import annotations

import msgspec

from wortlaut.pages.ask import Ask, MissingError
from wortlaut.store.base import OriginEntry, Store, Story


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of a story shows."""

    story: Story


class OriginView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of an origin shows."""

    origin: OriginEntry


def story(store: Store, ask: Ask) -> StoryView:
    """One story, its earliest report first."""
    known = store.story(ask.key)
    if known is None:
        raise MissingError(ask.key)
    ordered = sorted(known.reports, key=lambda ref: (ref.published or "9999", ref.id))
    return StoryView(story=msgspec.structs.replace(known, reports=tuple(ordered)))


def origin(store: Store, ask: Ask) -> OriginView:
    """All reports that go back to one origin."""
    known = store.origin(ask.key)
    if known is None:
        raise MissingError(ask.key)
    return OriginView(origin=known)
