"""From labelled lines to statements: overlaps settled, quotations joined, spans trimmed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from wortlaut.languages import Passage
from wortlaut.record import Source, Span, Statement, overlap, trim
from wortlaut.record.types import Form
from wortlaut.statements.english.decode import Found
from wortlaut.statements.english.transcripts import Turn
from wortlaut.statements.english.units import DASHES, QUOTATION, Line, Unit

_EDGES = "\"“”„‟«»‹›‘’‚' \t.,:;—–-"
_FRONT = '"“”„‟«»‹›‘‚.,:;—–-'
_QUOTES = frozenset('"“”„‟«»')
_ARTICLES = ("the ", "a ", "an ")
_LONGEST_SIGNATURE = 12
_LONE = 5  # a quotation with fewer words that no cue claims is no statement


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    cue: Span | None
    source: Span | None
    content: list[Span]
    rule: str
    quoted: bool
    form: Form | None = None


def draft(passage: Passage, line: Line, found: Found) -> Draft | None:
    """The spans of one labelled statement; None if no content is left."""
    content = [
        span
        for run in _runs(found.content)
        if (span := _content_span(passage, [line.units[i] for i in run])) is not None
    ]
    if not content:
        return None
    source = next((s for run in _runs(found.source) if (s := _source_span(passage, line, run))), None)
    quoted = any(line.units[i].word == QUOTATION for i in found.content)
    return Draft(_cue_span(line, found.cue), source, content, "cue model", quoted)


def turn(passage: Passage, spoken: Turn) -> Draft:
    """A turn of a transcript as a statement: all of it is what was said, word for word."""
    content = trim(passage.text, spoken.words, _FRONT) or spoken.words
    return Draft(spoken.colon, spoken.name, [content], "transcript", True, "direct")


def signed(passage: Passage, line: Line) -> Draft | None:
    """A quotation with its speaker behind a dash ("“…” — Nora Vale, minister"); None if the line is none."""
    dash = next((i for i, u in enumerate(line.units) if u.word in DASHES), 0)
    name = line.units[dash + 1 :]
    quotations = [u for u in line.units[:dash] if u.word == QUOTATION]
    if not name or not quotations or len(name) > _LONGEST_SIGNATURE or not name[0].word[0].isupper():
        return None
    if any(u.word != QUOTATION and u.word[0].isalnum() for u in line.units[:dash]):
        return None
    source = trim(passage.text, (name[0].span[0], name[-1].span[1]), _EDGES)
    content = [s for u in quotations if (s := trim(passage.text, u.span, _FRONT))]
    return Draft(line.units[dash].span, source, content, "signature", False) if source and content else None


def _cue_span(line: Line, cue: int) -> Span:
    """The cue's unit; "according" with its "to"."""
    start, end = line.units[cue].span
    if line.units[cue].word.lower() == "according" and line.units[cue + 1 : cue + 2]:
        following = line.units[cue + 1]
        end = following.span[1] if following.word == "to" else end
    return start, end


def _runs(indices: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _content_span(passage: Passage, units: Sequence[Unit]) -> Span | None:
    words = [u for u in units if u.word == QUOTATION or u.word[0].isalnum()]
    if not words:
        return None
    return trim(passage.text, (words[0].span[0], words[-1].span[1]), _FRONT)


def _source_span(passage: Passage, line: Line, run: Sequence[int]) -> Span | None:
    start, end = line.units[run[0]].span[0], line.units[run[-1]].span[1]
    words = passage.text[start:end]
    lower = words.lower()
    start += next((len(a) for a in _ARTICLES if lower.startswith(a) and len(words) > len(a)), 0)
    if words.endswith(("'s", "’s")):
        end -= 2
    return trim(passage.text, (start, source_end(passage.text, start, end)), _EDGES)


def source_end(text: str, start: int, end: int) -> int:
    """Where a source ends at the latest: before a line break, a bracket or a mark left open."""
    words = text[start:end].split("\n", 1)[0]
    if words.count("(") != words.count(")"):
        words = words[: max(words.find("("), 0)] or words
    if len(marks := [i for i, c in enumerate(words) if c in _QUOTES]) % 2:
        words = words[: marks[0]] or words
    return start + len(words)


def follow(passage: Passage, line: Line, last: Draft | None, same_paragraph: bool) -> list[Draft]:
    """A line of quotations alone: joined to ``last`` if it goes on with it, else perhaps a new draft."""
    pieces = [s for u in line.units if u.word == QUOTATION and (s := trim(passage.text, u.span, _FRONT))]
    if last is not None and (same_paragraph or _continues(passage, line)):
        last.content += pieces
        return []
    if last is None or sum(len(passage.text[a:b].split()) for a, b in pieces) < _LONE:
        return []
    return [Draft(None, None, pieces, "quotation alone", True)]


def _continues(passage: Passage, line: Line) -> bool:
    """Does the line open with a piece of a quotation that the paragraph before left open?"""
    start = line.units[0].outer[0]
    index = bisect_left(passage.quotations, start, key=lambda q: q.outer[0])
    return index < len(passage.quotations) and passage.quotations[index].continued


def form(passage: Passage, content: Sequence[Span]) -> Form:
    """``direct`` if all of the content is quoted, ``mixed`` if part of it, else ``indirect``."""
    size = sum(end - start for start, end in content)
    quoted = sum(_quoted(passage, span) for span in content)
    if quoted >= size - 2 * len(content):
        return "direct"
    return "mixed" if quoted > 2 else "indirect"


def _quoted(passage: Passage, span: Span) -> int:
    """How many characters of ``span`` stand in quotation marks."""
    index = bisect_left(passage.quotations, span[0], key=lambda q: q.outer[0])
    while index and passage.quotations[index - 1].outer[1] > span[0]:
        index -= 1
    total = 0
    for quotation in islice(passage.quotations, index, None):
        if quotation.outer[0] >= span[1]:
            break
        if quotation.depth == 0:
            total += overlap(span, quotation.inner)
    return total


def statement(passage: Passage, number: int, made: Draft) -> Statement:
    """The finished statement, ``number`` counted from 1."""
    return Statement(
        id=f"s{number}",
        source=Source(span=made.source),
        cue=made.cue,
        content=tuple(sorted(made.content)),
        form=made.form or form(passage, made.content),
        rule=made.rule,
    )
