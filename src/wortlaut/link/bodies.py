"""Bodies and offices that many have: whose one is, by adjective or genitive in either language.

"Kestrische Regierung", "Regierung Kestriens" and "Kestrian government" are one; "Regierung" is nobody's.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from wortlaut.languages import SUPPORTED, load
from wortlaut.link.names import tokens

_ANYONE = "someone"  # nouns that with any word beside them are a name ("Deutsche Bank")
_SHORTEST = 4  # letters of a stem that still tell one state from another


class Body(NamedTuple):
    """What a body is and whose: both as marks that several languages share; ``whose`` empty: not told."""

    what: str
    whose: tuple[str, ...]


def body(name: str) -> Body | None:
    """The body that ``name`` means; None if it is no body that many have."""
    words = tokens(name)
    for size in range(min(len(words), _longest()), 0, -1):
        for start in range(len(words) - size + 1):
            what = _bodies().get(" ".join(words[start : start + size]))
            if what is not None:
                rest = words[:start] + words[start + size :]
                whose = tuple(sorted({state(word) for word in rest if not _is_idle(word)}))
                return None if whose and what == _ANYONE else Body(what, whose)
    return None


def state(word: str) -> str:
    """What adjectives, genitives and names of one state have in common, as far as their endings tell."""
    return _cut(word, _words("state_endings"))


def country(name: str) -> str | None:
    """A mark that the names of one country share in several languages; None where the ending tells none."""
    words = tokens(name)
    stem = _cut(words[0], _words("country_endings")) if len(words) == 1 else ""
    return stem if stem and stem != words[0] else None


def _cut(word: str, endings: frozenset[str]) -> str:
    fitting = (e for e in endings if word.endswith(e) and len(word) - len(e) >= _SHORTEST)
    return word.removesuffix(max(fitting, key=len, default=""))


def _is_idle(word: str) -> bool:
    ranks = _words("ranks")
    return word in _words("small") or word in ranks or _cut(word, _INFLECTED) in ranks


_INFLECTED = frozenset({"e", "en", "em", "er", "es"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(" ".join(tokens(w)) for code in SUPPORTED for w in load(code, "linking").get(name, ()))


@cache
def _bodies() -> dict[str, str]:
    return {
        " ".join(tokens(word)): what
        for code in SUPPORTED
        for what, words in load(code, "linking").get("bodies", {}).items()
        for word in words
    }


@cache
def _longest() -> int:
    return max((word.count(" ") + 1 for word in _bodies()), default=0)
