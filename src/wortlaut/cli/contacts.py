"""List contacts: who called, met, visited or wrote to whom, by which reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wortlaut.cli.asking import address, asking, day, names, quoted
from wortlaut.cli.speaking import plainly, show

if TYPE_CHECKING:
    from wortlaut.store.base import ContactEntry


@click.command("contacts")
@click.option("--by", default="", help="A participant: an actor's id or part of a name.")
@click.option("--about", default="", help="Another participant.")
@asking
def command(by: str, about: str, since: Any, until: Any, limit: int, **output: Any) -> None:
    """List contacts, one row per contact of the real world, the latest first."""
    from wortlaut.store import open_store
    from wortlaut.store.base import Query

    query = Query(by=by, about=about, since=day(since), until=day(until), limit=limit)
    with plainly(), open_store(output["db"]) as store:
        show(list(store.contacts(query)), output["as_json"], output["as_csv"], cells)


def cells(entry: ContactEntry) -> dict[str, str]:
    """One row of the table of contacts: its status by source, and the first words of each report."""
    said = [
        f"{voice.status}: {names(voice.by) or voice.report.outlet or voice.report.id}"
        for voice in entry.voices
    ]
    return {
        "day": entry.when or "",
        "kind": entry.kind,
        "who": names(entry.participants),
        "status": entry.status,
        "on whose word": "; ".join(dict.fromkeys(said)),
        "words": " / ".join(quoted(part.words[:1]) for part in entry.reports),
        "reports": " ".join(address(part.report, part.words[0].span) for part in entry.reports if part.words),
    }
