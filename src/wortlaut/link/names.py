"""Spellings of one name: a key that bends the habits of several languages together, and a comparison."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

# (as written, as compared), applied in this order to a lower-case Latin name: German, English, French and
# Polish ways to write one sound
_RULES = (
    ("schtsch", "s9"), ("shch", "s9"), ("tsch", "9"), ("tch", "9"),
    ("dsch", "j"), ("dzh", "j"), ("cz", "9"), ("sch", "s"), ("sh", "s"),
    ("sz", "s"), ("zh", "s"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"),
    ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oe", "o"),
    ("ae", "a"), ("ue", "u"), ("oo", "u"), ("ee", "i"), ("z", "s"), ("j", "i"), ("y", "i"), ("ai", "ei"),
)  # fmt: skip
# inside a word only: a glide before a vowel is often left out
_GLIDES = (("iu", "u"), ("ia", "a"), ("ie", "e"), ("io", "o"))
_ENDINGS = (("off", "ov"), ("of", "ov"), ("ef", "ev"), ("eff", "ev"), ("ine", "in"))
_DOUBLE = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def tokens(name: str) -> list[str]:
    """The words of ``name`` in plain Latin letters."""
    return [word for word in _NO_LETTER.split(anyascii(name).lower().replace("'", "")) if word]


@lru_cache(maxsize=50_000)
def fold_token(token: str) -> str:
    """One word of a name as it is compared."""
    for written, compared in _RULES:
        token = token.replace(written, compared)
    for written, compared in _GLIDES:
        token = token[:1] + token[1:].replace(written, compared)
    token = _DOUBLE.sub(r"\1", token)
    for written, compared in _ENDINGS:
        if token.endswith(written) and len(token) > len(written) + 1:
            token = token[: -len(written)] + compared
    return token if len(token) <= 4 else token.removesuffix("e")


def fold(name: str) -> tuple[str, ...]:
    """The words of ``name`` as they are compared, in their order."""
    return tuple(fold_token(token) for token in tokens(name))


def key(name: str) -> str:
    """Equal for spellings of one name that differ only by habits of writing; order does not count."""
    return " ".join(sorted(fold(name)))


def alike(left: str, right: str) -> float:
    """How alike two names are, 0 to 1: their words matched one by one, each at most once."""
    short, long = sorted((fold(left), fold(right)), key=lambda words: (len(words), words))
    if not short:
        return 0.0
    free = list(long)
    total = weight = 0.0
    for word in short:
        best = max(free, key=lambda other: (_token_alike(word, other), other))
        free.remove(best)
        total += _token_alike(word, best) * len(word)
        weight += len(word)
    lost = sum(len(word) for word in free)
    return total / (weight + lost / 8)


def _token_alike(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if min(len(left), len(right)) == 1:
        return 0.9 if left[0] == right[0] else 0.0
    return float(JaroWinkler.similarity(left, right))


def slug(words: tuple[str, ...] | list[str]) -> str:
    """Words as part of an address."""
    return "-".join(words)[:80] or "unnamed"
