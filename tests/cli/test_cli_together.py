"""Two commands on one record at once, and a command that is interrupted."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from test_cli_kill import stored, wortlaut, write_reports

WORTLAUT = [sys.executable, "-m", "wortlaut"]


def start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([*WORTLAUT, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_reads_of_one_new_record_keep_all(tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        write_reports(folder / "same.jsonl")
        for number in range(5):
            (folder / f"r{number}.txt").write_text(f"Aus {name}: Es regnet, Tag {number}.", encoding="utf-8")
    both = [start("read", str(tmp_path / name), "--db", str(db)) for name in ("one", "other")]
    for process in both:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
        assert "Traceback" not in said
    assert wortlaut("check", "--db", str(db)).returncode == 0
    records = wortlaut("export", "--db", str(db)).stdout.splitlines()[:-1]
    texts = [json.loads(record)["text"] for record in records]
    # the reports with ids of their own are the same; the files of one name are two reports each
    assert (len(texts), len(set(texts))) == (50, 50)


def test_an_interrupted_read_says_so_and_goes_on_later(tmp_path: Path) -> None:
    source, db, calm = tmp_path / "in.jsonl", tmp_path / "r.db", tmp_path / "calm.db"
    write_reports(source)
    running = start("read", str(source), "--db", str(db))
    end = time.monotonic() + 60
    while running.poll() is None and not (db.exists() and stored(db) >= 10) and time.monotonic() < end:
        time.sleep(0.002)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert "interrupted" in said
    assert said.count("\n") == 1
    assert wortlaut("check", "--db", str(db)).returncode == 0
    assert wortlaut("read", str(source), "--db", str(db)).returncode == 0
    assert wortlaut("read", str(source), "--db", str(calm)).returncode == 0
    assert wortlaut("export", "--db", str(db)).stdout == wortlaut("export", "--db", str(calm)).stdout


def test_the_pages_answer_while_reports_are_read(tmp_path: Path) -> None:
    source, db = tmp_path / "in.jsonl", tmp_path / "r.db"
    (tmp_path / "first.txt").write_text("Mara Lindqvist sagte, es regne.", encoding="utf-8")
    assert wortlaut("read", str(tmp_path / "first.txt"), "--db", str(db)).returncode == 0
    write_reports(source)
    serving = start("serve", "--db", str(db), "--port", "0")
    try:
        assert serving.stdout is not None
        address = serving.stdout.readline().split()[1]
        reading = start("read", str(source), "--db", str(db))
        answers = []
        while reading.poll() is None:
            with urllib.request.urlopen(address, timeout=30) as answer:
                answers.append(answer.status)
            time.sleep(0.1)
        _, said = reading.communicate()
        assert reading.returncode == 0, said
        assert len(answers) > 3
        assert set(answers) == {200}
    finally:
        serving.send_signal(signal.SIGINT)
        _, said = serving.communicate(timeout=30)
    assert "Traceback" not in said
