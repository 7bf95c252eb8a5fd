"""The day something was said, as far as the words around the cue tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.languages import Passage
from wortlaut.record import Time
from wortlaut.statements.attribution.around import Around, tokens_in

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")


def when(passage: Passage, place: Around, times: Sequence[Time], published: str | None) -> str | None:
    """ISO date that the clause of the cue names, the nearest to it; None where it names none.

    Nothing has been said after the day of publication.
    """
    if not place.cue:
        return None
    clause = frozenset(place.clause)
    dated = [
        (abs(tokens.start - place.cue[0]), match[1])
        for time in times
        if time.type in ("DATE", "TIME") and place.reach[0] <= time.span[0] < place.reach[1]
        if (match := _DATE.fullmatch(time.value)) and (not published or match[1] <= published[:10])
        if (tokens := tokens_in(passage, time.span)) and tokens.start in clause
    ]
    return min(dated)[1] if dated else None
