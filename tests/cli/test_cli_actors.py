from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lists_invented import forget, text
from wikidata_invented import serving
from wortlaut.actors import table
from wortlaut.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["actors", *words])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("WORTLAUT_DATA", str(tmp_path / "data"))
    forget()
    yield tmp_path / "data"
    forget()


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = tmp_path / "newer.tsv"
    path.write_text(text(), encoding="utf-8")
    return path


def test_show_prints_an_actor_and_who_holds_an_office() -> None:
    assert "Q58217" in run("show", "Sergej Lawrow").stdout
    done = run("show", "der russische Außenminister", "--on", "2003-01-01", "--json")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["igor-ivanov"]
    assert "igor-ivanov" in run("show", "RU foreign", "--on", "2003-01-01", "--csv").stdout
    assert "Sergei Lavrov" in run("show", "RU foreign", "--on", "2020-01-01", "--language", "en").stdout


def test_show_fails_where_nobody_is_found() -> None:
    done = run("show", "Nobody Atall")
    assert done.exit_code == 1
    assert "nothing found" in done.stderr


def test_an_updated_list_is_used_instead_of_the_one_that_ships(home: Path, newer: Path) -> None:
    done = run("update", str(newer))
    assert done.exit_code == 0, done.stderr
    assert "8 actors, list of 2026-02-03" in done.stderr
    assert [p.name for p in home.iterdir()] == ["known.tsv"]
    assert "oona-velde" in run("show", "NO foreign", "--on", "2022-01-01").stdout
    assert run("show", "Sergej Lawrow").exit_code == 1


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (text().replace("2012 2016-05-03", "2012 2011-05-03"), "line 9: "),
        (text().replace("zorvant\t", "Zorvant\t"), "is no id"),
        ("", "line 1: "),
        (text().rsplit("\t", 1)[0], "must end with a line break"),
    ],
)
def test_a_broken_list_is_refused_in_one_line_and_the_old_one_stays(
    home: Path, newer: Path, broken: str, said: str
) -> None:
    assert run("update", str(newer)).exit_code == 0
    newer.write_text(broken, encoding="utf-8")
    done = run("update", str(newer))
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(newer) in done.stderr
    assert said in done.stderr
    assert (home / "known.tsv").read_text(encoding="utf-8") == text()


def test_what_is_no_text_or_no_file_is_refused(home: Path, newer: Path) -> None:
    newer.write_bytes(text().encode().replace(b"Velde", b"Vel\xff"))
    for path in (newer, newer.parent, newer.parent / "none.tsv"):
        done = run("update", str(path))
        assert done.exit_code == 1
        assert len(done.stderr.splitlines()) == 1
        assert str(path) in done.stderr
    assert not home.exists() or not list(home.iterdir())


def test_an_installed_list_that_broke_is_said_in_one_line(home: Path) -> None:
    home.mkdir()
    (home / table.FILE).write_text("garbage\n", encoding="utf-8")
    done = run("show", "NO foreign")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert "known.tsv" in done.stderr


def test_refresh_writes_a_list_that_update_takes(home: Path, newer: Path, tmp_path: Path) -> None:
    assert run("update", str(newer)).exit_code == 0
    out, kept = tmp_path / "new.tsv", tmp_path / "kept"
    with serving() as asked:
        done = run(
            "refresh", "--countries", "no", "--out", str(out), "--folder", str(kept), "--pause", "0",
            "--address", asked.address,
        )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert len(list(kept.glob("NO-*.json"))) == 4
    assert run("update", str(out)).exit_code == 0
    assert "runa-solvik" in run("show", "Runa Solvik").stdout


def test_refresh_says_each_failure_on_a_line_and_fails(home: Path, tmp_path: Path) -> None:
    with serving(lambda _: (403, {}, b"")) as asked:
        done = run(
            "refresh", "--countries", "NO", "--out", str(tmp_path / "new.tsv"),
            "--folder", str(tmp_path / "kept"), "--pause", "0", "--address", asked.address,
        )  # fmt: skip
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert [line.split(":")[0] for line in lines[:4]] == [
        "NO offices",
        "NO parties",
        "NO ministries",
        "NO media",
    ]
    assert all("403" in line for line in lines[:4])
    assert len(lines) == 6


@pytest.mark.parametrize(
    "wrong", [("--countries", "XX"), ("--countries", ","), ("--address", "ftp://x"), ("--pause", "-1")]
)
def test_refresh_refuses_what_makes_no_sense(wrong: tuple[str, str]) -> None:
    assert run("refresh", *wrong).exit_code == 2


def test_without_a_home_the_shipped_list_is_used(
    home: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORTLAUT_DATA")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    forget()
    assert "Q58217" in run("show", "Sergej Lawrow").stdout
    done = run("update", str(newer))
    assert done.exit_code == 1
    assert "WORTLAUT_DATA" in done.stderr


def test_a_home_nobody_may_read_is_none(
    home: Path, newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: str) -> str:
        raise PermissionError(13, "Permission denied")

    assert run("update", str(newer)).exit_code == 0
    monkeypatch.setattr(table, "checked", refuse)
    forget()
    done = run("show", "Sergej Lawrow")  # the folder was named: that it can't be read is said
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    monkeypatch.delenv("WORTLAUT_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    home.rename(tmp_path / "wortlaut")
    forget()
    assert "Q58217" in run("show", "Sergej Lawrow").stdout
