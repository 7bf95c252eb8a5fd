"""Contents by where they stand, so that one is compared with its neighbours and not with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wortlaut.record import Span

__all__ = ["Nearby"]

_BLOCK = 500  # characters: about the longest content that is common


class Nearby:
    """Contents, each under a number."""

    def __init__(self, contents: Sequence[Sequence[Span]] = ()) -> None:
        self._blocks: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, content in enumerate(contents):
            self.add(number, content)

    def add(self, number: int, content: Sequence[Span]) -> None:
        """Keep one more."""
        for block in _blocks(content):
            self._blocks[block].append((content[0][0], number))

    def near(self, content: Sequence[Span]) -> list[int]:
        """Numbers of all that may share a character with ``content``, in the order of the text."""
        found = {place for block in _blocks(content) for place in self._blocks.get(block, ())}
        return [number for _, number in sorted(found)]


def _blocks(content: Sequence[Span]) -> range:
    return range(content[0][0] // _BLOCK, content[-1][1] // _BLOCK + 1)
