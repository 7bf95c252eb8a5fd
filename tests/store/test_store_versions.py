from __future__ import annotations

from pathlib import Path

import pytest

from bad_inputs import PAGE
from invented_reports import keep, told
from wortlaut.errors import StoreError
from wortlaut.record import Received
from wortlaut.store import open_store
from wortlaut.store.base import Query
from wortlaut.store.check import problems

FIRST = told("r", "Ada Quell sagte, die Brücke sei sicher.", said=[("Ada Quell", "die Brücke sei sicher")])
SECOND = told(
    "r", "Ada Quell sagte, die Brücke sei gesperrt.", said=[("Ada Quell", "die Brücke sei gesperrt")]
)


def test_the_same_report_again_changes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        assert keep(store, FIRST, FIRST) == ["new", "unchanged"]
        assert [change.number for change in store.changes()] == [1]


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        assert keep(store, FIRST, SECOND) == ["new", "changed"]
        now, before = store.report("r"), store.report("r", 1)
        assert now is not None
        assert before is not None
        assert (now.record, now.version) == (SECOND, 2)
        assert before.record == FIRST
        assert [version.current for version in now.versions] == [False, True]
        assert [(c.number, c.what, c.version) for c in store.changes()] == [(1, "new", 1), (2, "changed", 2)]
        assert list(problems(store)) == []


def test_search_forgets_the_words_of_an_earlier_version(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        keep(store, FIRST, SECOND)
        assert store.search(Query(words="sicher")).all_statements == 0
        found = store.search(Query(words="gesperrt"))
        assert (found.all_statements, found.all_reports) == (1, 1)


def test_another_program_reads_the_same_version_anew(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        keep(store, FIRST)
        assert keep(store, FIRST, program="2") == ["reread"]
        page = store.report("r")
        assert page is not None
        assert [version.program for version in page.versions] == ["2"]


def test_an_address_names_one_report_whatever_its_id(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        keep(store, told("first", FIRST.text, url="https://example.org/a"))
        other = Received(id="second", text=SECOND.text, url="https://example.org/a")
        assert store.known_as(other) == "first"


def test_two_files_of_one_name_are_two_reports_of_a_run(tmp_path: Path) -> None:
    from wortlaut.cli.reading import Tally, read

    for folder, words in (("a", "Anna Berg sagte, es regne."), ("b", "Ole Kamp sagte, es schneie.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bericht.txt").write_text(words, encoding="utf-8")
    with open_store(tmp_path / "r.db", create=True) as store:
        for expected in ("new", "unchanged"):
            tally = Tally()
            read(store, [str(tmp_path / "a"), str(tmp_path / "b")], tally)
            assert getattr(tally, expected) == 2
        assert store.counts().reports == 2


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("brück", 1),
        ("BRUCKE sicher", 1),
        ("ücke", 1),
        ("sich Quell", 0),
        ("zz", 0),
        ('"', 0),
        ("", 1),
        ("\0", 0),
    ],
)
def test_search_finds_parts_of_words_without_case_and_accents(tmp_path: Path, words: str, hits: int) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        keep(store, FIRST)
        assert store.search(Query(words=words)).all_statements == hits


def test_a_missing_file_and_a_folder_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such file"):
        open_store(tmp_path / "none.db")
    with pytest.raises(StoreError, match="it is a folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="can't be opened or made"):
        open_store(tmp_path / "no" / "folder" / "r.db", create=True)


def _read_file(db: Path, *files: Path | str) -> str:
    from wortlaut.cli.reading import Tally, read

    tally = Tally()
    with open_store(db, create=True) as store:
        read(store, [str(file) for file in files], tally)
        assert list(problems(store)) == []
        return f"{tally.new} {tally.changed} {tally.unchanged}; {store.counts().reports}"


def _written(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def test_two_files_of_one_name_are_two_reports_of_two_runs(tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    one, other = _written(tmp_path / "a/x.txt", "Es regnet."), _written(tmp_path / "b/x.txt", "Es schneit.")
    assert _read_file(db, one) == "1 0 0; 1"
    assert _read_file(db, other) == "1 0 0; 2"
    assert _read_file(db, other, one) == "0 0 2; 2"
    _written(other, "Es schneit nicht mehr.")
    assert _read_file(db, other) == "0 1 0; 2"
    assert _read_file(db, tmp_path / "b") == "0 0 1; 2"  # the same file, found in a folder
    _written(one, "Es regnet nicht mehr.")
    assert _read_file(db, one) == "0 1 0; 2"
    with open_store(db) as store:
        first, second = sorted(ref.id for ref in store.reports())
        assert first == "x"
        assert second.startswith("x-")


def test_a_moved_folder_changes_nothing_and_its_reports_go_on(tmp_path: Path) -> None:
    db, before = tmp_path / "r.db", tmp_path / "a"
    _written(before / "x.txt", "Es regnet.")
    assert _read_file(db, before) == "1 0 0; 1"
    after = before.rename(tmp_path / "b")
    assert _read_file(db, after) == "0 0 1; 1"
    _written(after / "x.txt", "Es regnet nicht mehr.")
    assert _read_file(db, after) == "0 1 0; 1"


def test_an_id_that_the_source_gives_names_its_report_wherever_it_lies(tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    one = _written(tmp_path / "one.jsonl", '{"id": "x", "text": "Es regnet."}')
    other = _written(tmp_path / "other.jsonl", '{"id": "x", "text": "Es regnet nicht mehr."}')
    assert _read_file(db, one) == "1 0 0; 1"
    assert _read_file(db, other) == "0 1 0; 1"
    assert _read_file(db, _written(tmp_path / "x.txt", "Es schneit.")) == "1 0 0; 2"


def test_a_page_saved_over_another_is_another_report(tmp_path: Path) -> None:
    db, file = tmp_path / "r.db", tmp_path / "page.html"
    for place, expected in (("a", "1 0 0; 1"), ("b", "1 0 0; 2"), ("b", "0 0 1; 2")):
        link = f'<link rel="canonical" href="https://example.org/{place}"></head>'
        _written(file, PAGE.replace("</head>", link))
        assert _read_file(db, file) == expected


def test_a_report_kept_before_places_were_stays_itself(tmp_path: Path) -> None:
    db, file = tmp_path / "r.db", _written(tmp_path / "x.txt", "Es regnet.")
    assert _read_file(db, file) == "1 0 0; 1"
    with open_store(db) as store, store.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM place")
    _written(file, "Es regnet nicht mehr.")
    assert _read_file(db, file) == "0 1 0; 1"


def test_a_name_that_is_not_utf8_is_an_id_like_any_other(tmp_path: Path) -> None:
    import os

    path = os.path.join(os.fsencode(tmp_path), "Größe.txt".encode("latin-1"))
    with open(path, "wb") as file:
        file.write(b"Es regnet.")
    assert _read_file(tmp_path / "r.db", os.fsdecode(path)) == "1 0 0; 1"
    with open_store(tmp_path / "r.db") as store:
        assert [ref.id for ref in store.reports()] == ["Größe"]
