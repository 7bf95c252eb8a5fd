"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from wortlaut.pages.ask import PER_PAGE, Ask

Item = TypeVar("Item")


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
