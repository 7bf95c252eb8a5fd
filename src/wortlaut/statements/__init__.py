"""Who said what: find statements, then say who, to whom, when and on whose word."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.languages import Passage
from wortlaut.record import Actor, Statement, Time


def find_statements(passage: Passage) -> tuple[Statement, ...]:
    """Statements with their spans (source, cue, content) and form, in the order of the text.

    Actors are not known yet: ``source.actor`` is None, act, addressee, medium, when and via are
    left at their defaults for ``attribute``.
    """
    return ()


def attribute(
    passage: Passage,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    times: Sequence[Time],
    published: str | None = None,
) -> tuple[Statement, ...]:
    """The same statements with speaker (actor id), act, addressee, medium, when and via."""
    return tuple(statements)
