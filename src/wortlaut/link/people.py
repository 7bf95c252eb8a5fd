"""The same actor in several reports.

Actors are one if they have the same number in Wikidata, or the same kind and names that differ only by
habits of spelling. A surname alone is joined to a full name only if one alone fits and both stand in like
company. Homonyms (one name, two numbers) stay apart, and so does whoever is not named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from wortlaut.link.names import alike, fold, key, slug
from wortlaut.link.sets import Sets, mark
from wortlaut.store import tables

_ALIKE = 0.92  # a few words wrong in a letter; below this, brothers and namesakes are joined
_BLOCK = 200
_AT_ONCE = 500


class Name(NamedTuple):
    """A name as the reports have it, once for all reports."""

    kind: str
    name: str
    wikidata: str | None


class People:
    """Which actor a name stands for, as far as the name itself tells."""

    def __init__(self, names: Counter[Name]) -> None:
        self.names = names
        self._sets: Sets[str] = Sets()
        self.reasons: dict[str, set[str]] = defaultdict(set)
        self._numbers = self._by_number()
        self._join_variants()
        self._surnames = self._by_surname()

    def _by_number(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name in self.names:
            if name.wikidata:
                found[name.kind, key(name.name)].add(name.wikidata)
        return found

    def own(self, name: Name) -> str:
        """The key of a name before variants are joined."""
        if name.wikidata:
            return name.wikidata
        folded = key(name.name)
        numbers = self._numbers.get((name.kind, folded), set())
        if len(numbers) == 1 and not _is_surname(name):
            return next(iter(numbers))
        ending = "" if name.kind == "person" else f"-{name.kind}"
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
            if self.own(left) != self.own(right) and alike(left.name, right.name) >= _ALIKE
        ]
        numbers: dict[str, set[str]] = defaultdict(set)
        for left, right in found:
            for one, other in ((self.own(left), self.own(right)), (self.own(right), self.own(left))):
                numbers[one] |= {other} if _number(other) else set()
        for left, right in found:
            one, other = self.entity(left), self.entity(right)
            clear = all(_number(e) or len(numbers[e]) < 2 for e in (self.own(left), self.own(right)))
            if one != other and clear and not (_number(one) and _number(other)):
                first, second = sorted((one, other), key=lambda e: (not _number(e), e))
                self._sets.join(first, second)
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


def _number(entity: str) -> bool:
    return entity[:1] == "Q" and entity[1:].isdigit()


def _order(name: Name) -> tuple[bool, str, str]:
    return (not name.wikidata, name.wikidata or "", name.name)


def link_people(connection: Connection) -> None:
    """Write which actors of the reports are one."""
    people = People(_names(connection))
    company = _company(connection, people)
    connection.execute(delete(tables.entity_of))
    rows: list[dict[str, str]] = []
    counts: Counter[str] = Counter()
    best: dict[str, tuple[int, int, str]] = {}
    for report, actors in _by_report(connection):
        present = {people.entity(name) for _, name in actors if name.kind != "anonymous"}
        chosen = {actor: _choose(people, company, report, actor, name, present) for actor, name in actors}
        rows += [{"report": report, "actor": actor, "entity": e} for actor, e in chosen.items()]
        counts.update(set(chosen.values()))
        for actor, name in actors:
            rank = (people.names[name], len(name.name), name.name)
            best[chosen[actor]] = max(best.get(chosen[actor], rank), rank)
        if len(rows) > _AT_ONCE:
            connection.execute(insert(tables.entity_of), rows)
            rows = []
    if rows:
        connection.execute(insert(tables.entity_of), rows)
    _write(connection, people, counts, {entity: rank[2] for entity, rank in best.items()})


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


def _choose(
    people: People, company: dict[str, set[str]], report: str, actor: str, name: Name, present: set[str]
) -> str:
    if name.kind == "anonymous":
        return mark("anonymous-", report, actor)
    own = people.entity(name)
    fitting = people.full_names(name)
    if not fitting:
        return own
    if len(fitting) == 1:
        full = next(iter(fitting))
        if company[full] & (present - {own}):
            people.reasons[full].add(f"“{name.name}” is nobody else's surname, and in the same company")
            return full
    return mark(f"{own}-", report, actor)  # several of that surname, or strangers to one another


def _write(connection: Connection, people: People, counts: Counter[str], names: dict[str, str]) -> None:
    connection.execute(delete(tables.entity))
    kinds = _kinds(people)
    rows: list[dict[str, Any]] = [
        {
            "id": entity,
            "name": names[entity],
            "kind": kinds.get(entity, "anonymous" if entity.startswith("anonymous-") else "person"),
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
