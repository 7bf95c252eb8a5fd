"""A store in memory over given records and given links: what the pages are tested and looked at with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.record import Contact, Dispute, Report, Span, Statement, Wording
from wortlaut.store.base import (
    ActorName,
    ActorPage,
    ActorRef,
    Change,
    ContactEntry,
    ContactReport,
    CopyLink,
    Counts,
    DisputeEntry,
    DisputeItem,
    Found,
    OriginEntry,
    Query,
    ReportHit,
    ReportPage,
    ReportRef,
    StatementEntry,
    Story,
    UtteranceEntry,
    Version,
    Voice,
    Words,
)
from wortlaut.store.search import plain

_VERSION = Version(number=1, received="2026-03-02T08:00:00Z", digest="ab" * 32, program="0", current=True)

Place = tuple[str, str]  # a report's id, and the id of a finding in it


@dataclass(frozen=True)
class Links:
    """Everything across reports, as given."""

    same: Sequence[Sequence[Place]] = ()
    contacts: Sequence[Sequence[Place]] = ()
    disputes: Sequence[tuple[Sequence[Place], Sequence[Place], str, str]] = ()
    copies: Sequence[tuple[str, str]] = ()
    stories: Sequence[Sequence[str]] = ()


class Cabinet:
    """Answers ``wortlaut.store.base.Store``; actors of one Q-number or name are one actor."""

    def __init__(self, records: Sequence[Report], links: Links) -> None:
        self.held = {record.id: record for record in records}
        self.links = links
        self._contacts = list(links.contacts) + [
            [(r.id, c.id)]
            for r in records
            for c in r.contacts
            if not any((r.id, c.id) in group for group in links.contacts)
        ]

    # pieces

    def ref(self, key: str) -> ReportRef:
        r = self.held[key]
        heading = r.title or " ".join(r.text.split())[:110]
        return ReportRef(
            id=r.id, heading=heading, title=r.title, outlet=r.outlet, published=r.published,
            language=r.language, url=r.url, origin=r.origin,
        )  # fmt: skip

    def _refs(self, r: Report) -> dict[str, ActorRef]:
        return {a.id: ActorRef(id=a.wikidata or a.name, name=a.name, kind=a.kind) for a in r.actors}

    def _words(self, key: str, spans: Sequence[Span]) -> tuple[Words, ...]:
        return tuple(Words(span=s, text=self.held[key].text[s[0] : s[1]]) for s in spans)

    def _statement(self, key: str, statement: Statement) -> StatementEntry:
        r = self.held[key]
        refs = self._refs(r)
        source = statement.source
        return StatementEntry(
            report=self.ref(key),
            statement=statement,
            words=self._words(key, statement.content),
            source=self._words(key, [source.span])[0] if source.span else None,
            speaker=refs.get(source.actor) if source.actor else None,
            addressee=tuple(refs[a] for a in statement.addressee),
            via=tuple(refs[a] for a in statement.via),
            utterance=self._utterance(key, statement.id),
            disputes=tuple(
                d.id for d in self._all_disputes() if (key, statement.id) in _places(d.claim + d.denial)
            ),
        )

    def _utterance(self, key: str, statement: str) -> str | None:
        return next((f"u{n}" for n, group in enumerate(self.links.same) if (key, statement) in group), None)

    def _item(self, key: str, side: str | Span) -> DisputeItem:
        r = self.held[key]
        if isinstance(side, tuple):
            return DisputeItem(report=self.ref(key), words=self._words(key, [side]))
        for statement in r.statements:
            if statement.id == side:
                bare = StatementEntry(
                    report=self.ref(key),
                    statement=statement,
                    words=self._words(key, statement.content),
                    speaker=self._refs(r).get(statement.source.actor or ""),
                    utterance=self._utterance(key, side),
                )
                return DisputeItem(report=self.ref(key), words=bare.words, statement=bare)
        contact = next(c for c in r.contacts if c.id == side)
        return DisputeItem(
            report=self.ref(key),
            words=self._words(key, contact.evidence),
            contact=contact,
            contact_id=self._contact_id(key, contact),
        )

    def _contact_id(self, key: str, contact: Contact) -> str:
        return next(f"k{n}" for n, g in enumerate(self._contacts) if (key, contact.id) in g)

    def _all_disputes(self) -> list[DisputeEntry]:
        within = [self._within(r, n, d) for r in self.held.values() for n, d in enumerate(r.disputes)]
        across = [
            DisputeEntry(
                id=f"across{n}",
                about=about,
                kind=kind,
                claim=tuple(self._item(*place) for place in claim),
                denial=tuple(self._item(*place) for place in denial),
                across=True,
                confidence=0.8,
                reasons=("one names the call, the other denies it",),
                day=self.ref(claim[0][0]).published,
            )
            for n, (claim, denial, about, kind) in enumerate(self.links.disputes)
        ]
        return across + within

    def _within(self, r: Report, number: int, dispute: Dispute) -> DisputeEntry:
        def side(items: Sequence[str | Wording]) -> tuple[DisputeItem, ...]:
            return tuple(self._item(r.id, i if isinstance(i, str) else i.span) for i in items)

        return DisputeEntry(
            id=f"{r.id}.d{number}",
            about=dispute.about,
            kind=dispute.kind,
            claim=side(dispute.claim),
            denial=side(dispute.denial),
            across=False,
            day=r.published,
        )

    # answers

    def counts(self) -> Counts:
        every = self.held.values()
        return Counts(
            reports=len(self.held),
            versions=len(self.held),
            origins=len(self.held) - len(self.links.copies),
            statements=sum(len(r.statements) for r in every),
            utterances=len(self.links.same),
            contacts=len(self._contacts),
            actors=len(self.actors(limit=10**6)),
            disputes=len(self._all_disputes()),
            copies=len(self.links.copies),
            stories=len(self._stories()),
            changes=len(self.held),
        )

    def _stories(self) -> list[Story]:
        grouped = {key for group in self.links.stories for key in group}
        groups = [*self.links.stories, *([key] for key in self.held if key not in grouped)]
        return [self._story(f"e{n}", group) for n, group in enumerate(groups)]

    def _story(self, key: str, group: Sequence[str]) -> Story:
        refs = sorted((self.ref(k) for k in group), key=lambda ref: ref.published or "9999")
        copies = sum(copy in group for copy, _ in self.links.copies)
        return Story(
            id=key,
            title=refs[0].heading,
            day=(refs[0].published or "")[:10] or None,
            reports=tuple(refs),
            origins=len(refs) - copies,
            statements=sum(len(self.held[k].statements) for k in group),
            contacts=sum(len(self.held[k].contacts) for k in group),
            disputes=sum(len(self.held[k].disputes) for k in group),
            reasons=("the same contact: call",) if len(refs) > 1 else (),
        )

    def days(self) -> tuple[str, ...]:
        published = {(r.published or "")[:10] for s in self._stories() for r in s.reports}
        return tuple(sorted(published - {""}, reverse=True))

    def stories(self, day: str | None = None, limit: int = 50, offset: int = 0) -> tuple[Story, ...]:
        told = (
            s
            for s in self._stories()
            if day is None or any((r.published or "").startswith(day) for r in s.reports)
        )
        return tuple(told)[offset : offset + limit]

    def story(self, key: str) -> Story | None:
        return next((s for s in self._stories() if s.id == key), None)

    def reports(self, limit: int = 50, offset: int = 0) -> tuple[ReportRef, ...]:
        return tuple(self.ref(key) for key in self.held)[offset : offset + limit]

    def report(self, key: str, version: int | None = None) -> ReportPage | None:
        record = self.held.get(key)
        if record is None or version not in (None, 1):
            return None
        entries = tuple(self._statement(key, s) for s in record.statements)
        copies = [c for c in self.links.copies if key in c]
        return ReportPage(
            ref=self.ref(key),
            record=record,
            version=version or 1,
            versions=(_VERSION,),
            actors=self._refs(record),
            statements=entries,
            contacts={c.id: self._contact(self._contact_id(key, c)) for c in record.contacts},
            disputes=tuple(d for d in self._all_disputes() if key in _reports(d)),
            copies=tuple(self._copy(*c) for c in copies),
            origin=self.origin(copies[0][1]) if copies else None,
            story=next((s.id for s in self._stories() if any(r.id == key for r in s.reports)), None),
        )  # fmt: skip

    def _copy(self, copy: str, of: str) -> CopyLink:
        return CopyLink(
            copy=self.ref(copy), of=self.ref(of), kind="rewritten", confidence=0.93,
            reasons=("23 of 25 sentences alike",),
        )  # fmt: skip

    def actors(self, name: str = "", limit: int = 50, offset: int = 0) -> tuple[ActorRef, ...]:
        found = {ref.id: ref for r in self.held.values() for ref in self._refs(r).values()}
        return tuple(ref for ref in found.values() if name.casefold() in ref.name.casefold())[
            offset : offset + limit
        ]

    def actor(self, key: str) -> ActorPage | None:
        ref = next((ref for ref in self.actors(limit=10**6) if ref.id == key), None)
        if ref is None:
            return None
        said = [self._statement(r.id, s) for r in self.held.values() for s in r.statements]
        here = [r for r in self.held.values() if ref in self._refs(r).values()]
        return ActorPage(
            ref=ref,
            wikidata=key if key.startswith("Q") else None,
            names=(ActorName(name=ref.name, reports=len(here)),),
            reports=tuple(self.ref(r.id) for r in here),
            said=tuple(e for e in said if e.speaker and e.speaker.id == key),
            spoken_of=tuple(e for e in said if any(ref.name.split()[-1] in w.text for w in e.words)),
            contacts=tuple(c for c in self.contacts(Query(limit=999)) if ref in c.participants),
            disputes=tuple(self._all_disputes()[:2]),
            reasons=("one Q-number",),
        )

    def contacts(self, query: Query) -> tuple[ContactEntry, ...]:
        every = [self._contact(f"k{n}") for n in range(len(self._contacts))]
        wanted = query.by.casefold()
        found = [c for c in every if any(wanted in p.name.casefold() for p in c.participants)]
        return tuple(found[query.offset : query.offset + query.limit])

    def _contact(self, key: str) -> ContactEntry:
        group = self._contacts[int(key[1:])]
        members = [
            (r, next(c for c in self.held[r].contacts if c.id == cid), self._refs(self.held[r]))
            for r, cid in group
        ]
        first, refs = members[0][1], members[0][2]
        return ContactEntry(
            id=key,
            kind=first.kind,
            participants=tuple(refs[a] for a in first.participants),
            when=first.when,
            status=first.status,
            initiator=refs[first.initiator] if first.initiator else None,
            reports=tuple(
                ContactReport(
                    report=self.ref(r), contact=c, words=self._words(r, c.evidence), confidence=0.9,
                    reasons=("same participants", "same day"),
                )
                for r, c, _ in members
            ),
            voices=tuple(self._voice(r, c) for r, c, _ in members),
            origins=len(members),
            disputes=tuple(d.id for d in self._all_disputes() if _names(d, group)),
        )  # fmt: skip

    def _voice(self, key: str, contact: Contact) -> Voice:
        for s in self.held[key].statements:
            for piece in s.content:
                if any(piece[0] < e[1] and e[0] < piece[1] for e in contact.evidence):
                    entry = self._statement(key, s)
                    by = (entry.speaker,) if entry.speaker else ()
                    return Voice(
                        status=contact.status, report=self.ref(key), by=by, via=entry.via, statement=s.id
                    )
        words = self._words(key, contact.evidence)
        return Voice(status=contact.status, report=self.ref(key), words=words)

    def contact(self, key: str) -> ContactEntry | None:
        known = {f"k{n}" for n in range(len(self._contacts))}
        return self._contact(key) if key in known else None

    def utterance(self, key: str) -> UtteranceEntry | None:
        for n, group in enumerate(self.links.same):
            if key == f"u{n}":
                entries = [
                    self._statement(r, next(s for s in self.held[r].statements if s.id == sid))
                    for r, sid in group
                ]
                return UtteranceEntry(
                    id=key,
                    speaker=entries[0].speaker,
                    when=entries[0].statement.when,
                    statements=tuple(entries),
                    origins=len(entries),
                    confidence=0.87,
                    reasons=("same speaker", "meaning alike: 0.87"),
                )
        return None

    def disputes(self, query: Query) -> tuple[DisputeEntry, ...]:
        return tuple(self._all_disputes()[query.offset : query.offset + query.limit])

    def dispute(self, key: str) -> DisputeEntry | None:
        return next((d for d in self._all_disputes() if d.id == key), None)

    def origin(self, key: str) -> OriginEntry | None:
        copies = [c for c in self.links.copies if c[1] == key]
        if not copies:
            return None
        return OriginEntry(
            id=key,
            name=self.held[key].outlet,
            reports=(self.ref(key), *(self.ref(copy) for copy, _ in copies)),
            copies=tuple(self._copy(*c) for c in copies),
        )

    def statements(self, query: Query) -> tuple[StatementEntry, ...]:
        every = [self._statement(r.id, s) for r in self.held.values() for s in r.statements]
        found = [e for e in every if _fits(e, query)]
        return tuple(found[query.offset : query.offset + query.limit])

    def search(self, query: Query) -> Found:
        everything = Query(words=query.words, by=query.by, about=query.about, act=query.act, limit=10**6)
        hits = []
        for r in self.held.values():
            at = plain(r.text).find(plain(query.words))
            if query.words and at >= 0:
                span = (at, at + len(query.words))
                hits.append(ReportHit(report=self.ref(r.id), words=self._words(r.id, [span])))
        return Found(
            statements=self.statements(query),
            reports=tuple(hits),
            all_statements=len(self.statements(everything)),
            all_reports=len(hits),
        )

    def records(self) -> Iterator[Report]:
        yield from self.held.values()

    def changes(self, after: int = 0, limit: int = 1000) -> tuple[Change, ...]:
        every = [
            Change(number=n, at="2026-03-02T08:00:00Z", what="new", report=key, version=1)
            for n, key in enumerate(self.held, 1)
        ]
        return tuple(every[after : after + limit])


def _fits(entry: StatementEntry, query: Query) -> bool:
    text = plain(" ".join(w.text for w in entry.words))
    speaker = entry.speaker.name.casefold() if entry.speaker else ""
    return (
        query.report in (None, entry.report.id)
        and all(word in text for word in plain(query.words).split())
        and query.by.casefold() in speaker
        and plain(query.about) in text
        and query.act in (None, entry.statement.act)
    )


def _places(items: Sequence[DisputeItem]) -> list[Place]:
    return [(i.report.id, i.statement.statement.id) for i in items if i.statement]


def _names(dispute: DisputeEntry, group: Sequence[Place]) -> bool:
    return any(
        item.contact is not None and (item.report.id, item.contact.id) in group
        for item in dispute.claim + dispute.denial
    )


def _reports(dispute: DisputeEntry) -> set[str]:
    return {item.report.id for item in dispute.claim + dispute.denial}
