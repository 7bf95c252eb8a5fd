"""Lists and ranges that name their month or hour once: "11., 18. und 25. März", "14 bis 18 Uhr"."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.languages import load
from wortlaut.times.grammar import Captures, Match
from wortlaut.times.pieces import Piece

_LONGEST = 12  # members of one list


def with_lists(row: Sequence[Piece], found: Sequence[Match], language: str) -> list[Match]:
    """``found`` and, before each, the members that share its month, year or "Uhr"."""
    rules = load(language, "times").get("lists", {})
    marks = frozenset(rules.get("marks", ()))
    completed: list[Match] = []
    for match in found:
        floor = completed[-1].last if completed else 0
        completed += reversed(_members(row, match, marks, floor, rules.get("after_day")))
        completed.append(match)
    return completed


def _members(
    row: Sequence[Piece], match: Match, marks: frozenset[str], floor: int, after_day: str | None
) -> list[Match]:
    """The members before ``match``, the nearest first."""
    tags = _shared_tags(match)
    dot = after_day if "DAY" in tags else None
    members: list[Match] = []
    position = match.first
    while tags and len(members) < _LONGEST:
        end = position
        while end > floor and row[end - 1].lower in marks:
            end -= 1
        number = end - 1 - bool(dot)
        if end == position or number < floor or (dot and row[end - 1].lower != dot):
            break
        tag = next((tag for tag in tags if tag in row[number].tags), None)
        if tag is None:
            break
        shared = {name: values for name, values in match.found.items() if name not in _OWN}
        captures: Captures = shared | {tag: [row[number].tags[tag]]}
        members.append(Match(number, end, end, match.make, captures, match.given))
        position = number
    return members


_OWN = frozenset({"DAY", "HOUR", "CLOCK", "MINUTE", "WEEKDAY", "NUMBER"})


def _shared_tags(match: Match) -> tuple[str, ...]:
    """What the members of a list before ``match`` may be."""
    if match.make == "calendar_date" and "DAY" in match.found and "MONTH" in match.found:
        return ("DAY",)
    return ("CLOCK", "HOUR") if match.make == "clock" else ()
