"""Builds the shipped list: ``python -m actors_list.build RAW [--date DAY] [--out FILE]`` (docs/actors.md).

RAW is the folder with the lists of others. The same input gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from actors_list import merge, sources
from actors_list.names import everyday, latin, surname
from actors_list.offices import worded
from actors_list.ranks import ranks
from actors_list.sources import Draft
from wortlaut.actors.known import countries, fold, slug
from wortlaut.actors.lexicon import lexicon
from wortlaut.actors.rows import Row, troubles, written
from wortlaut.languages import load

DAY = "2026-11-22"
SHIPPED = Path(__file__).parents[1] / "src" / "wortlaut" / "actors" / "data" / "known.tsv"
SOURCES = (
    "hand: written for this project (Apache-2.0), the rows by region in actors_list/hand.",
    "legislators-2015: members of legislatures, labels and numbers of Wikidata (CC0 1.0) by EveryPolitician.",
    "congress-legislators: unitedstates/congress-legislators (CC0 1.0).",
    "foreign-ministers-2023, office-holders-international: Wikidata (CC0 1.0) by every-politician-scrapers.",
    "A Wikidata number stands only where one of these lists confirms it. How it is made: docs/actors.md.",
)
_ARTICLES = frozenset(["the", "der", "die", "das", "la", "le", "el", "il", "los", "les", "al"])
_LONG = 11  # letters from which on a German noun names a body by itself ("Commerzbank")
_EVERYDAY = Path(__file__).parent / "hand" / "everyday-names.txt"


def build(raw: Path, day: str) -> tuple[str, list[str]]:
    """The list as text, and what was left out of the tables by hand because it is malformed."""
    faults: list[str] = []
    lists: list[Draft] = [
        *sources.legislators(raw), *sources.congress(raw), *sources.foreign_ministers(raw),
        *sources.international(raw),
    ]  # fmt: skip
    persons = merge.persons(sources.persons_by_hand(faults), lists)
    bodies = merge.bodies(sources.bodies_by_hand(faults))
    rank = ranks(persons, day)
    families = {surname(name) for d in persons for name in (d.en, d.de)}
    names = _free_names(bodies, families)
    rows = [_row(d, _names_of_person(d), rank[id(d)]) for d in persons]
    rows += [_row(d, names[id(d)], _rank_of_body(d)) for d in bodies]
    return written(_identified(rows), day, SOURCES), faults


def _row(draft: Draft, other: Iterable[str], rank: str) -> Row:
    de = "" if draft.de == draft.en else draft.de
    known = {draft.en, draft.de}
    names = dict.fromkeys(name for name in other if name not in known)
    return Row(
        _own_id(draft), draft.kind, draft.wikidata, de, draft.en, "|".join(names), draft.gender,
        worded(draft.offices), draft.place, draft.role, draft.domain, rank, "|".join(draft.sources),
    )  # fmt: skip


def _own_id(draft: Draft) -> str:
    """The id that the name gives; for the government of a state the one that reports give it."""
    state = countries("en").get(draft.place) if draft.role == "government" else None
    names = {f"{adjective} government" for adjective in state.adjectives} if state else set()
    return f"{draft.place.lower()}-government" if draft.en in names else slug(draft.en)


def _identified(rows: Iterable[Row]) -> list[Row]:
    """The rows with ids of their own: of several with one id, all but the surest are told by their place."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda r: (r.rank, r.kind != "person", r.source, r)):
        place = row.place or (row.offices.split(" ", 1)[0] if row.offices else "")
        for name in _ids(row.id, slug(place) if place else "", row.role):
            if name not in found:
                found[name] = row._replace(id=name)
                break
    return list(found.values())


def _ids(base: str, *more: str) -> Iterator[str]:
    yield base
    for part in filter(None, more):
        base = f"{base}-{part}"
        yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _names_of_person(draft: Draft) -> Iterator[str]:
    """Names besides the main ones: no single word of Latin letters but where it was tried."""
    for name in draft.other:
        if name in draft.own or not latin(name) or (" " in name and "(" not in name):
            yield name


def _free_names(bodies: list[Draft], families: set[str]) -> dict[int, list[str]]:
    """Names of each body besides the main ones that mean it alone."""
    bearers: dict[str, set[int]] = defaultdict(set)
    core: dict[str, int] = {}
    for body in bodies:
        for name in body.names():
            bearers[fold(name)].add(id(body))
        for name in [body.de, body.en, *body.own] if body.core else []:
            core.setdefault(fold(name), id(body))
    taken = _taken()

    def free(name: str, body: Draft) -> bool:
        if name in body.own or (body.core and latin(name) and name[0].islower()):
            return name in body.own
        key = fold(name)
        if "(" in name or any(key.endswith(f" {fold(n)}") for n in body.names() if not n.startswith("The ")):
            return False  # a note, or a noun before the name ("Nachrichtenagentur AFP")
        owner = core.get(key, id(body))
        if owner != id(body) or (key not in core and len(bearers[key]) > 1) or key in taken:
            return False
        if " " in name or not latin(name):
            return key not in everyday_names()
        return _is_name(name, families) and lexicon("de").office(name) is None

    return {id(body): [name for name in body.other if free(name, body)] for body in bodies}


def _is_name(word: str, families: set[str]) -> bool:
    """Is a single word hardly anything but the body's name?"""
    key = fold(word)
    if word.isupper():
        return len(word) >= 3 and key not in everyday_names()
    return len(word) > 3 and not _is_everyday(key) and key not in families


def _is_everyday(word: str) -> bool:
    """Is it a word of every day (a long one, listed as a noun, is the name it looks like)?"""
    return word in everyday_names() or (word in everyday() and len(word) < _LONG)


def _rank_of_body(body: Draft) -> str:
    if body.core:
        return "1"
    for name in {body.en, body.de}:
        words = [word for word in fold(name).split() if word not in _ARTICLES]
        if lexicon("de").office(name) is not None:
            return "3"  # an office, no body
        alone = len(words) == 1 and _is_everyday(words[0])
        if alone or fold(name) in everyday_names() or len("".join(words)) < 3 or fold(name) in _taken():
            return "3"
    return "2"


def everyday_names() -> frozenset[str]:
    """Names of bodies that are something else as well, as compared."""
    lines = _EVERYDAY.read_text(encoding="utf-8").split("\n")
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(fold(word.replace("_", " ")) for word in words)


def _taken() -> frozenset[str]:
    """Names of countries, seats of government and places, and the buildings that stand for governments."""
    found: set[str] = set()
    for language in ("de", "en"):
        for country in countries(language).values():
            found.update(map(fold, (*country.known.names, *country.seats, *country.people)))
        metonyms = load(language, "metonyms")
        found.update(map(fold, (*metonyms["places"], *metonyms["governments"])))
    return frozenset(found)


def main() -> int:
    """Build the list, say what was left out, and refuse to write one that does not hold."""
    parser = argparse.ArgumentParser(prog="actors_list.build")
    parser.add_argument("raw", type=Path)
    parser.add_argument("--date", default=DAY)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    given = parser.parse_args()
    text, faults = build(given.raw, given.date)
    for fault in faults:
        print(f"left out: {fault}", file=sys.stderr)
    wrong = list(troubles(text))
    for trouble in wrong[:20]:
        print(trouble, file=sys.stderr)
    if wrong:
        return 1
    given.out.write_text(text, encoding="utf-8")
    print(f"{given.out}: {text.count(chr(10)) - len(SOURCES) - 2} actors, {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
