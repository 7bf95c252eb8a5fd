"""What ``receive`` promises: order, ids, what is passed over, standard input, little memory."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc
from pathlib import Path

import pytest

from bad_inputs import PAGE, TEXT
from wortlaut.intake import Ignored, UnreadableError, receive
from wortlaut.record import Received


def _reports(*sources: Path | str) -> list[Received]:
    return [found for found in receive([str(source) for source in sources]) if isinstance(found, Received)]


def test_a_text_file_is_read_letter_by_letter(tmp_path: Path) -> None:
    text = "Zeile eins\r\nZeile zwei \t\r\n\n  „Ende“"
    (tmp_path / "report.txt").write_bytes(text.encode())
    assert _reports(tmp_path / "report.txt") == [Received(id="report", text=text)]


def test_lines_come_in_order_and_failures_keep_their_place(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "Eins."}',
        "kaputt",
        '{"id": "c"}',
        '{"url": "https://nord.example/1", "text": "Vier."}',
    ]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    first, second, third, fourth = receive([str(tmp_path / "reports.jsonl")])
    assert isinstance(first, Received)
    assert first.id == "a"
    assert isinstance(second, UnreadableError)
    assert (second.id, second.line) == ("reports:2", 2)
    assert isinstance(third, UnreadableError)
    assert (third.id, third.line) == ("c", 3)
    assert isinstance(fourth, Received)
    assert len(fourth.id) == 16


def test_what_an_object_declares_is_kept(tmp_path: Path) -> None:
    known = {
        "title": "Nordland verhandelt",
        "language": "de",
        "outlet": "Nordbote",
        "url": "https://nord.example/1",
    }
    report = {"id": 5, "text": TEXT, "published": "11.11.2024 10:30", **known}
    (tmp_path / "r.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    (found,) = _reports(tmp_path / "r.json")
    assert found == Received(id="5", text=TEXT, published="2024-11-11T10:30:00", **known)


def test_reports_without_id_are_named_by_their_place(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"text": "Eins."}\n\n{"text": "Zwei."}\n', encoding="utf-8")
    assert [found.id for found in _reports(tmp_path / "r.jsonl")] == ["r:1", "r:3"]


def test_a_folder_is_read_by_name_and_says_what_it_passes_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/same.txt", "same.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "code.py").write_text("x = 1", encoding="utf-8")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "settings.json").write_text('{"a": 1}', encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    outcomes = list(receive([str(tmp_path)]))
    assert [found.id for found in outcomes if isinstance(found, Received)] == ["a", "same", "b/same"]
    ignored = {Path(found.source).name: found.reason for found in outcomes if isinstance(found, Ignored)}
    assert set(ignored) == {
        ".git",
        ".hidden.txt",
        "code.py",
        "image.txt",
        "empty.txt",
        "settings.json",
        "loop",
    }
    assert len(ignored) + 3 == len(outcomes)


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("x/1", "x/2", "y/1"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "report.txt").write_text(TEXT, encoding="utf-8")
    files = [tmp_path / "x/1/report.txt", tmp_path / "x/2/report.txt", tmp_path / "y/1/report.txt"]
    assert len({found.id for found in _reports(*files)}) == 3
    assert [found.id for found in _reports(files[0], files[0])] == ["report", "report"]


def test_a_folder_deeper_than_any_stack(tmp_path: Path) -> None:
    place = tmp_path
    for _ in range(400):
        place = place / "d"
        place.mkdir()
    (place / "report.txt").write_text(TEXT, encoding="utf-8")
    assert len(_reports(tmp_path)) == 1


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (TEXT, ["stdin"]),
        (PAGE, ["stdin"]),
        ('{"text": "Eins."}\n{"id": "b", "text": "Zwei."}\n', ["stdin:1", "b"]),
        ('[{"text": "Eins."}, {"text": "Zwei."}]', ["stdin:1", "stdin:2"]),
        ('{\n  "text": "Eins."\n}\n', ["stdin"]),
        ("{Kursiv} Kein JSON, sondern Text.", ["stdin"]),
        ("[Anzeige] Kein JSON, sondern Text.", ["stdin"]),
        ("<b>Nur</b> ein Text mit Zeichen", ["stdin"]),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(
    given: str, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert [found.id for found in _reports("-")] == ids


def test_lines_are_not_gathered_before_they_are_handed_on(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "many.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": TEXT * 20}) + "\n" for _ in range(3000))
    tracemalloc.start()
    count = sum(1 for _ in receive([str(tmp_path / "many.jsonl.gz")]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert peak < 2_000_000, "the lines are held in memory"


def test_a_file_of_a_folder_is_passed_over_only_if_nothing_in_it_is_a_report(tmp_path: Path) -> None:
    none, some = tmp_path / "none.jsonl", tmp_path / "some.jsonl"
    none.write_text('{"name": "x"}\n' * 3, encoding="utf-8")
    some.write_text('{"name": "x"}\n17\n{"text": "Es regnet."}\n', encoding="utf-8")
    passed, first, second, report = receive([str(tmp_path)])
    assert isinstance(passed, Ignored)
    assert passed.source.endswith("none.jsonl")
    assert [getattr(error, "line", None) for error in (first, second)] == [1, 2]
    assert isinstance(report, Received)
