"""One SQLite file: opening it safely, and saying clearly what is wrong with one that can't be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from wortlaut.errors import StoreError
from wortlaut.store.migrations import STEPS, migrate
from wortlaut.store.search import plain

_PAUSE = 0.02

# the trouble as SQLite words it → what it means, and what helps
_TROUBLES = (
    ("not a database", "it is no wortlaut record", "name another file with --db"),
    (
        "malformed",
        "the file is damaged",
        "restore a backup, or read the reports into a new file",
    ),
    ("locked", "another program is writing to it", "wait until that one has ended, then try again"),
    ("readonly", "it may not be written to", "change its permissions, or name another file with --db"),
    ("read-only", "it may not be written to", "change its permissions, or name another file with --db"),
    ("unable to open", "it can't be opened or made", "check that the folder exists and may be written to"),
    ("full", "there is no space left", "make room on the disk, then try again"),
    (
        "disk i/o",
        "the disk reports an error",
        "check the disk and the permissions of its folder",
    ),
    ("no such table", "it is no wortlaut record", "name another file with --db"),
    ("already exists", "it is a database of another program", "name another file with --db"),
)


@contextmanager
def clearly(path: Path) -> Iterator[None]:
    """Turn the engine's errors about ``path`` into a ``StoreError`` that says what helps."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        words = str(error.orig if isinstance(error, DBAPIError) else error).lower()
        for sign, trouble, remedy in _TROUBLES:
            if sign in words:
                raise StoreError(str(path), trouble, remedy) from error
        raise StoreError(str(path), words, "please report this as an error of the program") from error


def connect(path: Path, wait: float = 30.0) -> Engine:
    """An engine on the file at ``path``, its tables brought up to date; makes the file if needed.

    ``wait``: for how many seconds a writer waits for another. Raises ``StoreError``.
    """
    # absolute, and no address put together from words: any name that a file may have is taken as it is
    address = URL.create("sqlite", database=str(path.absolute()))
    engine = create_engine(address, connect_args={"timeout": wait})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    with clearly(path):
        _bring_up_to_date(engine, path, wait)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it, or nothing."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def _prepare(connection: Any, _: object) -> None:
    connection.create_function("plain", 1, lambda words: plain(words or ""), deterministic=True)
    connection.isolation_level = None  # transactions are begun by _begin alone, DDL included
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: sound after a kill at any moment
    connection.execute("PRAGMA cache_size = -16000")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, path: Path, wait: float) -> None:
    with engine.connect() as connection:
        at = _step(connection)
    if at > len(STEPS):
        raise StoreError(
            str(path), "it was made by a newer wortlaut", "install that version, or name another file"
        )
    if at < len(STEPS):
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is not None:
                _keep_log(raw, tries=max(1, round(wait / _PAUSE)))
        with writing(engine) as connection:
            migrate(connection, _step(connection))


def _keep_log(raw: Any, tries: int) -> None:
    """Have the file written by a log; of two programs that make it at once one must try again."""
    for left in reversed(range(tries)):
        try:
            raw.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not left or "locked" not in str(error):
                raise
            sleep(_PAUSE)  # the engine waits for every lock but this one
        else:
            return


def _step(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
