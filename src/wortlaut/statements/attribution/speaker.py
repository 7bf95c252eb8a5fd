"""The actor behind the words that name a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.record import Actor, Span, Statement, overlap


def speaker(span: Span, actors: Sequence[Actor], but: frozenset[str | None] = frozenset()) -> str | None:
    """Id of the actor with the mention that agrees best with ``span``; None if none shares a character.

    ``but`` are those who already speak these very words: "beide" and "sie" may name several.
    """
    best, best_share = None, 0.0
    for actor in actors:
        for mention in actor.mentions:
            shared = overlap(span, mention)
            share = shared / (span[1] - span[0] + mention[1] - mention[0] - shared)
            if share > best_share and actor.id not in but:
                best, best_share = actor.id, share
    return best


def runs_on(statement: Statement, previous: Statement | None) -> bool:
    """Does a statement without source and cue go on with the speech of ``previous``?"""
    return previous is not None and statement.source.span is None and statement.cue is None
