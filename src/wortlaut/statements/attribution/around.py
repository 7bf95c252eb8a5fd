"""The words around what is said: the clause of the cue, without the content."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from wortlaut.languages import Passage, tokens_in
from wortlaut.record import Span, Statement, contains, overlaps

_BOUNDARIES = frozenset(",;:–—()")
_REACH = 40  # tokens: a clause of the cue is seldom longer


@dataclass(frozen=True, slots=True)
class Around:
    """Token indices: ``cue`` the cue's, ``frame`` its sentence without content, ``clause`` its clause,
    ``content`` what is said. ``reach`` is the stretch of text that sentence and content lie in.
    """

    cue: tuple[int, ...]
    frame: tuple[int, ...]
    clause: tuple[int, ...]
    content: tuple[int, ...]
    sentence: Span
    reach: Span


def sentence_of(passage: Passage, position: int) -> int:
    """Index of the sentence at or before ``position``."""
    return max(0, bisect_right(passage.sentences, position, key=lambda sentence: sentence.start) - 1)


def around(passage: Passage, statement: Statement) -> Around:
    """Where the words of a statement stand in its sentence."""
    anchor = statement.cue or statement.source.span or statement.content[0]
    sentence = passage.sentences[sentence_of(passage, anchor[0])]
    content = tuple(i for span in statement.content for i in tokens_in(passage, span))
    within = frozenset(content)
    cue = tuple(tokens_in(passage, statement.cue)) if statement.cue else ()
    frame = tuple(i for i in range(sentence.first, sentence.last) if i not in within or i in cue)
    span = (sentence.start, sentence.end)
    reach = min(span[0], statement.content[0][0]), max(span[1], statement.content[-1][1])
    return Around(cue, frame, _clause(passage, cue, frame), content, span, reach)


def leading(passage: Passage, statement: Statement) -> Around | None:
    """The words that lead up to the content, where its first sentence is not that of the cue.

    "Auf dem Sender sagte sie: „… . …“, so Berg": the cue stands behind a quotation of several sentences.
    """
    start = statement.content[0][0]
    sentence = passage.sentences[sentence_of(passage, start)]
    frame = tuple(i for i in range(sentence.first, sentence.last) if passage.tokens[i].end <= start)
    if not frame or statement.cue is None or statement.cue[0] <= sentence.end:
        return None
    span = (sentence.start, sentence.end)
    return Around(frame[-1:], frame, frame, (), span, span)


def told_of(passage: Passage, place: Around, verb: int) -> Around:
    """The same where the sentence that is the content tells of its speaker: ``verb`` is the cue."""
    return replace(place, cue=(verb,), frame=place.content, clause=_clause(passage, (verb,), place.content))


def _clause(passage: Passage, cue: tuple[int, ...], frame: tuple[int, ...]) -> tuple[int, ...]:
    """The unbroken words on both sides of the cue, up to a mark that parts clauses or to the content."""
    if not cue:
        return frame
    known = frozenset(frame)
    first, last = cue[0], cue[-1]
    while first - 1 in known and cue[0] - first < _REACH and passage.word(first - 1) not in _BOUNDARIES:
        first -= 1
    while last + 1 in known and last - cue[-1] < _REACH and passage.word(last + 1) not in _BOUNDARIES:
        last += 1
    return tuple(range(first, last + 1))


def low(passage: Passage, indices: tuple[int, ...] | range) -> list[str]:
    """The words at ``indices`` in lower case."""
    return [passage.word(i).lower() for i in indices]


def encloses(outer: Statement, inner: Statement) -> bool:
    """Is ``inner`` told within what ``outer`` says?

    Its content and the words that signal it stand within; two speakers of the same words are no chain.
    """
    if not all(any(contains(o, span) for o in outer.content) for span in inner.content):
        return False
    signs = [span for span in (inner.cue, inner.source.span) if span is not None]
    if not signs:
        return outer.content != inner.content
    return any(overlaps(o, sign) for o in outer.content for sign in signs)
