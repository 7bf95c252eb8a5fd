"""One line of a report made ready for reading: words, tags, stems, and what complements follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.languages import load
from wortlaut.statements.english.functions import Functions
from wortlaut.statements.english.tagger import Tagger, normal
from wortlaut.statements.english.units import QUOTATION, Line

_VERBS = load("en", "verbs")
AUXILIARIES = frozenset(_VERBS["auxiliaries"])
_BE = frozenset(_VERBS["be"])
_IRREGULAR = {form: verb for verb, forms in _VERBS["irregular"].items() for form in forms}
_DOUBLED = frozenset("bdfgklmnprtvz")


@dataclass(frozen=True, slots=True)
class Reading:
    """A line with, for each unit, its word (as features see it), tag, stem and function."""

    line: Line
    words: Sequence[str]
    tags: Sequence[str]
    stems: Sequence[str]
    functions: Sequence[str]


def read(line: Line, tagger: Tagger, functions: Functions, text: str) -> Reading:
    """Tag the units of ``line``; a quotation bears a tag that says how it ends and begins."""
    plain = [unit.word for unit in line.units]
    tags = tagger.tags(plain)
    words = [normal(word) for word in plain]
    roles = functions.labels(words, tags)
    for index, unit in enumerate(line.units):
        if unit.word == QUOTATION:
            tags[index] = _quotation_tag(text[unit.span[0] : unit.span[1]])
    stems = [stem(word) if tag[:2] in ("VB", "NN") else word for word, tag in zip(words, tags, strict=True)]
    return Reading(line, words, tags, stems, roles)


def _quotation_tag(words: str) -> str:
    end = words[-1] if words[-1] in ",.?!" else "x"
    begin = "A" if words[0].isupper() else "a"
    return f"Q{end}{begin}{'s' if len(words) < 60 else 'l'}"


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the forms of one regular verb or noun share (``argued``, ``argues``, ``arguing`` → ``argu``)."""
    word = _IRREGULAR.get(word, word)
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) > 4:
        word = _without_ending(word)
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


def _without_ending(word: str) -> str:
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 5:
        return word[:-3]
    if word.endswith("ed"):
        return word[:-2]
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_passive(reading: Reading, index: int) -> bool:
    """Is the participle at ``index`` preceded by a form of "be"?"""
    if reading.tags[index] not in ("VBN", "VBD"):
        return False
    return any(word in _BE for word in reading.words[max(0, index - 3) : index])


def complement(reading: Reading, index: int) -> str:
    """What kind of complement seems to follow the unit at ``index``."""
    words, tags = reading.words, reading.tags
    at = index + 1
    while at < len(tags) and tags[at] in ("RB", "RP") and at < index + 3:
        at += 1
    if at >= len(tags):
        return "end"
    tag = tags[at]
    if words[at] == "that":
        return "that"
    if tag == "TO":
        return "inf" if at + 1 < len(tags) and tags[at + 1] in ("VB", "RB") else "to"
    if tag[0] in "Q,.:" or tag in ("IN", "CC", "WP", "WRB", "WDT", "VBG"):
        return tag[:2] if tag != "IN" else "in " + words[at]
    return _clause_or_phrase(reading, at)


def _clause_or_phrase(reading: Reading, at: int) -> str:
    """``clause`` if a finite verb follows the noun phrase at ``at``, ``np that``, ``np inf`` or ``np``."""
    seen = False
    for place in range(at, min(at + 9, len(reading.tags))):
        tag, word = reading.tags[place], reading.words[place]
        if tag in ("VBD", "VBZ", "VBP", "MD", "PRP+V"):
            return "clause"
        if word == "that" and seen:
            return "np that"
        if tag == "TO" and seen:
            return "np inf"
        if tag[0] in "Q,.:" or tag == "VBG":
            return "np " + tag[0] if seen else tag[0]
        seen = True
    return "np" if seen else "else"
