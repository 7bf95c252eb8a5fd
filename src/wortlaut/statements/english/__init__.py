"""Statements in English news: a learned shallow grammar over words and whole quotations."""

from __future__ import annotations

from wortlaut.languages import Passage
from wortlaut.record.spans import within
from wortlaut.statements.english.assemble import Draft, draft, follow, signed, statement, turn
from wortlaut.statements.english.datelines import without_dateline
from wortlaut.statements.english.decode import Found, statements
from wortlaut.statements.english.headlines import headline, is_headline
from wortlaut.statements.english.model import Model, model
from wortlaut.statements.english.reading import read
from wortlaut.statements.english.settle import settle
from wortlaut.statements.english.transcripts import turns
from wortlaut.statements.english.units import Line, is_quotation_alone, lines
from wortlaut.statements.worded import Worded

__all__ = ["find"]

_CUT = -0.5  # log odds over which a word is taken for a cue


def find(passage: Passage) -> Worded:
    """Statements with source, cue, content and form, in the order of the text."""
    spoken = turns(passage)
    made = [turn(passage, one) for one in spoken]
    told = [(one.name[0], one.words[1]) for one in spoken]
    made += _in_lines(passage, [line for line in lines(passage) if not within(line.span, told)], model())
    made.sort(key=lambda d: min(s for s, _ in [*d.content, *([d.cue] if d.cue else [])]))
    return Worded(tuple(statement(passage, number, one) for number, one in enumerate(made, 1)), {})


def _in_lines(passage: Passage, cut: list[Line], learned: Model) -> list[Draft]:
    made: list[Draft] = []
    last: Draft | None = None  # the statement that a quotation alone in the next line may go on with
    paragraph = -1
    for line in map(without_dateline, cut):
        if is_quotation_alone(line):
            drafts = follow(passage, line, last, line.paragraph == paragraph)
            last = drafts[-1] if drafts else last
        elif (alone := signed(passage, line)) is not None:
            drafts, last = [alone], None
        else:
            drafts = [d for f in _found(passage, line, learned) if (d := draft(passage, line, f))]
            last = next((d for d in reversed(drafts) if d.quoted), None)
        made += drafts
        paragraph = line.paragraph
    return made


def _found(passage: Passage, line: Line, learned: Model) -> list[Found]:
    reading = read(line, learned.tagger, learned.functions, passage.text)
    if is_headline(passage, line):
        return headline(reading, learned, _CUT)
    return settle(reading, statements(reading, learned, _CUT))
