"""All rules over all units of a passage, and their findings as statements."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wortlaut.languages import Passage
from wortlaut.record import Source, Statement
from wortlaut.statements.forms import form
from wortlaut.statements.german.citations import citations
from wortlaut.statements.german.clauses import clauses
from wortlaut.statements.german.decide import decide
from wortlaut.statements.german.found import Found
from wortlaut.statements.german.intentions import intentions
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.nouns import nouns
from wortlaut.statements.german.parentheses import parentheses
from wortlaut.statements.german.relays import relays
from wortlaut.statements.german.running import running
from wortlaut.statements.german.sayings import sayings
from wortlaut.statements.german.states import states
from wortlaut.statements.german.units import Unit, units
from wortlaut.statements.worded import Parts, Worded

_SEGMENTS = 100  # what has more is a list or a table, and no sentence


def find(passage: Passage) -> Worded:
    """Statements with source, cue, content and form, in the order of the text, and whom they are said to."""
    found: list[Found] = []
    last: Unit | None = None
    before: tuple[Found, ...] = ()
    for unit in units(passage):
        if not unit.words or not passage.in_body((unit.start, unit.end)):
            continue
        beside = last is not None and unit.paragraph == last.paragraph
        here = _of_unit(passage, unit, bool(before) and beside)
        if beside and last is not None and _goes_on(here, last, before):
            found[found.index(before[-1])] = before[-1]._replace(
                content=(*before[-1].content, *here[0].content)
            )
            here = here[1:]
        found += here
        if not unit.inside:
            before, last = here, unit
    statements = list(_statements(passage, found))
    parts = {s.id: Parts(addressee=one.addressees) for s, one in statements if one.addressees}
    return Worded(tuple(s for s, _ in statements), parts)


def _of_unit(passage: Passage, unit: Unit, follows: bool) -> tuple[Found, ...]:
    cut = clauses(unit.words)
    if not 0 < len(cut.segments) <= _SEGMENTS:
        return ()
    text = passage.text
    candidates = [
        *citations(text, cut),
        *sayings(text, cut),
        *intentions(text, cut),
        *states(text, cut),
        *relays(text, cut),
        *parentheses(text, cut),
        *nouns(text, cut),
    ]
    if unit.inside:
        return decide([c for c in candidates if not _speaks_of_self(text, c)])
    return decide([*candidates, *running(text, cut, follows)])


def _speaks_of_self(text: str, candidate: Found) -> bool:
    """Inside a quotation: what the speaker says of himself („ich will …“) or of nobody is no statement."""
    return not candidate.speakers or any(
        text[a:b].lower() in lexicon().classes["speaker_himself"] for a, b in candidate.speakers
    )


def _goes_on(here: tuple[Found, ...], last: Unit, before: tuple[Found, ...]) -> bool:
    """Does a bare quotation go on with the one that „, sagte sie.“ has just closed?"""
    if len(here) != 1 or here[0].rule != "bare quotation" or here[0].speakers or not before:
        return False
    kept = before[-1]
    closed = kept.cue is not None and kept.cue[0] >= kept.content[-1][1]
    return closed and kept.rule in ("verb quoted", "so") and kept.content[0][0] >= last.start


def _statements(passage: Passage, found: list[Found]) -> Iterator[tuple[Statement, Found]]:
    number = 0
    for one in found:
        for speaker in one.speakers or (None,):
            number += 1
            statement = Statement(
                id=f"s{number}",
                source=Source(span=speaker),
                cue=one.cue,
                content=one.content,
                form=form(passage, one.content),
                rule=one.rule,
                particle=one.particle or msgspec.UNSET,
            )
            yield statement, one
