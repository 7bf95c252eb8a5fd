"""What of a text is compared: its words, its pieces of three words, its names and numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from anyascii import anyascii

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_NAME = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return anyascii(word).lower()


def words(text: str) -> list[str]:
    """Words and numbers in lower case."""
    return [match.group().casefold() for match in _WORD.finditer(text)]


def shingles(text: str, size: int = 3) -> frozenset[int]:
    """Marks of every ``size`` words in a row (of all words, where there are fewer)."""
    row = words(text)
    if len(row) < size:
        return frozenset({crc32(" ".join(row).encode())}) if row else frozenset()
    return frozenset(crc32(" ".join(row[i : i + size]).encode()) for i in range(len(row) - size + 1))


def numbers(text: str) -> frozenset[str]:
    """Numbers in figures, without the marks that group their digits (1,000 and 1.000 are one)."""
    found = set()
    for match in _NUMBER.finditer(text):
        digits = re.split(r"[.,\u00a0\u202f ]", match.group())
        grouped = len(digits) > 1 and all(len(part) == 3 for part in digits[1:])
        found.add("".join(digits) if grouped else ".".join(digits))
    return frozenset(found)


def landmarks(text: str) -> frozenset[str]:
    """Words that translation leaves alone, in Latin letters: numbers, and names by their first five letters.

    German writes every noun with a capital, so a word counts by its letters only, whatever its case;
    what is common in one language rarely has the same five letters in another.
    """
    names = (_plain(m.group()) for m in _NAME.finditer(text) if m.group()[0].isupper())
    return frozenset({name[:5] for name in names if len(name) >= 4} | numbers(text))


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Which part of the smaller set is in the other."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    """Which part of both sets together is common."""
    both = len(left | right)
    return len(left & right) / both if both else 0.0


def cosine(left: Iterable[str], right: Iterable[str]) -> float:
    """How alike two sets of landmarks are, 0 to 1."""
    one, other = set(left), set(right)
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0


def grams(text: str, size: int = 4) -> frozenset[int]:
    """Marks of every ``size`` letters in a row, words joined by one blank."""
    row = " ".join(words(text))
    return frozenset(crc32(row[i : i + size].encode()) for i in range(max(1, len(row) - size + 1)))
