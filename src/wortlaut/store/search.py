"""Full-text search on SQLite: the one place that knows its index (FTS5, by three-letter pieces).

Pieces of three letters find parts of German compounds and of names; words are compared without case and
accents. A word of fewer than three letters has no piece, so it narrows nothing here.
"""

from __future__ import annotations

import unicodedata

from sqlalchemy import ColumnElement, Connection, func, text
from sqlalchemy.sql.expression import TextClause

STATEMENTS = "statement.row IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :pieces)"
REPORTS = "report.row IN (SELECT rowid FROM report_words WHERE report_words MATCH :pieces)"


def plain(words: str) -> str:
    """``words`` without case and accents, as they stand in the index; keeps the number of characters."""
    return "".join(_plain_character(c) for c in words)


def _plain_character(character: str) -> str:
    bare = unicodedata.normalize("NFKD", character)[0].lower()
    return bare if len(bare) == 1 else character


def pieces(words: str) -> str | None:
    """The question for the index: every word of ``words`` as a phrase; None if none is long enough."""
    long = [word.replace('"', " ").strip() for word in plain(words).replace("\0", " ").split()]
    phrases = [f'"{word}"' for word in long if len(word) >= 3]
    return " ".join(phrases) if phrases else None


def matching(clause: str, words: str) -> TextClause | None:
    """A condition for ``STATEMENTS`` or ``REPORTS``; None where the index can't narrow by ``words``."""
    question = pieces(words)
    return None if question is None else text(clause).bindparams(pieces=question)


def index(connection: Connection, report: int, whole: str, statements: dict[int, str]) -> None:
    """Enter a report and its statements, each by its row number."""
    connection.execute(
        text("INSERT INTO report_words (rowid, words) VALUES (:row, :words)"),
        {"row": report, "words": plain(whole)},
    )
    if statements:
        connection.execute(
            text("INSERT INTO statement_words (rowid, words) VALUES (:row, :words)"),
            [{"row": row, "words": plain(words)} for row, words in statements.items()],
        )


def forget(connection: Connection, report: int, statements: list[int]) -> None:
    """Take a report and its statements out (before its next version is entered)."""
    connection.execute(text("DELETE FROM report_words WHERE rowid = :row"), {"row": report})
    if statements:
        gone = [{"row": row} for row in statements]
        connection.execute(text("DELETE FROM statement_words WHERE rowid = :row"), gone)


def has_words(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Does the column hold ``words``, without regard to case and accents?"""
    return func.instr(func.plain(column), plain(words)) > 0
