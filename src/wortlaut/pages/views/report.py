"""One report: the text as received with its findings in place, and the same findings as a list."""

from __future__ import annotations

from string import ascii_uppercase

import msgspec

from wortlaut.pages.address import read_spans
from wortlaut.pages.ask import Ask, MissingError, UnclearError
from wortlaut.pages.received import TextLine, text_lines
from wortlaut.record import Contact, Span
from wortlaut.store.base import ContactEntry, OriginEntry, ReportPage, StatementEntry, Store, Story, Words


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
        lines=text_lines(page.record, cited),
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
