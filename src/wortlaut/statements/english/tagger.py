"""Parts of speech: a dictionary for the words that have but one, learned weights for the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_START = ("<s>", "<s>")


@dataclass(frozen=True, slots=True)
class Tagger:
    """What was learned: the tag of unambiguous words, and the weights of features by tag."""

    sure: Mapping[str, str]
    weights: Mapping[str, Mapping[str, int]]

    def tags(self, words: Sequence[str]) -> list[str]:
        """A tag (Penn style, plus ``+S`` for a possessive) for each word of a sentence."""
        found: list[str] = []
        before, last = _START
        shapes = [normal(word) for word in words]
        for index, word in enumerate(words):
            tag = self.sure.get(word) or self._best(features(words, shapes, index, last, before))
            found.append(tag)
            before, last = last, tag
        return found

    def _best(self, names: list[str]) -> str:
        scores: defaultdict[str, int] = defaultdict(int)
        for known in filter(None, map(self.weights.get, names)):
            for tag, weight in known.items():
                scores[tag] += weight
        return max(scores, key=scores.__getitem__) if scores else "NN"


def normal(word: str) -> str:
    """The word as features see it: small letters, numbers made alike, one kind of apostrophe."""
    if word[0].isdigit():
        return "!year" if len(word) == 4 and word.isdigit() else "!number"
    return word.lower().replace("’", "'")


def shape(word: str) -> str:
    """How a word is written: a capital, all capitals, a hyphen, a digit."""
    if word.islower():
        return "x-" if "-" in word else "x"
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    return "Xx" if word[:1].isupper() else "mark" if not word[:1].isalnum() else "xX"


def features(words: Sequence[str], shapes: Sequence[str], index: int, last: str, before: str) -> list[str]:
    """Names of what speaks for a tag of the word at ``index``, given the two tags before it."""
    word = shapes[index]
    previous = shapes[index - 1] if index else "<s>"
    following = shapes[index + 1] if index + 1 < len(shapes) else "</s>"
    second = shapes[index + 2] if index + 2 < len(shapes) else "</s>"
    written = shape(words[index])
    return [
        "w" + word,
        "s" + word[-3:],
        "e" + word[-2:] + written,
        "h" + written + ("1" if index == 0 else ""),
        "l" + last,
        "b" + before + " " + last,
        "v" + last + " " + word,
        "p" + previous,
        "n" + following,
        "f" + following[-3:],
        "m" + second,
        "x" + word + " " + following,
        "bias",
    ]
