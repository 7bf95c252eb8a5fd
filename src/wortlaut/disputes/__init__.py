"""What is denied within one report: a claim and its denial."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.languages import Passage
from wortlaut.record import Contact, Dispute, Statement


def find_disputes(
    passage: Passage,
    statements: Sequence[Statement],
    contacts: Sequence[Contact],
) -> tuple[Dispute, ...]:
    """Disputes of the report: statements and contacts by id, claims without a statement by span."""
    return ()
