"""Who told it stands behind it: “The two spoke in May, a senior official told the Courier.”"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from wortlaut.languages import load
from wortlaut.statements.english.reading import Reading, complement

_TOLD = frozenset(load("en", "verbs")["postposed"]["told"])
_NAME = ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "PRP", "PRP$", "POS", "VBN")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST_NAME = 8
_FEWEST = 3  # units of content


@dataclass(frozen=True, slots=True)
class Postposed:
    """The source between the comma and the cue, and all that stands before the comma."""

    source: tuple[int, ...]
    content: tuple[int, ...]


def postposed(reading: Reading, cue: int, taken: Set[int]) -> Postposed | None:
    """What ``cue`` tells of the whole sentence before it; None if it is not built so or has been taken."""
    if reading.words[cue] not in _TOLD or complement(reading, cue) in ("that", "clause", "np that", "inf"):
        return None
    first = cue
    while first and cue - first < _LONGEST_NAME and reading.tags[first - 1] in _NAME:
        first -= 1
    comma = first - 1
    if first == cue or comma < _FEWEST or reading.tags[comma] != ",":
        return None
    if not any(tag in _FINITE for tag in reading.tags[:comma]) or not taken.isdisjoint(range(comma)):
        return None
    return Postposed(tuple(range(first, cue)), tuple(range(comma)))
