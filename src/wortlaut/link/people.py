"""The same actor in several reports.

Actors are one if they have the same number in Wikidata, or the same kind and names that differ only by
habits of spelling; two that one report tells apart are never one. A surname alone is joined to a full name
only if one alone fits and both stand in like company, or if its title fits one alone. Homonyms (one name,
two numbers) stay apart, and so does whoever is not named, or named by a noun that many have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from wortlaut.actors.table import table
from wortlaut.link.bodies import Body, body, country
from wortlaut.link.names import alike, can_be_one, fold, key, slug
from wortlaut.link.sets import Sets, mark
from wortlaut.link.titles import Titles
from wortlaut.store import tables

_ALIKE = 0.82  # a few words wrong in a letter; below this, brothers and namesakes are joined
_BLOCK = 200
_AT_ONCE = 500


class Name(NamedTuple):
    """A name as the reports have it, once for all reports."""

    kind: str
    name: str
    wikidata: str | None


class People:
    """Which actor a name stands for, as far as the name itself tells."""

    def __init__(self, names: Counter[Name], apart: Iterable[tuple[Name, Name]] = ()) -> None:
        """``apart``: names of one report that are two actors there."""
        self.names = names
        self._sets: Sets[str] = Sets()
        self.reasons: dict[str, set[str]] = defaultdict(set)
        self._numbers = self._by_number()
        pairs = sorted(set(apart))
        self._own: dict[Name, str] = self._told_apart(pairs)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for left, right in pairs:
            self._apart[self.own(left)].add(self.own(right))
            self._apart[self.own(right)].add(self.own(left))
        self._join_variants()
        self._surnames = self._by_surname()

    def _by_number(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name in self.names:
            if name.wikidata:
                found[name.kind, key(name.name)].add(name.wikidata)
        return found

    def _told_apart(self, pairs: list[tuple[Name, Name]]) -> dict[Name, str]:
        """Keys of their own for names that would have one key and are two actors in one report."""
        found: dict[Name, str] = {}
        for one, other in pairs:
            left, right = sorted((one, other), key=_order)
            if not right.wikidata and self._key(left) == self._key(right):
                found[right] = mark(f"{slug(fold(right.name))}-", *right)
        return found

    def own(self, name: Name) -> str:
        """The key of a name before variants are joined."""
        return self._own.get(name) or self._key(name)

    def _key(self, name: Name) -> str:
        if name.wikidata:
            return name.wikidata
        if found := _body(name):
            return slug([*found.whose, found.what]) + "-body"
        folded = key(name.name)
        numbers = self._numbers.get((name.kind, folded), set())
        if len(numbers) == 1 and not _is_surname(name):
            return next(iter(numbers))
        if listed := _listed(name):
            return listed
        ending = "" if name.kind == "person" else f"-{name.kind}"
        if name.kind == "country" and (stem := country(name.name)):
            return f"{stem}-{name.kind}"
        return slug(list(fold(name.name)) if _is_surname(name) else folded.split()) + ending

    def _join_variants(self) -> None:
        blocks: dict[tuple[str, str], set[Name]] = defaultdict(set)
        for name in self.names:
            words = fold(name.name)
            if name.kind == "person" and len(words) > 1:
                blocks[name.kind, words[-1][:3]].add(name)
        for block in sorted(blocks):
            self._join_block(sorted(blocks[block], key=_order)[:_BLOCK])

    def _join_block(self, block: list[Name]) -> None:
        found = [
            (left, right)
            for place, left in enumerate(block)
            for right in block[place + 1 :]
            if self.own(left) != self.own(right)
            and alike(left.name, right.name) >= _ALIKE
            and can_be_one(left.name, right.name)
        ]
        numbers: dict[str, set[str]] = defaultdict(set)
        for left, right in found:
            for one, other in ((self.own(left), self.own(right)), (self.own(right), self.own(left))):
                numbers[one] |= {other} if _number(other) else set()
        members: dict[str, set[str]] = {}
        for left, right in found:
            one, other = self.entity(left), self.entity(right)
            clear = all(_number(e) or len(numbers[e]) < 2 for e in (self.own(left), self.own(right)))
            if one != other and clear and not (_number(one) and _number(other)):
                first, second = sorted((one, other), key=lambda e: (not _number(e), e))
                both = members.get(first, {first}), members.get(second, {second})
                if any(self._apart[key] & both[1] for key in both[0] if key in self._apart):
                    continue
                self._sets.join(first, second)
                members[first] = both[0] | both[1]
                self.reasons[first].add(f"“{left.name}” and “{right.name}” are spellings of one name")

    def entity(self, name: Name) -> str:
        """The actor that ``name`` stands for."""
        return self._sets.find(self.own(name))

    def _by_surname(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            words = fold(name.name)
            if name.kind == "person" and len(words) > 1:
                found[words[-1]].add(self.entity(name))
        return found

    def full_names(self, name: Name) -> set[str]:
        """Actors whose surname ``name`` may be; empty if it is more than a surname."""
        return self._surnames.get(fold(name.name)[0], set()) if _is_surname(name) else set()


def _is_surname(name: Name) -> bool:
    return name.kind == "person" and not name.wikidata and len(fold(name.name)) == 1


def _listed(name: Name) -> str:
    """The number, or a mark, of the one known actor spelt so in any script; empty: none, or several."""
    if name.kind not in ("person", "organisation") or _is_surname(name):
        return ""
    found = [k for k in table().spelt(name.name, "en") if k.kind == name.kind and k.rank != "3"]
    return (found[0].wikidata or f"{found[0].id}-listed") if len(found) == 1 else ""


_OFFICES = frozenset({"president", "premier", "minister", "spokesperson", "official", "someone"})


def _body(name: Name) -> Body | None:
    """The body or office that a name means; a person's name may have such a word in it by chance."""
    found = body(name.name) if name.kind in ("person", "organisation", "group") else None
    if found is None or name.kind != "person":
        return found
    is_office = found.what in _OFFICES and name.name[:1].islower()
    return found if is_office or not found.whose else None


def _number(entity: str) -> bool:
    return entity[:1] == "Q" and entity[1:].isdigit()


def _order(name: Name) -> tuple[bool, str, str]:
    return (not name.wikidata, name.wikidata or "", name.name)


def link_people(connection: Connection) -> None:
    """Write which actors of the reports are one."""
    people = People(_names(connection), _apart(connection))
    company = _company(connection, people)
    titles = Titles(connection)
    bearers = _bearers(connection, people, titles)
    connection.execute(delete(tables.entity_of))
    rows: list[dict[str, str]] = []
    counts: Counter[str] = Counter()
    best: dict[str, tuple[int, int, str]] = {}
    kinds: dict[str, str] = {}
    for report, actors in _by_report(connection):
        scene = Scene(people, company, bearers, titles, report)
        chosen = scene.choose(actors)
        rows += [{"report": report, "actor": actor, "entity": e} for actor, e in chosen.items()]
        counts.update(set(chosen.values()))
        for actor, name in actors:
            rank = (people.names[name], len(name.name), name.name)
            best[chosen[actor]] = max(best.get(chosen[actor], rank), rank)
            kinds[chosen[actor]] = max(kinds.get(chosen[actor], ""), name.kind)
        if len(rows) > _AT_ONCE:
            connection.execute(insert(tables.entity_of), rows)
            rows = []
    if rows:
        connection.execute(insert(tables.entity_of), rows)
    names = {entity: rank[2] for entity, rank in best.items()}
    _write(connection, people, counts, names, kinds | _kinds(people))


def _apart(connection: Connection) -> Iterator[tuple[Name, Name]]:
    """Names that stand for two actors of one report, as far as they could be taken for one."""
    for _, actors in _by_report(connection):
        blocks: dict[tuple[str, str], set[Name]] = defaultdict(set)
        for _, name in actors:
            for word in fold(name.name) if name.kind != "anonymous" else ():
                blocks[name.kind, word[:3]].add(name)
        for block in blocks.values():
            yield from combinations(sorted(block, key=_order), 2)


def _bearers(connection: Connection, people: People, titles: Titles) -> dict[str, set[str]]:
    """The titles that full names bear in any report, where several have one surname."""
    several = {e for name in people.names if len(found := people.full_names(name)) > 1 for e in found}
    borne: dict[str, set[str]] = defaultdict(set)
    if several:
        for report, actors in _by_report(connection):
            for actor, name in actors:
                if name.kind == "person" and (entity := people.entity(name)) in several:
                    borne[entity] |= titles.of(report, actor)
    return borne


def _names(connection: Connection) -> Counter[Name]:
    own = tables.actor.c
    size = func.count().label("size")
    found = select(own.kind, own.name, own.wikidata, size).where(own.kind != "anonymous")
    rows = connection.execute(found.group_by(own.kind, own.name, own.wikidata))
    return Counter({Name(r.kind, r.name, r.wikidata): r.size for r in rows})


def _by_report(connection: Connection) -> Iterator[tuple[str, list[tuple[str, Name]]]]:
    own = tables.actor.c
    found = select(tables.actor).order_by(own.report, own.id).execution_options(yield_per=1000)
    report: str | None = None
    actors: list[tuple[str, Name]] = []
    for row in connection.execute(found):
        if row.report != report:
            if report is not None:
                yield report, actors
            report, actors = row.report, []
        actors.append((row.id, Name(row.kind, row.name, row.wikidata)))
    if report is not None:
        yield report, actors


def _company(connection: Connection, people: People) -> dict[str, set[str]]:
    """With whom each actor stands in a report, for those whom a bare surname may mean."""
    wanted = {e for name in people.names for e in people.full_names(name)}
    found: dict[str, set[str]] = defaultdict(set)
    if wanted:
        for _, actors in _by_report(connection):
            present = {people.entity(name) for _, name in actors if name.kind != "anonymous"}
            for entity in present & wanted:
                found[entity] |= present - {entity}
    return found


class Scene:
    """One report, and what is known of those in it."""

    def __init__(
        self,
        people: People,
        company: dict[str, set[str]],
        bearers: dict[str, set[str]],
        titles: Titles,
        report: str,
    ) -> None:
        self._people, self._company, self._bearers = people, company, bearers
        self._titles, self._report = titles, report

    def choose(self, actors: list[tuple[str, Name]]) -> dict[str, str]:
        """Which actor across reports each is; two of the report are never one, unless by their number."""
        people, report = self._people, self._report
        present = {people.entity(name) for _, name in actors if name.kind != "anonymous"}
        chosen: dict[str, str] = {}
        taken: set[str] = set()
        for actor, name in sorted(actors, key=lambda one: (_is_surname(one[1]), one[0])):
            entity = self._one(actor, name, present)
            if entity in taken and not (name.wikidata and name.wikidata == entity):
                entity = mark(f"{people.own(name)}-", report, actor)
            taken.add(entity)
            chosen[actor] = entity
        return {actor: chosen[actor] for actor, _ in actors}

    def _one(self, actor: str, name: Name, present: set[str]) -> str:
        people, report = self._people, self._report
        if name.kind == "anonymous":
            return mark("anonymous-", report, actor)
        own = people.entity(name)
        generic = _body(name) if not name.wikidata else None
        if generic and not generic.whose:
            return mark(f"{own}-", report, actor)  # whose it is, nobody says
        fitting = people.full_names(name)
        if not fitting:
            return own
        full = self._titled(actor, fitting) if len(fitting) > 1 else next(iter(fitting))
        if full and len(fitting) > 1:
            people.reasons[full].add(f"“{name.name}” bears the title that of this name nobody else has")
            return full
        if full and self._company[full] & (present - {own}):
            people.reasons[full].add(f"“{name.name}” is nobody else's surname, and in the same company")
            return full
        return mark(f"{own}-", report, actor)  # several of that surname, or strangers to one another

    def _titled(self, actor: str, fitting: set[str]) -> str | None:
        """Who of those with the surname bears the title that the report gives; None unless one alone."""
        titles = self._titles.of(self._report, actor)
        bearing = [entity for entity in sorted(fitting) if titles & self._bearers.get(entity, set())]
        return bearing[0] if len(bearing) == 1 else None


def _write(
    connection: Connection,
    people: People,
    counts: Counter[str],
    names: dict[str, str],
    kinds: dict[str, str],
) -> None:
    connection.execute(delete(tables.entity))
    rows: list[dict[str, Any]] = [
        {
            "id": entity,
            "name": names[entity],
            "kind": kinds[entity],
            "wikidata": entity if _number(entity) else None,
            "reports": size,
            "reasons": msgspec.json.encode(sorted(_reasons(people, entity))),
        }
        for entity, size in sorted(counts.items())
    ]
    for start in range(0, len(rows), _AT_ONCE):
        connection.execute(insert(tables.entity), rows[start : start + _AT_ONCE])


def _kinds(people: People) -> dict[str, str]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, size in people.names.items():
        found[people.entity(name)][name.kind] += size
    return {entity: max(sizes, key=lambda kind: (sizes[kind], kind)) for entity, sizes in found.items()}


def _reasons(people: People, entity: str) -> set[str]:
    first = "the same number in Wikidata, or a name known by it" if _number(entity) else "the same name"
    return {first} | people.reasons.get(entity, set())
