"""One draft per actor: the same person or body in several sources is joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from actors_list.names import key, latin
from actors_list.offices import joined, same
from actors_list.sources import Draft
from wortlaut.actors.known import fold

HAND = Path(__file__).parent / "hand"
_SOLE = frozenset({"foreign", "secretary", "president"})  # offices that one person holds at a time
_AS_OF = "2023-01"  # until when the list of foreign ministers tells that they held their office
_APART = 30  # years that the offices of one person may lie apart; beyond them it is a namesake


def persons(hand: Iterable[Draft], lists: Iterable[Draft]) -> list[Draft]:
    """Persons by hand joined with one another, then with the lists of others that confirm their numbers."""
    found: list[Draft] = []
    by_key: dict[str, list[Draft]] = defaultdict(list)
    by_number: dict[str, Draft] = {}
    by_office: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in [*hand, *lists]:
        one = by_number.get(draft.wikidata) if draft.wikidata else None
        one = one or _namesake(draft, by_key) or _in_office(draft, by_office)
        if one is None:
            found.append(draft)
            one = draft
        else:
            _join(one, draft)
        for name in {key(one.en), key(one.de), *(key(n) for n in one.other if latin(n) and " " in n)}:
            if one not in by_key[name]:
                by_key[name].append(one)
        for office in draft.offices:
            if one not in by_office[office[:2]]:
                by_office[office[:2]].append(one)
        if one.wikidata:
            by_number.setdefault(one.wikidata, one)
    for draft in found:
        draft.offices = joined(draft.offices)
        if draft.sources == ["foreign-ministers-2023"]:
            draft.offices = [(*office[:3], office[3] or _AS_OF) for office in draft.offices]
    return found


def _namesake(draft: Draft, by_key: dict[str, list[Draft]]) -> Draft | None:
    """The one person of that full name and country who can be the one of ``draft``."""
    names = {key(draft.en), key(draft.de)}
    fits = {id(d): d for name in sorted(names) if " " in name for d in by_key.get(name, ())}
    same = [d for d in fits.values() if _can_be_one(d, draft)]
    return same[0] if len(same) == 1 else None


def _in_office(draft: Draft, by_office: dict[tuple[str, str], list[Draft]]) -> Draft | None:
    """Who by hand began the office of a list at the same time, under a name that is much the same."""
    if "hand" in draft.sources:
        return None
    for office in draft.offices:
        for other in by_office.get(office[:2], ()) if office[1] in _SOLE else ():
            began = any(o[:2] == office[:2] and office[2] and o[2] and same(o, office) for o in other.offices)
            if began and _can_be_one(other, draft) and _alike(other, draft):
                return other
    return None


def _alike(one: Draft, other: Draft) -> bool:
    mine, theirs = ({w for n in (d.en, d.de) for w in key(n).split()} for d in (one, other))
    last = {key(n).split()[-1] for n in (one.en, one.de)} & {key(n).split()[-1] for n in (other.en, other.de)}
    return len(mine & theirs) > 1 or any(len(word) > 3 for word in last)


def _can_be_one(one: Draft, other: Draft) -> bool:
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    if one.gender and other.gender and one.gender != other.gender:
        return False
    states, theirs = _states(one), _states(other)
    if not (states & theirs) and states and theirs:
        return False
    return _years_apart(one, other) <= _APART


def _states(draft: Draft) -> set[str]:
    """The countries of a person's offices; those of bodies between states bind nobody to a country."""
    return {place for place in draft.places() if len(place) == 2 and place not in ("EU", "UN")}


def _years_apart(one: Draft, other: Draft) -> int:
    """Years between the last office of one and the first of the other."""
    mine, theirs = _years(one), _years(other)
    if not mine or not theirs:
        return 0
    return max(min(mine) - max(theirs), min(theirs) - max(mine), 0)


def _years(draft: Draft) -> list[int]:
    return [int(day[:4]) for office in draft.offices for day in office[2:] if day]


@cache
def apart() -> frozenset[str]:
    """Bodies that are never joined to another by name."""
    lines = (HAND / "apart.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def bodies(hand: Iterable[Draft]) -> list[Draft]:
    """Bodies joined where the main name of one is a name of another and nothing speaks against it."""
    found: list[Draft] = []
    by_name: dict[str, list[Draft]] = defaultdict(list)
    for draft in hand:
        same = next((d for d in _named_alike(draft, by_name) if _may_be_one_body(d, draft)), None)
        if same is None:
            found.append(draft)
            same = draft
        else:
            _join(same, draft)
            same.place, same.role = same.place or draft.place, same.role or draft.role
            same.domain = same.domain or draft.domain
        for name in same.names():
            if same not in by_name[fold(name)]:
                by_name[fold(name)].append(same)
    return found


def _named_alike(draft: Draft, by_name: dict[str, list[Draft]]) -> list[Draft]:
    mains = {fold(draft.de), fold(draft.en)}
    found = [d for name in sorted(mains) for d in by_name.get(name, ())]
    for name in map(fold, draft.other):
        found += [d for d in by_name.get(name, ()) if name in {fold(d.de), fold(d.en)} and len(name) > 4]
    return found


def _may_be_one_body(one: Draft, other: Draft) -> bool:
    if one.en != other.en and {one.en, other.en} & apart():
        return False
    places = not one.place or not other.place or one.place == other.place
    media = {"outlet", "agency"}
    roles = not one.role or not other.role or one.role == other.role or {one.role, other.role} <= media
    return places and roles


def _join(draft: Draft, more: Draft) -> None:
    """Take into ``draft`` what ``more`` says of the same actor."""
    draft.other += [name for name in more.names() if name not in draft.names()]
    draft.offices += more.offices
    draft.gender = draft.gender or more.gender
    draft.wikidata = draft.wikidata or more.wikidata
    draft.sources += [source for source in more.sources if source not in draft.sources]
