"""The network that ships, run on the windows of a passage.

``window.onnx`` reads a window once and says where statements are anchored: at the first word of a cue, or of
content without a cue. ``around.onnx`` reads the pieces around one anchor once more and says which part each
plays in that statement, and its act of speech. ``training/network.py`` defines both;
``training/MODEL_CARD.md`` says what they learned from.
"""

from __future__ import annotations

import gzip
import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from wortlaut.statements.learned.pieces import Pieces
from wortlaut.statements.learned.windows import Window

__all__ = ["AROUND", "BEFORE", "CUE", "SHIPPED", "START", "Reading", "load", "pieces", "read"]

BEFORE, AROUND = 72, 168  # pieces before an anchor, and in all, that are read around it
CUE, START = 0, 1  # kinds of anchors: first word of a cue, or of content without one

SHIPPED = Path(__file__).parent

Array = np.ndarray[Any, np.dtype[np.float32]]


class Session(Protocol):
    """What is needed of a runtime session: named inputs in, arrays out."""

    def run(self, wanted: None, given: dict[str, Any]) -> Sequence[Array]:
        """The outputs, in the order of the graph."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read around one anchor.

    ``token``: index of the anchor in the passage; ``chance``: how sure the anchor is (0 to 1);
    ``labels``: for each token from ``first`` on, the chances of nothing, source, cue, content,
    addressee, via, medium;
    ``acts``: the chances of the acts, in the order of FORMAT.md.
    """

    token: int
    kind: int
    chance: float
    first: int
    labels: Array
    acts: Array

    def mean(self, tokens: Iterable[int], label: int) -> float:
        """The mean chance of the label over those of the tokens that were read; 0 if none was."""
        rows = self._rows(tokens)
        return float(self.labels[rows, label].mean()) if rows else 0.0

    def best(self, tokens: Iterable[int], label: int) -> float:
        """The best chance of the label among those of the tokens that were read; 0 if none was."""
        rows = self._rows(tokens)
        return float(self.labels[rows, label].max()) if rows else 0.0

    def _rows(self, tokens: Iterable[int]) -> list[int]:
        """Rows of the tokens; a quotation may reach further than was read."""
        return [row for index in tokens if 0 <= (row := index - self.first) < len(self.labels)]


class _Anchor(NamedTuple):
    """An anchor: token of the window, kind, chance."""

    place: int
    kind: int
    chance: float


@cache
def pieces(folder: Path = SHIPPED) -> Pieces:
    """The vocabulary of the network in ``folder``."""
    with gzip.open(folder / "pieces.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return Pieces([row[0] for row in rows], [float(row[1]) for row in rows])


@cache
def load(folder: Path = SHIPPED) -> tuple[Session, Session]:
    """The two graphs of ``folder``, ready to run on one processor each time."""
    import onnxruntime  # a part of a second that ``--fast`` need not spend

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # windows are read side by side; half a window each is no quicker
    options.log_severity_level = 3

    def graph(name: str) -> Session:
        session: Session = onnxruntime.InferenceSession(
            str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
        )
        return session

    return graph("window"), graph("around")


def _processors() -> int:
    allowed = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def read(
    sessions: tuple[Session, Session], cut: Sequence[Window], least: float
) -> Callable[[], list[Reading]]:
    """The readings of all anchors of the windows that are at least ``least`` likely, in order.

    Reading begins at once, side by side on several processors; the answer waits until it is done.
    """
    found = _side_by_side(lambda window: _of_window(sessions, window, least), cut)
    return lambda: sorted(
        (reading for some in found for reading in some), key=lambda reading: (reading.token, reading.kind)
    )


def _side_by_side(task: Callable[[Window], list[Reading]], cut: Sequence[Window]) -> Iterable[list[Reading]]:
    return map(task, cut) if _processors() < 2 else _pool().map(task, cut)


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_processors(), "network")


def _of_window(sessions: tuple[Session, Session], window: Window, least: float) -> list[Reading]:
    states, logits, _names = sessions[0].run(None, {"ids": np.array([window.ids], np.int64)})
    chances: Array = 1 / (1 + np.exp(-logits[0]))
    return [_around(sessions[1], window, states, anchor) for anchor in _anchors(window, chances, least)]


def _around(session: Session, window: Window, states: Array, anchor: _Anchor) -> Reading:
    """What stands around the anchor; ``states``: of the pieces of the window, 1 × pieces × width."""
    at = window.firsts[anchor.place]
    low, high = max(0, at - BEFORE), min(len(window.ids), at - BEFORE + AROUND)
    given = {
        "states": states[:, low:high],
        "kinds": np.array([anchor.kind], np.int64),
        "places": np.arange(low - at + BEFORE, high - at + BEFORE),
    }
    labels, acts = session.run(None, given)
    first = bisect_left(window.firsts, low)
    rows = [piece - low for piece in window.firsts[first : bisect_left(window.firsts, high, lo=first)]]
    return Reading(
        window.first + anchor.place,
        anchor.kind,
        anchor.chance,
        window.first + first,
        _softmax(labels[0, rows]),
        _softmax(acts[0]),
    )


def _anchors(window: Window, chances: Array, least: float) -> Iterator[_Anchor]:
    for place in range(window.core - window.first, len(window.firsts)):
        for kind in (CUE, START):
            chance = float(chances[window.firsts[place], kind])
            if chance >= least:
                yield _Anchor(place, kind, chance)


def _softmax(logits: Array) -> Array:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Array = shifted / shifted.sum(axis=-1, keepdims=True)
    return result
