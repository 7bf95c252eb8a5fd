"""A cheap look before the network: is there any sign of speech in a window?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wortlaut.languages import Passage
from wortlaut.statements.learned.windows import Window

__all__ = ["is_silent"]

_MARKS = frozenset('"“”„‟«»‹›:')
_FILE = Path(__file__).parent / "signs.txt"


@cache
def _signs() -> frozenset[str]:
    """Words that have begun a cue in the training corpora (``training/signs.py``)."""
    return frozenset(_FILE.read_text(encoding="utf-8").split())


def is_silent(passage: Passage, window: Window) -> bool:
    """Has the core of the window neither a word that signals speech nor a quotation mark or colon?"""
    words = (passage.word(index) for index in range(window.core, window.last))
    return not any(word in _MARKS or word.lower() in _signs() for word in words)
