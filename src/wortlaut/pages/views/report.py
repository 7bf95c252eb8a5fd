"""One report: the text as received with its findings in place, and the same findings as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

import msgspec

from wortlaut.pages.address import read_spans
from wortlaut.pages.ask import Ask, MissingError, UnclearError
from wortlaut.pages.mark import Kind, Line, Mark, lines
from wortlaut.record import Contact, Furniture, Report, Span, Statement, contains, trim
from wortlaut.store.base import ContactEntry, OriginEntry, ReportPage, StatementEntry, Store, Story, Words

_DENIALS = frozenset({"deny", "refuse"})


class TextLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the text; ``furniture`` where all of it is none of the article, ``begins`` its first line."""

    line: Line
    blank: bool
    furniture: Furniture | None = None
    begins: bool = False


class NumberedStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement under the number that it has on the page."""

    label: str
    entry: StatementEntry
    cue: Words | None
    rule: str | None


class NumberedContact(msgspec.Struct, frozen=True, kw_only=True):
    """A contact under the letter that it has on the page; ``across`` is the contact of all reports."""

    label: str
    contact: Contact
    words: tuple[Words, ...]
    rule: str | None
    across: ContactEntry | None


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of a report shows."""

    page: ReportPage
    lines: tuple[TextLine, ...]
    statements: tuple[NumberedStatement, ...]
    contacts: tuple[NumberedContact, ...]
    times: tuple[Words, ...]
    story: Story | None
    origin: OriginEntry | None
    cited: tuple[Span, ...]


def report(store: Store, ask: Ask) -> ReportView:
    """The report asked for, in the version asked for; ``span`` lights up the characters it names."""
    page = store.report(ask.key, ask.number("version"))
    if page is None:
        raise MissingError(ask.key)
    text = page.record.text
    cited = _cited(ask, len(text))
    return ReportView(
        page=page,
        lines=_text_lines(page.record, cited),
        statements=_statements(page),
        contacts=_contacts(page),
        times=tuple(_words(text, found.span) for found in page.record.times),
        story=store.story(page.story) if page.story else None,
        origin=page.origin,
        cited=cited,
    )


def _cited(ask: Ask, length: int) -> tuple[Span, ...]:
    asked = ask.text("span")
    if not asked:
        return ()
    spans = read_spans(asked)
    if spans is None or any(end > length for _, end in spans):
        raise UnclearError("span", asked)
    return spans


def _words(text: str, span: Span) -> Words:
    return Words(span=span, text=text[span[0] : span[1]])


def _statements(page: ReportPage) -> tuple[NumberedStatement, ...]:
    ordered = sorted(page.statements, key=lambda entry: entry.statement.content[:1])
    text = page.record.text
    return tuple(
        NumberedStatement(
            label=str(number),
            entry=entry,
            cue=_words(text, entry.statement.cue) if entry.statement.cue else None,
            rule=entry.statement.rule or None,
        )
        for number, entry in enumerate(ordered, 1)
    )


def _contacts(page: ReportPage) -> tuple[NumberedContact, ...]:
    ordered = sorted(page.record.contacts, key=lambda contact: contact.evidence[:1])
    return tuple(
        NumberedContact(
            label=_letters(number),
            contact=contact,
            words=tuple(_words(page.record.text, span) for span in contact.evidence),
            rule=contact.rule or None,
            across=page.contacts.get(contact.id),
        )
        for number, contact in enumerate(ordered)
    )


def _letters(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    high, low = divmod(number, 26)
    return (_letters(high - 1) if high else "") + ascii_uppercase[low]


def _text_lines(record: Report, cited: Sequence[Span]) -> tuple[TextLine, ...]:
    outside = sorted(_furniture(record), key=lambda found: found.span)
    whole = lines(record.text, [])
    owners = [_owner(record.text, line.span, outside) for line in whole]
    inline = [f for f in outside if not any(f is owner for owner in owners)]
    marked = lines(record.text, [*_marks(record), *_furniture_marks(inline), *_cited_marks(cited)])
    return tuple(
        TextLine(
            line=line,
            blank=not trim(record.text, line.span),
            furniture=owner,
            begins=owner is not None and owner not in owners[:number],
        )
        for number, (line, owner) in enumerate(zip(marked, owners, strict=True))
    )


def _furniture(record: Report) -> Iterator[Furniture]:
    """What is marked as furniture, and whatever else lies outside the article."""
    yield from record.furniture
    known = sorted([*record.body, *(found.span for found in record.furniture)])
    end = 0
    for span in [*known, (len(record.text), len(record.text))]:
        gap = trim(record.text, (end, span[0])) if end < span[0] else None
        if gap:
            yield Furniture(span=gap, kind="outside", reason="")
        end = max(end, span[1])


def _owner(text: str, span: Span, outside: Sequence[Furniture]) -> Furniture | None:
    """The furniture that holds all of a line's words."""
    words = trim(text, span)
    return next((f for f in outside if words and contains(f.span, words)), None)


def _marks(record: Report) -> Iterator[Mark]:
    for statement in record.statements:
        yield from _all_parts(statement.id, "statement", statement.content, _look(statement))
    for contact in record.contacts:
        yield from _all_parts(contact.id, "contact", contact.evidence, contact.status)
    for number, found in enumerate(record.times):
        yield Mark(key=f"time {number}", kind="time", span=found.span, look=found.value)
    for actor in record.actors:
        for part, span in enumerate(actor.mentions):
            yield Mark(key=actor.id, kind="actor", span=span, part=part)


def _all_parts(key: str, kind: Kind, spans: Sequence[Span], look: str) -> Iterator[Mark]:
    for part, span in enumerate(spans):
        yield Mark(key=key, kind=kind, span=span, part=part, look=look)


def _look(statement: Statement) -> str:
    return f"{statement.form} denial" if statement.act in _DENIALS else statement.form


def _furniture_marks(inline: Sequence[Furniture]) -> Iterator[Mark]:
    for found in inline:
        yield Mark(key=found.kind, kind="furniture", span=found.span, look=found.reason)


def _cited_marks(cited: Sequence[Span]) -> Iterator[Mark]:
    for part, span in enumerate(cited):
        yield Mark(key="cited", kind="cited", span=span, part=part)
