"""Where the record or the output can't be used: one line that says so, no traceback, nothing lost."""

from __future__ import annotations

import ctypes
import functools
import os
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from wortlaut.cli import main
from wortlaut.store import engine

REPORT = "Kanzlerin Mara Lindqvist sagte am Dienstag: „Der Hafen bleibt bis Freitag geschlossen.“\n"
ONE_LINE = re.compile(r"(wortlaut: )?[^\n]+: [^\n]+; [^\n]+\n")
DAC_OVERRIDE, DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def wortlaut(*words: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wortlaut", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=before,
    )


def failure(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1
    assert ONE_LINE.fullmatch(done.stderr), done.stderr
    return done.stderr


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "hafen.txt").write_text(REPORT, encoding="utf-8")
    return str(tmp_path / "hafen.txt")


@pytest.fixture
def db(report: str, tmp_path: Path) -> str:
    assert CliRunner().invoke(main, ["read", report, "--db", str(tmp_path / "r.db")]).exit_code == 0
    return str(tmp_path / "r.db")


def _bound() -> None:
    """Give up root's right to read and write everywhere, so that modes count for it as for others."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for right in (DAC_OVERRIDE, DAC_READ_SEARCH):
            if libc.prctl(PR_CAPBSET_DROP, right, 0, 0, 0):
                os._exit(77)


@pytest.fixture
def rights(tmp_path: Path) -> Iterator[Path]:
    """A folder whose modes count; skips where root can't give up its rights."""
    code = subprocess.run([sys.executable, "-c", ""], preexec_fn=_bound, check=False).returncode
    if code == 77:
        pytest.skip("this root may read everywhere and can't give that up")
    folder = tmp_path / "rights"
    folder.mkdir()
    yield folder
    folder.chmod(0o700)


def test_what_may_not_be_read_is_said_so(rights: Path) -> None:
    file = rights / "hafen.txt"
    file.write_text(REPORT, encoding="utf-8")
    file.chmod(0)
    done = wortlaut("annotate", str(file), before=_bound)
    assert "Permission denied" in failure(done)
    assert '"id":"hafen","error":' in done.stdout
    rights.chmod(0)
    assert "Permission denied" in failure(wortlaut("annotate", str(file), before=_bound))
    assert "Permission denied" in failure(wortlaut("export", "--db", str(rights / "r.db"), before=_bound))
    done = wortlaut("read", str(rights), "--db", str(rights.parent / "r.db"), before=_bound)
    assert done.returncode == 1
    assert f"{rights}: can't be opened: Permission denied; check the rights of the folder\n" in done.stderr


def test_a_record_that_may_not_be_written_is_said_so(rights: Path, report: str) -> None:
    db = rights / "r.db"
    assert wortlaut("read", report, "--db", str(db)).returncode == 0
    db.chmod(0o400)
    other = rights / "other.txt"
    other.write_text(REPORT * 2, encoding="utf-8")
    assert "may not be written" in failure(wortlaut("read", str(other), "--db", str(db), before=_bound))
    rights.chmod(0o500)
    assert wortlaut("check", "--db", str(db), before=_bound).returncode == 0
    new = wortlaut("read", report, "--db", str(rights / "new.db"), before=_bound)
    assert "can't be opened or made" in failure(new)


@pytest.mark.parametrize("words", [["read", "REPORT"], ["export"], ["serve", "--port", "0"]])
def test_what_is_no_record_is_refused_in_one_line(words: list[str], report: str, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Ada, " * 200, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.db")
    (tmp_path / "loop.db").symlink_to("loop.db")
    (tmp_path / "folder.db").mkdir()
    command = [report if word == "REPORT" else word for word in words]
    for name in ("letter.db", "pipe.db", "loop.db", "folder.db", "n" * 300, "none/r.db", "letter.db/r.db"):
        done = CliRunner().invoke(main, [*command, "--db", str(tmp_path / name)])
        assert done.exit_code == 1, name
        assert ONE_LINE.fullmatch(done.stderr), (name, done.stderr)
        assert isinstance(done.exception, SystemExit), name


@pytest.mark.parametrize("name", ["a:b?c#d%41.db", ":memory:", "mit  Leer.db", "Häfen.db"])
def test_any_name_of_a_file_will_do(
    name: str, report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["read", report, "--db", name]).exit_code == 0
    assert (tmp_path / name).is_file()
    assert "1 reports" in CliRunner().invoke(main, ["check", "--db", name]).stderr


def test_who_writes_waits_for_another_to_end(report: str, db: str, tmp_path: Path) -> None:
    other = sqlite3.connect(db, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    ending = threading.Timer(2, lambda: other.execute("COMMIT"))
    ending.start()
    Path(report).write_text(REPORT * 2, encoding="utf-8")
    done = wortlaut("read", report, "--db", db)
    ending.join()
    other.close()
    assert done.returncode == 0, done.stderr
    assert "1 changed" in done.stderr


def test_who_waited_in_vain_says_so(report: str, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "connect", functools.partial(engine.connect, wait=0.2))
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    Path(report).write_text(REPORT * 2, encoding="utf-8")
    done = CliRunner().invoke(main, ["read", report, "--db", db])
    other.close()
    assert done.exit_code == 1
    assert done.stderr == f"wortlaut: {db}: another program is writing to it; " + (
        "wait until that one has ended, then try again\n"
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("export --db DB | head -c 10", 141),
        ("export --db DB > /dev/full", 1),
        ("statements --db DB > /dev/full", 1),
        ("annotate REPORT > /dev/full", 1),
        ("export --db DB >&-", 0),
        ("read REPORT --db NEW 2>&-", 0),
        ("read REPORT --db NEW 2> /dev/full", 0),
        ("search $'H\\xe4fen' --db DB", 1),
    ],
)
def test_output_that_nobody_takes(command: str, code: int, report: str, db: str, tmp_path: Path) -> None:
    for number in range(60):  # more than a pipe holds
        (tmp_path / "more").mkdir(exist_ok=True)
        (tmp_path / "more" / f"{number}.txt").write_text(f"{number} {REPORT * 20}", encoding="utf-8")
    if "head" in command:
        CliRunner().invoke(main, ["read", str(tmp_path / "more"), "--db", db])
    named = command.replace("DB", db).replace("REPORT", report).replace("NEW", str(tmp_path / "new.db"))
    script = f"{sys.executable} -m wortlaut {named}; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == code, done.stderr
    assert done.stderr == "" or (code == 1 and ONE_LINE.fullmatch(done.stderr))
    if "NEW" in command:
        assert CliRunner().invoke(main, ["check", "--db", str(tmp_path / "new.db")]).exit_code == 0


def test_json_is_utf8_whatever_the_terminal_speaks(report: str, db: str) -> None:
    for words in (["annotate", report], ["export", "--db", db], ["statements", "--json", "--db", db]):
        done = subprocess.run(
            [sys.executable, "-m", "wortlaut", *words],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            timeout=60,
        )
        assert "Der Hafen bleibt bis Freitag" in done.stdout.decode("utf-8")
        assert "„" in done.stdout.decode("utf-8") or words[0] == "statements"
