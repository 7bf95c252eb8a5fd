"""Things that belong together: sets that grow by joining."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from hashlib import sha256
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Sets(Generic[Item]):
    """Disjoint sets; the result does not depend on the order of joining."""

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}

    def find(self, item: Item) -> Item:
        """The item that stands for the set of ``item``."""
        root = item
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(item, item)) != root:
            self._parent[item] = root
            item = above
        return root

    def join(self, left: Item, right: Item) -> None:
        """Make one set of two."""
        one, other = self.find(left), self.find(right)
        self._parent.setdefault(one, one)
        if one != other:
            self._parent[other] = one

    def together(self, left: Item, right: Item) -> bool:
        """Are both in one set?"""
        return self.find(left) == self.find(right)

    def groups(self, items: Iterable[Item]) -> list[list[Item]]:
        """The sets that ``items`` fall into, in the order of their first items."""
        found: dict[Item, list[Item]] = {}
        for item in items:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())


def mark(kind: str, *parts: object) -> str:
    """A short id that depends on ``parts`` alone."""
    return kind + sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
