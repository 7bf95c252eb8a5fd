"""Words as pieces of a vocabulary: the unigram model of the encoder (Kudo 2018), word by word.

The encoder's own tokenizer cuts a whole text; spaces never lie inside its pieces, so cutting each word by
itself gives the same pieces, and each distinct word is cut once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from wortlaut.languages import Passage

__all__ = ["BEGIN", "END", "UNKNOWN", "Pieces"]

BEGIN, END, UNKNOWN = 0, 1, 2  # the first three rows of the vocabulary: <s>, </s>, <unk>
_SPACE = "▁"
_LONGEST = 16  # characters of a piece; longer ones are rare words
_WORD = 64  # characters of a word that are read; what is longer is no word
_UNKNOWN_COST = 10.0  # below the least likely piece, as the encoder's tokenizer has it


class Pieces:
    """The vocabulary: pieces by number, with the logarithm of their probability."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._rows: Mapping[str, tuple[int, float]] = {
            piece: (number, score)
            for number, (piece, score) in enumerate(zip(pieces, scores, strict=True))
            if number > UNKNOWN
        }
        self._unknown = min(scores) - _UNKNOWN_COST
        self.cut = lru_cache(maxsize=50_000)(self._cut)

    def of_token(self, passage: Passage, index: int) -> tuple[int, ...]:
        """Numbers of the pieces of the token at ``index``; never empty."""
        start, end = passage.tokens[index]
        spaced = index == 0 or passage.tokens[index - 1].end < start
        return self.cut(passage.text[start : min(end, start + _WORD)], spaced)

    def _cut(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The likeliest pieces of ``word``; ``spaced`` if white space stands before it."""
        text = (_SPACE if spaced else "") + unicodedata.normalize("NFKC", word).replace(" ", _SPACE)
        best = [0.0] + [float("-inf")] * len(text)
        back: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
                row = self._rows.get(text[start:end])
                if row is None and end > start + 1:
                    continue
                number, score = row or (UNKNOWN, self._unknown)
                if best[start] + score > best[end]:
                    best[end] = best[start] + score
                    back[end] = (start, number)
        numbers, at = [], len(text)
        while at > 0:
            at, number = back[at]
            numbers.append(number)
        return tuple(reversed(numbers)) or (UNKNOWN,)
