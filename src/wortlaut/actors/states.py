"""States that no list knows, told by how their names and adjectives are made and used."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from wortlaut.actors.finders.gazetteer import listed
from wortlaut.actors.finders.titles import place_of
from wortlaut.actors.known import fold, given_names
from wortlaut.actors.lexicon import stem
from wortlaut.actors.mention import Mention
from wortlaut.actors.nouns import nouns
from wortlaut.actors.words import Unlisted, Words
from wortlaut.languages import load

_ENOUGH = 50
_PEOPLES = ("er", "ern", "erin", "en", "e", "ian", "ians", "ese")  # how a people's name may end
_SHORTEST = 4  # letters that an adjective and the name it is made of must share


class _Forms(NamedTuple):
    """How a language makes names and adjectives of states."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    genitive: tuple[str, ...]
    not_names: tuple[str, ...]
    joins: frozenset[str]
    sure: tuple[str, ...]
    realms: frozenset[str]
    of: frozenset[str]
    visited: frozenset[str]
    visits: frozenset[str]
    whither: frozenset[str]
    bound: frozenset[str]
    not_endings: tuple[str, ...]
    not_adjectives: frozenset[str]
    heads: tuple[str, ...]


@cache
def _forms(language: str) -> _Forms:
    table = load(language, "states")
    return _Forms(
        tuple(table["names"]),
        tuple(table["adjectives"]),
        tuple(table["genitive"]),
        tuple(table["not_names"]),
        frozenset(table["joins"]),
        tuple(table["sure"]),
        frozenset(table["realms"]),
        frozenset(table["of"]),
        frozenset(table["visited"]),
        frozenset(table["visits"]),
        frozenset(table["whither"]),
        frozenset(table["bound"]),
        tuple(table["not_endings"]),
        frozenset(table["not_adjectives"]),
        tuple(table["heads"]),
    )


def unlisted_states(words: Words) -> Unlisted:
    """The states of the passage that are in no list: their names, and their adjectives.

    A name counts if the passage has its adjective too, or an office or body that belongs to it, or
    joins it to another state.
    """
    may_be = _by_start(dict.fromkeys(b for w in words.where if _may_be_state(words, b := _bare(words, w))))
    adjectives = _adjectives(words, may_be)
    rows = _by_start(adjectives)
    names: dict[str, str] = {}
    for word, places in words.where.items():
        bare = _bare(words, word)
        if bare not in may_be.get(fold(bare)[:_SHORTEST], ()):
            continue
        own = any(_belongs(a, bare, words.language) for a in rows.get(fold(bare)[:_SHORTEST], ()))
        if any(_borne_out(words, k, bare, own=own) for k in places):
            names[bare] = fold(bare)
    for bare in _joined(words, names):
        names[bare] = fold(bare)
    for bare in called_states(words, adjectives, names):
        names[bare] = fold(bare)
    starts = _by_start(names)
    return Unlisted(names, {a: _code(a, starts, names, words.language) for a in adjectives})


def find_states(words: Words, taken: set[int]) -> list[Mention]:
    """Mentions of the states of ``words.unlisted`` by their names."""
    found = []
    for word, places in words.where.items():
        bare = word if word in words.unlisted.names else _bare(words, word)
        if bare in words.unlisted.names:
            found += [Mention(k, k + 1, k, k + 1, "country", bare) for k in places if k not in taken]
    return sorted(found, key=lambda m: m.start)


def _by_start(row: Iterable[str]) -> dict[str, list[str]]:
    """Names or adjectives by their first letters, no more of each than can be looked through quickly."""
    found: dict[str, list[str]] = {}
    for word in row:
        same = found.setdefault(fold(word)[:_SHORTEST], [])
        if len(same) < _ENOUGH:
            same.append(word)
    return found


def _adjectives(words: Words, may_be: dict[str, list[str]]) -> list[str]:
    """The adjectives of states no list knows, without their endings and in lower case."""
    rules, german = _forms(words.language), words.language == "de"
    found: dict[str, None] = {}
    for word, places in words.where.items():
        lower = stem(word) if german else word.lower()
        right = word.islower() if german else word[0].isupper() and word[1:].islower()
        if not right or not lower.endswith(rules.adjectives) or len(lower) < _SHORTEST + 3:
            continue
        if lower in rules.not_adjectives or lower.endswith(rules.not_endings):
            continue
        if words.lexicon.adjective_place(word) or word in given_names():
            continue
        near = may_be.get(fold(lower)[:_SHORTEST], ())
        named = any(_belongs(lower, name, words.language) for name in near)
        if named or any(_qualifies(words, k + 1) for k in places):
            found[lower] = None
    return list(found)


def _qualifies(words: Words, index: int) -> bool:
    """Does an office or a body follow, which an adjective before it says the state of?"""
    if not words.joined(index - 1):
        return False
    known = nouns(words.language)
    for position in range(index, index + 3):
        low = words.low(position)
        if words.lexicon.office(words[position]) is not None:
            return True
        if low in known.government or low in known.parts or (words.language != "de" and low in known.endings):
            return True
        if words.language == "de" and words.capital(position):
            return low.removesuffix("es").removesuffix("s").endswith(known.endings)
        if not words[position].isalpha() or not words.joined(position):
            break
    return False


def _belongs(adjective: str, name: str, language: str) -> bool:
    """Is the adjective made of the name ("nordisch" of "Norden", "Nordian" of "Nordia")?"""
    rules = _forms(language)
    ending = next((e for e in rules.adjectives if adjective.endswith(e)), "")
    root, whole = fold(adjective.removesuffix(ending)), fold(name)
    return len(root) >= _SHORTEST and whole.startswith(root) and len(whole) - len(root) <= _SHORTEST


def _may_be_state(words: Words, name: str) -> bool:
    lexicon = words.lexicon
    if len(name) < _SHORTEST or not name[0].isupper() or not name.isalpha():
        return False
    rules = _forms(words.language)
    if not name.endswith(rules.names) or name.lower().endswith(rules.not_names):
        return False
    if lexicon.common_noun(name) or name in given_names() or name in listed(words.language).forms:
        return False
    return lexicon.office(name) is None and not (name.isupper() and len(name) < 5)


def _bare(words: Words, word: str) -> str:
    """A name without the ending of its genitive, if it then ends like a state's."""
    rules = _forms(words.language)
    for ending in rules.genitive:
        if word.endswith(ending) and word.removesuffix(ending).endswith(rules.names):
            return word.removesuffix(ending)
    return word


def _borne_out(words: Words, index: int, name: str, *, own: bool) -> bool:
    """Does its ``own`` adjective, or an office or body next to it, speak for a state at ``index``?"""
    lexicon = words.lexicon
    before = words.low(index - 1)
    if before in lexicon.determiners | lexicon.indefinite or words[index - 1] in given_names():
        return False
    if own or _bound_for(words, index, name):
        return True
    genitive = words[index] != name
    if words.language == "de":
        return genitive and (_qualifies(words, index + 1) or _is_head(words, index - 1))
    return (genitive and _qualifies(words, index + 1)) or (before == "of" and _is_head(words, index - 2))


def _bound_for(words: Words, index: int, name: str) -> bool:
    """Is it named like a state, and one comes from it, travels to it, or calls it a republic?"""
    rules = _forms(words.language)
    before = words.low(index - 1)
    if before in rules.realms or name.endswith(rules.sure):
        return True
    if before in rules.of and any(words.lexicon.office(words[index - k]) is not None for k in (2, 3, 4)):
        return True
    if before in rules.visited and words.low(index - 2).endswith(tuple(rules.visits)):
        return True
    if before not in rules.whither:
        return False
    return not rules.bound or not rules.bound.isdisjoint(words.low(index - k) for k in (2, 3, 4))


def _is_head(words: Words, index: int) -> bool:
    """Is the word an office or a body, or the name of one who was just given an office?"""
    known = nouns(words.language)
    low = words.low(index)
    if words.lexicon.office(words[index]) is not None or low in known.government | known.parts:
        return True
    return words.capital(index) and low.endswith(known.endings)


def _joined(words: Words, names: dict[str, str]) -> list[str]:
    """Names that end like a state's and are joined by "und" to one that is a state."""
    joins = _forms(words.language).joins | {","}
    found = []
    for word, places in words.where.items():
        bare = _bare(words, word)
        if bare in names or not _may_be_state(words, bare):
            continue
        others = [k + 2 for k in places if words.low(k + 1) in joins]
        others += [k - 2 for k in places if words.low(k - 1) in joins]
        if any(
            place_of(words, name) or name in names or _may_be_state(words, name)
            for name in (_bare(words, words[k]) for k in others)
        ):
            found.append(bare)
    return found


def called_states(words: Words, adjectives: list[str], names: dict[str, str]) -> list[str]:
    """Names of any ending that the text calls states: "die Republik Salmar", "Präsident von Qasmira"."""
    rows = _by_start(adjectives)
    found: dict[str, None] = {}
    for word, places in words.where.items():
        if word in names or not _may_be_called(words, word, places):
            continue
        bare = word.removesuffix("s") if words.language == "de" and len(word) > _SHORTEST + 1 else word
        if bare in names:
            continue
        people = word.endswith(_PEOPLES)
        for name in dict.fromkeys((word, bare)):
            near = () if people else rows.get(fold(name)[:_SHORTEST], ())
            if any(_belongs(a, name, words.language) for a in near) or any(_called(words, k) for k in places):
                found[bare if name != word else word] = None
                break
    return list(found)


def _may_be_called(words: Words, word: str, places: list[int]) -> bool:
    """Is it a capitalised word that no list knows, and nowhere the second of a name?"""
    if len(word) < _SHORTEST or not word[0].isupper() or not word[1:].islower():
        return False
    lexicon = words.lexicon
    if lexicon.common_noun(word) or word in given_names() or word in listed(words.language).forms:
        return False
    if lexicon.office(word) is not None or word in lexicon.never or words.adjective_place(word):
        return False
    return not any(
        (words.joined(k - 1) and words.capital(k - 1) and not _realm(words, k - 1) and not words.opens(k - 1))
        or (words.joined(k) and words.capital(k + 1) and not _qualifies(words, k + 1))
        for k in places
    )


def _realm(words: Words, index: int) -> bool:
    return words.low(index).endswith(tuple(_forms(words.language).realms))


def _called(words: Words, index: int) -> bool:
    """Does "Republik" or "Präsident von" stand before the word?"""
    rules = _forms(words.language)
    if _realm(words, index - 1) and words.joined(index - 1):
        return True
    before = words.low(index - 1)
    if before not in rules.of or not words.joined(index - 1):
        return False
    if _realm(words, index - 2):
        return True
    return words.low(index - 2).endswith(rules.heads)


def _code(adjective: str, starts: dict[str, list[str]], names: dict[str, str], language: str) -> str:
    """The code of the state of an adjective: of its name, or of the adjective alone."""
    near = starts.get(fold(adjective)[:_SHORTEST], ())
    return next((names[name] for name in near if _belongs(adjective, name, language)), adjective)
