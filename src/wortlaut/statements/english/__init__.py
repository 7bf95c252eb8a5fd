"""Statements in English news: a learned shallow grammar over words and whole quotations."""

from __future__ import annotations

from wortlaut.languages import Passage
from wortlaut.record import Statement
from wortlaut.statements.english.assemble import Draft, draft, follow, settle, statement
from wortlaut.statements.english.decode import statements
from wortlaut.statements.english.model import model
from wortlaut.statements.english.reading import read
from wortlaut.statements.english.units import QUOTATION, Line, lines

__all__ = ["find"]

_CUT = -0.25


def find(passage: Passage) -> tuple[Statement, ...]:
    """Statements with source, cue, content and form, in the order of the text."""
    learned = model()
    made: list[Draft] = []
    last: Draft | None = None
    before: Line | None = None
    for line in lines(passage):
        same = before is not None and before.paragraph == line.paragraph
        if _is_quotation_alone(line):
            new = follow(passage, line, last, same)
            last = new or last
            made += [new] if new else []
        else:
            found = settle(statements(read(line, learned.tagger, passage.text), learned, _CUT))
            drafts = [d for f in found if (d := draft(passage, line, f))]
            made += drafts
            last = next((d for d in reversed(drafts) if d.quoted), None)
        before = line
    made.sort(key=lambda d: min(s for s, _ in [*d.content, *([d.cue] if d.cue else [])]))
    return tuple(statement(passage, n, d) for n, d in enumerate(made, 1))


def _is_quotation_alone(line: Line) -> bool:
    words = [u for u in line.units if u.word == QUOTATION or u.word[0].isalnum()]
    return bool(words) and all(u.word == QUOTATION for u in words)
