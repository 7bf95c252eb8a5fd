"""An invented list of known actors, and how a test makes it the one in use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from wortlaut.actors import table
from wortlaut.actors.finders import gazetteer, names
from wortlaut.actors.rows import Row, written

ROWS = (
    Row("erik-holtmo", "person", "Q900000001", "", "Erik Holtmo", "Эрик Хольтмо", "m",
        "NO legislator", "", "", "", "3", "invented"),
    Row("brisk-daily", "organisation", "", "", "Beacon", "", "", "", "NO", "outlet", "beacon.example", "3",
        "invented"),
    Row("evren-taskiran", "person", "", "Evren Taşkıran", "Evren Taskiran", "", "f",
        "TR foreign 2015-03-01 2020-06|TR defence 2020-06", "", "", "", "2", "invented"),
    Row("norwegian-harbour-ministry", "organisation", "", "norwegisches Hafenministerium",
        "Norwegian Harbour Ministry", "", "", "", "NO", "other", "", "2", "invented"),
    Row("norwegian-defence-ministry", "organisation", "Q900000002", "norwegisches Verteidigungsministerium",
        "Norwegian Defence Ministry", "", "", "", "NO", "defence", "", "2", "invented"),
    Row("oona-velde", "person", "Q900000003", "", "Oona Velde", "", "f",
        "NO foreign 2012 2016-05-03|NO foreign 2021-02-01", "", "", "", "2", "invented"),
    Row("tor-halvmo", "person", "", "", "Tor Halvmo", "", "m", "NO foreign 2016-05-03 2021-02-01", "", "",
        "", "2", "invented"),
    Row("zorvant", "person", "", "Pelle Zorvant", "Pelle Zorvan", "", "m", "NO premier 2019-01-01", "", "",
        "", "1", "invented"),
)  # fmt: skip


def text(rows: tuple[Row, ...] = ROWS) -> str:
    """The invented list."""
    return written(rows, "2026-02-03", ["invented for tests"])


def forget() -> None:
    """Read the list in use anew."""
    for cached in (table.table, gazetteer.listed, names.famous):
        cached.cache_clear()


@contextmanager
def in_use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Use the invented list inside."""
    (folder / table.FILE).write_text(text(), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setenv("WORTLAUT_DATA", str(folder))
        forget()
        yield
    forget()
