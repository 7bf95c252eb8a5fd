"""The list of known actors as a file: one line per actor, sorted by id, and what must hold of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MARK = "# wortlaut known actors 1, "
LARGEST = 50_000_000  # characters of a list
_LONGEST = 20_000  # characters of a line
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"Q[1-9][0-9]{0,11}")
_PLACE = re.compile(r"[^\W\d_][\w&-]{0,29}")
_ROLE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_DAY = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class Row(NamedTuple):
    """One actor as the list has it; every field is text, several values in one are parted by ``|``.

    ``de`` is empty where it is the same as ``en``. ``offices``: place, role, start and end of each,
    parted by blanks; a start that is not known is ``-``.
    """

    id: str
    kind: str
    wikidata: str
    de: str
    en: str
    other: str
    gender: str
    offices: str
    place: str
    role: str
    domain: str
    rank: str
    source: str

    def offices_held(self) -> list[tuple[str, str, str, str]]:
        """Place, role, start and end (empty: not known, or not ended) of each office."""
        found = []
        for office in self.offices.split("|") if self.offices else ():
            place, role, start, end = (*office.split(" "), "", "")[:4]
            found.append((place, role, "" if start == "-" else start, end))
        return found


def written(rows: Iterable[Row], day: str, sources: Iterable[str]) -> str:
    """The list of ``day`` as text."""
    head = [MARK + day, *(f"# {source}" for source in sources), "\t".join(Row._fields)]
    return "\n".join([*head, *("\t".join(row) for row in sorted(rows)), ""])


def dated(text: str) -> str:
    """The day of a list; empty if it is none."""
    first = text[: len(MARK) + 12].split("\n", 1)[0]
    return first.removeprefix(MARK) if first.startswith(MARK) else ""


def credited(text: str) -> list[str]:
    """What a list says of its sources, a line each."""
    head = text[: max(0, text.find("\nid\tkind\t"))].split("\n")
    return [line.removeprefix("# ") for line in head[1:]]


def body(text: str) -> list[str]:
    """The lines of the actors alone."""
    start = text.find("\nid\tkind\t")
    return text[text.find("\n", start + 1) + 1 :].split("\n")[:-1] if start >= 0 else []


def troubles(text: str) -> Iterator[str]:
    """What is wrong with a list: for each fault its line and what it is."""
    if len(text) > LARGEST:
        yield f"line 1: the list is longer than {LARGEST:,} characters"
        return
    lines = text.split("\n")
    if not lines[0].startswith(MARK) or not is_day(lines[0].removeprefix(MARK), whole=True):
        yield f"line 1: it must be “{MARK}YYYY-MM-DD”"
        return
    head = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if head == len(lines) or lines[head] != "\t".join(Row._fields):
        yield f"line {head + 1}: it must name the columns {', '.join(Row._fields)}"
        return
    if lines[-1]:
        yield f"line {len(lines)}: it must end with a line break"
    seen: dict[str, int] = {}
    before = ""
    for number, line in enumerate(lines[head + 1 : len(lines) - (not lines[-1])], head + 2):
        fault = _fault(line) or _doubled(line.split("\t"), before, seen, number)
        if fault:
            yield f"line {number}: {fault}"
        before = line.split("\t", 1)[0]
    if len(lines) < head + 3:
        yield f"line {head + 1}: no actor follows"


def is_day(day: str, *, whole: bool = False) -> bool:
    """Is it a day, a month or a year of the calendar (``whole``: a day only)?"""
    if not _DAY.fullmatch(day):
        return False
    if len(day) < 10:
        return not whole
    year, month, date = map(int, day.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def office_fault(office: str) -> str:
    """What is wrong with an office as the list words it, or an empty string."""
    parts = office.split(" ")
    if not 2 <= len(parts) <= 4 or not _PLACE.fullmatch(parts[0]) or not _ROLE.fullmatch(parts[1]):
        return f"“{office}” is no PLACE ROLE START END"
    start, end = (*parts[2:], "", "")[:2]
    if start not in ("", "-") and not is_day(start):
        return f"“{start}” is no day, month or year"
    if end and not is_day(end):
        return f"“{end}” is no day, month or year"
    if end and start != "-" and start[: len(end)] > end[: len(start)]:
        return f"“{office}” ends before it starts"
    return ""


def _doubled(fields: list[str], before: str, seen: dict[str, int], number: int) -> str:
    if fields[0] == before:
        return f"the id {fields[0]} stands twice"
    if fields[0] < before:
        return f"{fields[0]} stands behind {before}: it must be sorted by id"
    first = seen.setdefault(fields[2], number) if fields[2] else number
    return f"{fields[2]} is the number of line {first} too" if first != number else ""


def _fault(line: str) -> str:
    if len(line) > _LONGEST:
        return f"it is longer than {_LONGEST:,} characters"
    fields = line.split("\t")
    if len(fields) != len(Row._fields):
        return f"it has {len(fields)} columns, not {len(Row._fields)}"
    if _CONTROL.search(line.replace("\t", "")):
        return "it holds a control character"
    row = Row(*fields)
    if any(field != field.strip() or "||" in field or field[:1] == "|" or field[-1:] == "|" for field in row):
        return "a value is empty, or has a blank at its start or end"
    checks = (
        (_ID.fullmatch(row.id), f"“{row.id}” is no id"),
        (row.kind in ("person", "organisation"), f"“{row.kind}” is no kind"),
        (not row.wikidata or _NUMBER.fullmatch(row.wikidata), f"“{row.wikidata}” is no Wikidata number"),
        (row.en and "|" not in row.en + row.de, "the name is missing, or is more than one"),
        (row.de != row.en, "the German name repeats the English one"),
        (row.gender in ("", "m", "f", "x"), f"“{row.gender}” is no gender"),
        (not row.place or _PLACE.fullmatch(row.place), f"“{row.place}” is no place"),
        (not row.role or _ROLE.fullmatch(row.role), f"“{row.role}” is no role"),
        (row.rank in ("1", "2", "3"), f"“{row.rank}” is no rank"),
        (row.source, "the source is missing"),
    )
    wrong = next((fault for right, fault in checks if not right), "")
    return wrong or next(filter(None, map(office_fault, filter(None, row.offices.split("|")))), "")
