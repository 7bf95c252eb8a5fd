"""Run the scorers of shared/bench over shared/gold and print ours beside the peers' figures.

The peers' figures are those measured in shared/research (attribution.md, temporal.md, intake.md)
with the same scorers on the same sets.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, SHARED, predict, records, write_lines

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Task:
    """One figure: a gold set, a scorer, where in its answer the figure stands, and what peers reach."""

    name: str
    gold: tuple[str, ...]
    scorer: str
    options: tuple[str, ...]
    figure: Callable[[dict[str, Any]], float]
    goal: str
    peers: str
    blind: bool = False


def _percent(*path: str) -> Callable[[dict[str, Any]], float]:
    def read(result: dict[str, Any]) -> float:
        value: Any = result
        for key in path:
            value = value[key]
        return 100 * float(value)

    return read


def _plain(*path: str) -> Callable[[dict[str, Any]], float]:
    percent = _percent(*path)
    return lambda result: percent(result) / 100


WSW = _percent("who_said_what", "f1")
TASKS = (
    Task("statements WSW F1, seeds + news", ("seeds", "news"), "score_statements.py", (), WSW, "45", "none for German", True),
    Task("statements WSW F1, Wikinews-de dev", ("wikinews-de-dev.jsonl.gz",), "score_statements.py", (), WSW, "35", "word CRF 26.6, regex 18.0"),
    Task("statements WSW F1, PolNeAR dev", ("polnear-dev.jsonl.gz",), "score_statements.py", (), WSW, "45", "GenderGapTracker 40.2, textacy 25.6, Citron retrained 53.4"),
    Task("contacts headline F1, seeds", ("seeds",), "score_contacts.py", (), _plain("headline", "f1"), "60", "none", True),
    Task("contacts headline F1, contacts-dev", ("contacts-dev.jsonl",), "score_contacts.py", (), _plain("headline", "f1"), "", "none"),
    Task("times value F1, seeds", ("seeds",), "score_times.py", (), _percent("value", "f1"), "60", "none", True),
    Task("times value F1, KRAUTS dev", ("krauts-dev.jsonl.gz",), "score_times.py", (), _percent("value", "f1"), "", "HeidelTime 64.7, Recognizers 51.3, timexy 17.2, dateparser 9.4"),
    Task("times value F1, Platinum dev", ("te3-platinum-dev.jsonl.gz",), "score_times.py", (), _percent("value", "f1"), "", "HeidelTime 80.2"),
    Task("mentions B-cubed F1, seeds", ("seeds",), "score_clusters.py", (), _percent("b3_f1"), "75", "none", True),
    Task("body F1, seeds", ("furniture-seeds.jsonl",), "score_pages.py", ("--spans",), _percent("body", "f1"), "95", "see intake.md", True),
    Task("body F1, furniture-dev", ("furniture-dev.jsonl",), "score_pages.py", ("--spans",), _percent("body", "f1"), "", "see intake.md"),
    Task("acts macro F1, acts-dev", ("acts-dev.jsonl",), "score_acts.py", (), _percent("act", "macro_f1"), "", "none"),
    Task("disputes F1, disputes-dev", ("disputes-dev.jsonl",), "score_disputes.py", (), _percent("disputes", "f1"), "", "none"),
)  # fmt: skip


def mention_clusters(rows: Rows) -> Rows:
    """Mentions as items and actors as clusters, for B-cubed (a mention is its report id and span)."""
    return [
        {"item": f"{row['id']}:{start}-{end}", "cluster": f"{row['id']}:{actor['id']}"}
        for row in rows
        for actor in row["actors"]
        for start, end in sorted({tuple(m) for m in actor["mentions"]})
    ]


def run(task: Task, folder: Path) -> dict[str, Any]:
    """Predict, score, and return the scorer's JSON answer."""
    gold = [record for name in task.gold for record in records(GOLD / name)]
    ours = [record for name in task.gold for record in predict(GOLD / name, task.blind)]
    if task.scorer == "score_clusters.py":
        gold, ours = align(gold, ours)
    write_lines(folder / "gold.jsonl", gold)
    write_lines(folder / "ours.jsonl", ours)
    command = [sys.executable, str(SHARED / "bench" / task.scorer), *task.options, "--json"]
    done = subprocess.run(
        [*command, str(folder / "gold.jsonl"), str(folder / "ours.jsonl")], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{task.scorer}: {done.stderr.strip()}")
    answer: dict[str, Any] = json.loads(done.stdout[done.stdout.index("\n{") + 1 if not done.stdout.startswith("{") else 0 :])
    return answer


def align(gold: Rows, ours: Rows) -> tuple[Rows, Rows]:
    """Items of both sides for B-cubed: a predicted mention that shares most with a gold one takes its name.

    A gold mention that nothing matches is missing in the prediction (the scorer counts it as a cluster
    of its own); a predicted mention that matches nothing is added to the gold as a cluster of its own, so
    it costs precision only where it is clustered with others.
    """
    items: Rows = []
    predicted: Rows = []
    for theirs, mine in zip(gold, ours, strict=True):
        names = {tuple(m): f"{theirs['id']}:{m[0]}-{m[1]}" for a in theirs["actors"] for m in a["mentions"]}
        owner = {tuple(m): a["id"] for a in theirs["actors"] for m in a["mentions"]}
        items += [{"item": names[m], "cluster": f"{theirs['id']}:{owner[m]}"} for m in names]
        free = set(names)
        for actor in mine["actors"]:
            for start, end in sorted({tuple(m) for m in actor["mentions"]}):
                best = max(free, key=lambda m: (min(m[1], end) - max(m[0], start), -(m[1] - m[0])), default=None)
                if best is None or min(best[1], end) <= max(best[0], start):
                    name = f"{theirs['id']}:only ours {start}-{end}"
                    if any(row["item"] == name for row in predicted[-200:]):
                        continue
                    items.append({"item": name, "cluster": name})
                else:
                    free.discard(best)
                    name = names[best]
                predicted.append({"item": name, "cluster": f"{theirs['id']}:{actor['id']}"})
    return items, predicted


def main(only: str = "") -> int:
    """Print the table; ``only`` keeps the tasks whose name contains it."""
    print(f"{'figure':40} {'ours':>6} {'goal':>5}  peers (shared/research)")
    with tempfile.TemporaryDirectory() as folder:
        for task in TASKS:
            if only in task.name:
                figure = task.figure(run(task, Path(folder)))
                print(f"{task.name:40} {figure:6.1f} {task.goal:>5}  {task.peers}", flush=True)
    return 0
