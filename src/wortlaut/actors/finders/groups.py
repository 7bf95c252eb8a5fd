"""Groups and unnamed sources."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.actors.finders.titles import adjectives_before
from wortlaut.actors.mention import Mention
from wortlaut.actors.nouns import nouns
from wortlaut.actors.words import Words
from wortlaut.record.types import ActorKind


def find_groups(words: Words, taken: set[int]) -> Iterator[Mention]:
    """Unnamed sources ("ein hochrangiger Beamter") and groups ("amerikanische Medien", "die Briten")."""
    known = nouns(words.language)
    for index in range(len(words)):
        if index in taken or (words.language == "de" and not words.capital(index)):
            continue
        word, low = words[index], words.low(index)
        begin, place = adjectives_before(words, index)
        marked = any(words.low(k).startswith(known.marks) for k in range(begin, index))
        indefinite = words.low(begin - 1) in words.lexicon.indefinite
        kind: ActorKind | None = None
        if low.endswith(known.anonymous) and (marked or indefinite or "-" in low or place):
            kind = "anonymous"
        elif (
            (low.rsplit("-", 1)[-1] in known.groups and (place or "-" in low))
            or (word in known.people and not indefinite and not words.capital(index + 1))
            or (word in known.west and words.low(index - 1) in words.lexicon.determiners)
        ):
            kind = "group"
        if kind:
            end = attribute_end(words, index + 1) if kind == "anonymous" else index + 1
            yield Mention(begin, end, index, index + 1, kind, words.phrase(begin, end))


def attribute_end(words: Words, index: int) -> int:
    """The end of an attribute in the genitive or with "von" that begins at ``index``, or ``index``."""
    if not words.joined(index - 1) or words.low(index) not in words.lexicon.genitive:
        return index
    end = index + 1
    while end < index + 6 and words.joined(end - 1) and not words.capital(end) and words[end].isalpha():
        end += 1
    if not words.capital(end) or not words.joined(end - 1):
        return index
    while words.capital(end + 1) and words.joined(end):
        end += 1
    return end + 1
