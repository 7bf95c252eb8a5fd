"""Quotation marks of all styles, nested and broken, in one pass over the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from wortlaut.languages.paragraphs import paragraphs
from wortlaut.record.spans import Span


class Quotation(NamedTuple):
    """A quotation: ``inner`` without its marks, ``outer`` with them; ``closed`` if both marks stand there.

    None runs over the end of a paragraph. A quotation that goes on in the next paragraph is one
    piece per paragraph: all but the last are not ``closed``, all but the first are ``continued``.
    """

    outer: Span
    inner: Span
    depth: int
    closed: bool
    continued: bool = False


# Marks of one family close one another, whatever their style: „…", “…", "…” all occur.
_DOUBLE, _ANGLE, _SINGLE, _SINGLE_ANGLE = range(4)
_FAMILY = dict.fromkeys('„“”‟"', _DOUBLE) | dict.fromkeys("»«", _ANGLE)
_FAMILY |= dict.fromkeys("‚‘’‛'", _SINGLE) | dict.fromkeys("‹›", _SINGLE_ANGLE)
_ALWAYS_OPEN = frozenset("„‚‟‛")
_MARK = re.compile("[" + "".join(_FAMILY) + "]")
_OPENS_AFTER = frozenset("([{—–-/>:=|*")
_CLOSES_BEFORE = frozenset(",.;:!?)]}—–-/…|*")
# Apostrophes at the beginning of a word: decades and clipped words.
_ELISION = re.compile(
    r"['’‘](?:\d0s?|\d\d|em|tis|twas|till?|cause|n|bout|round|s|ne|nen|nem|ner|rum)\b", re.I
)
# The outer of two quotations with one and the same mark is believed only up to this length.
_LONGEST_AROUND_ITS_LIKE = 1200


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing mark."""

    at: int
    family: int
    continued: bool
    like: int = -1  # where the first quotation with marks of its own family begins inside it


@dataclass(slots=True)
class _Reading:
    """What is known while the marks of a text are read from left to right."""

    text: str
    waiting: list[_Open] = field(default_factory=list)
    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    found: list[Quotation] = field(default_factory=list)
    pending: int | None = None  # family of a quotation that the paragraph before left open
    last_opener: int = -1

    def paragraph(self, span: Span) -> None:
        """Read the marks of one paragraph."""
        pending, self.pending = self.pending, None
        marks = [match.start() for match in _MARK.finditer(self.text, *span)]
        final = _last_sure_closer(self.text, marks)
        for at in marks:
            first = at == marks[0]
            if first and self._ends_the_one_before(at, span, pending):
                self._add((span[0], at + 1), (span[0], at), closed=True, continued=True)
            else:
                self._mark(at, span, pending if at == span[0] else None, final)
        self._leave_open(span)

    def _ends_the_one_before(self, at: int, span: Span, pending: int | None) -> bool:
        return pending == _DOUBLE and _FAMILY[self.text[at]] == pending and self._closes(at, span)

    def _mark(self, at: int, span: Span, pending: int | None, final: int) -> None:
        mark = self.text[at]
        family = _FAMILY[mark]
        if family == _SINGLE and self._is_apostrophe(at, span, final):
            return
        if self.counts[family] and not self._opens(at, span):
            self._close(at, family)
        elif self._may_open(at, span):
            self.last_opener = at
            self.counts[family] += 1
            self.waiting.append(_Open(at, family, continued=pending == family))

    def _around(self, at: int, span: Span) -> tuple[str, str]:
        before = self.text[at - 1] if at > span[0] else " "
        after = self.text[at + 1] if at + 1 < span[1] else " "
        return before, after

    def _opens(self, at: int, span: Span) -> bool:
        """Can the mark only be an opening one, by its form or by what stands around it?"""
        if self.text[at] in _ALWAYS_OPEN:
            return True
        return self._after_gap(at, span) and not self._before_gap(at, span)

    def _closes(self, at: int, span: Span) -> bool:
        return not self._after_gap(at, span) and self._before_gap(at, span)

    def _after_gap(self, at: int, span: Span) -> bool:
        before, _ = self._around(at, span)
        return before.isspace() or before in _OPENS_AFTER or (at > span[0] and self.last_opener == at - 1)

    def _before_gap(self, at: int, span: Span) -> bool:
        _, after = self._around(at, span)
        return after.isspace() or after in _CLOSES_BEFORE

    def _may_open(self, at: int, span: Span) -> bool:
        mark, (before, _) = self.text[at], self._around(at, span)
        if _FAMILY[mark] in (_ANGLE, _SINGLE_ANGLE):
            return not self._closes(at, span)
        if _FAMILY[mark] == _SINGLE:
            return self._opens(at, span)
        if self._closes(at, span):
            return False
        return self._after_gap(at, span) or not (before.isdigit() and mark in '"”')

    def _is_apostrophe(self, at: int, span: Span, final: int) -> bool:
        before, after = self._around(at, span)
        if before.isalnum() and after.isalnum():
            return True
        if self.text[at] in _ALWAYS_OPEN:
            return after.isspace()
        if self._after_gap(at, span):
            return _ELISION.match(self.text, at) is not None
        # A plural possessive ("the voters' choice") while a surer closing mark is still to come.
        return before in "sSxXzZ" and after.isspace() and at < final

    def _close(self, at: int, family: int) -> None:
        """Close the nearest opening mark of ``family``; what was opened inside and never closed is none."""
        if family in (_SINGLE, _SINGLE_ANGLE) and self.waiting[-1].family != family:
            return
        opening = self._pop()
        while opening.family != family:
            opening = self._pop()
        if opening.like >= 0 and at - opening.at > _LONGEST_AROUND_ITS_LIKE:
            self._add((opening.at, opening.like), (opening.at + 1, opening.like), False, opening.continued)
            return
        self._add((opening.at, at + 1), (opening.at + 1, at), True, opening.continued)
        if self.waiting and self.waiting[-1].family == family and self.waiting[-1].like < 0:
            self.waiting[-1].like = opening.at

    def _pop(self) -> _Open:
        opening = self.waiting.pop()
        self.counts[opening.family] -= 1
        return opening

    def _leave_open(self, span: Span) -> None:
        """End quotations still open where the paragraph ends: there, or before the next of their like."""
        end, self.last_opener = span[1], -1
        waiting, self.waiting, self.counts = self.waiting, [], [0, 0, 0, 0]
        for opening in reversed(waiting):
            if opening.family in (_DOUBLE, _ANGLE):
                stop = opening.like if opening.like >= 0 else end
                self._add((opening.at, stop), (opening.at + 1, stop), False, opening.continued)
                end = opening.at
        if waiting:
            self.pending = waiting[-1].family if waiting[-1].like < 0 else None

    def _add(self, outer: Span, inner: Span, closed: bool, continued: bool) -> None:
        start, end = inner
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.found.append(Quotation((outer[0], max(outer[1], end)), (start, end), 0, closed, continued))


def quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of ``text`` in the order of their beginnings, the outer before the inner.

    Time grows with the length of the text; any text is read, however its marks stand. Apostrophes
    are no marks. A quotation that is never closed ends with its paragraph, or before the next one.
    """
    reading = _Reading(text)
    for span in paragraphs(text):
        reading.paragraph(span)
    worded = (q for q in reading.found if any(c.isalnum() for c in text[q.inner[0] : q.inner[1]]))
    return _with_depth(sorted(worded, key=lambda q: (q.outer[0], -q.outer[1])))


def _with_depth(found: list[Quotation]) -> tuple[Quotation, ...]:
    around: list[int] = []
    placed = []
    for quotation in found:
        while around and around[-1] <= quotation.outer[0]:
            around.pop()
        placed.append(quotation._replace(depth=len(around)))
        around.append(quotation.outer[1])
    return tuple(placed)


def _last_sure_closer(text: str, marks: list[int]) -> int:
    """Where the last single mark stands that punctuation shows to be a closing one; -1 if none."""
    for at in reversed(marks):
        after = text[at + 1 : at + 2].strip()
        if _FAMILY[text[at]] == _SINGLE and at and text[at - 1] in ",.!?" and after in ("", ",", "."):
            return at
    return -1
