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
from collections.abc import Iterable, Iterator, Sequence
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
_WINDOWS, _ANCHORS = 8, 32  # read at once

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
    """An anchor: row of the batch, token of the window, kind, chance, and the places ``[low, high)`` around
    it that the window has.
    """

    row: int
    place: int
    kind: int
    chance: float
    low: int
    high: int


@cache
def pieces(folder: Path = SHIPPED) -> Pieces:
    """The vocabulary of the network in ``folder``."""
    with gzip.open(folder / "pieces.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return Pieces([row[0] for row in rows], [float(row[1]) for row in rows])


@cache
def load(folder: Path = SHIPPED) -> tuple[Session, Session]:
    """The two graphs of ``folder``, ready to run on the processors that this process may use."""
    import onnxruntime  # a part of a second that ``--fast`` need not spend

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _processors()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others want them as well
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


def read(sessions: tuple[Session, Session], cut: Sequence[Window], least: float) -> list[Reading]:
    """The readings of all anchors of the windows that are at least ``least`` likely, in order."""
    order = sorted(range(len(cut)), key=lambda number: len(cut[number].ids))
    found: list[Reading] = []
    for start in range(0, len(order), _WINDOWS):
        batch = [cut[number] for number in order[start : start + _WINDOWS]]
        states, chances = _states(sessions[0], batch)
        found += _around(sessions[1], batch, states, chances, least)
    return sorted(found, key=lambda reading: (reading.token, reading.kind))


def _states(session: Session, batch: Sequence[Window]) -> tuple[Array, Array]:
    size = max(len(window.ids) for window in batch)
    ids = np.zeros((len(batch), size), np.int64)
    mask = np.zeros((len(batch), size), np.float32)
    for row, window in enumerate(batch):
        ids[row, : len(window.ids)] = window.ids
        mask[row, : len(window.ids)] = 1
    outputs = session.run(None, {"ids": ids, "mask": mask})
    chances: Array = (1 / (1 + np.exp(-outputs[1]))).astype(np.float32)
    return outputs[0], chances


def _around(
    session: Session, batch: Sequence[Window], states: Array, chances: Array, least: float
) -> Iterator[Reading]:
    anchors = sorted(_anchors(batch, chances, least), key=lambda a: (a.high - a.low, a.row, a.place, a.kind))
    for start in range(0, len(anchors), _ANCHORS):
        some = anchors[start : start + _ANCHORS]
        places = np.arange(min(a.low for a in some), max(a.high for a in some))
        near = np.zeros((len(some), len(places), states.shape[2]), np.float32)
        mask = np.zeros((len(some), len(places)), np.float32)
        for number, anchor in enumerate(some):
            here = slice(anchor.low - places[0], anchor.high - places[0])
            at = batch[anchor.row].firsts[anchor.place] - BEFORE
            near[number, here] = states[anchor.row, at + anchor.low : at + anchor.high]
            mask[number, here] = 1
        kinds = np.array([anchor.kind for anchor in some], np.int64)
        labels, acts = session.run(None, {"states": near, "mask": mask, "kinds": kinds, "places": places})
        for number, anchor in enumerate(some):
            window = batch[anchor.row]
            reach = _reach(window, anchor)
            at = window.firsts[anchor.place] - BEFORE + int(places[0])
            yield Reading(
                window.first + anchor.place,
                anchor.kind,
                anchor.chance,
                window.first + reach.start,
                _softmax(labels[number, [window.firsts[i] - at for i in reach]]),
                _softmax(acts[number]),
            )


def _anchors(batch: Sequence[Window], chances: Array, least: float) -> Iterator[_Anchor]:
    for row, window in enumerate(batch):
        for place in range(window.core - window.first, len(window.firsts)):
            for kind in (CUE, START):
                chance = float(chances[row, window.firsts[place], kind])
                if chance >= least:
                    yield _Anchor(row, place, kind, chance, *_stretch(window, place))


def _stretch(window: Window, place: int) -> tuple[int, int]:
    """What of the AROUND pieces around the token at ``place`` the window has."""
    start = window.firsts[place] - BEFORE
    return max(0, -start), min(AROUND, len(window.ids) - start)


def _reach(window: Window, anchor: _Anchor) -> range:
    """The tokens of the window that begin in the stretch around the anchor."""
    start = window.firsts[anchor.place] - BEFORE
    first = bisect_left(window.firsts, start + anchor.low)
    return range(first, bisect_left(window.firsts, start + anchor.high, lo=first))


def _softmax(logits: Array) -> Array:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Array = shifted / shifted.sum(axis=-1, keepdims=True)
    return result
