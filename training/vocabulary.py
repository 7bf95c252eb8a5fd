"""The pieces that the shipped model keeps of its encoder's 250,000: those of German and English words.

Words: the lists of the package wordfreq (Speer 2022, CC BY-SA 4.0; only to choose pieces by, its figures do not
ship) and the training texts. Besides, every short Latin piece, so that an unknown name falls into known parts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from training.encoder import Encoder
from wortlaut.languages import Passage
from wortlaut.statements.learned.pieces import Pieces

COMMON = 150_000  # words of each language, the most frequent ones
_SHORT = 3  # characters of a piece that is kept in any case, if its letters are Latin


def used(encoder: Encoder, passages: Iterable[Passage]) -> set[str]:
    """The pieces to keep."""
    whole = Pieces(encoder.pieces, encoder.scores)
    kept = {piece for piece in encoder.pieces if len(piece.strip("▁")) <= _SHORT and _is_latin(piece)}
    for word in _common():
        for written in (word, word.capitalize()):
            kept.update(encoder.pieces[number] for number in whole.cut(written, True))
    for passage in passages:
        for index in range(len(passage.tokens)):
            kept.update(encoder.pieces[number] for number in whole.of_token(passage, index))
    return kept


def _common() -> Iterable[str]:
    from wordfreq import top_n_list  # needed for training only

    for language in ("de", "en"):
        yield from top_n_list(language, COMMON)


def _is_latin(piece: str) -> bool:
    return all(not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in piece.strip("▁"))
