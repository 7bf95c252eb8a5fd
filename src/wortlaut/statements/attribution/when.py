"""The day something was said, as far as the words around the cue tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.languages import Passage, tokens_in
from wortlaut.record import Time
from wortlaut.statements.attribution.around import Around, sentence_of
from wortlaut.statements.attribution.medium import points_back

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")


def when(passage: Passage, place: Around, times: Sequence[Time], published: str | None) -> str | None:
    """ISO date that the clause of the cue names, the nearest to it; None where it names none.

    "Während dieses Telefonats" points at the sentence before. Nothing has been said after the day of
    publication.
    """
    if not place.cue:
        return None
    return _nearest(passage, place.clause, place.cue[0], times, published) or (
        _nearest(passage, _before(passage, place), place.cue[0], times, published)
        if points_back(passage, place.clause)
        else None
    )


def _before(passage: Passage, place: Around) -> tuple[int, ...]:
    index = sentence_of(passage, place.sentence[0]) - 1
    return tuple(range(*passage.sentences[index][2:])) if index >= 0 else ()


def _nearest(
    passage: Passage, indices: Sequence[int], cue: int, times: Sequence[Time], published: str | None
) -> str | None:
    """The day named among the tokens at ``indices``, the nearest to the cue."""
    if not indices:
        return None
    known = frozenset(indices)
    start, end = passage.tokens[indices[0]].start, passage.tokens[indices[-1]].end
    dated = [
        (abs(tokens.start - cue), match[1])
        for time in times
        if time.type in ("DATE", "TIME") and start <= time.span[0] < end
        if (match := _DATE.fullmatch(time.value)) and (not published or match[1] <= published[:10])
        if (tokens := tokens_in(passage, time.span)) and tokens.start in known
    ]
    return min(dated)[1] if dated else None
