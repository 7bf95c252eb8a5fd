"""What was read of a statement beyond its spans: a second opinion for the rules of this package."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from wortlaut.languages import Passage
from wortlaut.record import Actor, Span, Statement
from wortlaut.statements.attribution.speaker import speaker
from wortlaut.statements.worded import Parts

__all__ = ["named_by", "seconded"]

_SURE = 0.6  # chance of an act over which the network speaks where the rules have only "state"


def named_by(spans: Sequence[Span], actors: Sequence[Actor], but: str | None) -> tuple[str, ...]:
    """Ids of the actors that the spans name, each once, without the speaker."""
    found: list[str] = []
    for span in spans:
        actor = speaker(span, actors)
        if actor is not None and actor != but and actor not in found:
            found.append(actor)
    return tuple(found)


def seconded(passage: Passage, statement: Statement, parts: Parts, actors: Sequence[Actor]) -> Statement:
    """The statement with what its parts add: whom it is said to, through what, what is done by it."""
    medium = passage.text[slice(*parts.medium)] if parts.medium else None
    doubted = statement.act == "state" and parts.chance >= _SURE
    return replace(
        statement,
        act=parts.act if doubted else statement.act,
        addressee=statement.addressee or named_by(parts.addressee, actors, statement.source.actor),
        medium=statement.medium or medium,
    )
