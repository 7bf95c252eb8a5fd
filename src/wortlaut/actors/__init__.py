"""Who is spoken of: names, titles, metonyms and pronouns, all mentions of one actor together."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.actors.find import find
from wortlaut.languages import Passage
from wortlaut.record import Actor, Span


def find_actors(
    passage: Passage,
    sources: Sequence[Span] = (),
    published: str | None = None,
    outlets: Sequence[str] = (),
) -> tuple[Actor, ...]:
    """Actors of the passage, in the order of their first mention.

    ``sources`` are words known to name a speaker: each is a mention of exactly one actor of the
    result. ``outlets`` are names of the publisher and the stated origin, which are actors too
    where the text mentions them. ``published`` (ISO or None) picks who held an office then.
    """
    return find(passage, sources, published, outlets)
