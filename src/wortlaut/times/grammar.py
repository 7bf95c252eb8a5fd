"""The rules of a language, compiled once, and the expressions they find in a row of pieces.

A pattern is a row of symbols: ``MONTH`` a piece with that tag, ``und|bis`` one of these words,
``x?`` one that may be missing, ``[`` and ``]`` the span where the pattern needs context around it.
Patterns have no repetition, so matching takes time proportional to the number of pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from wortlaut.languages import load
from wortlaut.times.pieces import Piece

Captures = dict[str, list[Any]]


class Rule(NamedTuple):
    """One way a pattern can run: the alternatives for each piece, the span among them, what to make of it."""

    symbols: tuple[tuple[str, ...], ...]
    first: int
    last: int
    make: str
    given: dict[str, Any]


class Match(NamedTuple):
    """Pieces ``[first, last)`` that a rule makes an expression of; ``end``: the piece after its context."""

    first: int
    last: int
    end: int
    make: str
    found: Captures
    given: dict[str, Any]


def matches(row: Sequence[Piece], language: str) -> list[Match]:
    """The longest match from left to right; of two as long, the rule that stands first."""
    rules = _rules(language)
    found: list[Match] = []
    index = 0
    while index < len(row):
        best = _longest(row, index, rules)
        if best and best.first > index:
            # context may have come first where a longer expression begins without it
            other = _longest(row, best.first, rules)
            best = other if other and other.last > best.last else best
        if best is None:
            index += 1
            continue
        if best.make != "nothing":
            found.append(best)
        index = max(best.last, index + 1)
    return found


def _longest(row: Sequence[Piece], index: int, rules: dict[str, list[Rule]]) -> Match | None:
    best: Match | None = None
    for symbol in (*row[index].tags, row[index].lower):
        for rule in rules.get(symbol, ()):
            if best and index + len(rule.symbols) <= best.end:
                continue
            found = _captures(row, index, rule)
            if found is not None:
                end = index + len(rule.symbols)
                best = Match(index + rule.first, index + rule.last, end, rule.make, found, rule.given)
    return best


def _captures(row: Sequence[Piece], index: int, rule: Rule) -> Captures | None:
    if index + len(rule.symbols) > len(row):
        return None
    found: Captures = {}
    for position, alternatives in enumerate(rule.symbols, index):
        piece = row[position]
        for symbol in alternatives:
            if symbol in piece.tags:
                found.setdefault(symbol, []).append(piece.tags[symbol])
                break
            if symbol == piece.lower:
                break
        else:
            return None
    return found


@cache
def _rules(language: str) -> dict[str, list[Rule]]:
    """Rules by each symbol they may begin with, in the order of the file."""
    index: dict[str, list[Rule]] = {}
    for entry in load(language, "times").get("rules", []):
        for pattern in entry["patterns"]:
            for symbols, first, last in _ways(pattern.split()):
                rule = Rule(symbols, first, last, entry["make"], entry.get("given", {}))
                for symbol in symbols[0]:
                    index.setdefault(symbol, []).append(rule)
    return index


def _ways(elements: list[str]) -> Iterator[tuple[tuple[tuple[str, ...], ...], int, int]]:
    """Every way through a pattern with optional symbols, and where its span lies."""
    optional = [i for i, element in enumerate(elements) if len(element) > 1 and element.endswith("?")]
    for choice in range(2 ** len(optional)):
        left_out = {position for bit, position in enumerate(optional) if choice >> bit & 1}
        symbols: list[tuple[str, ...]] = []
        first, last = 0, None
        for i, element in enumerate(elements):
            if element == "[":
                first = len(symbols)
            elif element == "]":
                last = len(symbols)
            elif i not in left_out:
                symbols.append(tuple(element.rstrip("?").split("|") if len(element) > 1 else element))
        yield tuple(symbols), first, len(symbols) if last is None else last
