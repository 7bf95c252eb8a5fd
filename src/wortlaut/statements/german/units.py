"""Cut a passage into units: a sentence with whole quotations in it, its words and marks in a row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wortlaut.languages import Passage, Quotation
from wortlaut.record import Span
from wortlaut.statements.german.quoted import spoken

QUOTE = "„“"
_MARKS = frozenset("„“”‟\"»«›‹‚‘’'‛")
_EDGES = _MARKS | frozenset(",;:.–—")
_DASHES = frozenset("–—-")
_TITLE = 60  # a mark inside a quoted name of this length parts no clauses
_LONGEST = 80  # sentences in one unit
_WORDS = 600  # words in one unit: what is longer is no sentence but a table


class Word(NamedTuple):
    """A word, a mark or a whole quotation (``low`` is then QUOTE) of a unit.

    ``first``: it opens the unit, so that its capital says nothing; ``title`` is where the short
    quotation begins that it stands in, or -1.
    """

    text: str
    low: str
    start: int
    end: int
    first: bool = False
    title: int = -1

    @property
    def named(self) -> bool:
        """Does it begin with a capital or a digit?"""
        return self.text[0].isupper() or self.text[0].isdigit()

    @property
    def is_word(self) -> bool:
        """Is it a word and no mark or quotation?"""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence; ``words`` leaves out quotation marks inside it and what stands in brackets.

    ``paragraph`` counts the lines of text; ``inside`` says that it is (part of) a quotation.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    paragraph: int
    inside: bool = False


def units(passage: Passage) -> Iterator[Unit]:
    """Units of the text in order; each quotation of clauses gives units of its own behind its unit."""
    speech = spoken(passage)
    titles = [q.inner for q in passage.quotations if q.inner[1] - q.inner[0] < _TITLE]
    paragraph, last_end = 0, 0
    for first, last in _merged(passage, speech):
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        if "\n" in passage.text[last_end:start]:
            paragraph += 1
        last_end = end
        held = _between(speech, start, end)
        if last - first <= _WORDS or held:
            yield Unit(start, end, tuple(_words(passage, (first, last), held, titles)), paragraph)
        for quotation in held:
            yield from _inner(passage, quotation, paragraph)


def _between(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    first = bisect_left(quotations, start, key=lambda q: q.outer[0])
    last = bisect_right(quotations, end, key=lambda q: q.outer[1])
    return quotations[first:last]


def _inner(passage: Passage, quotation: Quotation, paragraph: int) -> Iterator[Unit]:
    """Units inside a quotation: its sentences."""
    index = bisect_right(passage.sentences, quotation.inner[0], key=lambda s: s.end)
    while index < len(passage.sentences) and passage.sentences[index].start < quotation.inner[1]:
        sentence = passage.sentences[index]
        start, end = max(sentence.start, quotation.inner[0]), min(sentence.end, quotation.inner[1])
        first = bisect_left(passage.tokens, start, key=lambda t: t.start)
        last = bisect_left(passage.tokens, end, key=lambda t: t.start)
        if first < last <= first + _WORDS:
            yield Unit(start, end, tuple(_words(passage, (first, last), (), ())), paragraph, inside=True)
        index += 1


def _merged(passage: Passage, speech: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """Token ranges of sentences, joined where a sentence ends inside a quotation."""
    first = count = at = 0
    for index, sentence in enumerate(passage.sentences):
        count += 1
        while at < len(speech) and speech[at].outer[1] <= sentence.end:
            at += 1
        inside = at < len(speech) and speech[at].inner[0] <= sentence.end
        if inside and index + 1 < len(passage.sentences) and count < _LONGEST:
            continue
        yield first, sentence.last
        first, count = sentence.last, 0


def _words(
    passage: Passage, tokens: tuple[int, int], held: Sequence[Quotation], titles: Sequence[Span]
) -> Iterator[Word]:
    text = passage.text
    depth = at = 0
    lead = True
    for token in passage.tokens[slice(*tokens)]:
        while at < len(held) and held[at].outer[1] <= token.start:
            at += 1
        word = text[token.start : token.end]
        if word in "([])" and (at == len(held) or token.start < held[at].outer[0]):
            depth = max(0, depth + (1 if word in "([" else -1))
        elif depth and _is_bracketed(text, token.start):
            continue
        elif at < len(held) and held[at].outer[0] <= token.start:
            if token.start == held[at].outer[0]:
                yield Word(QUOTE, QUOTE, *held[at].outer)
            lead = False
        elif word in _MARKS or (not word[0].isalnum() and _title(titles, token.start) >= 0):
            continue
        elif (
            word in _DASHES and text[token.end : token.end + 1].isspace() and text[token.start - 1].isspace()
        ):
            yield Word("–", "–", token.start, token.end)
        else:
            yield Word(word, word.lower(), token.start, token.end, lead, _title(titles, token.start))
            lead = False


def _is_bracketed(text: str, at: int) -> bool:
    """Does the bracket close at all? One that never does swallows nothing."""
    return (
        min(i for i in (text.find(")", at, at + 300), text.find("]", at, at + 300), 10**9) if i >= 0) < 10**9
    )


def _title(titles: Sequence[Span], at: int) -> int:
    """Where the short quotation around ``at`` begins; -1 if there is none."""
    index = bisect_right(titles, at, key=lambda s: s[0]) - 1
    return titles[index][0] if index >= 0 and at < titles[index][1] else -1


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` as content: no white space, comma, colon or stop and no quotation mark at its edges."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return (start, end) if start < end else None
