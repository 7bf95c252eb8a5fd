"""``--fast``: rules alone, and what the store makes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wortlaut.cli import main

REPORT = "Chancellor Mara Lindqvist said on Tuesday that the harbour would stay closed until Friday.\n"


def run(*words: str) -> Result:
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == 0, done.stderr
    return done


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "hafen.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def rules(output: str) -> set[str]:
    return {statement["rule"] for statement in json.loads(output)["statements"]}


def test_the_network_reads_unless_it_is_told_not_to(report: str) -> None:
    assert rules(run("annotate", report).stdout) == {"network"}
    found = rules(run("annotate", "--fast", report).stdout)
    assert found
    assert "network" not in found


def test_only_what_was_read_fast_is_read_again(report: str, tmp_path: Path) -> None:
    db = str(tmp_path / "record.db")
    assert "1 new" in run("read", "--fast", report, "--db", db).stderr
    assert "1 unchanged" in run("read", "--fast", report, "--db", db).stderr
    assert "1 read again" in run("read", report, "--db", db).stderr
    assert "1 unchanged" in run("read", report, "--db", db).stderr
    assert "1 unchanged" in run("read", "--fast", report, "--db", db).stderr
