"""What the learned weights take for a statement and is none, and what they put into its content too much."""

from __future__ import annotations

from dataclasses import replace

from wortlaut.languages import load
from wortlaut.statements.english.decode import Found
from wortlaut.statements.english.reading import Reading, is_passive
from wortlaut.statements.english.units import QUOTATION

_WORDS = load("en", "verbs")["settle"]
_TELLING = frozenset(_WORDS["telling"])
_NOT = frozenset(_WORDS["not"])
_ASKED = frozenset(_WORDS["asked"])
_QUESTION = frozenset(_WORDS["question"])
_WRITING = frozenset(_WORDS["writing"])
_CITING = frozenset(_WORDS["citing"])
_PERSONS = frozenset(_WORDS["persons"])
_NEAR = 3  # units


def settle(reading: Reading, found: list[Found]) -> list[Found]:
    """The statements that somebody named made, without addressees and persons cited in their contents."""
    kept = [f for f in found if not (_unsaid(reading, f) or _reporters_question(reading, f))]
    return [f for one in kept if (f := _content_cut(reading, one)).content]


def _unsaid(reading: Reading, found: Found) -> bool:
    """“Vale didn't say that …”, “has not said whether …”: nobody said that (a quotation has been said)."""
    if reading.words[found.cue] not in _TELLING or _quotes(reading, found):
        return False
    if min(found.content, default=found.cue) < found.cue:
        return False
    before = reading.words[max(0, found.cue - _NEAR) : found.cue]
    return any(word in _NOT or word.endswith("n't") for word in before)


def _reporters_question(reading: Reading, found: Found) -> bool:
    """“Asked whether …, Vale said”, “was asked if …”: who asks is not named, and it is not Vale."""
    words, cue = reading.words, found.cue
    if words[cue] not in _ASKED or _quotes(reading, found):
        return False
    if "by" in words[cue + 1 : cue + 2]:
        return False
    if is_passive(reading, cue):
        return True
    opens = cue == 0 or words[cue - 1] in _QUESTION or words[cue - 1] == ","
    return opens and (not found.source or found.source[0] > cue or words[cue - 1] in _QUESTION)


def _quotes(reading: Reading, found: Found) -> bool:
    return any(reading.line.units[i].word == QUOTATION for i in found.content)


def _content_cut(reading: Reading, found: Found) -> Found:
    return _without_cited(reading, _without_addressee(reading, found))


def _without_addressee(reading: Reading, found: Found) -> Found:
    """“has written to President Vale”: whom the letter goes to is not what it says."""
    cue = found.cue
    following = reading.words[cue + 1 : cue + 2]
    if reading.words[cue] not in _WRITING or following != ["to"] or _quotes(reading, found):
        return found
    end = next((i for i in range(cue + 2, len(reading.tags)) if reading.tags[i][0] not in "NDJP"), None)
    end = len(reading.tags) if end is None else end
    return replace(found, content=tuple(i for i in found.content if not cue < i < end))


def _without_cited(reading: Reading, found: Found) -> Found:
    """“…, citing two officials”: on whose word it is said is not what is said."""
    words = reading.words
    at = found.cue if words[found.cue] in _CITING else -1
    for place in found.content if at < 0 else ():
        if words[place] in _CITING and place > found.cue and words[place - 1] == ",":
            at = place
    if at < 0 or not any(word in _PERSONS for word in words[at + 1 : at + 1 + 2 * _NEAR]):
        return found
    return replace(found, content=tuple(i for i in found.content if i < at))
