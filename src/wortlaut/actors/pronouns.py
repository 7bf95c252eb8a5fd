"""Pronouns: whom he, she and their possessives stand for, where that is clear."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from wortlaut.actors.mention import Mention
from wortlaut.actors.roll import Entry, Roll
from wortlaut.actors.words import Words
from wortlaut.languages import load
from wortlaut.record import Span

_REACH = 2
_ENOUGH = 60
_DOUBT = 20  # less for one of unknown gender where another surely fits


class Pronouns(NamedTuple):
    """Pronouns by what they are, each with the genders they may stand for."""

    personal: dict[str, str]
    possessive: dict[str, str]
    relative: dict[str, str]
    plural: frozenset[str]
    prepositions: frozenset[str]
    neuter: frozenset[str]


class Place(NamedTuple):
    """A mention of an actor in the row of all mentions."""

    mention: Mention
    entry: Entry


@cache
def pronouns(language: str) -> Pronouns:
    """The pronouns of ``language`` (German, else English)."""
    table = load("de" if language == "de" else "en", "pronouns")

    def genders(name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for gender in ("m", "f"):
            for word in table[name][gender]:
                found[word] = found.get(word, "") + gender
        return found

    return Pronouns(
        genders("personal"),
        genders("possessive"),
        genders("relative"),
        frozenset(table["plural_verbs"]),
        frozenset(table["prepositions"]),
        frozenset(table["neuter"]),
    )


class Antecedents:
    """Finds who a pronoun stands for, from the mentions in front of it."""

    def __init__(self, words: Words, roll: Roll, speakers: frozenset[Span]) -> None:
        """Put all mentions of ``roll`` in a row; those whose span is in ``speakers`` speak."""
        self.words = words
        self.known = pronouns(words.language)
        self.speakers = speakers
        row = [Place(mention, entry) for entry in roll.entries for mention in entry.mentions]
        self.row = sorted(row, key=lambda place: (place.mention.start, -place.mention.end))
        self.by_sentence: dict[int, list[Place]] = {}
        for place in self.row:
            self.by_sentence.setdefault(words.sentence[place.mention.start], []).append(place)
        self.depth = _quoted(words)

    def find(self, index: int) -> Entry | None:
        """Whom a personal or possessive pronoun at ``index`` stands for, or None where it is not clear."""
        low = self.words.low(index)
        possessive = low in self.known.possessive and self._before_noun(index)
        genders = (self.known.possessive if possessive else self.known.personal).get(low, "")
        if not genders or self._formal(index) or (genders == "f" and self._many(index)):
            return None
        near = self._near(index)
        sure = any(p.entry.gender and p.entry.gender in genders and p.entry.kind == "person" for p in near)
        scored = [
            (
                self._score(place, index, genders, possessive)
                - (_DOUBT if sure and not place.entry.gender else 0),
                place,
            )
            for place in near
        ]
        best, place = max(scored, key=lambda item: (item[0], item[1].mention.start), default=(0, None))
        return place.entry if place is not None and best >= _ENOUGH else None

    def latest(self, index: int) -> Entry | None:
        """The person (else the actor) mentioned last before ``index`` whose gender fits."""
        low = self.words.low(index)
        before = [p.entry for p in self.row if p.mention.start < index]
        if low in self.known.neuter:
            before = [e for e in before if e.kind != "person"] or before
            return before[-1] if before else None
        genders = self.known.personal.get(low, "mf")
        people = [e for e in before if e.kind == "person" and (not e.gender or e.gender in genders)]
        found = people or before
        return found[-1] if found else None

    def relative(self, index: int) -> Entry | None:
        """The actor a relative pronoun at ``index`` goes back to: the one that ends before the comma."""
        for place in reversed(self.row):
            end = place.mention.end
            if end <= index <= end + 2 and self.words[index - 1] in (",", "–", self.words[end - 1]):
                return place.entry
        return None

    def _near(self, index: int) -> list[Place]:
        sentence = self.words.sentence[index]
        near = (p for k in range(sentence - _REACH, sentence + 1) for p in self.by_sentence.get(k, ()))
        return [place for place in near if place.mention.start < index]

    def _before_noun(self, index: int) -> bool:
        following = index + 1
        if self.words.language != "de":
            return (
                self.words[following].isalpha() and self.words.low(following) not in self.words.lexicon.saying
            )
        while self.words[following].islower() and self.words[following].endswith(
            ("e", "en", "er", "em", "es")
        ):
            following += 1
        return self.words.capital(following)

    def _formal(self, index: int) -> bool:
        """Is it the German address "Sie", "Ihr"?"""
        word = self.words[index]
        return self.words.language == "de" and word[0].isupper() and not self.words.opens(index)

    def _many(self, index: int) -> bool:
        """Does German "sie" stand for several, by the verb next to it or at the end of the clause?"""
        words = self.words
        if words.language != "de" or words.low(index) not in ("sie", "ihnen"):
            return False
        near = [words.low(index - 1), words.low(index + 1)]
        if any(w in self.known.plural for w in near):
            return True
        end = index + 1
        while end < len(words) and words.joined(end) and words[end] not in ",.;:“":
            end += 1
        clause = words.low(end - 1)
        subordinate = words[index - 1] == "," or words.low(index - 1) in (
            "dass",
            "weil",
            "wenn",
            "ob",
            "da",
            "nachdem",
        )
        return subordinate and (
            clause in self.known.plural or (clause.endswith("en") and words[end - 1].islower())
        )

    def _score(self, place: Place, index: int, genders: str, possessive: bool) -> int:
        mention, entry = place
        gender = entry.gender
        if entry.kind != "person" and not (entry.kind == "anonymous" and gender):
            return self._score_body(place, index, genders, possessive)
        if gender and gender not in genders:
            return 0
        words = self.words
        distance = words.sentence[index] - words.sentence[mention.start]
        score = (90, 80, 40)[distance] + (10 if gender else -15)
        if self._is_first(place):
            score += 15 if distance else 25
        if words.span(mention.start, mention.end) in self.speakers:
            score += 15
        if words.low(mention.start - 1) in self.known.prepositions or self._attributive(mention):
            score -= 20
        if distance == 0 and not possessive and not self._parted(mention.end, index):
            return 0
        if self.depth[index] and not self.depth[mention.start]:
            score -= 30 if words.span(mention.start, mention.end) not in self.speakers else 60
        return score

    def _score_body(self, place: Place, index: int, genders: str, possessive: bool) -> int:
        """A country or body for "seine" and "ihre": only from the same sentence, and only as its subject."""
        mention, entry = place
        words = self.words
        if words.language != "de" or not possessive or entry.kind not in ("country", "organisation"):
            return 0
        if words.sentence[mention.start] != words.sentence[index] or not self._is_first(place, any_kind=True):
            return 0
        article = words.low(mention.start - 1)
        feminine = article == "die" if article in words.lexicon.determiners else False
        return (
            70
            if ("f" in genders) == feminine and words.low(mention.start - 1) not in self.known.prepositions
            else 0
        )

    def _is_first(self, place: Place, any_kind: bool = False) -> bool:
        """Is it the first actor of its sentence (the subject, as a rule)?"""
        sentence = self.words.sentence[place.mention.start]
        for other in self.by_sentence.get(sentence, ()):
            if any_kind or other.entry.kind == "person":
                return other.entry is place.entry
        return False

    def _attributive(self, mention: Mention) -> bool:
        """Is it a genitive ("Bergs Vorschlag") or inside the noun phrase of another mention?"""
        words = self.words
        last = words[mention.end - 1]
        if last.endswith(("'s", "’s")) or words.low(mention.start - 1) in ("des", "of"):
            return True
        return words.language == "de" and last.endswith("s") and fold_differs(last, mention)

    def _parted(self, start: int, end: int) -> bool:
        """Does a clause end between the two words?"""
        marks = (
            ",",
            ";",
            ":",
            "“",
            "„",
            '"',
            "”",
            "–",
            "und",
            "and",
            "that",
            "because",
            "when",
            "but",
            "who",
        )
        saying = self.words.lexicon.saying if self.words.language != "de" else frozenset()
        return any(self.words[k] in marks or self.words.low(k) in saying for k in range(start, end))


def fold_differs(last: str, mention: Mention) -> bool:
    """Does the last word of a mention carry an ending that its name has not?"""
    return bool(mention.name) and not mention.name.endswith(last)


def _quoted(words: Words) -> list[int]:
    """For each word, whether it stands inside a quotation."""
    found = [0] * len(words)
    spans = sorted(q.inner for q in words.passage.quotations)
    position = 0
    for number, token in enumerate(words.passage.tokens):
        while position < len(spans) and spans[position][1] <= token.start:
            position += 1
        if position < len(spans) and spans[position][0] <= token.start:
            found[number] = 1
    return found


def add_pronouns(words: Words, roll: Roll, antecedents: Antecedents) -> None:
    """Give the pronouns of the article text to whom they clearly stand for."""
    known = antecedents.known
    found: list[tuple[Entry, Span]] = []
    for index in range(len(words)):
        low = words.low(index)
        if low not in known.personal and low not in known.possessive:
            continue
        if not words.passage.in_body(words.span(index, index + 1)):
            continue
        entry = antecedents.find(index)
        if entry is not None:
            found.append((entry, words.span(index, index + 1)))
    for entry, span in found:
        entry.spans.add(span)
