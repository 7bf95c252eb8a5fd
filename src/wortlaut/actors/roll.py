"""The actors of a report while their mentions are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from wortlaut.actors.known import Known, fold, slug
from wortlaut.actors.mention import Mention
from wortlaut.actors.words import Words
from wortlaut.record import Actor, Span, overlap
from wortlaut.record.types import ActorKind


@dataclass(eq=False)
class Entry:
    """One actor: who it is, its mentions as tokens, and as characters what no tokens mark off."""

    name: str
    kind: ActorKind
    known: Known | None = None
    gender: str = ""
    plural: bool = False
    mentions: list[Mention] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


class Roll:
    """All actors of a report."""

    def __init__(self, words: Words) -> None:
        """Begin with nobody."""
        self.words = words
        self.entries: list[Entry] = []

    def add(self, entry: Entry) -> Entry:
        """Take in an actor that is not there yet."""
        entry.names.add(fold(entry.name))
        entry.spans |= {self.words.span(m.start, m.end) for m in entry.mentions}
        self.entries.append(entry)
        return entry

    def enter(self, mention: Mention) -> Entry:
        """Take in a mention: of the actor of the same name (or the same known one), else of a new one."""
        key = fold(mention.name)
        for entry in self.entries:
            same = (
                entry.known is mention.known
                if mention.known
                else entry.kind == mention.kind and key in entry.names
            )
            if same:
                entry.mentions.append(mention)
                entry.spans.add(self.words.span(mention.start, mention.end))
                return entry
        plural = mention.kind == "group"
        return self.add(Entry(mention.name, mention.kind, mention.known, mention.gender, plural, [mention]))

    def at(self, span: Span) -> Entry | None:
        """The actor that has exactly this span as a mention."""
        return next((entry for entry in self.entries if span in entry.spans), None)

    def give(self, entry: Entry, span: Span, kept: frozenset[Span]) -> None:
        """Make ``span`` a mention of ``entry`` alone, in place of one it nearly is that is not ``kept``."""
        for other in self.entries:
            other.spans.discard(span)
        for own in entry.spans - kept:
            shared = overlap(own, span)
            if shared == own[1] - own[0] and (own[0] == span[0] or own[1] == span[1]):
                entry.spans.discard(own)
            if shared and shared >= 0.6 * (own[1] - own[0] + span[1] - span[0] - shared):
                entry.spans.discard(own)
        entry.spans.add(span)

    def actors(self) -> tuple[Actor, ...]:
        """The actors in the order of their first mention, each with an id of its own."""
        found: list[Actor] = []
        ids: set[str] = set()
        for entry in sorted((e for e in self.entries if e.spans), key=lambda e: (min(e.spans), e.name)):
            base = slug(entry.known.id if entry.known else entry.name)
            name_id = base
            number = 1
            while name_id in ids:
                number += 1
                name_id = f"{base}-{number}"
            ids.add(name_id)
            wikidata = entry.known.wikidata if entry.known else None
            mentions = tuple(sorted(entry.spans))
            found.append(
                Actor(id=name_id, name=entry.name, kind=entry.kind, wikidata=wikidata, mentions=mentions)
            )
        return tuple(found)
