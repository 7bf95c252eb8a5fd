"""Spellings of one name: a key that bends the habits of several languages together, and a comparison."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import eq

from anyascii import anyascii
from rapidfuzz.distance import OSA, JaroWinkler

from wortlaut.languages import SUPPORTED, load

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
    """How alike two names are, 0 to 1: their words matched one by one, each at most once.

    From ``SAME_NAME`` on, two names are more likely spellings of one than not. The mean over the letters
    counts seven parts, the least like pair of words three, for brothers share a surname and namesakes a
    given name (figures: docs/accuracy.md).
    """
    short, long = sorted((fold(left), fold(right)), key=lambda words: (len(words), words))
    if not short or short == long:
        return float(bool(short))
    free = list(long)
    total, least, weight = 0.0, 1.0, sum(map(len, short))
    for word in short:
        best = max(free, key=lambda other: (_token_alike(word, other), other))
        free.remove(best)
        found = _token_alike(word, best)
        total, least = total + found * len(word), min(least, found)
    score = 0.7 * total / weight + 0.3 * least
    if len(short) == 1 and len(long) > 1:
        return score * (0.95 if long[-1] not in free or long[0] not in free else 0.7)
    return score * weight / (weight + sum(map(len, free)) / 10)


SAME_NAME = 0.78


@lru_cache(maxsize=200_000)
def _token_alike(left: str, right: str) -> float:
    """Half by how words begin (Jaro-Winkler), half by letters to change, of the words or their consonants."""
    if left == right:
        return 1.0
    if min(len(left), len(right)) == 1:
        return 0.9 if left[0] == right[0] else 0.0
    letters = OSA.normalized_similarity(left, right)
    consonants = OSA.normalized_similarity(_skeleton(left), _skeleton(right))
    return float(JaroWinkler.similarity(left, right) + max(letters, 0.97 * consonants)) / 2


@lru_cache(maxsize=50_000)
def _skeleton(word: str) -> str:
    """What transliterations keep: consonants, one vowel for any, no h, no v or u behind a vowel."""
    word = _OPENING_R.sub("r", _OPENING_U.sub("v", word))
    return _VOWELS.sub("a", _GLIDING.sub("", word).replace("h", ""))


_OPENING_U, _OPENING_R = re.compile("^u(?=[aeio])"), re.compile("^vr")
_GLIDING, _VOWELS = re.compile("(?<=[aeiou])[vu](?=[^aeiou]|$)"), re.compile("[aeiou]+")


def can_be_one(left: str, right: str) -> bool:
    """Can two full names be one person's, going by their given names?

    Different given names are different people, unless one is an initial, a spelling of the other, or a slip
    of one letter in a long one; surnames may differ by more, and one name may have more words.
    """
    short, long = sorted((fold(left), fold(right)), key=lambda words: (len(words), words))
    free = list(long)
    for word in short:
        best = max(free, key=lambda other: (_token_alike(word, other), other))
        free.remove(best)
        ends = (word == short[-1]) + (best == long[-1])
        # with the surname first in one of them, a short word is taken for a given name
        is_surname = ends == 2 or (ends == 1 and min(len(word), len(best)) >= _TELLING)
        doubtful = ends == 1 and _is_feminine(word, best)
        if (doubtful or not is_surname) and not _is_one_given_name(word, best):
            return False
    return True


def _is_one_given_name(left: str, right: str) -> bool:
    if left == right or (min(len(left), len(right)) == 1 and left[:1] == right[:1]):
        return True
    if _is_feminine(left, right):
        return False
    slip = min(len(left), len(right)) >= _LONG and OSA.distance(left, right) <= 1
    known = _given().get(left, frozenset()) & _given().get(right, frozenset())
    return slip or bool(known) or any(map(eq, _sounds(left), _sounds(right)))


def _is_feminine(left: str, right: str) -> bool:
    """Is one the other with an "a", as "Daniela" is to "Daniel"? (Surnames have such forms as well.)"""
    return left + "a" == right or right + "a" == left


def _sounds(word: str) -> tuple[str, ...]:
    """What transliterations of a name keep, where they take one letter for another that is near to it."""
    if len(word) < _TELLING:
        return (word,)
    head, tail = word[:1].replace("u", "v"), word[1:].replace("ts", "s").replace("ei", "e")
    return tuple(head.replace("9", "s") + tail.translate(near) for near in _NEAR)


_LONG, _TELLING = 6, 5
_CONSONANTS: dict[str, str | None] = {"v": "f", "9": "s", "g": None, "h": None}
_NEAR = tuple(str.maketrans({**_CONSONANTS, **vowels}) for vowels in ({"i": "e", "u": "o"}, {"a": "e"}))


@cache
def _given() -> dict[str, frozenset[int]]:
    """The groups of variants that each given name is in."""
    found: dict[str, set[int]] = {}
    groups = [group for code in SUPPORTED for group in load(code, "linking").get("given", ())]
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(fold(word)[0], set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def slug(words: tuple[str, ...] | list[str]) -> str:
    """Words as part of an address."""
    return "-".join(words)[:80] or "unnamed"
