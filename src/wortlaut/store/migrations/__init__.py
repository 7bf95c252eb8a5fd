"""Named steps that bring a record's file to the tables of today; run on opening, each in one go."""

from __future__ import annotations

from importlib import resources

from sqlalchemy import Connection

STEPS = ("first", "places")


def statements(number: int) -> list[str]:
    """The SQL of step ``number`` (counted from 1), one statement each."""
    name = f"{number:03}_{STEPS[number - 1]}.sql"
    sql = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [part.strip() for part in sql.split(";\n") if part.strip()]


def migrate(connection: Connection, at: int) -> None:
    """Run all steps after step ``at`` in the transaction of ``connection``."""
    for number in range(at + 1, len(STEPS) + 1):
        for sql in statements(number):
            connection.exec_driver_sql(sql)
    connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")
