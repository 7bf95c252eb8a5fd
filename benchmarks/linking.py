"""``python -m benchmarks.linking [PAIRS]``: links measured on the public half of the linking gold, by the shared scorers.

A sample of PAIRS pairs (default 600) for copies and utterances, since vectors cost time; names and groups of
names in full. The weights and thresholds in wortlaut.link were chosen on this half, so these figures show
that they fit, not how well they generalise.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, SHARED, records, write_lines
from wortlaut.link.copies import compare
from wortlaut.link.features import Features
from wortlaut.link.names import SAME_NAME, alike
from wortlaut.link.people import Name, People
from wortlaut.link.sentences import Vectors
from wortlaut.link.utterances import score
from wortlaut.record import Report
from wortlaut.store import open_store
from wortlaut.store.shelf import Shelf
from wortlaut.store.writing import put

LINKING = GOLD / "linking-dev"
UNKNOWN = ("vi", "uk")  # languages that the encoder does not know
Rows = list[dict[str, Any]]


def rows(name: str) -> Rows:
    """The rows of a file of the linking gold."""
    return list(records(LINKING / f"{name}.jsonl.gz"))


def sample(pairs: Rows, size: int) -> Rows:
    """The same pairs every time."""
    return random.Random(0).sample(pairs, min(size, len(pairs)))


def scored(scorer: str, gold: Iterable[dict[str, Any]], ours: Iterable[dict[str, Any]], *options: str) -> Any:
    """The scorer's JSON answer."""
    with tempfile.TemporaryDirectory() as folder:
        write_lines(Path(folder) / "gold.jsonl", list(gold))
        write_lines(Path(folder) / "ours.jsonl", list(ours))
        command = [
            sys.executable,
            str(SHARED / "bench" / scorer),
            f"{folder}/gold.jsonl",
            f"{folder}/ours.jsonl",
        ]
        done = subprocess.run([*command, "--json", *options], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def copies(size: int, folder: Path) -> Any:
    """Yes or no of ``compare`` on pairs of reports."""
    pairs = sample(rows("copies-pairs"), size)
    wanted = {key for pair in pairs for key in (pair["a"], pair["b"])}
    with open_store(folder / "copies.db", create=True) as store, store.transaction() as connection:
        for doc in rows("copies-docs"):
            if doc["id"] in wanted:
                whole = ((0, len(doc["text"])),)
                report = Report(id=doc["id"], text=doc["text"], language=doc["language"], body=whole)
                put(connection, report, doc["id"], "1", "now")
        vectors, shelf = Vectors(connection), Shelf(connection)
        features = {key: Features(shelf.need(key)) for key in wanted}
        ours = []
        for pair in pairs:
            likeness = compare(features[pair["a"]], features[pair["b"]], vectors)
            ours.append({"id": pair["id"], "score": likeness.probability if likeness else 0.0})
    return scored("score_pairs.py", pairs, ours, "--threshold", "0.5", "--by", "type")


def utterances(size: int, folder: Path) -> Any:
    """The probability of ``score`` on pairs of wordings, in the languages that the encoder knows."""
    known = [
        p for p in rows("utterances-pairs") if not any(code in p["langs"].split("-") for code in UNKNOWN)
    ]
    pairs = sample(known, size)
    nobody: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    with open_store(folder / "utterances.db", create=True) as store, store.transaction() as connection:
        found = Vectors(connection, most=100_000).of(
            text for pair in pairs for text in (pair["a"], pair["b"])
        )
        ours = [
            {"id": p["id"], "score": score(p["a"], p["b"], float(found[p["a"]] @ found[p["b"]]), nobody)}
            for p in pairs
        ]
    return scored("score_pairs.py", pairs, ours, "--threshold", "0.5", "--by", "type")


def names() -> Any:
    """``alike`` on pairs of names in Latin and Cyrillic letters."""
    pairs = [p for p in rows("names-pairs") if set(p["scripts"].split("-")) <= {"lat", "cyr"}]
    ours = [{"id": p["id"], "score": alike(p["a"], p["b"])} for p in pairs]
    return scored("score_pairs.py", pairs, ours, "--threshold", str(SAME_NAME))


def compared() -> float:
    """Pairs of names, taken at random, that ``alike`` compares in a second on one core."""
    names = sorted({name for pair in rows("names-pairs") for name in (pair["a"], pair["b"])})
    chance = random.Random(0)
    pairs = [(chance.choice(names), chance.choice(names)) for _ in range(60_000)]
    begun = time.process_time()
    for left, right in pairs:
        alike(left, right)
    return len(pairs) / (time.process_time() - begun)


def grouped() -> Any:
    """``People`` on all names in Latin and Cyrillic letters at once."""
    items = [item for item in rows("names-items") if item["script"] in ("lat", "cyr")]
    people = People(Counter(Name("person", item["name"], None) for item in items))
    ours = [{"item": i["item"], "cluster": people.entity(Name("person", i["name"], None))} for i in items]
    present = {item["item"] for item in items}
    gold = [row for row in rows("names-clusters") if row["item"] in present]
    return scored("score_clusters.py", gold, ours)


def main(size: int) -> int:
    """Print one line per figure, and recall or false alarms by type."""
    with tempfile.TemporaryDirectory() as folder:
        for name, answer in (
            ("copies", copies(size, Path(folder))),
            ("utterances", utterances(size, Path(folder))),
            ("names", names()),
            ("names grouped", grouped()),
        ):
            print(name, json.dumps(answer, ensure_ascii=False)[:2000], flush=True)
    print(f"names compared: {compared():,.0f} pairs a second on one core")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 600))
