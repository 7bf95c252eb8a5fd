"""All actors of a passage: the finders one after the other, then who is one and the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wortlaut.actors.bodies import completes, initials_of, led_by, points_back
from wortlaut.actors.descriptions import add_descriptions
from wortlaut.actors.finders.gazetteer import find_listed
from wortlaut.actors.finders.groups import find_groups
from wortlaut.actors.finders.ministries import find_ministries
from wortlaut.actors.finders.names import (
    find_full_names,
    find_surnames,
    find_titled_names,
    find_unknown_names,
)
from wortlaut.actors.finders.organisations import find_again, find_governments, find_organisations
from wortlaut.actors.finders.titles import extend, find_offices
from wortlaut.actors.lexicon import stem
from wortlaut.actors.mention import Mention
from wortlaut.actors.persons import Person, gather
from wortlaut.actors.pronouns import Antecedents, add_pronouns
from wortlaut.actors.recognise import recognise_bodies
from wortlaut.actors.roll import Entry, Roll
from wortlaut.actors.sources import settle
from wortlaut.actors.states import find_states, unlisted_states
from wortlaut.actors.words import Words
from wortlaut.languages import Passage
from wortlaut.record import Actor, Span


def find(
    passage: Passage, sources: Sequence[Span], published: str | None, outlets: Sequence[str]
) -> tuple[Actor, ...]:
    """Actors of ``passage``; see ``wortlaut.actors.find_actors``."""
    if not passage.tokens:
        return ()
    words = Words(passage)
    words.unlisted = unlisted_states(words)
    roll = _read(words, published, outlets)
    antecedents = Antecedents(words, roll, frozenset(sources))
    add_pronouns(words, roll, antecedents)
    add_descriptions(words, roll, frozenset(sources))
    settle(words, roll, antecedents, list(sources))
    return roll.actors()


def _read(words: Words, published: str | None, outlets: Sequence[str]) -> Roll:
    """All that is named or titled; pronouns are still to come."""
    listed = list(find_listed(words))
    others = [*(m for m in listed if m.kind != "person"), *_outlets(words, outlets)]
    others += find_states(words, _heads(listed) | _heads(others))
    taken = _heads(listed) | _heads(others)
    governments = list(find_ministries(words, taken))
    taken |= _heads(governments)
    governments += find_governments(words, taken)
    taken |= _heads(governments)
    persons = [m for m in listed if m.kind == "person"]
    persons += find_full_names(words, taken)
    taken |= _heads(persons)
    organisations = list(find_organisations(words, taken))
    taken |= _heads(organisations)
    organisations += find_again(words, taken, organisations)
    taken |= _heads(organisations)
    doubled = {(m.known.id, k) for m in organisations if m.known for k in range(m.head, m.head_end)}
    others = [m for m in others if not m.known or (m.known.id, m.head) not in doubled]
    named = _named(words, persons, taken)
    taken |= _heads(named)
    titled = taken | {index for m in named for index in range(m.start, m.end)}
    groups = list(find_groups(words, titled))
    offices = list(find_offices(words, titled | _heads(groups)))
    roll = Roll(words)
    for person in gather(words, named, offices, published):
        entry = Entry(_name(words, person), "person", person.known, person.gender, mentions=person.mentions)
        roll.add(entry)
    for mention in sorted([*others, *governments, *organisations, *groups], key=lambda m: m.start):
        _enter(words, roll, mention)
    recognise_bodies(words, roll)
    return roll


def _heads(mentions: Iterable[Mention]) -> set[int]:
    return {index for m in mentions for index in range(m.head, m.head_end)}


def _named(words: Words, found: list[Mention], taken: set[int]) -> list[Mention]:
    """Mentions of persons with a name, each with its whole noun phrase."""
    taken = set(taken)
    found = list(found)
    for finder in (find_titled_names, find_unknown_names):
        new = list(finder(words, taken, found))
        found += new
        taken |= _heads(new)
    found += find_surnames(words, taken, found)
    return [extend(words, m) for m in found]


def _outlets(words: Words, outlets: Sequence[str]) -> list[Mention]:
    """Mentions of the publisher, the stated origin and the agency of the dateline, by their names."""
    found = []
    for name in dict.fromkeys([*outlets, *_dateline(words)]):
        parts = name.split()
        for index in words.where.get(parts[0], ()) if parts else ():
            end = index + len(parts)
            if words.text[index:end] == parts:
                found.append(Mention(index, end, index, end, "organisation", name))
    return found


def _dateline(words: Words) -> list[str]:
    """The agency in brackets that a report begins with ("(Muster Nachrichten) – …")."""
    close = next((k for k in range(2, 6) if words[k] == ")"), 0)
    if words[0] != "(" or not close or words[close + 1] not in ("–", "—", "-"):
        return []
    return [words.phrase(1, close)] if words.capital(1) else []


def _enter(words: Words, roll: Roll, mention: Mention) -> None:
    """Take in what is no person: of the actor it points back to, or as its name says."""
    entry = (
        initials_of(words, roll, mention)
        or led_by(words, roll, mention)
        or points_back(words, roll, mention)
        or completes(words, roll, mention)
    )
    if entry is None:
        roll.enter(mention)
    else:
        entry.mentions.append(mention)
        entry.spans.add(words.span(mention.start, mention.end))


def _name(words: Words, person: Person) -> str:
    if person.known is not None:
        return person.known.name
    if person.name:
        longest = max((m for m in person.mentions if m.name), key=lambda m: len(m.name))
        return _with_final_s(words, longest, person)
    return _office_name(words, person.mentions[0])


def _with_final_s(words: Words, longest: Mention, person: Person) -> str:
    """The name with the s it ends in, unless that is the ending of a genitive."""
    written = words.phrase(longest.head, longest.head_end)
    last = longest.name.rsplit(" ", 1)[-1]
    if words.language != "de" or written != longest.name + "s" or last in words.where:
        return longest.name
    alone = [m for m in person.mentions if m.name and not words.capital(m.head_end)]
    return written if any(words[m.head_end - 1] == last + "s" for m in alone) else longest.name


def _office_name(words: Words, mention: Mention) -> str:
    """An office as a name: the words in the nominative ("dem dänischen Minister": "dänischer Minister")."""
    office = mention.office
    if words.language != "de" or office is None:
        return words.phrase(mention.start, mention.end)
    noun = words[mention.head]
    feminine = office.gender == "f"
    if not feminine and noun.lower().startswith(office.head):
        noun = noun[: len(office.head)]
    before = words.text[mention.start : mention.head]
    adjectives = [stem(word) + ("e" if feminine else "er") if word.islower() else word for word in before]
    return " ".join([*adjectives, noun])
