"""Persons: which mentions are one and the same, and who is meant where only the office stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from wortlaut.actors.finders.names import eastern, famous
from wortlaut.actors.known import Known, fold
from wortlaut.actors.mention import Mention, Office
from wortlaut.actors.recognise import borne_out
from wortlaut.actors.table import table
from wortlaut.actors.words import Words

_SOLE = ("minister", "botschafter", "ambassador", "gouverneur", "governor", "könig", "king", "secretary")
_ALWAYS = ("president", "premier", "foreign", "pope", "supreme")
_PARTICLE = 4  # letters of a particle that is written like a name ("Ag", "Bin") at most, and one


@dataclass
class Person:
    """One person of the report while its mentions are gathered."""

    name: str
    family: str
    known: Known | None = None
    gender: str = ""
    offices: list[Office] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Take in a mention and what it says of its bearer."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        if mention.office is not None:
            self.offices.append(mention.office)


def gather(words: Words, named: list[Mention], offices: list[Mention], published: str | None) -> list[Person]:
    """Persons of the report, from mentions with a name and mentions of an office alone."""
    people: list[Person] = []
    for mention in sorted(named, key=_fullness):
        person = _bearer(mention, people)
        if person is None:
            person = Person(
                mention.name, mention.family, mention.known or _known(words, mention), mention.gender
            )
            people.append(person)
            if person.known is not None:
                person.gender = person.known.gender or person.gender
        person.add(mention)
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
        if person.known is None:
            person.known = (
                borne_out(words, person.name, person.offices, person.mentions, published)
                if " " in person.name
                else _famous(words, person)
            )
    for mention in sorted(offices, key=lambda m: m.start):
        _place_office(words, mention, people, published)
    return people


def _fullness(mention: Mention) -> tuple[int, int]:
    """Full names first, in their order; then the rest."""
    full = mention.known is not None or " " in mention.name
    return (0 if full else 1, mention.start)


def _known(words: Words, mention: Mention) -> Known | None:
    """The known person of exactly this name but for accents and spelling."""
    if " " not in mention.name:
        return None
    found = [k for k in table().spelt(mention.name, words.language) if k.kind == "person"]
    sure = [k for k in found if k.rank == "1"] or (found if len(found) == 1 and found[0].rank == "2" else [])
    return sure[0] if sure else None


def _famous(words: Words, person: Person) -> Known | None:
    """The known person whom a surname alone means, if gender and office do not speak against it."""
    known = famous(words.language).get(person.family)
    if known is None or (person.gender and known.gender != person.gender):
        return None
    for office in person.offices:
        if office.role and any(_names(office, t.role, office.place and t.place) for t in known.terms):
            return known
        if office.place and all(office.place != t.place for t in known.terms):
            return None
    return None if person.family in words.lexicon.common_surnames else known


def _bearer(mention: Mention, people: list[Person]) -> Person | None:
    """The person among ``people`` whom a mention with a name means, or None."""
    if mention.known is not None:
        for person in people:
            if person.known is mention.known or _same_name(mention.name, person.name):
                person.known = person.known or mention.known
                return person
        return None
    fits = [person for person in people if _fits(mention, person)]
    if len(fits) < 2:  # the rule; weighing costs time that grows with the mentions
        return fits[0] if fits else None
    return max(fits, key=lambda p: (_gender_agrees(mention, p), _introduced(p, mention)))


def _introduced(person: Person, mention: Mention) -> tuple[int, int]:
    """How often the full name stands before a surname alone, and how near the last one is."""
    before = [m.start for m in person.mentions if " " in m.name and m.start < mention.start]
    return len(before), max(before, default=-min(m.start for m in person.mentions))


def _gender_agrees(mention: Mention, person: Person) -> bool:
    return not mention.gender or not person.gender or mention.gender == person.gender


def _fits(mention: Mention, person: Person) -> bool:
    mine, theirs = fold(mention.name).split(), _all_names(person)
    if not mine:
        return False
    if _double_surname(mention, person):
        return _gender_agrees(mention, person)
    if len(mine) == 1:
        if not _gender_agrees(mention, person):
            return False
        return any(_close(word, part) for part in theirs for word in {mine[0], mention.family})
    return _same_name(mention.name, person.name) or bool(
        person.known and any(_same_name(mention.name, name) for name in person.known.names)
    )


def _double_surname(mention: Mention, person: Person) -> bool:
    """Is it the surname of two parts ("Radek-Moll", "al-Radek", "van Moll") that the name ends in?"""
    parts = mention.name.split()
    single = len(parts) == 1 and "-" in mention.name
    three = len(person.name.split()) > 2 and len(parts) == 2
    particle = len(parts) == 2 and (parts[0].islower() or (three and len(parts[0]) < _PARTICLE))
    return (single or particle) and fold(person.name).endswith(f" {fold(mention.name)}")


def _all_names(person: Person) -> set[str]:
    names = {person.family, fold(person.name).split()[-1] if person.name else ""}
    parts = fold(person.name).split()
    if len(parts) > 1:
        names.add(parts[0]) if person.family == "" else None
        names.add(" ".join(parts[1:]))
    names |= eastern(person.name, person.known)
    if person.known is not None:
        names |= {fold(name).split()[-1] for name in person.known.names}
    return names - {""}


def _close(one: str, other: str) -> bool:
    """Are two single names the same but for a genitive or a slip of one letter in a long name?"""
    if one == other or one + "s" == other or other + "s" == one:
        return True
    return (
        len(one) > 5
        and len(other) > 5
        and one[0] == other[0]
        and Levenshtein.distance(one, other, score_cutoff=1) <= 1
    )


def _same_name(one: str, other: str) -> bool:
    mine, theirs = fold(one).split(), fold(other).split()
    if len(mine) < 2 or len(theirs) < 2 or not _close(mine[-1], theirs[-1]):
        return False
    return _given_agrees(mine[0], theirs[0])


def _given_agrees(one: str, other: str) -> bool:
    if one == other or len(one) == 1 == len(other):
        return one == other
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return min(len(one), len(other)) > 3 and Levenshtein.distance(one, other, score_cutoff=2) <= 2


def _place_office(words: Words, mention: Mention, people: list[Person], published: str | None) -> None:
    """Give an office alone to the person who bears it; a new person where it is certain that there is one."""
    office = mention.office
    if office is None or mention.plural or not mention.definite:
        return
    if mention.gap:
        _fill_gap(mention, people)
        return
    fits = [(_office_score(office, person, published), person) for person in people]
    best = max((score for score, _ in fits), default=0)
    if best > 0:
        candidates = [person for score, person in fits if score == best]
        nearest = max(candidates, key=lambda p: _nearness(p, mention))
        nearest.add(mention)
        return
    if (office.role in _ALWAYS or office.head.endswith(_SOLE)) and office.place:
        known = _holder(words, office, published)
        person = Person(known.name if known else "", "", known, known.gender if known else mention.gender)
        person.add(mention)
        people.append(person)


def _fill_gap(mention: Mention, people: list[Person]) -> None:
    """A title whose name was lost means one who bears it and is never introduced elsewhere in the report."""
    office = mention.office
    if office is None:
        return
    for person in people:
        bears = person.known is not None and any(t.role == office.role for t in person.known.terms)
        if bears and not person.offices and all(" " not in m.name for m in person.mentions):
            person.add(mention)
            return


def _nearness(person: Person, mention: Mention) -> tuple[bool, int]:
    before = [m.start for m in person.mentions if m.start < mention.start]
    if before:
        return True, max(before)
    return False, -min(m.start for m in person.mentions)


def _holder(words: Words, office: Office, published: str | None) -> Known | None:
    if not published or office.past:
        return None
    held = table().holders(office.place, office.role, published[:10], words.language)
    return held[0] if len(held) == 1 else None


def _names(office: Office, role: str, place: str) -> bool:
    return office.role == role and office.place == place


def _office_score(office: Office, person: Person, published: str | None) -> int:
    """How well an office fits a person: 0 not at all."""
    if (office.gender == "f" and person.gender == "m") or (office.gender == "m" and person.gender == "f"):
        return 0
    score = 0
    for own in person.offices:
        if own.place and office.place and own.place != office.place:
            continue
        if own.role and own.role == office.role:
            score = max(score, 5 if own.place == office.place else 2)
        elif own.head == office.head:
            score = max(score, 4 if own.place == office.place else 2)
        elif len(office.head) > 4 and (own.head.endswith(office.head) or office.head.endswith(own.head)):
            score = max(score, 1)
    day = published[:10] if published else None
    if person.known is not None and office.role and not office.place and not score:
        score = 2 * any(office.role == t.role and t.holds(day) for t in person.known.terms)
    return max(score, _known_score(office, person, day))


def _known_score(office: Office, person: Person, day: str | None) -> int:
    """How well an office fits the known terms of a person."""
    if person.known is None or not office.place:
        return 0
    fits = (_names(office, t.role, t.place) and (office.past or t.holds(day)) for t in person.known.terms)
    return 5 if any(fits) else 0
