"""Offices of one person from several sources, each once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from actors_list.sources import Office

_NEAR = 45  # days by which two sources may differ on one beginning


def joined(offices: Iterable[Office]) -> list[Office]:
    """Each office once, with the most exact dates of those who give them; sorted by their beginning."""
    found: list[Office] = []
    for office in offices:
        for index, other in enumerate(found):
            if other[:2] == office[:2] and same(other, office):
                found[index] = (*other[:2], _exact(other[2], office[2]), _exact(other[3], office[3]))
                break
        else:
            found.append(office)
    sound = [o for o in found if not (o[2] and o[3] and o[2][: len(o[3])] > o[3][: len(o[2])])]
    sound = [o for o in dict.fromkeys(sound) if not any(_within(o, other) for other in sound)]
    return sorted(sound, key=lambda o: (o[2], o[3] or "9", o[0], o[1]))


def worded(offices: Iterable[Office]) -> str:
    """Offices as a field of the list."""
    return "|".join(" ".join(_cells(office)) for office in offices)


def _cells(office: Office) -> list[str]:
    place, role, start, end = office
    if end:
        return [place, role, start or "-", end]
    return [place, role, start] if start else [place, role]


def same(one: Office, other: Office) -> bool:
    """Are two terms of one office the same term, as far as their dates tell?"""
    mine, theirs = one[2], other[2]
    if not mine or not theirs or mine.startswith(theirs) or theirs.startswith(mine):
        return _may_end(one, other)
    if len(mine) < 10 or len(theirs) < 10:
        return abs(_months(mine) - _months(theirs)) <= 1 and _may_end(one, other)
    return abs((date.fromisoformat(mine) - date.fromisoformat(theirs)).days) <= _NEAR


def _within(one: Office, other: Office) -> bool:
    """Does the term lie within another of the same office?"""
    if one == other or one[:2] != other[:2] or not other[2] or not one[2]:
        return one != other and one[:2] == other[:2] and not one[2] and not one[3]
    return other[2] <= one[2] and (not other[3] or bool(one[3] and one[3] <= other[3]))


def _may_end(one: Office, other: Office) -> bool:
    """Can both end at the same time (not where one ends years before the other)?"""
    return not one[3] or not other[3] or abs(int(one[3][:4]) - int(other[3][:4])) <= 1


def _months(day: str) -> int:
    return int(day[:4]) * 12 + (int(day[5:7]) if len(day) > 4 else 6)


def _exact(one: str, other: str) -> str:
    """The more exact of two dates; of two alike the first."""
    return other if len(other) > len(one) else one
