"""Contacts (or, with ``disputes``, disputes) found from the gold's actors, times and statements.

How good the stage is when those before it make no mistake:
``python -m benchmarks.contacts_on_gold [contacts-dev.jsonl|seeds|news] [--list]``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.gold import GOLD, SHARED, records, write_lines
from wortlaut.contacts import find_contacts
from wortlaut.disputes import find_disputes
from wortlaut.languages import passage
from wortlaut.record import Actor, Statement, Time
from wortlaut.times import find_times


def _fitting(row: dict[str, Any], kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {name: row[name] for name in kind.__struct_fields__ if name in row}


def _read(rows: list[dict[str, Any]], kind: type[msgspec.Struct]) -> list[Any]:
    return [msgspec.convert(_fitting(row, kind), kind, strict=False) for row in rows]


def found(record: dict[str, Any]) -> dict[str, Any]:
    """The record with our contacts and disputes in place of the gold's."""
    body = tuple((start, end) for start, end in record.get("body") or ()) or None
    words = passage(record["text"], record["language"], body)
    actors = _read(record.get("actors") or [], Actor)
    statements = _read(record.get("statements") or [], Statement)
    times = _read(record.get("times") or [], Time) or find_times(words, record.get("published"))
    contacts = find_contacts(words, actors, times, statements)
    disputes = find_disputes(words, statements, contacts)
    return {**record, "contacts": msgspec.to_builtins(contacts), "disputes": msgspec.to_builtins(disputes)}


def main(name: str = "contacts-dev.jsonl", *options: str) -> int:
    """Score what we find from the gold's own findings."""
    gold = list(records(GOLD / name))
    scorer = "score_disputes.py" if "disputes" in name else "score_contacts.py"
    with tempfile.TemporaryDirectory() as folder:
        write_lines(Path(folder) / "gold.jsonl", gold)
        write_lines(Path(folder) / "ours.jsonl", [found(record) for record in gold])
        paths = [str(Path(folder) / file) for file in ("gold.jsonl", "ours.jsonl")]
        return subprocess.run(
            [sys.executable, str(SHARED / "bench" / scorer), *paths, *options], check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
