"""The mentions of all actors in the order of the text, to ask which stand in a stretch of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from wortlaut.languages import Passage, tokens_in
from wortlaut.record import Actor, Span


class Mention(NamedTuple):
    """Words that name an actor."""

    span: Span
    actor: str
    name: str
    tokens: range


class Mentions:
    """All mentions, by where they begin."""

    def __init__(self, passage: Passage, actors: Sequence[Actor]) -> None:
        """Sort the mentions of ``actors``; one without a token of its own is left out."""
        found = [
            Mention(span, actor.id, actor.name, tokens)
            for actor in actors
            for span in actor.mentions
            if (tokens := tokens_in(passage, span))
        ]
        self._all = sorted(found, key=lambda mention: mention.span)

    def within(self, span: Span) -> Sequence[Mention]:
        """Mentions that begin in ``span``."""
        first = bisect_left(self._all, span[0], key=lambda mention: mention.span[0])
        return self._all[first : bisect_left(self._all, span[1], lo=first, key=lambda m: m.span[0])]
