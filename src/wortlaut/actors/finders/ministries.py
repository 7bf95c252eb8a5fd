"""Ministries and other bodies of a state in English words ("the Russian defence ministry")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wortlaut.actors.finders.titles import genitive_place
from wortlaut.actors.mention import Mention
from wortlaut.actors.table import table
from wortlaut.actors.words import Words
from wortlaut.languages import load


def find_ministries(words: Words, taken: set[int]) -> Iterator[Mention]:
    """Bodies of the list by their state and the words for what they are, outside the words ``taken``."""
    if words.language == "de":
        return
    phrases = _phrases()
    for first in phrases:
        for index in words.where.get(first, ()):
            for phrase, role in phrases[first]:
                end = index + len(phrase)
                if tuple(words.lower[index:end]) == phrase and not taken & set(range(index, end)):
                    yield from _of_state(words, index, end, role)


def _of_state(words: Words, index: int, end: int, role: str) -> Iterator[Mention]:
    """The body with this role of the state named right before ``index``."""
    if not words.joined(index - 1) or words.sentence[index] != words.sentence[end - 1]:
        return
    adjective = words.adjective_place(words[index - 1])
    known = table().body(adjective or genitive_place(words, index - 1), role, words.language)
    if known is not None:
        start = index - 1 if adjective else index
        yield Mention(start, end, start, end, known.kind, known.name, known=known)


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words for bodies, by the first as written in small letters or with a capital."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for worded, role in load("en", "metonyms")["bodies"].items():
        phrase = tuple(worded.split())
        for first in (phrase[0], phrase[0].capitalize()):
            found.setdefault(first, []).append((phrase, role))
    return found
