from __future__ import annotations

from pathlib import Path

import pytest

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
