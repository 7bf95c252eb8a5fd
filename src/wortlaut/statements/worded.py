"""Statements as first found: their spans, before anybody in them is known as an actor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wortlaut.record import Span, Statement
from wortlaut.record.types import Act

__all__ = ["NO_PARTS", "Parts", "Worded", "joined"]


class Parts(NamedTuple):
    """Spans of those spoken to and of those who relay it, of the medium, and the act with its chance."""

    addressee: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    medium: Span | None = None
    act: Act = "state"
    chance: float = 0.0


NO_PARTS = Parts()


def joined(network: Parts, rules: Parts) -> Parts:
    """The network's parts, with those spoken to whom only a rule saw."""
    return network._replace(addressee=network.addressee or rules.addressee)


class Worded(NamedTuple):
    """Statements with their spans, and what was read of them beyond, by id of the statement."""

    statements: tuple[Statement, ...]
    parts: Mapping[str, Parts]

    def parties(self) -> list[Span]:
        """The words that name speakers, those spoken to and those who relay it."""
        speakers = {s.source.span for s in self.statements if s.source.span is not None}
        others = {span for parts in self.parts.values() for span in (*parts.addressee, *parts.via)}
        return sorted(speakers) + sorted(others - speakers)
