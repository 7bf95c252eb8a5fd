"""``python -m benchmarks.speed [REPORTS]``: how fast one core reads and links reports, and with how much memory.

The reports are the bundled examples, varied: other names, numbers, days and order of sentences, so that no
two are copies but for every twentieth, which is a reprint. Runs the command itself, pinned to one core.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from wortlaut.intake import receive
from wortlaut.record import Received

SYLLABLES = [consonant + vowel for consonant in "bdklmnrstv" for vowel in "aeo"]
_NAME = re.compile(
    r"\b(Tasova|Tasowa|Keldt|Osvald|Weligor|Rubel|Marwand|Brandvik|Torvik|Kestria|Kestrien|Valdoria|Valdorien|Merland|Halden)\b"
)
_NUMBER = re.compile(r"\b\d{2,3}\b")


def examples() -> list[Received]:
    """The bundled reports as received."""
    with resources.as_file(resources.files("wortlaut") / "examples") as folder:
        return [item for item in receive([str(folder)]) if isinstance(item, Received)]


def varied(number: int, base: Received) -> dict[str, object]:
    """A report like ``base`` about others, of another day."""
    chance = random.Random(number)
    names: dict[str, str] = {}

    def rename(match: re.Match[str]) -> str:
        return names.setdefault(match[0], "".join(chance.sample(SYLLABLES, 3)).capitalize() + "n")

    paragraphs = base.text.split("\n\n")
    middle = paragraphs[1:-1]
    chance.shuffle(middle)
    text = "\n\n".join([paragraphs[0], *middle, *paragraphs[1:][-1:]])
    text = _NUMBER.sub(lambda _: str(chance.randint(10, 999)), _NAME.sub(rename, text))
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "id": f"{base.id}-{number}",
        "text": text,
        "published": day,
        "outlet": f"Blatt {chance.randint(1, 80)}",
    }


def lines(count: int) -> Iterator[str]:
    """``count`` reports as JSON Lines; every twentieth reprints the one before it."""
    bases = examples()
    before: dict[str, object] = {}
    for number in range(count):
        row = varied(number, bases[number % len(bases)])
        if number % 20 == 19:
            row = {**before, "id": f"reprint-{number}", "outlet": "Nachdruck"}
        before = row
        yield json.dumps(row, ensure_ascii=False)


def timed(words: list[str]) -> tuple[float, float]:
    """Wall seconds and CPU seconds of one command on one core; its messages go to our standard error."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    core = min(os.sched_getaffinity(0))
    subprocess.run(
        [sys.executable, "-m", "wortlaut", *words],
        check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - started, cpu


def main(count: int) -> int:
    """Read, read again, link again; print each with its time and the peak memory of all."""
    with tempfile.TemporaryDirectory() as folder:
        source, db = Path(folder) / "reports.jsonl", str(Path(folder) / "record.db")
        source.write_text("".join(f"{line}\n" for line in lines(count)), encoding="utf-8")
        for name, words in (
            ("annotate", ["annotate", str(source)]),
            ("read", ["read", str(source), "--db", db]),
            ("read again", ["read", str(source), "--db", db]),
            ("link again", ["link", "--db", db]),
            ("check", ["check", "--db", db]),
        ):
            wall, cpu = timed(words) if name != "annotate" else _annotate(words)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"{name:12} {count / cpu:8.1f} reports/CPU s {wall:8.1f} s wall {cpu:8.1f} s CPU, peak so far {peak:6.0f} MiB",
                flush=True,
            )
        print(
            f"{count} reports, file of {os.path.getsize(db) / 1e6:.1f} MB, text of {source.stat().st_size / 1e6:.1f} MB"
        )
    return 0


def _annotate(words: list[str]) -> tuple[float, float]:
    saved = os.dup(1)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    try:
        return timed(words)
    finally:
        os.dup2(saved, 1)
        os.close(null)
        os.close(saved)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
