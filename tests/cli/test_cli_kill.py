"""Killed at any moment, the file is sound, and the next run goes on to the very same record."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NAMES = ("Mara Lindqvist", "Jules Okoro", "Nils Aubert", "Edda Sorokow")
REPORTS = 40


def wortlaut(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wortlaut", *words], capture_output=True, text=True, check=False, timeout=300
    )


def write_reports(path: Path) -> None:
    lines = []
    for number in range(REPORTS):
        one, other = NAMES[number % 4], NAMES[(number + 1) % 4]
        text = (
            f"{one} telefoniert mit {other}\n\n{one} hat am Montag mit Kanzler {other} telefoniert. "
            f"„Wir öffnen die Häfen nach {number} Tagen“, sagte {one}. {other} wies das zurück."
        )
        lines.append(
            json.dumps({"id": f"r{number}", "text": text, "published": "2026-03-03", "language": "de"})
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def stored(db: Path) -> int:
    import sqlite3

    if not db.exists():
        return 0
    try:
        connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True, timeout=5)
        try:
            return int(connection.execute("SELECT count(*) FROM report").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return 0


@pytest.mark.parametrize("after", [1, 25])
def test_a_killed_run_leaves_a_sound_file_and_the_next_goes_on(tmp_path: Path, after: int) -> None:
    source, db, calm = tmp_path / "in.jsonl", tmp_path / "killed.db", tmp_path / "calm.db"
    write_reports(source)
    running = subprocess.Popen(
        [sys.executable, "-m", "wortlaut", "read", str(source), "--db", str(db)], stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 120
    while running.poll() is None and stored(db) < after and time.monotonic() < end:
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert stored(db) >= after
    checked = wortlaut("check", "--db", str(db))
    assert checked.returncode == 0, checked.stdout

    again = wortlaut("read", str(source), "--db", str(db))
    assert again.returncode == 0, again.stderr
    assert wortlaut("read", str(source), "--db", str(calm)).returncode == 0
    assert wortlaut("check", "--db", str(db)).returncode == 0
    assert wortlaut("export", "--db", str(db)).stdout == wortlaut("export", "--db", str(calm)).stdout
