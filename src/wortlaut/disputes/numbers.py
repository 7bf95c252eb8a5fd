"""Two figures for one thing, each by another count: organisers and police, government and opposition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wortlaut.disputes.text import Ground, Line, same_speaker

_FIGURE = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+")
_NEAR = 2


def find_differing(ground: Ground) -> Iterator[tuple[Line, Line]]:
    """Pairs of statements near to one another that give two figures for one thing; the first is the claim."""
    counts = [(line, figures) for line in ground.lines if (figures := _figures(ground, line))]
    for place, (line, figures) in enumerate(counts):
        for other, others in counts[place + 1 : place + 4]:
            if other.first - line.last > _NEAR or same_speaker(ground, line, other):
                continue
            if (
                _counts(ground, line)
                and _counts(ground, other)
                and figures.isdisjoint(others)
                and _one_thing(ground, line, other)
            ):
                yield line, other


def _figures(ground: Ground, line: Line) -> frozenset[str]:
    plain = {re.sub(r"\D", "", match) for match in _FIGURE.findall(line.words)}
    spelled = {word.lower() for word in line.words.split()} & ground.lexicon.number_words
    return frozenset(plain | spelled)


def _counts(ground: Ground, line: Line) -> bool:
    """Is the speaker one of those who count ("Polizei", "Veranstalter")?"""
    words = set(line.source.split()) | set(line.words.split()[:3])
    return not ground.lexicon.counters.isdisjoint(words)


def _one_thing(ground: Ground, left: Line, right: Line) -> bool:
    ours = ground.lexicon.people & set(re.findall(r"\w+", left.words))
    theirs = ground.lexicon.people & set(re.findall(r"\w+", right.words))
    return bool(ours) and (bool(theirs) or len(right.words.split()) < 10)
