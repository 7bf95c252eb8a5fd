"""List disputes: claims and their denials, within and across reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wortlaut.cli.asking import address, asking, day, quoted
from wortlaut.cli.speaking import plainly, show

if TYPE_CHECKING:
    from wortlaut.store.base import DisputeEntry, DisputeItem


@click.command("disputes")
@click.option("--by", default="", help="Someone on either side: an actor's id or part of a name.")
@asking
def command(by: str, since: Any, until: Any, limit: int, **output: Any) -> None:
    """List disputes with the words of both sides, the latest first."""
    from wortlaut.store import open_store
    from wortlaut.store.base import Query

    query = Query(by=by, since=day(since), until=day(until), limit=limit)
    with plainly(), open_store(output["db"]) as store:
        show(list(store.disputes(query)), output["as_json"], output["as_csv"], cells)


def cells(entry: DisputeEntry) -> dict[str, str]:
    """One row of the table of disputes."""
    return {
        "day": entry.day or "",
        "about": entry.about,
        "kind": entry.kind,
        "claim": _side(entry.claim),
        "denial": _side(entry.denial),
    }


def _side(items: tuple[DisputeItem, ...]) -> str:
    return " / ".join(_item(item) for item in items)


def _item(item: DisputeItem) -> str:
    speaker = item.statement.speaker if item.statement else None
    who = f"{speaker.name}: " if speaker else ""
    return f"{who}{quoted(item.words)} ({address(item.report, item.words[0].span)})"
