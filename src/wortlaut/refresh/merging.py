"""The list in use with what Wikidata answers: numbers are confirmed, offices joined, new actors added."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from wortlaut.actors.known import fold
from wortlaut.actors.rows import Row

_MANY = 6  # bearers of a surname from whom on a full name with it is no proof


def merged(old: Iterable[Row], new: Iterable[Row]) -> list[Row]:
    """All actors, each once and with an id of its own."""
    rows = list(old)
    by_number = {row.wikidata: index for index, row in enumerate(rows) if row.wikidata}
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        for name in _main_names(row):
            by_name[row.kind, name].append(index)
    families = Counter(fold(row.en).split(" ")[-1] for row in rows if row.kind == "person")
    ids = {row.id for row in rows}
    for row in new:
        same = by_number.get(row.wikidata)
        same = same if same is not None else _namesake(row, rows, by_name)
        index = len(rows) if same is None else same
        if same is None:
            rows.append(row._replace(id=_free(row, ids), rank=_rank(row, families, by_name)))
            ids.add(rows[-1].id)
        else:
            rows[index] = _joined(rows[index], row)
        by_number[row.wikidata] = index
        for name in _main_names(row):
            if index not in by_name[row.kind, name]:
                by_name[row.kind, name].append(index)
    return rows


def _main_names(row: Row) -> set[str]:
    return {fold(row.en), fold(row.de or row.en)}


def _namesake(row: Row, rows: list[Row], by_name: dict[tuple[str, str], list[int]]) -> int | None:
    """The one actor of the same name and country that has no number yet."""
    fits = {i for name in _main_names(row) for i in by_name[row.kind, name]}
    same = [i for i in sorted(fits) if not rows[i].wikidata and _places(rows[i]) & _places(row)]
    return same[0] if len(same) == 1 else None


def _places(row: Row) -> set[str]:
    return {place for place, *_ in row.offices_held()} | ({row.place} if row.place else set())


def _joined(row: Row, more: Row) -> Row:
    """A row with the names and offices of another of the same actor."""
    own = {row.en, row.de, *row.other.split("|")}
    other = [*filter(None, row.other.split("|")), *(n for n in more.other.split("|") if n and n not in own)]
    source = row.source if more.source in row.source.split("|") else f"{row.source}|{more.source}"
    return row._replace(
        wikidata=row.wikidata or more.wikidata, other="|".join(other), gender=row.gender or more.gender,
        offices=_offices(row.offices, more.offices), domain=row.domain or more.domain,
        place=row.place or more.place, role=row.role or more.role, source=source,
    )  # fmt: skip


def _offices(old: str, new: str) -> str:
    """Offices of both; the same one with another end or more exact dates is one."""
    found = [o.split(" ") for o in old.split("|") if o]
    for office in (o.split(" ") for o in new.split("|") if o):
        for index, other in enumerate(found):
            if other[:2] == office[:2] and _same_start(other, office):
                start = max(other[2:3], office[2:3], key=lambda part: len("".join(part)))
                end = office[3:4] or other[3:4]
                found[index] = [*office[:2], *(start or (["-"] if end else [])), *end]
                break
        else:
            found.append(office)
    return "|".join(sorted(dict.fromkeys(" ".join(o) for o in found), key=lambda o: (o.split(" ")[2:], o)))


def _same_start(one: list[str], other: list[str]) -> bool:
    mine, theirs = "".join(one[2:3]).removeprefix("-"), "".join(other[2:3]).removeprefix("-")
    return mine.startswith(theirs) or theirs.startswith(mine)


def _rank(row: Row, families: Counter[str], by_name: dict[tuple[str, str], list[int]]) -> str:
    shared = any(by_name[row.kind, name] for name in _main_names(row))
    if shared or " " not in row.en:
        return "3"
    return "3" if row.kind == "person" and families[fold(row.en).split(" ")[-1]] >= _MANY else "2"


def _free(row: Row, ids: set[str]) -> str:
    number = row.wikidata.lower()
    return row.id if row.id not in ids else f"{row.id}-{number}"
