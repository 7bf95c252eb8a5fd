"""Constructions that say whether a day is of a plan or of something told: "plan to meet on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from wortlaut.languages import load
from wortlaut.times.pieces import Piece

_REACH = 14  # pieces on either side that a construction may span
_NEAR = 6
_FAR = 30
_LONGEST = 40
_FULL_STOPS = frozenset('.!?“”"')
_ENDS = frozenset(',.;:!?()–—„“”"»«')
_PARTICIPLE = re.compile(r"(?:\w*ge\w+|(?:be|er|ver|zer|ent|miss)\w+|\w+ier)(?:t|en)")


def planned(row: Sequence[Piece], first: int, last: int, bounds: tuple[int, int], language: str) -> int:
    """1 where the construction around pieces ``[first, last)`` is of a plan, -1 where of the past, else 0."""
    words = _words(language)
    if not words:
        return 0
    before, after = _clause(row, first, last, bounds)
    if _fixed(row, first, after, words) or _noun(row, first, before, words):
        return 1
    return _infinitive(row, first, before, bounds, words) or _closing(row, first, after, bounds, words)


def _clause(row: Sequence[Piece], first: int, last: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """Where the clause around the pieces begins and ends."""
    start, end = first, last
    while start > 0 and first - start < _REACH and _inside(row[start - 1], bounds):
        start -= 1
    while end < len(row) and end - last < _REACH and _inside(row[end], bounds):
        end += 1
    return start, end


def _inside(piece: Piece, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= piece.start < bounds[1] and piece.lower not in _ENDS


def _fixed(row: Sequence[Piece], first: int, end: int, words: dict[str, Any]) -> bool:
    """Read "scheduled for Thursday", "postponed to Wednesday", "auf Mittwoch verschoben"."""
    if first < 1 or row[first - 1].lower not in words["fixing"]:
        return False
    near = {piece.lower for piece in row[max(0, first - 4) : first - 1]}
    if words["fixed_behind"]:
        near |= {piece.lower for piece in row[first:end]}
    return bool(near & words["fixed"])


def _noun(row: Sequence[Piece], first: int, before: int, words: dict[str, Any]) -> bool:
    """Read "the planned meeting on Friday"."""
    near = [piece.lower for piece in row[max(before, first - _NEAR) : max(before, first - 2)]]
    last = max((i for i, word in enumerate(near) if word in words["planned"]), default=None)
    return last is not None and not any(word in words["finite"] for word in near[last:])


def _infinitive(
    row: Sequence[Piece], first: int, before: int, bounds: tuple[int, int], words: dict[str, Any]
) -> int:
    """English: "agreed to meet on Friday" is to come, "said to have met on Friday" is past."""
    for index in range(first - 2, before - 1, -1):
        verb = row[index + 1]
        if row[index].lower in words["finite"]:
            return 0
        if row[index].lower != words["to"] or verb.capital or not verb.lower.isalpha():
            continue
        if verb.lower in words["perfect"]:
            return -1
        governors = [piece.lower for piece in row[max(before, index - 3) : index]]
        if verb.lower in words["articles"]:
            continue
        if any(word in words["governors"] for word in governors):
            return 1
        return int(before < index and row[index - 1].capital and _is_headline(row, first, bounds))
    return 0


def _is_headline(row: Sequence[Piece], first: int, bounds: tuple[int, int]) -> bool:
    """Does the sentence end soon, and without a full stop?"""
    last = first
    while last + 1 < min(len(row), first + _FAR) and row[last + 1].start < bounds[1]:
        last += 1
    ended = last + 1 == len(row) or row[last + 1].start >= bounds[1]
    return ended and row[last].lower not in _FULL_STOPS


def _closing(
    row: Sequence[Piece], first: int, end: int, bounds: tuple[int, int], words: dict[str, Any]
) -> int:
    """German: what closes the clause: "telefoniert haben", "zu treffen"."""
    if not words["perfect_end"] or end - first < 2:
        return 0
    verb, earlier = row[end - 1].lower, row[end - 2].lower
    told = earlier if earlier != "zu" else row[end - 3].lower
    if verb in words["perfect_end"] and _participle(verb, told, words):
        said = earlier == "zu" or _has(row, first, end, bounds, words["modal"])
        return -1 if said else 0
    if not verb.endswith("n") or not (earlier == "zu" or re.search(r"\wzu\w{3}", verb)):
        return 0
    return int(_has(row, first, end, bounds, words["governors"]))


def _participle(verb: str, word: str, words: dict[str, Any]) -> bool:
    """With "sein" only a participle of going or becoming: "soll beendet sein" is still to come."""
    if verb == words["being"]:
        return word.endswith(words["being_participles"])
    return len(word) < _LONGEST and bool(_PARTICIPLE.fullmatch(word)) and word not in words["no_participles"]


def _has(row: Sequence[Piece], first: int, end: int, bounds: tuple[int, int], wanted: frozenset[str]) -> bool:
    """Does a word of ``wanted`` stand in the sentence, before the end of the clause?"""
    return any(
        piece.lower in wanted
        for piece in row[max(0, first - _REACH) : end]
        if bounds[0] <= piece.start < bounds[1]
    )


_LISTS = (
    "articles", "finite", "fixed", "fixing", "governors", "modal", "no_participles", "perfect", "perfect_end",
    "planned",
)  # fmt: skip


@cache
def _words(language: str) -> dict[str, Any]:
    data = load(language, "times").get("plans", {})
    if not data:
        return {}
    words: dict[str, Any] = {name: frozenset(data.get(name, ())) for name in _LISTS}
    return words | {
        "to": data.get("to", ""),
        "being": data.get("being", ""),
        "being_participles": tuple(data.get("being_participles", ("\0",))),
        "fixed_behind": bool(data.get("fixed_behind", False)),
    }
