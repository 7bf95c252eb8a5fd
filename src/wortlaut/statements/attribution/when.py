"""The day something was said, as far as the words around the cue tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.record import Span, Time, overlaps
from wortlaut.record.spans import within
from wortlaut.statements.attribution.around import Around

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DAY = 10  # characters of a full date


def when(cue: Span | None, content: Sequence[Span], place: Around, times: Sequence[Time]) -> str | None:
    """ISO date from the sentence of the cue, the finest and then the nearest; None where it names none."""
    if cue is None:
        return None
    dated = [
        (-len(iso), abs(time.span[0] - cue[0]), iso)
        for time in times
        if time.type in ("DATE", "TIME") and overlaps(time.span, place.sentence)
        if not within(time.span, content) and (iso := _iso(time.value)) and len(iso) == _DAY
    ]
    return min(dated)[2] if dated else None


def _iso(value: str) -> str | None:
    match = _ISO.match(value)
    rest = value[match.end() :] if match else ""
    return match.group() if match and (not rest or rest.startswith("T")) else None
