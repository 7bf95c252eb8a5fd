"""Transcripts: paragraphs that open with a speaker's name and a colon ("VALE: We shall see.")."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from wortlaut.languages import Passage, load
from wortlaut.languages.paragraphs import paragraphs
from wortlaut.record import Span

_OPENING = re.compile(r"([A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,3})(?: ?\([^()\n]{1,20}\))?:\s+(?=\S)")
_LABELS = frozenset(load("en", "transcripts")["labels"])
_FEWEST = 3  # so many paragraphs must open alike


class Turn(NamedTuple):
    """What one speaker says in one go: the name, the colon, the words."""

    name: Span
    colon: Span
    words: Span


def turns(passage: Passage) -> list[Turn]:
    """The turns of a transcript; none unless several paragraphs open so and a speaker returns."""
    found = []
    for start, end in paragraphs(passage.text):
        match = _OPENING.match(passage.text, start, end)
        if match and match[1].lower() not in _LABELS and passage.in_body((start, end)):
            colon = passage.text.index(":", match.end(1))
            found.append(Turn(match.span(1), (colon, colon + 1), (match.end(), end)))
    names = Counter(passage.text[turn.name[0] : turn.name[1]].split()[-1].lower() for turn in found)
    if len(found) < _FEWEST or max(names.values()) < 2:
        return []
    return found
