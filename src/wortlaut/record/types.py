"""The record of one report, field by field as in FORMAT.md; all types are frozen.

Spans are ``(start, end)`` in Unicode code points into ``Report.text``, end exclusive.
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from wortlaut.record.spans import Span

ActorKind = Literal["person", "organisation", "country", "place", "group", "anonymous"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Form = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "state", "announce", "confirm", "deny", "promise", "agree", "demand", "request", "offer", "refuse",
    "warn", "threaten", "accuse", "praise", "criticise", "ask", "believe", "expect", "intend",
]  # fmt: skip
ContactKind = Literal["call", "video", "meeting", "visit", "letter", "talk"]
Status = Literal["held", "planned", "alleged", "denied", "cancelled"]
DisputeKind = Literal[
    "denies the fact",
    "rejects the demand or plan",
    "contradicts the number or detail",
    "denies the contact",
]

ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
TIME_TYPES: tuple[str, ...] = get_args(TimeType)
FORMS: tuple[str, ...] = get_args(Form)
ACTS: tuple[str, ...] = get_args(Act)
CONTACT_KINDS: tuple[str, ...] = get_args(ContactKind)
STATUSES: tuple[str, ...] = get_args(Status)
DISPUTE_KINDS: tuple[str, ...] = get_args(DisputeKind)


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it was received, before any reading: what intake hands on.

    ``text`` is never rewritten. ``html`` holds the page when the text was extracted from one.
    What is not known is ``None``.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    outlet: str | None = None
    html: str | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The source that a copy says it was taken or translated from."""

    outlet: str | None = None
    url: str | None = None
    language: str | None = None


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is no article text, what it is (``caption``, ``advertisement`` …), and why."""

    span: Span
    kind: str
    reason: str


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Someone spoken of, with every mention of the report."""

    id: str
    name: str
    kind: ActorKind
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time as in TimeML; ``value`` is ISO 8601 / TIMEX3."""

    span: Span
    type: TimeType
    value: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who says it: the words that name the speaker, and the actor they resolve to."""

    span: Span | None = None
    actor: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what. ``rule`` names the rule or model that found it."""

    id: str
    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    act: Act = "state"
    addressee: tuple[str, ...] = ()
    medium: str | None = None
    when: str | None = None
    via: tuple[str, ...] = ()
    particle: Span | None | msgspec.UnsetType = msgspec.UNSET
    rule: str | msgspec.UnsetType = msgspec.UNSET


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """Who spoke with or met whom. ``statements``: ids of what the report says was said in it; ``rule``
    names the rule that found it.
    """

    id: str
    kind: ContactKind
    participants: tuple[str, ...]
    when: str | None = None
    status: Status = "held"
    initiator: str | None = None
    evidence: tuple[Span, ...] = ()
    statements: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    rule: str | msgspec.UnsetType = msgspec.UNSET


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that no statement words: only its span."""

    span: Span


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A claim and its denial within one report: ids of statements or contacts, or spans."""

    claim: tuple[str | Wording, ...]
    denial: tuple[str | Wording, ...]
    about: str
    kind: DisputeKind
    rule: str | msgspec.UnsetType = msgspec.UNSET


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything found in one report: one line of ``wortlaut annotate``.

    ``url`` and ``furniture`` go beyond FORMAT.md: where the copy stood, and why a line outside
    ``body`` is no article text.
    """

    id: str
    text: str
    language: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    origin: Origin | None = None
    body: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    url: str | None = None
    furniture: tuple[Furniture, ...] = ()
