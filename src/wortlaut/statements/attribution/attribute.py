"""Complete the statements found in the text with what actors and times tell of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wortlaut.languages import Passage
from wortlaut.record import Actor, Source, Statement, Time
from wortlaut.statements.attribution.speaker import runs_on, speaker


def attribute(
    passage: Passage,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    times: Sequence[Time],
    published: str | None = None,
) -> tuple[Statement, ...]:
    """The same statements with speaker (actor id), act, addressee, medium, when and via."""
    found: list[Statement] = []
    for statement in statements:
        span = statement.source.span
        previous = found[-1] if found else None
        if span is not None:
            actor = speaker(span, actors)
        else:
            actor = previous.source.actor if previous and runs_on(statement, previous) else None
        found.append(msgspec.structs.replace(statement, source=Source(span=span, actor=actor)))
    return tuple(found)
