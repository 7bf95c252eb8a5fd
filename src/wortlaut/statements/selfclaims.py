"""What an organisation says of itself in its boilerplate: "X erreicht 900 Redaktionen in 40 Ländern".

Such lines are furniture, no article text; but their figures are a claim, made by its subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wortlaut.languages import Passage, Sentence, load
from wortlaut.record import Source, Span, Statement, trim

_LONGEST_NAME = 4  # words


def find_selfclaims(passage: Passage, known: int = 0) -> Iterator[Statement]:
    """Statements without cue outside the article; their numbers go on behind the ``known`` ones."""
    verbs = _verbs(passage.language)
    outside = (s for s in passage.sentences if verbs and not passage.in_body((s.start, s.end)))
    claims = (claim for sentence in outside if (claim := _claim(passage, sentence, verbs)))
    for number, (name, content) in enumerate(claims, known + 1):
        source = Source(span=name)
        yield Statement(
            id=f"s{number}", source=source, cue=None, content=(content,), form="indirect", rule="self-claim"
        )


def _claim(passage: Passage, sentence: Sentence, verbs: frozenset[str]) -> tuple[Span, Span] | None:
    """Name and claim of a sentence that begins with a name and such a verb and holds a figure."""
    for index in range(sentence.first, min(sentence.first + _LONGEST_NAME + 1, sentence.last)):
        word = passage.word(index)
        if word in verbs and index > sentence.first:
            content = trim(passage.text, (passage.tokens[index].start, sentence.end), strip=".")
            if content is None or not any(c.isdigit() for c in passage.text[slice(*content)]):
                return None
            return (sentence.start, passage.tokens[index - 1].end), content
        if not word[0].isupper():
            return None
    return None


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(load(language, "selfclaims").get("verbs", ()))
