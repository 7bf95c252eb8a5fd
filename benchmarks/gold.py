"""The gold sets as input for ``annotate``, and predictions as the scorers in shared/bench read them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wortlaut.annotate import annotate
from wortlaut.record import Received, encode

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Gold records of a .json, .jsonl or .jsonl.gz file, or of a folder of .json files."""
    if path.is_dir():
        for file in sorted(path.glob("*.json")):
            if file.name != "across.json":
                yield json.loads(file.read_text(encoding="utf-8"))
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def received(record: dict[str, Any], blind: bool = False) -> Received:
    """What a user would hand to ``annotate``: text and what is known of it, never the findings.

    ``blind`` leaves out title, date and outlet as well (the seeds: the program must find them).
    """
    known = {} if blind else {k: record.get(k) for k in ("title", "published", "outlet")}
    language = None if blind else record.get("language")
    return Received(id=record["id"], text=record["text"], language=language, **known)


def predict(path: Path, blind: bool = False) -> list[dict[str, Any]]:
    """Our records for the gold records at ``path``, as plain JSON objects."""
    return [json.loads(encode(annotate(received(r, blind)))) for r in records(path)]


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
