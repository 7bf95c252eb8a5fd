"""Through what something is said, in the words of the report: "Pressekonferenz", "Truth Social"."""

from __future__ import annotations

from functools import cache

from wortlaut.languages import Passage, load
from wortlaut.statements.attribution.around import Around

_LONGEST = 3  # words of a medium
_BACK = 4


def medium(passage: Passage, place: Around) -> str | None:
    """The medium named around the cue, as worded; None where none is named."""
    names, nouns, before = _channels(passage.language)
    frame = place.frame if place.cue else ()
    for position, index in enumerate(frame):
        for length in range(_LONGEST, 0, -1):
            indices = frame[position : position + length]
            if len(indices) < length or indices[-1] - indices[0] != length - 1:
                continue
            words = passage.text[passage.tokens[index].start : passage.tokens[indices[-1]].end]
            if words not in names and words.lower() not in nouns:
                continue
            leading = {passage.word(i).lower() for i in range(max(0, index - _BACK), index)}
            if leading & before:
                return words
    return None


@cache
def _channels(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load(language, "media").get("channels", {})
    nouns = frozenset(noun.lower() for noun in data.get("nouns", ()))
    return frozenset(data.get("names", ())), nouns, frozenset(data.get("before", ()))
