"""The way from statements and contacts to disputes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from wortlaut.disputes.about import about, shorten
from wortlaut.disputes.answers import find_answers, negated
from wortlaut.disputes.claims import Claim, find_claim
from wortlaut.disputes.denials import Denial, find_denials
from wortlaut.disputes.lexicon import lexicon
from wortlaut.disputes.numbers import Count, carrier, find_differing
from wortlaut.disputes.text import Ground, Line, ground
from wortlaut.languages import Passage
from wortlaut.record import Contact, Dispute, Statement, overlaps
from wortlaut.record.types import Wording

_BARE = 6


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
    found = list(_of_contacts(here, contacts))
    told = {side for dispute in found for side in _named(dispute)}
    for dispute in (*_of_denials(here), *_of_numbers(here)):
        if not _repeats(dispute, told):
            found.append(dispute)
            told |= _named(dispute)
    return (*found, *_of_answers(here, frozenset(side for side in told if isinstance(side, str))))


def _named(dispute: Dispute) -> set[str | Wording]:
    return {*dispute.claim, *dispute.denial}


def _repeats(dispute: Dispute, told: set[str | Wording]) -> bool:
    return any(side in told for side in dispute.denial) and any(side in told for side in dispute.claim)


def _of_contacts(ground: Ground, contacts: Sequence[Contact]) -> Iterator[Dispute]:
    """A contact that a party denies: the contact is the claim, the denying statements are the denial."""
    for contact in contacts:
        if contact.status != "denied":
            continue
        lines = [line for line in ground.lines if any(overlaps(line.hull, span) for span in contact.evidence)]
        denying = [line for line in lines if line.statement.act == "deny" or negated(ground, line)]
        alleging = [line for line in lines if line not in denying]
        if denying:
            claim = (contact.id, *(line.id for line in alleging))
            phrase = shorten(ground.text(contact.evidence[0]))
            yield Dispute(
                claim=claim,
                denial=_ids(denying),
                about=phrase,
                kind="denies the contact",
                rule="contact:denied",
            )


def _of_denials(ground: Ground) -> Iterator[Dispute]:
    used: set[str] = set()
    found: list[Dispute] = []
    places: dict[str, int] = {}
    for denial in find_denials(ground):
        claim = find_claim(ground, denial, used)
        if claim is None:
            continue
        used |= {line.id for line in denial.worded}
        _add(found, places, _dispute(ground, denial, claim))
    yield from found


def _add(found: list[Dispute], places: dict[str, int], dispute: Dispute) -> None:
    """Two denials of one claim are one dispute; ``places`` says where a claim stands in ``found``."""
    told = [side for side in dispute.claim if isinstance(side, str)]
    place = next((places[side] for side in told if side in places), None)
    if place is not None and set(told).isdisjoint(found[place].denial):
        earlier = found[place]
        denial = dict.fromkeys([*earlier.denial, *dispute.denial])
        found[place] = replace(earlier, denial=tuple(side for side in denial if side not in earlier.claim))
        return
    places.update({side: len(found) for side in told if side not in places})
    found.append(dispute)


def _dispute(ground: Ground, denial: Denial, claim: Claim) -> Dispute:
    worded: tuple[str | Wording, ...] = (Wording(span=claim.span),) if claim.span else ()
    return Dispute(
        claim=(*_ids(claim.lines), *worded),
        denial=_denying(denial),
        about=about(ground, claim, denial),
        kind="rejects the demand or plan" if denial.rejects else "denies the fact",
        rule=denial.rule,
    )


def _denying(denial: Denial) -> tuple[str | Wording, ...]:
    """The denying statements; the clause too where they are none or only say "den Vorwurf"."""
    full = any(len(line.words.split()) > _BARE for line in denial.worded)
    clause: tuple[str | Wording, ...] = () if full else (Wording(span=denial.clause),)
    return (*_ids(denial.worded), *clause)


def _ids(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.id for line in lines)


def _of_answers(ground: Ground, told: frozenset[str]) -> Iterator[Dispute]:
    for claim, answer in find_answers(ground, told):
        yield Dispute(
            claim=(claim.id,),
            denial=(answer.id,),
            about=about(ground, Claim((claim,))),
            kind="denies the fact",
            rule="answer",
        )


def _of_numbers(ground: Ground) -> Iterator[Dispute]:
    for first, second in find_differing(ground):
        yield Dispute(
            claim=_counted(ground, first, second),
            denial=_counted(ground, second, first),
            about=shorten(ground.text(first.span)),
            kind="contradicts the number or detail",
            rule="numbers",
        )


def _counted(ground: Ground, count: Count, other: Count) -> tuple[str | Wording, ...]:
    line = carrier(ground, count, other)
    return (line.id if line else Wording(span=count.span),)
