"""Which report of the store a report that comes in is: see docs/decisions/003-ids.md."""

from __future__ import annotations

from sqlalchemy import Connection, delete, exists, insert, select

from wortlaut.record import Received
from wortlaut.store import tables


def known_as(connection: Connection, received: Received, mark: str, place: str | None) -> str:
    """The id under which the store has this report, or that under which it is to be kept.

    ``place``: where it lies or what names it (None: its id alone tells); ``mark``: the digest of its version.
    """
    return (
        _at_address(connection, received.url)
        or (place and _at_place(connection, received, place))
        or _own(connection, received.id, mark, place)
    )


def remember(connection: Connection, key: str, place: str) -> None:
    """From now on what lies at ``place`` is the report ``key``."""
    connection.execute(delete(tables.place).where(tables.place.c.place == place))
    connection.execute(insert(tables.place).values({"place": place, "report": key}))


def is_at(connection: Connection, key: str, place: str) -> bool:
    """Is ``place`` known as that of the report ``key``?"""
    own = tables.place.c
    return bool(connection.execute(select(exists().where(own.place == place, own.report == key))).scalar())


def _at_address(connection: Connection, address: str | None) -> str | None:
    if address is None:
        return None
    own = tables.report.c
    return connection.execute(select(own.id).where(own.url == address).order_by(own.row)).scalar()


def _at_place(connection: Connection, received: Received, place: str) -> str | None:
    own, report = tables.place.c, tables.report.c
    found = connection.execute(
        select(report.id, report.url)
        .join_from(tables.place, tables.report, own.report == report.id)
        .where(own.place == place)
    ).first()
    if found is None:
        return None
    moved = received.url is not None and found.url is not None and received.url != found.url
    # a page saved over another is another report; what a source itself gives the same id is the same
    return None if moved and not place.startswith("id:") else found.id


def _own(connection: Connection, key: str, mark: str, place: str | None) -> str:
    """The report's own id, or where another report has that, the id with a part of the digest."""
    if place is None or _is_free(connection, key, mark):
        return key
    short = f"{key}-{mark[:8]}"
    return short if _is_free(connection, short, mark) else f"{key}-{mark}"


def _is_free(connection: Connection, key: str, mark: str) -> bool:
    """Has nobody the id ``key``, or the same text, or a report kept before places were?"""
    versions, own = tables.version.c, tables.place.c
    taken = select(exists().where(versions.report == key))
    same = select(exists().where(versions.report == key, versions.digest == mark))
    placed = select(exists().where(own.report == key))
    if not connection.execute(taken).scalar() or connection.execute(same).scalar():
        return True
    return not connection.execute(placed).scalar()
