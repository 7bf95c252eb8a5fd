"""The tokens of a passage as words, with what the finders of mentions ask of them all the time."""

from __future__ import annotations

from typing import NamedTuple

from wortlaut.actors.lexicon import Lexicon, lexicon, stem
from wortlaut.languages import Passage
from wortlaut.record import Span


class Unlisted(NamedTuple):
    """States of a passage that no list knows: codes by name, and by adjective without its ending."""

    names: dict[str, str]
    adjectives: dict[str, str]


class Words:
    """Words of a passage by index; an index outside it gives an empty word."""

    __slots__ = (
        "_capitals",
        "countries",
        "language",
        "lexicon",
        "lower",
        "passage",
        "sentence",
        "text",
        "unlisted",
        "where",
    )  # fmt: skip

    def __init__(self, passage: Passage) -> None:
        """Cut the text of ``passage`` into its words once."""
        self.passage = passage
        self.language = "de" if passage.language[:2].lower() == "de" else "en"
        self.lexicon: Lexicon = lexicon(self.language)
        self.text = [passage.text[start:end] for start, end in passage.tokens]
        self.lower = [word.lower() for word in self.text]
        self._capitals = [word[:1].isupper() for word in self.text]
        self.where: dict[str, list[int]] = {}
        for index, word in enumerate(self.text):
            self.where.setdefault(word, []).append(index)
        self.unlisted = Unlisted({}, {})
        self.countries: frozenset[str] | None = None  # those the text names, when somebody asks
        self.sentence = [0] * len(self.text)
        for index, sentence in enumerate(passage.sentences):
            self.sentence[sentence.first : sentence.last] = [index] * (sentence.last - sentence.first)

    def __len__(self) -> int:
        """How many words and marks."""
        return len(self.text)

    def __getitem__(self, index: int) -> str:
        """The word at ``index``, or an empty string outside."""
        return self.text[index] if 0 <= index < len(self.text) else ""

    def low(self, index: int) -> str:
        """The word at ``index`` in lower case, or an empty string outside."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def adjective_place(self, word: str) -> str:
        """Code of the state an adjective belongs to, listed or not; an empty string for any other word."""
        lower = word.lower()
        own = self.unlisted.adjectives.get(stem(lower) if self.language == "de" else lower, "")
        return own or self.lexicon.adjective_place(word)

    def joined(self, index: int) -> bool:
        """Do the words at ``index`` and the next stand in one sentence?"""
        return 0 <= index < len(self.text) - 1 and self.sentence[index] == self.sentence[index + 1]

    def opens(self, index: int) -> bool:
        """Does a sentence (or a quotation in it) begin with the word at ``index``?"""
        if index <= 0 or self.sentence[index - 1] != self.sentence[index]:
            return True
        return self.text[index - 1] in "„“\"»«:'‚"

    def capital(self, index: int) -> bool:
        """Is it a word that begins with a capital letter?"""
        return 0 <= index < len(self._capitals) and self._capitals[index]

    def span(self, start: int, end: int) -> Span:
        """The characters of the words ``[start, end)``."""
        return self.passage.tokens[start].start, self.passage.tokens[end - 1].end

    def phrase(self, start: int, end: int) -> str:
        """The text of the words ``[start, end)`` with single spaces."""
        first, last = self.span(start, end)
        return " ".join(self.passage.text[first:last].split())
