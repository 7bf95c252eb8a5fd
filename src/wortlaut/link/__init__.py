"""Across reports: copies, utterances, contacts, disputes; every link says why it was made."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from wortlaut import __version__
from wortlaut.store import SqliteStore, tables

__all__ = ["link"]


def link(store: SqliteStore, again: bool = False) -> bool:
    """Make all links anew if reports came or changed since the last time (or ``again``); did it?

    The links depend on the set of current records alone: not on their order, nor on interruptions. They are
    written in one transaction, so a reader sees the old ones or the new ones.
    """
    with store.view() as connection:
        if not again and _is_linked(connection):
            return False
    with store.transaction() as connection:
        if again or not _is_linked(connection):
            _link(connection)
    return True


def _last_change(connection: Connection) -> int:
    return int(connection.execute(select(func.max(tables.change.c.number))).scalar() or 0)


def _is_linked(connection: Connection) -> bool:
    row = connection.execute(select(tables.linked)).first()
    return row is not None and (row.change, row.program) == (_last_change(connection), __version__)


def _link(connection: Connection) -> None:
    # the stages are heavy to import, and most calls find nothing to do
    from wortlaut.link.copies import link_copies
    from wortlaut.link.disputes import link_disputes
    from wortlaut.link.meetings import link_meetings
    from wortlaut.link.people import link_people
    from wortlaut.link.stories import link_stories
    from wortlaut.link.ties import Ties
    from wortlaut.link.utterances import link_utterances

    link_people(connection)
    link_copies(connection)
    link_utterances(connection)
    link_meetings(connection, Ties(connection))
    link_disputes(connection)
    link_stories(connection)
    connection.execute(delete(tables.linked))
    row = {"change": _last_change(connection), "program": __version__}
    connection.execute(insert(tables.linked).values(row))
