"""Who spoke with or met whom: calls, meetings, visits, letters, with their status."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.languages import Passage
from wortlaut.record import Actor, Contact, Statement, Time


def find_contacts(
    passage: Passage,
    actors: Sequence[Actor],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Contact, ...]:
    """One contact per event (not per mention), in the order of the text."""
    return ()
