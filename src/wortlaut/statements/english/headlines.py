"""Headlines: a name, a verb in the present tense, the rest ("Arvonia denies secret call with Vale").

The learned weights come from running text: in a headline, which leaves out articles and auxiliaries,
they take the verb for a part of the name. Here the verb is looked up in a list instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wortlaut.languages import Passage, load
from wortlaut.statements.english.decode import Found, statements
from wortlaut.statements.english.model import Model
from wortlaut.statements.english.reading import AUXILIARIES, Reading
from wortlaut.statements.english.units import QUOTATION, Line

_WORDS = load("en", "verbs")["headline"]
_THIRD = frozenset(_WORDS["third"])
_PLURAL = frozenset(_WORDS["plural"])
_NOUNS_TOO = frozenset(_WORDS["nouns_too"])
_NEVER_BEFORE = frozenset(_WORDS["never_before"]) | AUXILIARIES
_LINKS = frozenset(_WORDS["links"])
_MANY = frozenset(_WORDS["many"])
_SAYS = ("said", "say", "says")
_LONGEST = 22  # units
_LONGEST_NAME = 8


def is_headline(passage: Passage, line: Line) -> bool:
    """Is the line a paragraph of its own, short and without a mark at its end?"""
    if len(line.units) > _LONGEST or not line.units[-1].word[0].isalnum():
        return False
    start, end = line.span
    before = passage.text[max(0, start - 80) : start].rstrip(" \t\r")
    after = passage.text[end : end + 80].lstrip(" \t\r")
    return (not before or before[-1] == "\n") and (not after or after[0] == "\n")


def headline(reading: Reading, model: Model, cut: float) -> list[Found]:
    """The statements of a headline; the name before its verb is the source, whatever the model says."""
    spoken = _says_behind(reading)
    if spoken is not None:
        return [spoken]
    verb = main_verb(reading)
    if verb is None:
        return [f for f in statements(reading, model, cut) if _could_be(reading, f)]
    found = statements(_with_verb(reading, verb), model, cut)
    main = next((f for f in found if f.cue == verb), None)
    size = len(reading.words)
    content = main.content if main else tuple(range(verb + 1, size))
    whole = Found(verb, tuple(range(verb)), tuple(i for i in content if i > verb), 0.0)
    behind = [f for f in found if f.cue > verb and f.cue not in whole.content]
    others = [one for f in behind if (one := _with_source(reading, f, whole)) is not None]
    return [whole, *others] if whole.content else others


def _with_source(reading: Reading, found: Found, main: Found) -> Found | None:
    """A verb behind the main one; in “Keldt denies payments, accuses Vale” it has the same source."""
    barred = {*main.content, main.cue}
    if barred.isdisjoint(found.source):
        return found
    return replace(found, source=main.source) if reading.words[found.cue - 1] in (",", "and", "but") else None


def main_verb(reading: Reading) -> int | None:
    """Where the verb of a headline stands: behind a name, with no other verb or link before it."""
    for index, word in enumerate(reading.words[: _LONGEST_NAME + 1]):
        if index and _is_verb(reading, index):
            return index
        if word in _NEVER_BEFORE or not (word[0].isalnum() or word == "&"):
            return None
    return None


def _is_verb(reading: Reading, index: int) -> bool:
    words, tags = reading.words, reading.tags
    if words[index - 1] in _LINKS or index + 1 >= len(words):
        return False
    if words[index] in _PLURAL:
        subject = words[:index]
        return tags[index - 1] in ("NNS", "NNPS") or words[index - 1] in _MANY or "and" in subject
    if words[index] not in _THIRD:
        return False
    if words[index] not in _NOUNS_TOO:
        return True
    return tags[index + 1] not in ("VBD", "VBZ", "VB", "VBP", "VBN", "MD") and tags[index + 1][0] not in ",.:"


def _with_verb(reading: Reading, verb: int) -> Reading:
    """The reading with the verb a verb, and what stands before it its subject."""
    tags, functions = list(reading.tags), list(reading.functions)
    for place in range(verb):
        if tags[place][:2] == "VB" or (tags[place][0] == "J" and place == verb - 1):
            tags[place], functions[place] = "NN", "compound"
    functions[verb - 1] = "subj"
    tags[verb], functions[verb] = "VBZ", "root"
    return replace(reading, tags=tags, functions=functions)


def _says_behind(reading: Reading) -> Found | None:
    """In “Harbor to open, Vale says” (“says Vale”) all before the comma is content, the name the source."""
    words = reading.words
    comma = next((i for i in range(len(words) - 1, 0, -1) if words[i] == ","), 0)
    first, last = comma + 1, len(words) - 1
    cue = next((i for i in (last, first) if words[i] in _SAYS), 0) if first < last else 0
    name = [i for i in range(first, last + 1) if i != cue]
    if comma < 2 or not cue or len(name) > _LONGEST_NAME:
        return None
    if any(words[i] in _NEVER_BEFORE or not words[i][0].isalnum() for i in name):
        return None
    return Found(cue, tuple(name), tuple(range(comma)), 0.0)


def _could_be(reading: Reading, found: Found) -> bool:
    """No verb that is known shows: a noun as cue, or a verb within the source, is a misreading."""
    if reading.tags[found.cue][:2] == "NN" and not _quotes(reading, found.content):
        return False
    return not any(reading.words[i] in _THIRD or reading.tags[i] in ("VBD", "VBZ") for i in found.source)


def _quotes(reading: Reading, content: Sequence[int]) -> bool:
    return any(reading.line.units[i].word == QUOTATION for i in content)
