"""Cut a passage into units: a sentence with whole quotations in it, its words and marks in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wortlaut.languages import Passage, Quotation
from wortlaut.record import Span
from wortlaut.statements.german.lexicon import Lexicon, lexicon

QUOTE = "„“"
_MARKS = frozenset("„“”‟\"»«›‹‚‘’'‛")
_DASHES = frozenset("–—-")
_TITLE = 60  # a mark inside a quoted name of this length parts no clauses
_LONGEST = 80  # sentences in one quotation


class Word(NamedTuple):
    """A word, a mark or a whole quotation (``low`` is then QUOTE) of a unit."""

    text: str
    low: str
    start: int
    end: int
    first: bool = False

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
    known = lexicon()
    spoken = [q for q in passage.quotations if q.depth == 0 and _is_clausal(passage, q, known)]
    paragraph, last_end = 0, 0
    for first, last in _merged(passage, spoken):
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        if "\n" in passage.text[last_end:start]:
            paragraph += 1
        last_end = end
        held = [q for q in spoken if start <= q.outer[0] and q.outer[1] <= end]
        yield Unit(start, end, tuple(_words(passage, first, last, held)), paragraph)
        for quotation in held:
            yield from _inner(passage, quotation, paragraph)


def _inner(passage: Passage, quotation: Quotation, paragraph: int) -> Iterator[Unit]:
    for sentence in passage.sentences:
        start, end = max(sentence.start, quotation.inner[0]), min(sentence.end, quotation.inner[1])
        if start < end:
            tokens = [
                i for i in range(sentence.first, sentence.last) if start <= passage.tokens[i].start < end
            ]
            if tokens:
                words = tuple(_words(passage, tokens[0], tokens[-1] + 1, []))
                yield Unit(start, end, words, paragraph, inside=True)


def _merged(passage: Passage, spoken: list[Quotation]) -> Iterator[tuple[int, int]]:
    """Token ranges of sentences, joined where a sentence ends inside a quotation."""
    first = 0
    count = 0
    for index, sentence in enumerate(passage.sentences):
        count += 1
        inside = any(q.inner[0] <= sentence.end <= q.inner[1] and sentence.end < q.outer[1] for q in spoken)
        more = index + 1 < len(passage.sentences) and count < _LONGEST
        if inside and more:
            continue
        yield first, sentence.last
        first, count = sentence.last, 0


def _is_clausal(passage: Passage, quotation: Quotation, known: Lexicon) -> bool:
    """Are the quoted words a clause of their own, and not a name or a piece of the clause around?"""
    start, end = quotation.inner
    inner = passage.text[start:end].strip()
    if not inner:
        return False
    before = passage.text[max(0, quotation.outer[0] - 3) : quotation.outer[0]].rstrip()
    after = passage.text[quotation.outer[1] : quotation.outer[1] + 1]
    words = [w for w in (part.strip(".,:;!?…()") for part in inner.split()) if w]
    if before.endswith(":") and len(words) > 1:
        return True
    alone = not before and passage.text[quotation.outer[1] : quotation.outer[1] + 1] in ("", "\n")
    if alone and len(words) > 2:
        return True
    if len(words) < 2 or not (inner[0].isupper() or inner[0].isdigit() or inner[0] in "…("):
        return False
    if inner[-1] in ".!?…" and len(words) > 2:
        return True
    if _runs_on(passage.text, quotation, known):
        return False
    finite = any(
        f.mood in ("ind", "past", "k2", "k1") for w in words if w[0].islower() for f in known.readings(w)
    )
    return finite and (after == "," or len(words) > 3 or not before)


def _runs_on(text: str, quotation: Quotation, known: Lexicon) -> bool:
    """Do the quoted words stand in the middle of a clause („gegen «Leute, die …» vorgehen“)?"""
    lead = text[max(0, quotation.outer[0] - 30) : quotation.outer[0]].split()
    if not lead or not lead[-1][-1].isalnum():
        return False
    if lead[-1] in known.nouns["quote"] or any(
        f.lemma in known.cues for f in known.readings(lead[-1].lower())
    ):
        return False
    return not text[quotation.outer[1] : quotation.outer[1] + 1].startswith(",")


def _words(passage: Passage, first: int, last: int, held: list[Quotation]) -> Iterator[Word]:
    text = passage.text
    depth = 0
    skip_until = -1
    lead = True
    low, high = passage.tokens[first].start, passage.tokens[last - 1].end
    titles = [q.inner for q in passage.quotations if low <= q.inner[0] and q.inner[1] <= high]
    titles = [(a, b) for a, b in titles if b - a < _TITLE]
    for token in passage.tokens[first:last]:
        if token.start < skip_until:
            continue
        word = text[token.start : token.end]
        if word in "([" or word in ")]":
            depth = max(0, depth + (1 if word in "([" else -1))
            continue
        if depth:
            continue
        quotation = next((q for q in held if q.outer[0] <= token.start < q.outer[1]), None)
        if quotation is not None:
            yield Word(QUOTE, QUOTE, *quotation.outer)
            skip_until, lead = quotation.outer[1], False
            continue
        if word in _MARKS:
            continue
        if word in _DASHES and text[token.end : token.end + 1].isspace() and text[token.start - 1].isspace():
            yield Word("–", "–", token.start, token.end)
            continue
        if not word[0].isalnum() and _is_titled(titles, token.start):
            continue
        yield Word(word, word.lower(), token.start, token.end, lead)
        lead = False


def _is_titled(titles: list[Span], at: int) -> bool:
    return any(a <= at < b for a, b in titles)


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` as content: no white space, comma, colon or stop and no quotation mark at its edges."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _MARKS or text[start] in ",;:.–—"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _MARKS or text[end - 1] in ",;:.–—"):
        end -= 1
    return (start, end) if start < end else None
