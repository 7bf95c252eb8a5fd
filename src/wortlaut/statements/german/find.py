"""All rules over all units of a passage, and their findings as statements."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.languages import Passage
from wortlaut.record import Source, Span, Statement, overlap
from wortlaut.record.types import Form
from wortlaut.statements.german.clauses import clauses
from wortlaut.statements.german.decide import decide
from wortlaut.statements.german.found import Found
from wortlaut.statements.german.nouns import nouns
from wortlaut.statements.german.relays import relays
from wortlaut.statements.german.running import running
from wortlaut.statements.german.sayings import intentions, sayings
from wortlaut.statements.german.units import Unit, units


def find(passage: Passage) -> tuple[Statement, ...]:
    """Statements with source, cue, content and form, in the order of the text."""
    found: list[Found] = []
    last: Unit | None = None
    said = False
    for unit in units(passage):
        if not unit.words or not passage.in_body((unit.start, unit.end)):
            continue
        follows = said and last is not None and unit.paragraph == last.paragraph
        here = _of_unit(passage, unit, follows)
        found += here
        if not unit.inside:
            said, last = bool(here), unit
    return tuple(_statements(passage, found))


def _of_unit(passage: Passage, unit: Unit, follows: bool) -> tuple[Found, ...]:
    cut = clauses(unit.words)
    if not cut.segments:
        return ()
    text = passage.text
    candidates = [*sayings(text, cut), *intentions(text, cut), *relays(text, cut), *nouns(text, cut)]
    if not unit.inside:
        alone = running(text, cut, follows)
        candidates += [alone] if alone else []
    return decide(candidates)


def _statements(passage: Passage, found: list[Found]) -> Iterator[Statement]:
    number = 0
    for one in found:
        for speaker in one.speakers or (None,):
            number += 1
            yield Statement(
                id=f"s{number}",
                source=Source(span=speaker),
                cue=one.cue,
                content=one.content,
                form=form(passage, one.content),
                rule=one.rule,
                **({"particle": one.particle} if one.particle else {}),
            )


def form(passage: Passage, content: tuple[Span, ...]) -> Form:
    """``direct`` if all of the content is quoted, ``mixed`` if part of it is, else ``indirect``."""
    quoted = [
        q.inner for q in passage.quotations if q.depth == 0 and any(overlap(q.inner, c) for c in content)
    ]
    if not quoted:
        return "indirect"
    inside = all(any(a <= s and e <= b for a, b in quoted) for s, e in content)
    return "direct" if inside else "mixed"
