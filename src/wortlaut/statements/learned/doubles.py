"""One statement where several readings draw the same."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.record.spans import overlaps, shared, size
from wortlaut.statements.learned.decode import Drawn
from wortlaut.statements.nearby import Nearby

__all__ = ["without_doubles"]


def without_doubles(found: Sequence[Drawn]) -> list[Drawn]:
    """Of statements with nearly the same content and speakers the surer one, in the order of the text."""
    kept: list[Drawn] = []
    places = Nearby()
    for one in sorted(found, key=lambda d: (-d.chance, d.token)):
        if not any(_double(one, kept[number]) for number in places.near(one.content)):
            places.add(len(kept), one.content)
            kept.append(one)
    return sorted(kept, key=lambda d: (d.content[0][0], d.token))


def _double(one: Drawn, other: Drawn) -> bool:
    left, right, both = size(one.content), size(other.content), shared(one.content, other.content)
    if both < 0.6 * min(left, right) or both < 0.5 * max(left, right):
        return False
    if one.cue is None or other.cue is None or one.cue == other.cue:
        return True
    touching = any(overlaps(a, b) for a in one.sources for b in other.sources)
    return touching or not one.sources or not other.sources
