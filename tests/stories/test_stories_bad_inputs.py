"""The command line among bad inputs: no traceback, no hang, one line for each failure, the good ones read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bad_inputs import PAGE, TEXT, Case, cases
from wortlaut.errors import IntakeError
from wortlaut.intake import receive
from wortlaut.intake.identity import ending
from wortlaut.intake.kinds import kind_of
from wortlaut.record import Received

SECONDS = 50
FAILURE = re.compile(r"[^\x00-\x1f]+: [^\x00-\x1f]+; [^\x00-\x1f]+")
NEWS = re.compile(
    r"ignored: .+: .+|reports read: \d+|\d+ reports: .+ failed|.+ now holds .+|all that must hold holds .+"
)
GOOD = [f"good-{number}" for number in range(12)]
BATCH = 150


@dataclass(frozen=True)
class Ended:
    """What a command left: its exit code, its output, its failures and its other messages."""

    code: int
    out: str
    failures: list[str]
    news: list[str]


def wortlaut(*words: str, given: bytes | None = None, within: float = SECONDS) -> Ended:
    """Run a command; any message that is neither a failure in one line nor news fails the test."""
    command = [sys.executable, "-m", "wortlaut", *words]
    done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=within)
    return ended(done.returncode, done.stdout, done.stderr)


def ended(code: int, out: bytes, err: bytes) -> Ended:
    messages = err.decode("utf-8", "surrogateescape").splitlines()
    news = [line for line in messages if NEWS.fullmatch(line)]
    failures = [line for line in messages if not NEWS.fullmatch(line)]
    assert [line for line in failures if not FAILURE.fullmatch(line)] == []
    return Ended(code, out.decode(), failures, news)


def _lines(done: Ended) -> list[Any]:
    """The objects of the output; other marks than a line feed may stand in their strings."""
    return [json.loads(line) for line in done.out.split("\n")[:-1]]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All bad inputs, files of 100 MB, and good reports among them."""
    folder = tmp_path_factory.mktemp("bad") / "inbox"
    folder.mkdir()
    for case in makeable():
        case.make(folder / case.name)
    _huge(folder / "huge.txt", b"", b"Ein Satz. " * 100_000)
    _huge(
        folder / "huge-line.jsonl", b'{"text": "', b"a" * 1_000_000, b'"}\n{"id": "after", "text": "Ja."}\n'
    )
    for number, name in enumerate(GOOD):
        folder.joinpath(f"{name}.txt").write_text(f"{TEXT}Das war Bericht {number}.\n", encoding="utf-8")
    deep = folder.joinpath(*"abcdefghij" * 5)
    deep.mkdir(parents=True)
    (deep / "deep.html").write_text(PAGE, encoding="utf-8")
    (folder / "around").symlink_to(folder, target_is_directory=True)
    return folder


def makeable() -> list[Case]:
    """Those that a file system can hold."""
    return [case for case in cases() if "\x00" not in case.name and len(case.name) < 256]


def _huge(path: Path, head: bytes, part: bytes, tail: bytes = b"") -> None:
    with path.open("wb") as file:
        file.write(head)
        for _ in range(100):
            file.write(part)
        file.write(tail)


@pytest.fixture(scope="module")
def reading(inbox: Path) -> tuple[Path, Ended]:
    """The record that one ``read`` of the folder made, and how it ended."""
    db = inbox.parent / "record.db"
    return db, wortlaut("read", str(inbox), str(inbox / "missing.txt"), "--db", str(db))


def test_there_are_at_least_two_hundred() -> None:
    assert len(makeable()) >= 200


def test_read_says_each_failure_in_one_line(reading: tuple[Path, Ended], inbox: Path) -> None:
    _, done = reading
    assert done.code == 1
    assert all(line.startswith(str(inbox)) for line in done.failures)
    summary = next(line for line in done.news if "failed" in line)
    assert f"{len(done.failures)} failed" in summary
    assert f"{sum(line.startswith('ignored: ') for line in done.news)} ignored" in summary
    for name, trouble in (("huge.txt", "20 MB"), ("huge-line.jsonl:1", "20 MB"), ("missing.txt", "No such")):
        assert any(f"/{name}: " in line and trouble in line for line in done.failures), name


def test_all_the_good_are_in_the_record_and_it_is_sound(reading: tuple[Path, Ended], inbox: Path) -> None:
    db, _ = reading
    *records, _ = _lines(wortlaut("export", "--db", str(db)))
    texts = {record["id"]: record["text"] for record in records}
    for number, name in enumerate(GOOD):
        assert texts[name].endswith(f"Das war Bericht {number}.\n")
    assert "a/b/c" in next(key for key in texts if key.endswith("/deep"))
    assert texts["after"] == "Ja."
    for case in makeable():
        known = kind_of(ending(Path(case.name))) and not case.name.startswith(".")
        if case.fate == "read" and known:
            own = [item.id for item in receive([str(inbox / case.name)]) if isinstance(item, Received)]
            kept = [text for key, text in texts.items() if key in own or key.startswith(f"{own[0]}-")]
            assert any(case.contains in text for text in kept), case.name
    checked = wortlaut("check", "--db", str(db))
    assert (checked.code, checked.out) == (0, "")


def test_the_same_folder_again_changes_nothing(reading: tuple[Path, Ended], inbox: Path) -> None:
    db, first = reading
    again = wortlaut("read", str(inbox), "--db", str(db))
    assert any(" 0 new, 0 changed" in line for line in again.news)
    assert again.failures == [line for line in first.failures if "missing.txt" not in line]


def _batches(files: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(files), BATCH):
        yield files[start : start + BATCH]


def test_annotate_gives_one_line_for_each_in_order(inbox: Path) -> None:
    files = sorted(str(path) for path in inbox.iterdir() if not path.is_dir())
    for batch in _batches(files):
        done = wortlaut("annotate", *batch)
        lines = _lines(done)
        expected = [item for item in receive(batch) if isinstance(item, Received | IntakeError)]
        assert [line["id"] for line in lines] == [getattr(item, "id", None) for item in expected]
        assert ["error" in line for line in lines] == [isinstance(item, IntakeError) for item in expected]
        assert all(set(line) == {"id", "error"} for line in lines if "error" in line)
        assert len(done.failures) == sum("error" in line for line in lines)
        assert done.code == (1 if done.failures else 0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"", ["is empty"]),
        (b"\x00\x01\x02" * 2000, ["is no text"]),
        (b"a" * 100_000_000, ["20 MB"]),
        (TEXT.encode("utf-16-le"), [TEXT]),
        (PAGE.encode(), ["Ministerin"]),
        (b'{"id": "a", "text": "Ja."}\n{\n' + b"[" * 50_000 + b"\n", ["Ja.", "is no JSON", "is no JSON"]),
        (TEXT.encode()[:-40] + b"\xc3", ["Gespr"]),
    ],
    ids=["empty", "binary", "huge", "utf16", "page", "lines", "cut"],
)
def test_standard_input(given: bytes, expected: list[str]) -> None:
    done = wortlaut("annotate", "-", given=given)
    lines = _lines(done)
    for line, words in zip(lines, expected, strict=True):
        assert words in line.get("error", line.get("text"))
    assert len(done.failures) == sum("error" in line for line in lines)
    assert done.code == (1 if done.failures else 0)


def test_standard_input_that_is_closed() -> None:
    command = ["sh", "-c", f"exec {sys.executable} -m wortlaut annotate - <&-"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
    assert "is closed" in ended(done.returncode, done.stdout, done.stderr).failures[0]
