"""What must hold of every record, whatever found it."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.record.spans import Span
from wortlaut.record.types import Report, Statement


def problems(report: Report) -> list[str]:
    """Each rule of the format that ``report`` breaks, one line each; empty if all holds."""
    actors = {actor.id for actor in report.actors}
    return [
        *_span_problems(report),
        *_id_problems(report),
        *(line for s in report.statements for line in _statement_problems(s, actors)),
        *_contact_problems(report, actors),
        *_dispute_problems(report),
    ]


def _spans(report: Report) -> Iterator[tuple[str, Span]]:
    for span in report.body:
        yield "body", span
    for line in report.furniture:
        yield "furniture", line.span
    for actor in report.actors:
        for span in actor.mentions:
            yield f"actor {actor.id}", span
    for time in report.times:
        yield f"time {time.value}", time.span
    for statement in report.statements:
        for found in (statement.source.span, statement.cue, *statement.content):
            if found is not None:
                yield f"statement {statement.id}", found
    for contact in report.contacts:
        for span in contact.evidence:
            yield f"contact {contact.id}", span


def _span_problems(report: Report) -> Iterator[str]:
    length = len(report.text)
    for what, (start, end) in _spans(report):
        if not 0 <= start < end <= length:
            yield f"{what}: span ({start}, {end}) is not inside the text of {length} characters"


def _id_problems(report: Report) -> Iterator[str]:
    for name, ids in (
        ("actor", [a.id for a in report.actors]),
        ("statement", [s.id for s in report.statements]),
        ("contact", [c.id for c in report.contacts]),
    ):
        for twice in sorted({i for i in ids if ids.count(i) > 1}):
            yield f"{name} {twice}: the id is given twice"


def _statement_problems(statement: Statement, actors: set[str]) -> Iterator[str]:
    named = [statement.source.actor, *statement.addressee, *statement.via]
    for actor in named:
        if actor is not None and actor not in actors:
            yield f"statement {statement.id}: there is no actor {actor}"
    if not statement.content:
        yield f"statement {statement.id}: it has no content"
    if len(set(statement.via)) < len(statement.via):
        yield f"statement {statement.id}: the citing chain names an actor twice"


def _contact_problems(report: Report, actors: set[str]) -> Iterator[str]:
    for contact in report.contacts:
        if len(set(contact.participants)) < 2:
            yield f"contact {contact.id}: it has fewer than two participants"
        if not contact.evidence:
            yield f"contact {contact.id}: it has no evidence"
        for actor in (*contact.participants, contact.initiator):
            if actor is not None and actor not in actors:
                yield f"contact {contact.id}: there is no actor {actor}"


def _dispute_problems(report: Report) -> Iterator[str]:
    known = {s.id for s in report.statements} | {c.id for c in report.contacts}
    for number, dispute in enumerate(report.disputes, 1):
        if not dispute.claim or not dispute.denial:
            yield f"dispute {number}: a side is empty"
        for side in (*dispute.claim, *dispute.denial):
            if isinstance(side, str) and side not in known:
                yield f"dispute {number}: there is no statement or contact {side}"
