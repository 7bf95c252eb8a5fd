"""How surely a name alone means an actor: 1 the surname, 2 the full name, 3 only with more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from actors_list.names import everyday, key, latin, surname
from actors_list.sources import Draft
from wortlaut.actors.known import fold

# offices whose bearers everybody knows by their full name, however common it is
_HIGH = frozenset(
    [
        "president",
        "monarch",
        "premier",
        "supreme",
        "pope",
        "foreign",
        "vice",
        "secretary",
        "commission",
        "council",
        "opposition",
    ]
)
_HIGHEST = frozenset(["president", "premier", "supreme", "pope"])
_LARGE = frozenset(
    [
        "US",
        "RU",
        "CN",
        "DE",
        "FR",
        "GB",
        "UA",
        "IL",
        "IR",
        "TR",
        "IN",
        "JP",
        "IT",
        "ES",
        "PL",
        "BR",
        "CA",
        "KR",
        "SA",
        "EG",
        "AT",
        "HU",
        "MX",
        "AU",
        "AR",
        "ZA",
        "NL",
        "SE",
        "RS",
        "BY",
    ]
)
_REMEMBERED = "2000"  # a bearer of a common name whose office ended before is hardly who is meant
_MANY = 6  # bearers of one surname in the list from whom on it is common
_USUAL = 25  # bearers of one given name in the list from whom on it is
_SHORT = 5  # letters of a surname below which it means nobody by itself
_COMMON = Path(__file__).parent / "hand" / "common-surnames.txt"


def ranks(persons: Iterable[Draft], day: str) -> dict[int, str]:
    """The rank of each person by the id of the draft."""
    everybody = list(persons)
    families = _families(everybody)
    given = Counter(fold(d.en).split(" ")[0] for d in everybody)
    full = _full_names(everybody)
    found = {}
    for draft in everybody:
        rank = "1" if draft.core else _rank(draft, families, given, full)
        if rank == "2" and _is_known_by_surname(draft, families, day):
            rank = "1"
        found[id(draft)] = rank
    return found


def _families(persons: list[Draft]) -> Counter[str]:
    """How many persons bear each surname."""
    return Counter(family for d in persons for family in {surname(n) for n in (d.en, d.de)})


def _full_names(persons: list[Draft]) -> dict[str, int]:
    """How many persons bear each full name."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for draft in persons:
        for name in draft.names():
            if latin(name):
                bearers[key(name)].add(id(draft))
    return {name: len(who) for name, who in bearers.items()}


def _rank(draft: Draft, families: Counter[str], given: Counter[str], full: dict[str, int]) -> str:
    roles = {office[1] for office in draft.offices}
    if roles <= {"legislator"} or " " not in draft.en or full.get(key(draft.en), 0) > 1:
        return "3"
    last = surname(draft.en)
    common = families[last] >= _MANY or last in common_surnames()
    common = common and given[fold(draft.en).split(" ")[0]] >= _USUAL
    high = any(role in _HIGH and (not end or end >= _REMEMBERED) for _, role, _, end in draft.offices)
    return "3" if common and not high and len(draft.en.split()) < 3 else "2"


def _is_known_by_surname(draft: Draft, families: Counter[str], day: str) -> bool:
    """Does the surname alone mean the person: one who leads a large state now and shares it with nobody?"""
    leads = any(
        place in _LARGE and role in _HIGHEST and start > "2015" and not end
        for place, role, start, end in draft.offices
    )
    last = surname(draft.en)
    alone = all(families[surname(name)] == 1 for name in (draft.en, draft.de))
    rare = last not in common_surnames() and last not in everyday() and len(last) >= _SHORT
    return leads and alone and rare and day >= "2025"


def common_surnames() -> frozenset[str]:
    """Surnames that many bear, as compared."""
    lines = _COMMON.read_text(encoding="utf-8").split("\n")
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())
