"""What else two reports have in common, as found so far."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection, Table, select

from wortlaut.store import tables


class Ties:
    """Ties between reports: one origin, an utterance in common."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._of = lru_cache(maxsize=2000)(self._read)

    def one_origin(self, one: str, other: str) -> bool:
        """Do two reports go back to one origin?"""
        return bool(self._of("origin", one) & self._of("origin", other))

    def one_utterance(self, one: str, other: str) -> bool:
        """Do two reports render an utterance in common?"""
        return bool(self._of("utterance", one) & self._of("utterance", other))

    def _read(self, what: str, report: str) -> frozenset[str]:
        table: Table = {"origin": tables.origin_of, "utterance": tables.utterance_of}[what]
        found = select(table.c[what]).where(table.c.report == report)
        return frozenset(self._connection.execute(found).scalars())
