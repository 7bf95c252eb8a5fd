"""The text as received, line by line: every finding marked in place, furniture told from article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from wortlaut.pages.mark import Kind, Line, Mark, lines
from wortlaut.record import Furniture, Report, Span, Statement, contains, trim

_DENIALS = frozenset({"deny", "refuse"})


class TextLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the text; ``furniture`` where none of it is article.

    ``begins``: the line above is no furniture of the same kind and reason, so it needs a label.
    """

    line: Line
    blank: bool
    furniture: Furniture | None = None
    begins: bool = False


def text_lines(record: Report, cited: Sequence[Span] = ()) -> tuple[TextLine, ...]:
    """Each line of the record's text with the marks on it; ``cited`` spans are lit up."""
    outside = sorted(furniture(record), key=lambda found: found.span)
    owners = list(_owners(record.text, outside))
    whole = {owner.span for owner in owners if owner}
    inline = [found for found in outside if found.span not in whole]
    marked = lines(record.text, [*_marks(record), *_furniture_marks(inline), *_cited_marks(cited)])
    labels = _labels(record.text, marked, owners)
    return tuple(
        TextLine(line=line, blank=not trim(record.text, line.span), furniture=owner, begins=begins)
        for line, owner, begins in zip(marked, owners, labels, strict=True)
    )


def furniture(record: Report) -> Iterator[Furniture]:
    """What is marked as furniture, and whatever else lies outside the article."""
    yield from record.furniture
    known = sorted([*record.body, *(found.span for found in record.furniture)])
    end = 0
    for span in [*known, (len(record.text), len(record.text))]:
        gap = trim(record.text, (end, span[0])) if end < span[0] else None
        if gap:
            yield Furniture(span=gap, kind="outside", reason="")
        end = max(end, span[1])


def _owners(text: str, outside: Sequence[Furniture]) -> Iterator[Furniture | None]:
    """For each line the furniture that holds all of its words."""
    starts = [found.span[0] for found in outside]
    for line in lines(text, []):
        words = trim(text, line.span)
        place = bisect_right(starts, words[0]) - 1 if words else -1
        held = words is not None and place >= 0 and contains(outside[place].span, words)
        yield outside[place] if held else None


def _labels(text: str, marked: Sequence[Line], owners: Sequence[Furniture | None]) -> Iterator[bool]:
    above: tuple[str, str] | None = None
    for line, owner in zip(marked, owners, strict=True):
        label = (owner.kind, owner.reason) if owner else None
        yield label is not None and label != above
        if trim(text, line.span):
            above = label


def _marks(record: Report) -> Iterator[Mark]:
    for statement in record.statements:
        yield from _parts(statement.id, "statement", statement.content, _look(statement))
    for contact in record.contacts:
        yield from _parts(contact.id, "contact", contact.evidence, contact.status)
    for number, found in enumerate(record.times):
        yield Mark(key=f"time {number}", kind="time", span=found.span, look=found.value)
    for actor in record.actors:
        yield from _parts(actor.id, "actor", actor.mentions, "")


def _parts(key: str, kind: Kind, spans: Sequence[Span], look: str) -> Iterator[Mark]:
    for part, span in enumerate(spans):
        yield Mark(key=key, kind=kind, span=span, part=part, look=look)


def _look(statement: Statement) -> str:
    return f"{statement.form} denial" if statement.act in _DENIALS else statement.form


def _furniture_marks(inline: Sequence[Furniture]) -> Iterator[Mark]:
    for found in inline:
        yield Mark(key=found.kind, kind="furniture", span=found.span, look=found.reason)


def _cited_marks(cited: Sequence[Span]) -> Iterator[Mark]:
    yield from _parts("cited", "cited", cited, "")
