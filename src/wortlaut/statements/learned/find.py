"""Statements as the network reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from wortlaut.languages import Passage
from wortlaut.statements.learned.decode import Drawn, draw
from wortlaut.statements.learned.doubles import without_doubles
from wortlaut.statements.learned.network import SHIPPED, Reading, load, pieces, read
from wortlaut.statements.learned.signs import is_silent
from wortlaut.statements.learned.speech import is_speech
from wortlaut.statements.learned.windows import windows

__all__ = ["begun", "drawn", "readings"]

# Chances of anchors from which on they are read around. In German a doubtful one may bear out a rule; in
# English those under a half cost a fifth of the time and changed nothing (PolNeAR dev: 72.4 and 72.5).
LEAST_ANCHOR = {"de": 0.2, "en": 0.5}


def readings(passage: Passage, folder: Path = SHIPPED) -> list[Reading]:
    """What the network reads around each likely anchor of the article, in the order of the text.

    ``folder`` holds the network; another than the one that ships is for comparing.
    """
    return begun(passage, folder)()


def begun(passage: Passage, folder: Path = SHIPPED) -> Callable[[], list[Reading]]:
    """As ``readings``, which are asked for later: the rules can read the passage meanwhile."""
    every = windows(passage, pieces(folder), is_speech(passage))
    cut = [window for window in every if not is_silent(passage, window)]
    return read(load(folder), cut, LEAST_ANCHOR[passage.language]) if cut else list


def drawn(passage: Passage, found: Sequence[Reading]) -> list[Drawn]:
    """The statements that the readings make by themselves, each once, in the order of the text."""
    joint = passage.language == "de"  # English news corpora count speakers joined by "and" as one
    made = (draw(passage, reading, joint) for reading in found)
    return without_doubles([one for one in made if one is not None])
