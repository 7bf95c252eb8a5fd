"""Which clause each token of a sentence belongs to: subordinate and reported ones apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.contacts.lexicon import Lexicon
from wortlaut.languages import Passage, Sentence
from wortlaut.record import Span

_STOPS = frozenset(";:–—")
_DASHES = frozenset("–—")


@dataclass(frozen=True, slots=True)
class Cut:
    """What is cut: a sentence, never inside the tokens of ``whole`` (the mentions of actors)."""

    passage: Passage
    sentence: Sentence
    lexicon: Lexicon
    whole: frozenset[int]


def clauses(cut: Cut, reported: Sequence[Sequence[Span]]) -> dict[int, int]:
    """Token index → number of its clause. 0 is the main clause; reported content is numbered apart."""
    passage, lexicon = cut.passage, cut.lexicon
    number = count = 0
    dashed = False
    numbers: dict[int, int] = {}
    pieces = _pieces(cut)
    for first, last in pieces:
        dash = passage.word(first) in _DASHES
        if dash and dashed:
            number = 0
        elif passage.word(first) in _STOPS or _embedded(passage, first, last, lexicon):
            count += 1
            number = count
        elif number and not dashed and not _names(cut, first) and _complete(passage, pieces, first):
            number = 0
        dashed = dashed != dash
        numbers.update(dict.fromkeys(range(first, last), number))
    return _apart(passage, numbers, reported)


def _names(cut: Cut, first: int) -> bool:
    """Does the piece name who bears the English office in front of the comma?"""
    word = cut.passage.word(first)
    return (
        not cut.lexicon.german
        and word[:1].isupper()
        and cut.passage.word(first - 2).lower() in (cut.lexicon.words["titles"])
    )


def _pieces(cut: Cut) -> list[tuple[int, int]]:
    """Stretches between commas, dashes and colons; in English also before subordinators."""
    passage, sentence, lexicon = cut.passage, cut.sentence, cut.lexicon
    cuts = [sentence.first]
    for index in range(sentence.first + 1, sentence.last):
        word = passage.word(index)
        before = passage.word(index - 1)
        starts = not lexicon.german and _introduces(word, lexicon)
        if (word in _STOPS or before == "," or starts) and cuts[-1] != index and index not in cut.whole:
            cuts.append(index)
    return list(zip(cuts, [*cuts[1:], sentence.last], strict=True))


def _introduces(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words["subordinators"] or word in lexicon.words["relatives"]


def _embedded(passage: Passage, first: int, last: int, lexicon: Lexicon) -> bool:
    """Does the piece open a clause of its own? An apposition ends in a name, a German clause in its verb."""
    head = passage.word(first).lower()
    if head in lexicon.words["subordinators"]:
        return lexicon.german or passage.word(first) != "as"
    if lexicon.german and lexicon.prepositions.get(head) and last - first > 2:
        head = passage.word(first + 1).lower()
    if head not in lexicon.words["relatives"]:
        return _reported(passage, first, last, lexicon)
    return not lexicon.german or _ends_in_verb(passage, first, last)


def _reported(passage: Passage, first: int, last: int, lexicon: Lexicon) -> bool:
    """Reported speech without a conjunction: ", er habe mit A gesprochen"."""
    if first == 0 or passage.word(first - 1) != ",":
        return False
    return any(passage.word(i) in lexicon.words["reporting"] for i in range(first + 1, min(first + 7, last)))


def _ends_in_verb(passage: Passage, first: int, last: int) -> bool:
    index = last - 1
    while index > first and not passage.word(index)[0].isalnum():
        index -= 1
    word = passage.word(index)
    return index > first and word[0].islower() and len(word) > 2


def _complete(passage: Passage, pieces: Sequence[tuple[int, int]], first: int) -> bool:
    """Has the clause before ``first`` seen its verb, so that the main clause goes on?"""
    before = next((piece for piece in pieces if piece[1] == first), None)
    return before is None or _ends_in_verb(passage, before[0] - 1, before[1])


def _apart(passage: Passage, numbers: dict[int, int], reported: Sequence[Sequence[Span]]) -> dict[int, int]:
    """Words inside reported content never share a clause with those outside it."""
    keys: dict[tuple[int, tuple[int, ...]], int] = {}
    found: dict[int, int] = {}
    for index, number in numbers.items():
        start = passage.tokens[index].start
        inside = tuple(
            i for i, spans in enumerate(reported) if any(begin <= start < end for begin, end in spans)
        )
        found[index] = keys.setdefault((number, inside), len(keys))
    return found
