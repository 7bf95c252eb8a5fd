"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from wortlaut.pages.ask import PER_PAGE, Ask
from wortlaut.store.base import StatementEntry

Item = TypeVar("Item")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance: the earliest statement that renders it, and its other renderings."""

    entry: StatementEntry
    also: tuple[StatementEntry, ...]


def folded(entries: Iterable[StatementEntry]) -> tuple[Said, ...]:
    """Renderings of one utterance together, each where its first one stood: utterances count, not copies."""
    together: dict[str, list[StatementEntry]] = {}
    for number, entry in enumerate(entries):
        together.setdefault(entry.utterance or f"alone {number}", []).append(entry)
    ordered = (sorted(group, key=_when) for group in together.values())
    return tuple(Said(entry=group[0], also=tuple(group[1:])) for group in ordered)


def _when(entry: StatementEntry) -> tuple[str, str]:
    return entry.report.published or "9999", entry.report.id


def window(ask: Ask) -> tuple[int, int]:
    """Limit and offset that fetch the page asked for and one item more, which tells of a next page."""
    return PER_PAGE + 1, (ask.page - 1) * PER_PAGE


def cut(items: Sequence[Item]) -> tuple[tuple[Item, ...], bool]:
    """The page out of what ``window`` fetched, and whether there is more."""
    return tuple(items[:PER_PAGE]), len(items) > PER_PAGE


def stretch(ask: Ask, items: Sequence[Item]) -> tuple[tuple[Item, ...], bool]:
    """The page asked for out of all items, and whether there is more."""
    limit, offset = window(ask)
    return cut(items[offset : offset + limit])
