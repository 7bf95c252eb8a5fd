"""All actors of a passage: the finders one after the other, then who is one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wortlaut.actors.gazetteer import find_listed
from wortlaut.actors.known import Known, slug
from wortlaut.actors.mention import Mention
from wortlaut.actors.names import find_full_names, find_surnames, find_titled_names
from wortlaut.actors.persons import Person, gather
from wortlaut.actors.titles import extend, find_offices
from wortlaut.actors.words import Words
from wortlaut.languages import Passage
from wortlaut.record import Actor, Span
from wortlaut.record.types import ActorKind


class Roll:
    """Actors of the report as they are gathered: mentions by whom they mean."""

    def __init__(self, words: Words) -> None:
        """Begin with nobody."""
        self.words = words
        self.entries: list[tuple[str, ActorKind, Known | None, set[Span]]] = []

    def add(self, name: str, kind: ActorKind, known: Known | None, spans: Iterable[Span]) -> None:
        """Take in an actor with its mentions, into the same known actor where it is there already."""
        for _, _, other, mentions in self.entries:
            if known is not None and other is known:
                mentions.update(spans)
                return
        self.entries.append((name, kind, known, set(spans)))

    def actors(self) -> tuple[Actor, ...]:
        """The actors in the order of their first mention, each with an id of its own."""
        found, ids = [], set[str]()
        for name, kind, known, spans in sorted(self.entries, key=lambda e: (min(e[3]), e[0])):
            base = slug(known.id if known else name)
            number, name_id = 1, base
            while name_id in ids:
                number += 1
                name_id = f"{base}-{number}"
            ids.add(name_id)
            wikidata = known.wikidata if known else None
            found.append(Actor(id=name_id, name=name, kind=kind, wikidata=wikidata, mentions=tuple(sorted(spans))))
        return tuple(found)


def find(
    passage: Passage, sources: Sequence[Span], published: str | None, outlets: Sequence[str]
) -> tuple[Actor, ...]:
    """Actors of ``passage``; see ``wortlaut.actors.find_actors``."""
    if not passage.tokens:
        return ()
    words = Words(passage)
    roll = Roll(words)
    listed = list(find_listed(words))
    named = _named(words, listed)
    taken = _heads(named) | _heads(m for m in listed if m.kind != "person")
    offices = [m for m in find_offices(words, taken) if not any(n.start <= m.head < n.end for n in named)]
    people = gather(words, named, offices, published)
    for person in people:
        roll.add(_name(words, person), "person", person.known, [words.span(m.start, m.end) for m in person.mentions])
    cores = _heads(named)
    for mention in listed:
        if mention.kind != "person" and mention.head not in cores and mention.known is not None:
            roll.add(mention.name, mention.kind, mention.known, [words.span(mention.start, mention.end)])
    return roll.actors()


def _heads(mentions: Iterable[Mention]) -> set[int]:
    return {index for m in mentions for index in range(m.head, m.head_end)}


def _named(words: Words, listed: list[Mention]) -> list[Mention]:
    """Mentions of persons with a name, each with its whole noun phrase."""
    found = [m for m in listed if m.kind == "person"]
    taken = _heads(listed)
    for finder in (find_full_names, find_titled_names):
        new = list(finder(words, taken))
        found += new
        taken |= _heads(new)
    found += find_surnames(words, taken, found)
    return [extend(words, m) for m in found]


def _name(words: Words, person: Person) -> str:
    if person.known is not None:
        return person.known.name
    if person.name:
        return max((m.name for m in person.mentions if m.name), key=len)
    first = person.mentions[0]
    return words.phrase(first.start, first.end)
