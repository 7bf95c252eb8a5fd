"""One decider between candidates: which statements remain when several rules found the same words."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.record.spans import likeness
from wortlaut.statements.german.found import Found

_SAME = 0.8


def decide(candidates: Sequence[Found]) -> tuple[Found, ...]:
    """The candidates that remain, in the order of the text: the heavier wins.

    Two exclude one another if they share a cue, or if their content is nearly the same and one of
    them has no cue or speaker of its own that the other would lack.
    """
    kept: list[Found] = []
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.content, c.cue or (0, 0))):
        if not any(_exclude(other, candidate) for other in kept):
            kept.append(candidate)
    return tuple(
        sorted(
            kept,
            key=lambda c: (c.content[0][0] if c.cue is None else min(c.cue[0], c.content[0][0]), c.content),
        )
    )


def _exclude(kept: Found, candidate: Found) -> bool:
    if kept.cue is not None and kept.cue == candidate.cue:
        return True
    alike = likeness(kept.content, candidate.content)
    if candidate.cue is None:
        return alike > 0.3
    return alike > _SAME
