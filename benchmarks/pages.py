"""Our reading of the pages in shared/gold/pages-dev, scored beside trafilatura alone.

``python -m benchmarks.pages``: what ``receive`` gives (text, title, date), and of its text what
``lay_out`` takes for the article. Peers' figures: shared/research/intake.md, section 2.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, SHARED, records, write_lines
from wortlaut.body import lay_out
from wortlaut.intake import receive
from wortlaut.languages import detect
from wortlaut.record import Received

PAGES = GOLD / "pages-dev"
MEASURES = ("P", "R", "F1", "good", "fail", "title", "title~", "date", "minute")
PEERS = {
    "trafilatura alone": (0.968, 0.977, 0.970, 0.942, 0.000, 0.651, 0.884, 0.979, None),
    "JSON-LD + meta + trafilatura": (0.968, 0.977, 0.970, 0.942, 0.000, 0.841, 0.905, 0.989, 0.983),
}


def predict_pages(only_body: bool) -> list[dict[str, Any]]:
    """Predictions for score_pages.py; ``only_body`` leaves out the lines that we call furniture."""
    rows = []
    for gold in records(PAGES / "expected.jsonl"):
        (found,) = receive([str(PAGES / gold["html_path"])])
        if isinstance(found, Received):
            text = _body(found) if only_body else found.text
            rows.append({"id": gold["id"], "title": found.title, "published": found.published, "text": text})
    return rows


def _body(found: Received) -> str:
    layout = lay_out(found, detect(found.text, found.language))
    return "\n".join(found.text[start:end] for start, end in layout.body)


def scores(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The scorer's means over all pages."""
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder) / "ours.jsonl"
        write_lines(ours, rows)
        command = [
            sys.executable,
            str(SHARED / "bench" / "score_pages.py"),
            "--json",
            str(PAGES / "expected.jsonl"),
            str(ours),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)["scores"]["all"]
    return found


def main() -> None:
    print(f"{'':30}" + "".join(f"{name:>8}" for name in MEASURES))
    for name, only_body in (("ours, text as received", False), ("ours, article text only", True)):
        figures = scores(predict_pages(only_body))
        print(f"{name:30}" + "".join(f"{figures[measure]:8.3f}" for measure in MEASURES))
    for name, peer in PEERS.items():
        print(
            f"{name:30}" + "".join(f"{figure:8.3f}" if figure is not None else f"{'':>8}" for figure in peer)
        )


if __name__ == "__main__":
    main()
