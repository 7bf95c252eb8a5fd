"""Reads the words around a mention: titles, articles, prepositions, and so the part it plays."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from wortlaut.contacts.lexicon import Lexicon, Role
from wortlaut.languages import Passage, Sentence

_OFFICE = 5  # words between a state and the name of its minister
_REACH = 8
_SHORT = 3  # letters of a word that says no calling


class Mention(NamedTuple):
    """Words ``[first, last)`` by token index, and whom they name.

    ``marked``: not in the spelling of the name, so that a final s is a genitive's; ``titled``: one who may
    bear a title ("Präsident Radek", but not "Herbst Nordland"); ``person``: a person.
    """

    first: int
    last: int
    actors: tuple[str, ...]
    marked: bool = True
    titled: bool = True
    person: bool = False


class Group(NamedTuple):
    """One or more joined mentions; ``head`` is the token that governs a genitive or is owned."""

    first: int
    last: int
    actors: tuple[str, ...]
    role: Role
    head: int | None = None


class Reader:
    """Reads the words around a mention."""

    def __init__(
        self,
        passage: Passage,
        sentence: Sentence,
        lexicon: Lexicon,
        taken: Collection[int],
        dated: frozenset[int],
    ) -> None:
        self.passage, self.sentence, self.lexicon = passage, sentence, lexicon
        self.taken, self.dated = taken, dated

    def word(self, index: int) -> str:
        """The word at ``index``; nothing outside the sentence."""
        return self.passage.word(index) if self.sentence.first <= index < self.sentence.last else ""

    def link(self, left: Mention, right: Mention) -> str | None:
        """``and``, ``comma`` or ``None``: how the second mention follows on the first."""
        if self.word(right.first).lower() in self.lexicon.words["subjects"]:
            return None  # "with A, and she will …"
        index = self._past_brackets(left.last)
        comma = self.word(index) == ","
        index += comma
        joined = self.word(index).lower() in self.lexicon.words["joins"]
        if self.word(index).lower() == "als" and self.word(index + 1) == "auch":
            index, joined = index + 1, True
        if not (comma or joined) or right.first - index > _REACH:
            return None
        between = range(index + joined, right.first)
        return ("and" if joined else "comma") if all(self._nominal(i) for i in between) else None

    def goes_on(self, mention: Mention) -> bool:
        """Does an "und" with something unnamed follow: "A, B und andere"?"""
        return self.word(mention.last).lower() in self.lexicon.words["joins"]

    def possessive(self, mention: Mention) -> bool:
        """Is the mention a possessive pronoun?"""
        if mention.last - mention.first != 1:
            return False
        word = self.word(mention.first).lower()
        personal = word in self.lexicon.words["datives"] and not self._before_noun(mention.last)
        return word in self.lexicon.words["possessives"] and not personal

    def _before_noun(self, index: int) -> bool:
        """Does a noun follow, but for adjectives: "ihr neues Amt", not "warf ihr vor"?"""
        for _ in range(3):
            word = self.word(index)
            if word[:1].isupper():
                return True
            if not self._adjective(word) or len(word) < 4:
                return False
            index += 1
        return False

    def attribute(self, mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Does an English state only say whose office it is: "her Nordland counterpart Radek"?"""
        if self.lexicon.german or mention.titled:
            return False
        after = next((m for m in mentions if m.first >= mention.last), None)
        if after is None or not after.person or not 0 < after.first - mention.last < _OFFICE:
            return False
        titles = self.lexicon.words["titles"] | {","}
        return all(self.word(i).lower() in titles for i in range(mention.last, after.first))

    def _past_brackets(self, index: int) -> int:
        if self.word(index) != "(":
            return index
        closing = next((i for i in range(index, index + 6) if self.word(i) == ")"), index - 1)
        return closing + 1

    def _nominal(self, index: int) -> bool:
        """May the word stand before a name inside its noun phrase?"""
        word = self.word(index)
        lower = word.lower()
        words = self.lexicon.words
        if (
            lower in words["articles"]
            or lower in words["possessives"]
            or lower in words["titles"]
            or lower == "mit"
        ):
            return True
        if not self.lexicon.german and (
            word == "'" or self.word(index + 1) == "'" or word.endswith(("'s", "’s"))
        ):
            return True  # "A and employers' leader B"
        return word[:1].isupper() or (self.lexicon.german and self._adjective(word))

    def _adjective(self, word: str) -> bool:
        return word[:1].islower() and bool(self.lexicon.adjective.fullmatch(word))

    def role(self, mention: Mention) -> tuple[Role, int | None]:
        """The part a mention plays, told from the words before it."""
        index = self._titles(mention.first - 1) if mention.titled else mention.first - 1
        if self._apposed(mention):
            index = self._office(mention.first - 2)
        stepped = index < mention.first - 1
        if (cue := self._noun(index)) is not None and self.lexicon.german:
            return "genitive", cue
        if self.genitive_of_delegates(mention):
            return self._delegated(mention.first - 1) or ("bare", None)
        left, index = index, self._adjectives(index)
        adjective = index == left or self.word(index + 1).endswith("er")
        if (cue := self._noun(index)) is not None and self.lexicon.german and adjective:
            return "genitive", cue
        before = self.word(mention.first - 1).lower()
        if (
            mention.first - 1 in self.taken
            and not (mention.person and self.lexicon.german)
            and mention.actors
            and before not in self.lexicon.words["possessives"]
        ):
            return "other", None  # an apposition without a comma: "im Königreich Nordland und Südland"
        inside = self.word(mention.first).lower()
        article = index + 1 if inside in self.lexicon.words["articles"] else index
        word = self.word(article).lower()
        if word in self.lexicon.words["articles"] or word in self.lexicon.words["possessives"]:
            if (head := self._genitive(article)) is not None:
                if mention.person and any(self.word(i) == "," for i in range(mention.first, mention.last)):
                    return self.role(Mention(head, head + 1, ()))  # "mit dem Führer der Union, Radek,"
                return self._delegated(head) or ("genitive", head)
            index = article - 1
            if self._relative(article, mention):
                return "bare", None
        role = self.lexicon.prepositions.get(self.word(index).lower(), "bare")
        if stepped and mention.person and self.word(index).lower() in self.lexicon.words["of_places"]:
            return "bare", None  # "traf in der Hauptstadt Radek", "rief am Morgen Radek an"
        delegated = (
            self._delegated(index - 1) if role == "by" or self.word(index) in ("aus", "from") else None
        )
        return delegated or (role, None)

    def _apposed(self, mention: Mention) -> bool:
        """As in "with the trade minister, Ivo Radek": English puts the name behind its office and a comma."""
        office = self.word(mention.first - 2).lower()
        return (
            not self.lexicon.german
            and mention.person
            and self.word(mention.first - 1) == ","
            and (office in self.lexicon.words["titles"] or self._calling(mention, office))
        )

    def _calling(self, mention: Mention, word: str) -> bool:
        """As in "to the ruler, Ivo Radek, in May": the word says what the one between the commas is."""
        endings = tuple(self.lexicon.words["callings"])
        return self.word(mention.last) == "," and word.endswith(endings) and len(word) > _SHORT

    def _office(self, index: int) -> int:
        for _ in range(6):
            word = self.word(index).lower()
            if word in self.lexicon.words["articles"] or word in self.lexicon.words["possessives"]:
                return index
            if word in self.lexicon.prepositions or not word[:1].isalpha():
                return index
            index -= 1
        return index

    def _relative(self, article: int, mention: Mention) -> bool:
        """As in ", nach dem Nordland tagte", ", mit dem Kolm sprach": a relative pronoun, no article."""
        before = self.lexicon.prepositions.get(self.word(article - 1).lower())
        if not before or self.word(article - 2) != "," or not self.lexicon.german:
            return False
        alone = article == mention.first - 1 and (mention.last - mention.first == 1 or not mention.titled)
        return alone and self.word(article).lower() in self.lexicon.words["relatives"]

    def genitive_of_delegates(self, mention: Mention) -> bool:
        """As in "die Präsidenten Nordlands und Südlands trafen sich"."""
        if not self.lexicon.german or mention.titled or not self.word(mention.last - 1).endswith("s"):
            return False
        return mention.marked and self.word(mention.first - 1).lower() in self.lexicon.words["delegates"]

    def _delegated(self, head: int) -> tuple[Role, int | None] | None:
        """Whoever meets "Vertreter von A" meets A: the role of the delegates' noun."""
        if self.word(head).lower() not in self.lexicon.words["delegates"] or head in self.taken:
            return None
        return self.role(Mention(head, head + 1, ()))

    def _titles(self, index: int) -> int:
        """Step left over titles in front of the name."""
        for _ in range(4):
            word = self.word(index)
            title = word[:1].isupper() if self.lexicon.german else self._english_title(word)
            if not title or self._stops(index):
                break
            index -= 1
        return index

    def _english_title(self, word: str) -> bool:
        return (
            word.lower() in self.lexicon.words["titles"] or word[:1].isupper() or word.endswith(("'s", "’s"))
        )

    def _stops(self, index: int) -> bool:
        word = self.word(index)
        known = word.lower() in self.lexicon.prepositions or word.lower() in self.lexicon.words["articles"]
        return known or index in self.taken or index in self.dated or self.lexicon.noun(word) is not None

    def _adjectives(self, index: int) -> int:
        for _ in range(3):
            word = self.word(index)
            known = (
                word.lower() in self.lexicon.prepositions or word.lower() in self.lexicon.words["articles"]
            )
            owned = word.lower() in self.lexicon.words["possessives"]
            if (
                known
                or owned
                or not self._adjective(word)
                or index in self.dated
                or word in self.lexicon.verbs
            ):
                break
            index -= 1
        return index

    def _noun(self, index: int) -> int | None:
        return index if self.lexicon.noun(self.word(index)) else None

    def _genitive(self, article: int) -> int | None:
        """The noun a genitive article hangs on."""
        head = article - 1
        if (
            self.word(article).lower() not in self.lexicon.words["genitive"]
            or not self.word(head)[:1].isupper()
        ):
            return None
        place = self.word(head - 1).lower() in ("in", "nach", "aus") and head in self.taken
        return None if head in self.dated or place else head

    def owned(self, mention: Mention) -> int | None:
        """The noun that a possessive stands before: "sein Gespräch", "Trumps und Putins Gespräch"."""
        last = self.word(mention.last - 1)
        alone = self.possessive(mention)
        mark = self.word(mention.last) in ("'", "’") or last.endswith(("'s", "’s"))
        genitive = self.lexicon.german and mention.marked and last.endswith("s")
        if not (alone or mark or genitive):
            return None
        index = mention.last + (self.word(mention.last) in ("'", "’"))
        if not self.lexicon.german and self.word(index) == "s":
            index += 1
        for _ in range(4):
            word = self.word(index)
            if self.lexicon.noun(word) or (self.lexicon.german and word[:1].isupper()):
                return index if index not in self.taken or alone else None
            if (
                not word[:1].islower()
                or word in self.lexicon.prepositions
                or word in self.lexicon.words["articles"]
            ):
                return index if alone else None
            index += 1
        return None
