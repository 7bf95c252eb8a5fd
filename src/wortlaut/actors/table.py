"""The list of known actors in memory: found by id, by name, by spelling, and by the office held on a day."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from wortlaut.actors import rows
from wortlaut.actors.known import Known, Term, fold
from wortlaut.actors.rows import Row
from wortlaut.errors import ActorsError
from wortlaut.record.types import ActorKind

FILE = "known.tsv"
_ARTICLE = 4  # letters up to which the first word of a name may be an article, which is no adjective
_TABS = len(Row._fields) - 1
_SHARED = -1  # several bear the name
_GOVERNMENT = "-government"  # after the code of a state; these are found by country and building


class Table:
    """The actors of a list. Lines are kept as read and taken apart when somebody asks for their actor."""

    def __init__(self, text: str) -> None:
        """Take the lines of a list."""
        self.day = rows.dated(text)
        self.sources = rows.credited(text)
        self._lines = rows.body(text)
        self._known: dict[tuple[int, str], Known] = {}

    def __len__(self) -> int:
        """How many actors."""
        return len(self._lines)

    def row(self, number: int) -> Row:
        """The actor of a line, as the list has it."""
        return Row(*self._lines[number].split("\t"))

    def numbered(self, name_id: str) -> int | None:
        """The line of the actor with this id."""
        index = bisect_left(self._lines, f"{name_id}\t")
        found = index < len(self._lines) and self._lines[index].startswith(f"{name_id}\t")
        return index if found else None

    def known(self, number: int, language: str) -> Known:
        """The actor of a line, named in ``language`` (German, else English); always the same object."""
        key = number, "de" if language == "de" else "en"
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _known(self.row(number), key[1])
        return found

    @cached_property
    def names(self) -> Names:
        """Where each name stands that means its actor."""
        return Names(self._lines)

    def ranked(self, kind: str, language: str) -> Iterable[Known]:
        """The actors of a kind whose names mean them everywhere."""
        mark = f"\t{kind}\t"
        return (self.known(n, language) for n in self.names.first if mark in self._lines[n])

    def spelt(self, name: str, language: str) -> list[Known]:
        """The actors that bear a name but for accents, marks and case."""
        return [self.known(number, language) for number in self.names.folded.get(fold(name), ())]

    def surnamed(self, name: str, language: str) -> list[Known]:
        """The persons whose names end with ``name``, the surest first; looks through the whole list."""
        end = " " + fold(name)
        numbers = {n for folded, found in self.names.folded.items() if folded.endswith(end) for n in found}
        found = [self.known(number, language) for number in sorted(numbers)]
        return sorted((k for k in found if k.kind == "person"), key=lambda known: known.rank)

    def named(self, name: str, language: str) -> Known | None:
        """The one actor whose name this is, letter by letter; never a person of rank 3."""
        number = self.names.exact.get(name, _SHARED)
        return None if number == _SHARED else self.known(number, language)

    def holders(self, place: str, role: str, day: str | None, language: str) -> list[Known]:
        """Who holds an office on ``day`` (None: who ever did); of two with no end given, who began later."""
        held = [
            (start, end, number)
            for start, end, number in self._offices.get((place, role), ())
            if Term(place, role, start, end).holds(day)
        ]
        if day is not None and len(held) > 1 and not any(end for _, end, _ in held):
            last = max(start for start, _, _ in held)
            held = [one for one in held if one[0] == last]
        return [self.known(number, language) for number in dict.fromkeys(n for _, _, n in held)]

    def body(self, place: str, role: str, language: str) -> Known | None:
        """The one body of a state with this role."""
        numbers = self._bodies.get((place, role), ())
        return self.known(numbers[0], language) if len(numbers) == 1 else None

    @cached_property
    def _bodies(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for number, line in enumerate(self._lines):
            if "\torganisation\t" in line:
                row = self.row(number)
                found.setdefault((row.place, row.role), []).append(number)
        return found

    @cached_property
    def _offices(self) -> dict[tuple[str, str], list[tuple[str, str, int]]]:
        found: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
        for number, line in enumerate(self._lines):
            if "\tperson\t" in line:
                for place, role, start, end in self.row(number).offices_held():
                    if role != "legislator":
                        found.setdefault((place, role), []).append((start, end, number))
        return found


class Names:
    """Names of a list.

    ``exact``: a name as written, its line; ``lengths``: how many words the names have that begin with one;
    ``folded``: lines by spelling; ``first``: lines of rank 1.
    """

    def __init__(self, lines: list[str]) -> None:
        """Index the names of all lines."""
        self.exact: dict[str, int] = {}
        self.lengths: dict[str, set[int]] = {}
        self.folded: dict[str, list[int]] = {}
        self.first: list[int] = []
        self._sure: set[int] = set()
        for number, line in enumerate(lines):
            name_id, kind, _, de, en, other, _, _, _, _, _, rank, _ = line.split("\t")
            names = {en, de, *other.split("|")} if other else {en, de}
            names.discard("")
            if rank == "1":
                self.first.append(number)
            if name_id[2:] == _GOVERNMENT:
                continue
            for name in names:
                self._spell(name, number)
            if rank != "3" or kind != "person":
                for name in names:
                    self._write(name, number, rank)
            german = de or en
            if kind != "person" and " " in german and german[0].isupper() and german.find(" ") > _ARTICLE:
                for name in inflected(german, "de"):
                    if name not in self.exact:
                        self._write(name, number, rank)

    def _spell(self, name: str, number: int) -> None:
        key = fold.__wrapped__(name)
        same = self.folded.get(key)
        if same is None:
            self.folded[key] = [number]
        elif number not in same:
            same.append(number)

    def _write(self, name: str, number: int, rank: str) -> None:
        if "." in name or "/" in name:
            name = " ".join(cut(name))
        other = self.exact.get(name)
        if other is not None and rank != "1":
            if other not in self._sure and other != number:
                self.exact[name] = _SHARED
            return
        if rank == "1":
            self._sure.add(number)
        self.exact[name] = number
        first, _, rest = name.partition(" ")
        self.lengths.setdefault(first, set()).add(rest.count(" ") + 2 if rest else 1)


def cut(name: str) -> tuple[str, ...]:
    """A name as the tokens of a passage."""
    found: list[str] = []
    for part in name.split():
        if len(part) > 1 and part.endswith(".") and part[:-1].replace(".", "").isalnum():
            found += [part[:-1], "."]
        else:
            found += part.replace("/", " / ").split()
    return tuple(found)


def inflected(name: str, language: str) -> Iterator[str]:
    """A name and, in German, the forms its adjectives take ("Vereinten Nationen", "Roten Kreuzes")."""
    yield name
    if language != "de" or " " not in name:
        return
    first, rest = name.split(" ", 1)
    if (first.endswith("es") and first[:-2][-1:].isalpha() and len(first) > 4) or first.endswith("er"):
        yield f"{first[:-2]}en {rest}"
        yield f"{first[:-1]} {rest}"
        yield f"{first[:-2]}en {rest}s"
        yield f"{first[:-2]}en {rest}es"
    elif first.endswith("e"):
        yield f"{first}n {rest}"
        yield f"{first}r {rest}"


def _known(row: Row, language: str) -> Known:
    name = row.de if language == "de" and row.de else row.en
    names = tuple(dict.fromkeys(n for n in (name, row.de, row.en, *row.other.split("|")) if n))
    terms = tuple(Term(*office) for office in row.offices_held())
    kind: ActorKind = "person" if row.kind == "person" else "organisation"
    return Known(
        row.id, name, kind, row.wikidata or None, names, row.gender.replace("x", ""), terms, row.domain,
        row.place, row.role, row.rank,
    )  # fmt: skip


def home() -> Path:
    """The folder for the user's own data: ``WORTLAUT_DATA``, else the one the system has for such."""
    own = os.environ.get("WORTLAUT_DATA")
    if own:
        return Path(own)
    shared = os.environ.get("XDG_DATA_HOME")
    return Path(shared or os.path.expanduser("~/.local/share")) / "wortlaut"


@cache
def table() -> Table:
    """The list in use: the one that was installed (``wortlaut actors update``), else the one that ships."""
    installed = home() / FILE
    try:
        return Table(checked(installed.read_text(encoding="utf-8"), str(installed)))
    except (FileNotFoundError, NotADirectoryError):
        return shipped()
    except PermissionError as error:
        if not os.environ.get("WORTLAUT_DATA"):  # somebody else's home, as in a container
            return shipped()
        raise ActorsError(str(installed), "the list can't be read", "check the rights") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ActorsError(str(installed), f"the list can't be read ({error})", "remove the file") from error


@cache
def shipped() -> Table:
    """The list that ships with the program."""
    file = resources.files("wortlaut.actors").joinpath("data", FILE)
    return Table(file.read_text(encoding="utf-8"))


def checked(text: str, source: str) -> str:
    """The text of an installed list, if it is one at all; it was looked through when it was installed."""
    lines = rows.body(text)
    if not rows.dated(text) or not lines or any(line.count("\t") != _TABS for line in lines):
        raise ActorsError(source, "it is no list of known actors", "remove it, or install one with update")
    return text


def persons(language: str) -> Iterable[Known]:
    """Known persons whose surname alone may mean them."""
    return table().ranked("person", language)


def organisations(language: str) -> Iterable[Known]:
    """Known organisations whose names mean them everywhere."""
    return table().ranked("organisation", language)
