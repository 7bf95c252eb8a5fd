"""Gold is for measuring: none of its sentences stands in what ships or in the tests."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LENGTH = 60


def own_files() -> list[Path]:
    kinds = {".py", ".toml", ".tsv", ".txt", ".jsonl", ".html", ".md", ".json"}
    folders = ("src", "tests", "docs", "benchmarks", "training")
    return [p for folder in folders for p in (ROOT / folder).rglob("*") if p.is_file() and p.suffix in kinds]


def test_no_passage_of_the_seeds_is_in_the_project(seeds: Path) -> None:
    pieces: set[str] = set()
    for file in seeds.glob("*.txt"):
        for line in file.read_text(encoding="utf-8").splitlines():
            pieces |= {line[i : i + LENGTH] for i in range(0, max(0, len(line) - LENGTH), 7)}
    assert pieces
    for path in own_files():
        text = path.read_text(encoding="utf-8")
        found = [p for p in (text[i : i + LENGTH] for i in range(len(text))) if p in pieces]
        assert not found, f"{path} holds words of a seed: {found[0]!r}"


def test_no_statement_of_the_gold_is_in_the_project(gold: Path) -> None:
    contents: set[str] = set()
    for file in [*(gold / "seeds").glob("0*.json"), *(gold / "news").glob("*.json")]:
        record = json.loads(file.read_text(encoding="utf-8"))
        for statement in record["statements"]:
            contents |= {record["text"][s:e] for s, e in statement["content"] if e - s >= LENGTH}
    assert contents
    for path in own_files():
        text = path.read_text(encoding="utf-8")
        assert not [c for c in contents if c in text], path
