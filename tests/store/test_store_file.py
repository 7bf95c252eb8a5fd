from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from invented_reports import keep, kept, told
from wortlaut.errors import StoreError
from wortlaut.store import open_store, tables
from wortlaut.store.check import problems
from wortlaut.store.sqlite import SqliteStore

REPORTS = [
    told(f"r{n}", f"Ada Quell sagte, es seien {n}.", said=[("Ada Quell", f"es seien {n}")]) for n in range(20)
]


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear Ada, this is a letter. " * 50)
    with pytest.raises(StoreError, match="no wortlaut record"):
        open_store(path)
    assert path.read_bytes().startswith(b"Dear Ada")


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE report (x)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)


def test_the_file_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_store(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreError, match="newer wortlaut"):
        open_store(path)


def test_a_locked_file_is_said_to_be_locked(tmp_path: Path) -> None:
    from wortlaut.store import engine

    path = tmp_path / "r.db"
    open_store(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    connected = engine.connect(path, wait=0.1)
    with (
        pytest.raises(StoreError, match="another program is writing"),
        engine.clearly(path),
        engine.writing(connected),
    ):
        pass
    connected.dispose()
    other.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_store(path, create=True).close()
    path.chmod(0o400)
    with open_store(path) as store, pytest.raises(StoreError, match="may not be written"):
        keep(store, REPORTS[0])


def test_the_steps_make_the_very_tables_of_the_code(tmp_path: Path) -> None:
    open_store(tmp_path / "r.db", create=True).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'r.db'}")
    seen = inspect(engine)
    for table in tables.metadata.sorted_tables:
        columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in seen.get_columns(table.name)}
        assert columns == {c.name: (str(c.type), bool(c.nullable)) for c in table.columns}, table.name
        assert {i["name"] for i in seen.get_indexes(table.name)} == {i.name for i in table.indexes}
    engine.dispose()


def test_a_reader_sees_whole_reports_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    seen: list[tuple[int, int]] = []
    with open_store(path, create=True) as writer, open_store(path) as reader:

        def write() -> None:
            keep(writer, *REPORTS)

        thread = threading.Thread(target=write)
        thread.start()
        while thread.is_alive():
            counts = reader.counts()
            seen.append((counts.reports, counts.statements))
        thread.join()
        assert reader.counts().reports == len(REPORTS)
    assert all(reports == statements for reports, statements in seen)


def _break(store: SqliteStore, sql: str) -> list[str]:
    with store.transaction() as connection:
        connection.exec_driver_sql(sql)
    return list(problems(store))


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("DELETE FROM change WHERE number = 1", "log: change 1 is missing"),
        ("DELETE FROM entity", "links: entity_of.entity names"),
        ("UPDATE entity_of SET actor = 'nobody' WHERE report = 'r1'", "entity_of names nobody"),
        ("INSERT INTO version VALUES ('r1', 2, 'x', 'now')", "version 2 has no reading"),
    ],
)
def test_check_finds_what_is_broken(tmp_path: Path, sql: str, problem: str) -> None:
    with kept(tmp_path, *REPORTS[:3]) as store:
        assert list(problems(store)) == []
        assert any(problem in line for line in _break(store, sql))
