"""What is known of one report: types, spans, JSON Lines codec, and what must always hold."""

from wortlaut.record.check import problems
from wortlaut.record.codec import decode, encode
from wortlaut.record.spans import Span, contains, overlap, overlaps, trim
from wortlaut.record.types import (
    ACTOR_KINDS,
    ACTS,
    CONTACT_KINDS,
    DISPUTE_KINDS,
    FORMS,
    STATUSES,
    TIME_TYPES,
    Actor,
    Contact,
    Dispute,
    Furniture,
    Origin,
    Received,
    Report,
    Source,
    Statement,
    Time,
    Wording,
)

__all__ = [
    "ACTOR_KINDS",
    "ACTS",
    "CONTACT_KINDS",
    "DISPUTE_KINDS",
    "FORMS",
    "STATUSES",
    "TIME_TYPES",
    "Actor",
    "Contact",
    "Dispute",
    "Furniture",
    "Origin",
    "Received",
    "Report",
    "Source",
    "Span",
    "Statement",
    "Time",
    "Wording",
    "contains",
    "decode",
    "encode",
    "overlap",
    "overlaps",
    "problems",
    "trim",
]
