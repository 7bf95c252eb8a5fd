"""What a store answers: the types that pages, exports and commands read, and the calls that give them.

All types are frozen. ``id`` of an actor, contact, utterance, dispute or story is its id across reports;
the ids inside a ``Report`` (``a1``, ``s3``, ``c2``) hold only within that report. Words are always the
very characters of the text as received, beside the spans they stand at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from wortlaut.record import Contact, Origin, Report, Span, Statement
from wortlaut.record.types import Act, Status

CopyKind = Literal["verbatim", "rewritten", "translated", "stated"]


class ActorRef(msgspec.Struct, frozen=True, kw_only=True):
    """An actor across reports: what a line or a link needs."""

    id: str
    name: str
    kind: str


class ReportRef(msgspec.Struct, frozen=True, kw_only=True):
    """A report: what a line or a link needs. ``heading`` is the title or the first words of the text."""

    id: str
    heading: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str = ""
    url: str | None = None
    origin: Origin | None = None


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a report: a span, and the characters that stand there."""

    span: Span
    text: str


class StatementEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its report, its words and its actors across reports.

    ``utterance`` is the id of the set of statements that render the same utterance (None if it stands
    alone); ``in_article`` is False where the words stand in furniture (a wire's boilerplate).
    """

    report: ReportRef
    statement: Statement
    words: tuple[Words, ...]
    source: Words | None = None
    speaker: ActorRef | None = None
    addressee: tuple[ActorRef, ...] = ()
    via: tuple[ActorRef, ...] = ()
    utterance: str | None = None
    disputes: tuple[str, ...] = ()
    in_article: bool = True


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says of a contact. ``by`` is empty where the report says so in its own words."""

    status: Status
    report: ReportRef
    by: tuple[ActorRef, ...] = ()
    via: tuple[ActorRef, ...] = ()
    statement: str | None = None
    words: tuple[Words, ...] = ()


class ContactReport(msgspec.Struct, frozen=True, kw_only=True):
    """One report's contact as part of a contact across reports, and why it belongs there.

    ``said``: the statements that the report says were made in it.
    """

    report: ReportRef
    contact: Contact
    words: tuple[Words, ...]
    said: tuple[StatementEntry, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


class ContactEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One contact of the real world, with every report of it and its status by source.

    ``when`` is the most exact value that the reports give (ISO date or TIMEX3). ``origins`` counts the
    independent origins among the reports.
    """

    id: str
    kind: str
    participants: tuple[ActorRef, ...]
    when: str | None
    status: Status
    initiator: ActorRef | None
    reports: tuple[ContactReport, ...]
    voices: tuple[Voice, ...]
    origins: int
    disputes: tuple[str, ...] = ()


class DisputeItem(msgspec.Struct, frozen=True, kw_only=True):
    """One claim or denial: a statement, a contact, or only words of a report."""

    report: ReportRef
    words: tuple[Words, ...]
    statement: StatementEntry | None = None
    contact: Contact | None = None
    contact_id: str | None = None


class DisputeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Claims and denials that cannot both stand. ``across``: the sides stand in different reports."""

    id: str
    about: str
    kind: str
    claim: tuple[DisputeItem, ...]
    denial: tuple[DisputeItem, ...]
    across: bool
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    day: str | None = None


class UtteranceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that render one and the same utterance, in whatever wording or translation."""

    id: str
    speaker: ActorRef | None
    when: str | None
    statements: tuple[StatementEntry, ...]
    origins: int
    confidence: float
    reasons: tuple[str, ...]


class CopyLink(msgspec.Struct, frozen=True, kw_only=True):
    """``copy`` was taken from ``of``; ``of`` is None where the stated origin is no report of the store."""

    copy: ReportRef
    of: ReportRef | None
    kind: CopyKind
    stated: Origin | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


class OriginEntry(msgspec.Struct, frozen=True, kw_only=True):
    """All reports that go back to one origin. ``name`` is the origin's outlet as far as known."""

    id: str
    name: str | None
    reports: tuple[ReportRef, ...]
    copies: tuple[CopyLink, ...]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Reports about one event. ``title`` is the heading of its earliest report."""

    id: str
    title: str
    day: str | None
    reports: tuple[ReportRef, ...]
    origins: int
    statements: int
    contacts: int
    disputes: int
    reasons: tuple[str, ...] = ()


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a report as received; ``number`` counts from 1, ``received`` is ISO 8601 in UTC."""

    number: int
    received: str
    digest: str
    program: str
    current: bool


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything known of one report; ``actors`` leads from ids within the report to actors across."""

    ref: ReportRef
    record: Report
    version: int
    versions: tuple[Version, ...]
    actors: dict[str, ActorRef]
    statements: tuple[StatementEntry, ...]
    contacts: dict[str, ContactEntry]
    disputes: tuple[DisputeEntry, ...]
    copies: tuple[CopyLink, ...]
    origin: OriginEntry | None
    story: str | None


class ActorName(msgspec.Struct, frozen=True, kw_only=True):
    """A spelling of an actor's name, and how many reports have it."""

    name: str
    reports: int


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything known of one actor; ``reasons`` say why its mentions are held for one actor."""

    ref: ActorRef
    wikidata: str | None
    names: tuple[ActorName, ...]
    reports: tuple[ReportRef, ...]
    said: tuple[StatementEntry, ...]
    spoken_of: tuple[StatementEntry, ...]
    contacts: tuple[ContactEntry, ...]
    disputes: tuple[DisputeEntry, ...]
    reasons: tuple[str, ...] = ()


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for; empty fields ask for nothing.

    ``words`` must all occur (parts of words too); ``by`` and ``about`` are an actor's id or part of a
    name; ``since`` and ``until`` are ISO dates, both inclusive, of the saying or else of publication.
    """

    words: str = ""
    by: str = ""
    about: str = ""
    act: Act | None = None
    since: str | None = None
    until: str | None = None
    report: str | None = None
    limit: int = 50
    offset: int = 0


class ReportHit(msgspec.Struct, frozen=True, kw_only=True):
    """A report in which the words were found, where, and each place with some of the line around it."""

    report: ReportRef
    words: tuple[Words, ...]
    around: tuple[Words, ...] = ()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to a query: a stretch of the statements and reports, and how many there are in all."""

    statements: tuple[StatementEntry, ...]
    reports: tuple[ReportHit, ...]
    all_statements: int
    all_reports: int


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much the store holds."""

    reports: int
    versions: int
    origins: int
    statements: int
    utterances: int
    contacts: int
    actors: int
    disputes: int
    copies: int
    stories: int
    changes: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: numbers are consecutive from 1 and never used twice."""

    number: int
    at: str
    what: Literal["new", "changed", "reread"]
    report: str
    version: int


class Store(Protocol):
    """What pages, exports and commands may ask. No call changes anything."""

    def counts(self) -> Counts:
        """How much there is."""
        ...

    def days(self) -> tuple[str, ...]:
        """Days (ISO) on which reports were published, the latest first."""
        ...

    def stories(self, day: str | None = None, limit: int = 50, offset: int = 0) -> tuple[Story, ...]:
        """Stories with reports of a day (those first), or all; the latest and largest first."""
        ...

    def story(self, key: str) -> Story | None:
        """One story."""
        ...

    def reports(self, limit: int = 50, offset: int = 0) -> tuple[ReportRef, ...]:
        """Reports, the latest published first, those without a date last."""
        ...

    def report(self, key: str, version: int | None = None) -> ReportPage | None:
        """One report with all that is known of it; ``version``: an earlier text and its findings."""
        ...

    def actors(self, name: str = "", limit: int = 50, offset: int = 0) -> tuple[ActorRef, ...]:
        """Actors, the most often reported first; ``name``: part of a name."""
        ...

    def actor(self, key: str) -> ActorPage | None:
        """One actor."""
        ...

    def contacts(self, query: Query) -> tuple[ContactEntry, ...]:
        """Contacts, the latest first; of the query ``by``/``about`` (a participant), dates, words."""
        ...

    def contact(self, key: str) -> ContactEntry | None:
        """One contact of the real world."""
        ...

    def utterance(self, key: str) -> UtteranceEntry | None:
        """One utterance in all its renderings."""
        ...

    def disputes(self, query: Query) -> tuple[DisputeEntry, ...]:
        """Disputes, the latest first; of the query ``by`` (an actor on either side), dates, words."""
        ...

    def dispute(self, key: str) -> DisputeEntry | None:
        """One dispute."""
        ...

    def origin(self, key: str) -> OriginEntry | None:
        """All reports that go back to one origin."""
        ...

    def statements(self, query: Query) -> tuple[StatementEntry, ...]:
        """Statements, the latest first."""
        ...

    def search(self, query: Query) -> Found:
        """Statements and reports that hold the words."""
        ...

    def records(self) -> Iterator[Report]:
        """The current record of every report, in the order of their ids."""
        ...

    def changes(self, after: int = 0, limit: int = 1000) -> tuple[Change, ...]:
        """The log after number ``after``."""
        ...
