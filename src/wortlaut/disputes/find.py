"""The way from statements and contacts to disputes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wortlaut.disputes.about import about, shorten
from wortlaut.disputes.claims import Claim, find_claim
from wortlaut.disputes.denials import Denial, find_denials
from wortlaut.disputes.lexicon import lexicon
from wortlaut.disputes.numbers import find_differing
from wortlaut.disputes.text import Ground, Line, ground
from wortlaut.languages import Passage
from wortlaut.record import Contact, Dispute, Statement, overlaps
from wortlaut.record.types import Wording


def find_disputes(
    passage: Passage,
    statements: Sequence[Statement],
    contacts: Sequence[Contact],
) -> tuple[Dispute, ...]:
    """Disputes of the report: statements and contacts by id, claims without a statement by span."""
    words = lexicon(passage.language)
    if words is None:
        return ()
    here = ground(passage, words, statements)
    of_contacts = list(_of_contacts(here, contacts))
    told = {name for dispute in of_contacts for name in (*dispute.claim, *dispute.denial)}
    others = [*_of_denials(here), *_of_numbers(here)]
    return (*of_contacts, *(dispute for dispute in others if not _repeats(dispute, told)))


def _repeats(dispute: Dispute, told: set[str | Wording]) -> bool:
    return any(side in told for side in dispute.denial) and any(side in told for side in dispute.claim)


def _of_contacts(ground: Ground, contacts: Sequence[Contact]) -> Iterator[Dispute]:
    """A contact that a party denies: the contact is the claim, the denying statements are the denial."""
    for contact in contacts:
        if contact.status != "denied":
            continue
        lines = [line for line in ground.lines if any(overlaps(line.hull, span) for span in contact.evidence)]
        denying = [line for line in lines if line.statement.act == "deny" or _negates(ground, line)]
        alleging = [line for line in lines if line not in denying]
        if denying:
            claim = (contact.id, *(line.id for line in alleging))
            phrase = shorten(ground.text(contact.evidence[0]))
            yield Dispute(claim=claim, denial=_ids(denying), about=phrase, kind="denies the contact", rule="contact:denied")


def _negates(ground: Ground, line: Line) -> bool:
    words = {word.lower() for word in line.words.split()}
    return not words.isdisjoint({"kein", "keine", "keinen", "keinem", "nicht", "nie", "no", "not", "never"})


def _of_denials(ground: Ground) -> Iterator[Dispute]:
    used: list[Line] = []
    for denial in find_denials(ground):
        claim = find_claim(ground, denial, used)
        if claim is None:
            continue
        used += denial.worded
        yield _dispute(ground, denial, claim)


def _dispute(ground: Ground, denial: Denial, claim: Claim) -> Dispute:
    worded: tuple[str | Wording, ...] = (Wording(span=claim.span),) if claim.span else ()
    return Dispute(
        claim=(*_ids(claim.lines), *worded),
        denial=_ids(denial.worded) or (Wording(span=denial.clause),),
        about=about(ground, claim, denial),
        kind="rejects the demand or plan" if denial.rejects else "denies the fact",
        rule=denial.rule,
    )


def _ids(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.id for line in lines)


def _of_numbers(ground: Ground) -> Iterator[Dispute]:
    for first, second in find_differing(ground):
        yield Dispute(
            claim=(first.id,),
            denial=(second.id,),
            about=about(ground, Claim((first,))),
            kind="contradicts the number or detail",
            rule="numbers",
        )
