"""Run the scorers of shared/bench over shared/gold and print ours beside the peers' figures.

The peers' figures are those measured in shared/research (attribution.md, temporal.md, intake.md)
with the same scorers on the same sets.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, SHARED, predict, records, write_lines
from wortlaut.record import Span, overlap, overlaps

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
        return 100 * float(value or 0)  # None: the scorer had nothing to divide by

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
    Task("body F1, seeds", ("furniture-seeds.jsonl",), "score_pages.py", ("--spans",), _percent("scores", "all", "bF1"), "95", "two-condition rule 96.3, boilerpy3 95.4, jusText 94.5, trafilatura 92.6", True),
    Task("body F1, furniture-dev", ("furniture-dev.jsonl",), "score_pages.py", ("--spans",), _percent("scores", "all", "bF1"), "", "two-condition rule 92.0, boilerpy3 87.5, jusText 84.6, trafilatura 78.8"),
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
    return answer(done.stdout)


def answer(output: str) -> dict[str, Any]:
    """The JSON object a scorer printed, whether behind its table or alone, on one line or on many."""
    start = 0 if output.startswith("{") else output.index("\n{") + 1
    found: dict[str, Any] = json.loads(output[start:])
    return found


def pair_mentions(theirs: dict[str, Any], mine: dict[str, Any]) -> dict[Span, Span]:
    """Our mentions → gold mentions, one to one, those that share most characters first."""
    gold = sorted({tuple(m) for a in theirs["actors"] for m in a["mentions"]})
    ours = sorted({tuple(m) for a in mine["actors"] for m in a["mentions"]})
    shared = sorted(
        ((overlap(o, g), overlap(o, g) - (o[1] - o[0]) - (g[1] - g[0]), o, g) for o in ours for g in gold if overlaps(o, g)),
        reverse=True,
    )
    pairs: dict[Span, Span] = {}
    for _, _, mention, twin in shared:
        if mention not in pairs and twin not in pairs.values():
            pairs[mention] = twin
    return pairs


def align(gold: Rows, ours: Rows) -> tuple[Rows, Rows]:
    """Items of both sides for B-cubed over mentions the system found itself (Cai and Strube 2010, B3sys).

    A predicted mention takes the name of the gold mention it is paired with. A gold mention without a
    twin counts as a cluster of its own in the prediction (the scorer does that); a predicted one without a
    twin is left out if it is alone in its cluster, else added to the gold as a cluster of its own.
    """
    items: Rows = []
    predicted: Rows = []
    for theirs, mine in zip(gold, ours, strict=True):
        report = theirs["id"]
        twins = pair_mentions(theirs, mine)
        items += one_cluster_each(report, theirs["actors"])
        for actor in mine["actors"]:
            mentions = sorted({tuple(m) for m in actor["mentions"]})
            for mention in mentions:
                twin = twins.get(mention)
                if twin is None and len(mentions) == 1:
                    continue
                name = f"{report}:{twin}" if twin else f"{report}:only ours {mention}"
                if any(row["item"] == name for row in predicted):
                    continue
                if twin is None:
                    items.append({"item": name, "cluster": name})
                predicted.append({"item": name, "cluster": f"{report}:{actor['id']}"})
    return items, predicted


def one_cluster_each(report: str, actors: Rows) -> Rows:
    """Gold mentions with their actor; one that stands for two actors counts for the first."""
    owner: dict[Span, str] = {}
    for actor in actors:
        for mention in actor["mentions"]:
            owner.setdefault(tuple(mention), actor["id"])
    return [{"item": f"{report}:{m}", "cluster": f"{report}:{actor}"} for m, actor in owner.items()]


def mentions_found(gold: Rows, ours: Rows) -> float:
    """F1 of the mentions themselves, in percent: paired one to one, any overlap counts."""
    found = sum(len(pair_mentions(t, m)) for t, m in zip(gold, ours, strict=True))
    total = sum(len({tuple(s) for a in r["actors"] for s in a["mentions"]}) for r in [*gold, *ours])
    return 200 * found / total if total else 0.0


def best_peer(peers: str) -> float | None:
    """The highest figure that the peers' column names; None where there is no peer."""
    figures = re.findall(r" (\d+\.\d)\b", peers)
    return max(map(float, figures), default=None)


def line(name: str, figure: float, goal: str, peers: str) -> str:
    """One line of the table; the ratio is ours to the best peer."""
    best = best_peer(peers)
    ratio = f"{figure / best:.2f}" if best else ""
    return f"{name:40} {figure:6.1f} {goal:>5} {ratio:>6}  {peers}"


def main(only: str = "") -> int:
    """Print the table; ``only`` keeps the tasks whose name contains it. 1 where there is no gold."""
    if not GOLD.is_dir():
        print(f"{GOLD}: the gold sets are not here; put them beside the project to measure", file=sys.stderr)
        return 1
    print(f"{'figure':40} {'ours':>6} {'goal':>5} {'ratio':>6}  peers (measured, shared/research)")
    with tempfile.TemporaryDirectory() as folder:
        for task in TASKS:
            if only in task.name:
                figure = task.figure(run(task, Path(folder)))
                print(line(task.name, figure, task.goal, task.peers), flush=True)
    if only in (name := "mentions found F1, seeds"):
        found = mentions_found(list(records(GOLD / "seeds")), predict(GOLD / "seeds", blind=True))
        print(line(name, found, "", "none"))
    return 0
