"""Through what something is said, in the words of the report: "Pressekonferenz", "Truth Social"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from wortlaut.languages import Passage, load
from wortlaut.statements.attribution.around import Around

_LONGEST = 3  # words of a medium
_BACK = 4


def medium(passage: Passage, place: Around) -> str | None:
    """The medium named around the cue, as worded; a name ("Truth Social") before a word ("Beitrag")."""
    names, nouns, before = _channels(passage.language)
    found: list[tuple[bool, int, str]] = []
    frame = place.frame if place.cue else ()
    for position, index in enumerate(frame):
        leading = {passage.word(i).lower() for i in range(max(frame[0], index - _BACK), index)}
        if leading & before:
            for length in range(min(_LONGEST, len(frame) - position), 0, -1):
                if frame[position + length - 1] == index + length - 1:
                    words = passage.text[passage.tokens[index].start : passage.tokens[index + length - 1].end]
                    if words in names or (plain := _plain(words.lower(), nouns)):
                        found.append(
                            (words not in names, position, words if words in names else words[:plain])
                        )
                        break
    return min(found)[2] if found else None


def _plain(word: str, nouns: frozenset[str]) -> int:
    """Length of a noun of the list without the ending of its genitive or plural; 0 if it is none."""
    return next(
        (
            len(word) - len(e)
            for e in ("", "s", "es", "en", "n")
            if word.removesuffix(e) + e == word and word[: len(word) - len(e)] in nouns
        ),
        0,
    )


def points_back(passage: Passage, clause: tuple[int, ...]) -> bool:
    """Does the clause speak of an occasion named before ("dieses Telefonats", "this call")?"""
    _, nouns, _ = _channels(passage.language)
    pointing = frozenset(load(passage.language, "media").get("channels", {}).get("pointing", ()))
    words = [passage.word(i).lower() for i in clause]
    return any(first in pointing and _plain(second, nouns) for first, second in pairwise(words))


@cache
def _channels(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load(language, "media").get("channels", {})
    nouns = frozenset(noun.lower() for noun in data.get("nouns", ()))
    return frozenset(data.get("names", ())), nouns, frozenset(data.get("before", ()))
