"""A text cut into tokens, sentences and quotations, all as offsets into the text as received."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from wortlaut.languages.data import load
from wortlaut.languages.paragraphs import paragraphs
from wortlaut.languages.quotations import Quotation, quotations
from wortlaut.record.spans import Span

_TOKEN = re.compile(r"[^\W_]+(?:[.'’‑-](?=[^\W_])[^\W_]+)*|[^\w\s]|_")
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"“”’'»«›‹)]")

__all__ = ["Passage", "Quotation", "Sentence", "Token", "passage", "tokens_in"]


class Token(NamedTuple):
    """A word or a mark: ``[start, end)`` in the text."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence: its span, and its tokens ``[first, last)`` by index."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its tokens, sentences (none runs over the end of a paragraph) and quotations.

    ``body`` says which spans are article text; sentences cover furniture too.
    """

    text: str
    language: str
    body: tuple[Span, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    outermost: tuple[Quotation, ...]  # those of them that stand in no other

    def word(self, index: int) -> str:
        """The text of the token at ``index``."""
        start, end = self.tokens[index]
        return self.text[start:end]

    def quoted(self, span: Span) -> Sequence[Quotation]:
        """The outermost quotations whose words share a character with the span."""
        first = bisect_right(self.outermost, span[0], key=lambda quotation: quotation.inner[1])
        last = bisect_left(self.outermost, span[1], key=lambda quotation: quotation.inner[0])
        return self.outermost[first:last]

    def in_body(self, span: Span) -> bool:
        """Is the span article text?"""
        return any(start <= span[0] and span[1] <= end for start, end in self.body)


def passage(text: str, language: str, body: tuple[Span, ...] | None = None) -> Passage:
    """Cut ``text`` (in ``language``); without ``body`` all of it counts as article text."""
    tokens = tuple(Token(*match.span()) for match in _TOKEN.finditer(text))
    found = quotations(text)
    return Passage(
        text=text,
        language=language,
        body=((0, len(text)),) if body is None and text else (body or ()),
        tokens=tokens,
        sentences=_sentences(text, tokens, language),
        quotations=found,
        outermost=tuple(quotation for quotation in found if quotation.depth == 0),
    )


def tokens_in(passage: Passage, span: Span) -> range:
    """Indices of the tokens that share a character with ``span``."""
    first = bisect_right(passage.tokens, span[0], key=lambda token: token.end)
    return range(first, bisect_left(passage.tokens, span[1], lo=first, key=lambda token: token.start))


@dataclass(frozen=True, slots=True)
class _Ends:
    """What a language says of full stops that end no sentence."""

    abbreviations: frozenset[str]
    also_final: frozenset[str]
    starters: frozenset[str]
    ordinals: bool


@cache
def _ends(language: str) -> _Ends:
    table = load(language, "sentences")
    return _Ends(
        frozenset(table.get("abbreviations", ())),
        frozenset(table.get("also_final", ())),
        frozenset(table.get("starters", ())),
        bool(table.get("ordinals", True)),
    )


def _sentences(text: str, tokens: tuple[Token, ...], language: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    ends = _ends(language)
    openings = {start for start, _ in paragraphs(text)}
    first = 0
    for index in range(len(tokens)):
        last = index + 1 == len(tokens)
        if last or tokens[index + 1].start in openings or _ends_after(text, tokens, index, ends):
            found.append(Sentence(tokens[first].start, tokens[index].end, first, index + 1))
            first = index + 1
    return tuple(found)


def _ends_after(text: str, tokens: tuple[Token, ...], index: int, ends: _Ends) -> bool:
    """Does a sentence end after the token at ``index``?"""
    if tokens[index].end == tokens[index + 1].start:
        return False
    last = index
    while last > 0 and text[tokens[last].start] in _CLOSERS and tokens[last].start == tokens[last - 1].end:
        last -= 1
    if text[tokens[last].start] not in _ENDS:
        return False
    following = text[tokens[index + 1].start : tokens[index + 1].end]
    if following[0].islower():
        return False
    if (
        last == 0
        or last < index
        or text[tokens[last].start] != "."
        or tokens[last].start > tokens[last - 1].end
    ):
        return True
    return _full_stop_ends(text[tokens[last - 1].start : tokens[last - 1].end], following, ends)


def _full_stop_ends(before: str, following: str, ends: _Ends) -> bool:
    """Does a full stop after ``before`` end the sentence, if ``following`` comes next?"""
    if before in ends.abbreviations:
        return before in ends.also_final and following in ends.starters
    if len(before) == 1 and before.isupper():
        return following in ends.starters
    return not (ends.ordinals and before.isdigit() and len(before) <= 2)
