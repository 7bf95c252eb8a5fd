"""One sentence laid out for the search for contacts: clauses, and the groups of actors named in each."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.contacts.lexicon import Lexicon
from wortlaut.contacts.reader import Group
from wortlaut.languages import Passage, Sentence
from wortlaut.record import Statement, Time


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that the rules look at; indexes are token indexes of the passage.

    ``topic`` is whom the sentences before are about: the person that begins the nearest of them; ``earlier``
    and ``later`` are the times of the sentences before and behind; ``last`` those who took part in the
    contact told last; ``joint`` the two persons that the sentence before names; ``goes_on`` whom the next
    one speaks of, if nobody says what it tells; ``people`` are all persons.
    """

    passage: Passage
    lexicon: Lexicon
    sentence: Sentence
    clause_of: dict[int, int]
    groups: tuple[Group, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    topic: str | None = None
    later: tuple[Time, ...] = ()
    last: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    goes_on: frozenset[str] = frozenset()
    earlier: tuple[Time, ...] = ()
    people: frozenset[str] = frozenset()

    def word(self, index: int) -> str:
        """The word at ``index``; nothing outside the sentence."""
        return self.passage.word(index) if self.sentence.first <= index < self.sentence.last else ""

    def clause(self, index: int) -> list[int]:
        """The tokens of the clause that holds ``index``."""
        number = self.clause_of[index]
        return [i for i in range(self.sentence.first, self.sentence.last) if self.clause_of[i] == number]

    def clause_words(self, index: int) -> list[str]:
        """The words of the clause that holds ``index``."""
        return [self.passage.word(i) for i in self.clause(index)]

    def words(self) -> list[str]:
        """All words of the sentence."""
        return [self.passage.word(i) for i in range(self.sentence.first, self.sentence.last)]

    def stretch(self, index: int) -> list[int]:
        """The tokens of the clause around ``index`` up to the next commas."""
        clause = self.clause(index)
        left = max((i for i in clause if i < index and self.word(i) == ","), default=-1)
        right = min((i for i in clause if i > index and self.word(i) == ","), default=self.sentence.last)
        return [i for i in clause if left < i < right]

    def near(self, index: int) -> list[Group]:
        """The groups of the clause that holds ``index``."""
        number = self.clause_of[index]
        ends = ((group, self.clause_of[group.first], self.clause_of[group.last - 1]) for group in self.groups)
        return [group for group, first, last in ends if number in (first, last)]

    def speech(self, index: int) -> Statement | None:
        """The innermost statement whose content holds the token."""
        start = self.passage.tokens[index].start
        holding = [
            (end - begin, statement.id, statement)
            for statement in self.statements
            for begin, end in statement.content
            if begin <= start < end
        ]
        return min(holding)[2] if holding else None
