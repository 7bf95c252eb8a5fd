from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wortlaut.cli import main
from wortlaut.cli.registry import COMMANDS
from wortlaut.record import ACTS, decode, problems
from wortlaut.store import open_store

REPORT = "Kanzlerin Mara Lindqvist sagte am Dienstag: „Der Hafen bleibt bis Freitag geschlossen.“\n"


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "hafen.txt").write_text(REPORT, encoding="utf-8")
    (reports / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    return reports


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "record.db")


def test_help_names_every_command_and_imports_none() -> None:
    code = (
        "import sys; from wortlaut.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'numpy', 'lxml', 'rich', 'wortlaut.annotate'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert time.perf_counter() - started < 3  # 0.1 s where nothing else runs
    assert all(f"\n  {name}" in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    done = run(name, "--help")
    assert done.exit_code == 0
    assert "Usage" in done.output


def test_read_says_what_became_of_each_report_and_is_idempotent(folder: Path, db: str) -> None:
    first = run("read", str(folder), "--db", db)
    assert first.exit_code == 0, first.output
    assert "1 reports: 1 new, 0 changed, 0 unchanged; 1 ignored, 0 failed" in first.stderr
    assert "foto.jpg" in first.stderr
    assert first.stdout == ""
    before = run("export", "--db", db).stdout
    again = run("read", str(folder), "--db", db)
    assert "0 new, 0 changed, 1 unchanged" in again.stderr
    assert run("export", "--db", db).stdout == before


def test_read_fails_clearly_and_reads_the_rest(folder: Path, db: str) -> None:
    done = run("read", str(folder / "missing.txt"), str(folder), "--db", db)
    assert done.exit_code == 1
    assert "1 new" in done.stderr
    assert "1 failed" in done.stderr
    assert "missing.txt" in done.stderr
    assert "Traceback" not in done.output


def test_half_a_character_fails_alone(db: str) -> None:
    from wortlaut.cli.reading import Engine, Tally, _try_one
    from wortlaut.record import Received

    tally = Tally()
    with open_store(db, create=True) as store:
        for key, text in (("a", "Es regnet. \ud800"), ("b", REPORT)):
            _try_one(store, Engine(fast=True), (Received(id=key, text=text), None), {}, tally)
    assert (tally.failed, tally.new) == (1, 1)


def test_commands_without_a_record_say_what_to_do(tmp_path: Path) -> None:
    for name in ("statements", "contacts", "disputes", "export", "check", "link"):
        done = run(name, "--db", str(tmp_path / "none.db"))
        assert done.exit_code == 1
        assert "wortlaut read" in done.stderr


def test_statements_come_with_their_words_and_address(folder: Path, db: str) -> None:
    run("read", str(folder), "--db", db)
    table = run("statements", "--by", "lindqvist", "--db", db)
    assert "Der Hafen bleibt bis Freitag geschlossen" in " ".join(table.stdout.split())
    assert "hafen:" in table.stdout
    (line,) = run("statements", "--json", "--db", db).stdout.splitlines()
    entry = json.loads(line)
    (start, end), text = entry["words"][0]["span"], entry["words"][0]["text"]
    assert REPORT[start:end] == text
    assert run("statements", "--csv", "--db", db).stdout.startswith("day,who,act,words,via,report")
    assert run("statements", "--since", "2031-01-01", "--db", db).stderr == "nothing found\n"
    assert run("statements", "--act", ACTS[-1], "--db", db).stdout == ""
    found = run("search", "Hafen", "--db", db)
    assert "1 statements" in found.stderr
    assert json.loads(run("search", "Hafen", "--json", "--db", db).stdout)["all_reports"] == 1


def test_export_is_every_record_and_then_what_holds_across(folder: Path, db: str) -> None:
    run("read", str(folder), "--db", db)
    *records, across = run("export", "--db", db).stdout.splitlines()
    assert [problems(decode(line)) for line in records] == [[]]
    assert set(json.loads(across)) == {"same", "contacts", "disputes", "copies"}


def test_check_passes_what_is_sound_and_names_what_is_broken(folder: Path, db: str) -> None:
    run("read", str(folder), "--db", db)
    assert run("check", "--db", db).exit_code == 0
    with open_store(db) as store, store.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM change")
        connection.exec_driver_sql("INSERT INTO change VALUES (7, 'now', 'new', 'hafen', 1)")
    done = run("check", "--db", db)
    assert done.exit_code == 1
    assert "change 1 is missing" in done.stdout


def test_annotate_gives_one_line_for_each_and_needs_no_database(tmp_path: Path) -> None:
    lines = [{"id": "a", "text": REPORT}, {"id": "b"}, {"id": "c", "text": "Es regnet.", "language": "de"}]
    file = tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = run("annotate", str(file))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in found] == ["a", "b", "c"]
    assert found[0]["statements"]
    assert "error" in found[1]
    assert done.exit_code == 1
    assert "in.jsonl" in done.stderr
    assert not list(tmp_path.glob("*.db"))


def test_annotate_reads_standard_input(tmp_path: Path) -> None:
    done = run("annotate", "-", given=REPORT)
    assert json.loads(done.stdout)["text"] == REPORT


def test_a_reader_who_goes_away_ends_the_command_quietly(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text((json.dumps({"text": REPORT * 50}) + "\n") * 200, encoding="utf-8")
    command = f"{sys.executable} -m wortlaut annotate {file} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only shows with any user")
def test_a_folder_as_database_is_refused(tmp_path: Path) -> None:
    done = run("read", "-", "--db", str(tmp_path), given=REPORT)
    assert done.exit_code != 0
    assert "Traceback" not in done.output
