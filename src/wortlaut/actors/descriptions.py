"""Persons spoken of by a description: "der 61-Jährige", "die Erkrankte", "ihre Gastgeberin", "the coach"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from wortlaut.actors.finders.titles import adjectives_before
from wortlaut.actors.known import fold
from wortlaut.actors.mention import Mention
from wortlaut.actors.roll import Entry, Roll
from wortlaut.actors.words import Words
from wortlaut.languages import load
from wortlaut.record import Span

_ROOT = 4  # letters that a people and its state must share
_REACH = 12  # sentences back
_PARTS = frozenset(',;:–—()„“”"')
_ENOUGH = 40  # persons weighed at most
_CLAUSE = 40  # words of a clause on either side


class Known(NamedTuple):
    """What a language knows of descriptions."""

    language: str
    masculine: frozenset[str]
    feminine: frozenset[str]
    both: frozenset[str]
    relations: tuple[str, ...]
    anybody: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    befell: frozenset[str]
    peoples: tuple[str, ...]
    ages: tuple[str, ...]
    this: tuple[str, ...]


class Description(NamedTuple):
    """A noun that describes a person: what it says of them, and whose they are."""

    noun: int
    begin: int
    gender: str
    kinds: frozenset[int]
    root: str
    owned: bool


@cache
def _known(language: str) -> Known:
    words = load(language, "descriptions")["words"]
    return Known(
        language,
        frozenset(words["m"]),
        frozenset(words["f"]),
        frozenset(words["both"]),
        tuple(words["relations"]),
        tuple(words["anybody"]),
        tuple(tuple(kind) for kind in words["kinds"]),
        frozenset(words["befell"]),
        tuple(words["peoples"]),
        tuple(words["ages"]),
        tuple(words["this"]),
    )


def add_descriptions(words: Words, roll: Roll, speakers: frozenset[Span]) -> None:
    """Give each description of a person to whom it fits best, where it fits one who was named before.

    Who speaks (``speakers``) is not whom they describe.
    """
    taken = {
        index for entry in roll.entries if entry.kind != "group" for m in entry.mentions
        for index in range(m.start, m.end)
    }  # fmt: skip
    people = [entry for entry in roll.entries if entry.kind == "person" and entry.mentions]
    if not people:
        return
    nearness = _Nearness(words, people[:_ENOUGH], speakers)
    for index in range(len(words)):
        found = None if index in taken else _description(words, index)
        if found is None or not words.passage.in_body(words.span(index, index + 1)):
            continue
        if words[index + 1] == "," and words.capital(index + 2) and index + 2 in taken:
            continue  # "her counterpart, Henrik Osvald": the name behind it says who that is
        entry = nearness.best(found)
        if entry is not None:
            span = words.span(found.begin, index + 1)
            roll.give(entry, span, frozenset())
            entry.mentions.append(Mention(found.begin, index + 1, index, index + 1, "person", ""))
            nearness.add(entry, found.begin)


def _description(words: Words, index: int) -> Description | None:
    """What the noun at ``index`` says of a person, if it stands alone behind an article."""
    known = _known(words.language)
    german = words.language == "de"
    if (german and not words.capital(index) and not words[index][:1].isdigit()) or (
        words.capital(index + 1) and words.joined(index) and words[index + 1] != "I"
    ):
        return None
    low = words.low(index)
    begin, place = adjectives_before(words, index)
    article = words.low(begin - 1) if words.joined(begin - 1) else ""
    if article not in known.masculine | known.feminine | known.both:
        return None
    owned = article in words.lexicon.possessives
    ended = german and low.endswith("in")
    base = low.removesuffix("in") if ended else low
    kinds, root = _kinds(known, base), ""
    gender = "f" if ended or article in known.feminine else "m" if article in known.masculine else ""
    if german and not ended and article in known.both and not gender:
        gender = _by_case(words, article, low)
    if low.endswith(known.ages):
        return Description(index, begin, gender, frozenset(), "", owned)
    bare = base.removesuffix("innen").removesuffix("en").removesuffix("n").removesuffix("e").removesuffix("s")
    if article.startswith("dies") and low.endswith(known.this):
        return Description(index, begin, gender, frozenset(), "", owned)
    many = german and article.endswith("e") and (article[:2] == "di" or owned)
    if many and not ended and _masculine(known, base):
        return None  # several
    if bare.endswith(known.relations) or base.endswith(known.relations):
        return Description(index, begin, gender, frozenset(), "", owned)
    if german and _befell(known, low, article):
        return Description(index, begin, gender, frozenset(), "", owned)
    if kinds or bare.endswith(known.anybody) or base.endswith(known.anybody):
        if place and not kinds:
            return None
        return Description(index, begin, gender, kinds, place, owned)
    if words.capital(index) and low.endswith(known.peoples) and not words.lexicon.common_noun(words[index]):
        root = fold(low)[:_ROOT]
        return Description(index, begin, gender, frozenset(), root, owned) if len(low) > _ROOT + 1 else None
    return None


def _masculine(known: Known, base: str) -> bool:
    """Behind "die" a noun of men is a plural, as are "die Chefs", "die Gegner"."""
    return not base.endswith("frau") and (
        _kinds(known, base) != frozenset()
        or base.endswith((*known.relations, *known.anybody, "en", "s", "n"))
    )


def _by_case(words: Words, article: str, low: str) -> str:
    """German "der": masculine of a subject, feminine where the noun is inflected like an adjective."""
    if article == "der" and low.endswith("en"):
        return "f"
    if article in ("der", "dieser"):
        return "m"
    if article.endswith(("em", "en", "es")):
        return "m"
    return "" if article[-1:] == "r" else "f" if article.endswith("e") and low.endswith("e") else "m"


def _kinds(known: Known, base: str) -> frozenset[int]:
    """The kinds of the longest ending that fits: a "Regierungschef" is more than a "Chef"."""
    return _kinds_of(known.language, base)


@lru_cache(maxsize=20_000)
def _kinds_of(language: str, base: str) -> frozenset[int]:
    known = _known(language)
    bare = base.removesuffix("s").removesuffix("in"), base.removesuffix("en")
    fits = [
        (len(ending), number)
        for number, kind in enumerate(known.kinds)
        for ending in kind
        if bare[0].endswith(ending) or bare[1].endswith(ending)
    ]
    longest = max((size for size, _ in fits), default=0)
    return frozenset(number for size, number in fits if size == longest)


def _befell(known: Known, low: str, article: str) -> bool:
    """As in "die Erkrankte", "der Entlassene": a participle as a noun, in the singular."""
    if article in ("die", "diese") and low.endswith("n"):
        return False
    return any(low.removesuffix(ending) in known.befell for ending in ("e", "en", "er"))


def _by_article(words: Words, mention: Mention) -> str:
    """The gender that the article of an office with its name shows: "Der Vorsitzende Paul Tal"."""
    if words.language != "de" or mention.office is None or mention.start == mention.head:
        return ""
    return {"der": "m", "dem": "m", "den": "m", "die": "f"}.get(words.low(mention.start - 1), "")


class _Nearness:
    """Who was spoken of how near before a word, and as what."""

    def __init__(self, words: Words, people: list[Entry], speakers: frozenset[Span]) -> None:
        self.words = words
        starts = [token.start for token in words.passage.tokens]
        self.places = {
            id(entry): sorted(bisect_left(starts, start) for start, _ in entry.spans) for entry in people
        }
        self.people = people
        self.speak = {
            id(e): sorted(words.sentence[bisect_left(starts, s[0])] for s in e.spans & speakers)
            for e in people
        }
        self.genders = {
            id(e): next((g for m in e.mentions if (g := _by_article(words, m))), "") for e in people
        }
        self.quoted = [q.inner for q in words.passage.quotations]
        self.offices = {
            id(e): list(dict.fromkeys(m.office for m in e.mentions if m.office is not None)) for e in people
        }
        known = _known(words.language)
        self.kinds = {
            id(e): frozenset(k for office in self.offices[id(e)] for k in _kinds(known, office.head))
            for e in people
        }
        ends = known.peoples
        self.stems = {
            id(e): {
                fold(words.low(k))[:_ROOT]
                for m in e.mentions for k in range(max(m.start - 2, 0), m.end)
                if words.adjective_place(words[k])
                or words[k].removesuffix("s") in words.unlisted.names
                or (k == m.start - 1 and m.name and words.capital(k) and words.low(k).endswith(ends))
            }
            for e in people
        }  # fmt: skip

    def add(self, entry: Entry, index: int) -> None:
        """Remember one more mention."""
        places = self.places[id(entry)]
        places.insert(bisect_left(places, index), index)

    def best(self, found: Description) -> Entry | None:
        """The person whom a description fits best, or None."""
        scored = [(score, n) for n, e in enumerate(self.people) if (score := self._score(e, found))]
        if not scored:
            return None
        best = max(scored)
        return self.people[best[1]]

    def _score(self, entry: Entry, found: Description) -> int:
        words = self.words
        gender = entry.gender or self.genders[id(entry)]
        if gender and found.gender and gender != found.gender:
            return 0
        places = self.places[id(entry)]
        at = bisect_left(places, found.begin)
        if at == 0 or self._beside(places, found) or self._says(entry, found):
            return 0
        offices = self.offices[id(entry)]
        mine = self.kinds[id(entry)]
        if found.root:
            same = found.root in self.stems[id(entry)] or any(
                fold(o.place)[:_ROOT] == found.root or found.root == o.place for o in offices
            )
            if not same:
                return 0
        if found.kinds and not found.kinds & mine and offices:
            return 0
        last = places[at - 1]
        back = words.sentence[found.noun] - words.sentence[last]
        if back > _REACH:
            return 0
        score = 200 - 12 * back + 3 * min(at, 5) + (20 if entry.gender and found.gender else 0)
        if self._leads(last):
            score += 15
        if found.kinds and not found.kinds & mine:
            score -= 40
        if words.low(last - 1) in words.lexicon.locative | {"von", "mit", "bei", "of", "with", "from", "by"}:
            score -= 20
        return max(score, 1)

    def _says(self, entry: Entry, found: Description) -> bool:
        """Does the description stand in a quotation of this very person?"""
        start = self.words.passage.tokens[found.noun].start
        sentence = self.words.sentence[found.noun]
        place = bisect_left(self.quoted, (start, start)) - 1
        inside = place >= 0 and self.quoted[place][0] <= start < self.quoted[place][1]
        spoken = self.speak[id(entry)]
        near = bisect_left(spoken, sentence - 1)
        return inside and near < len(spoken) and spoken[near] <= sentence + 1

    def _leads(self, place: int) -> bool:
        """Is it the first person of its sentence?"""
        sentence = self.words.sentence[place]
        return not any(
            self.words.sentence[p] == sentence
            for row in self.places.values()
            for p in row[max(bisect_left(row, place) - 1, 0) : bisect_left(row, place)]
        )

    def _beside(self, places: list[int], found: Description) -> bool:
        """Is somebody spoken of in the same clause, or the owner of what the description names?"""
        words = self.words
        left, right = found.begin - 1, found.noun
        while left > found.begin - _CLAUSE and words.joined(left - 1) and words[left - 1] not in _PARTS:
            left -= 1
        while right < found.noun + _CLAUSE and words.joined(right) and words[right + 1] not in _PARTS:
            right += 1
        here = places[bisect_left(places, left) : bisect_left(places, right + 1)]
        possessives = words.lexicon.possessives
        return any(p == found.begin - 1 or words.low(p) not in possessives for p in here)
