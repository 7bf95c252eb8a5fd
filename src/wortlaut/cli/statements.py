"""List statements: by whom, about whom, of which act, in which days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wortlaut.cli.asking import address, asking, day, names, quoted
from wortlaut.cli.speaking import plainly, show
from wortlaut.record import ACTS

if TYPE_CHECKING:
    from wortlaut.store.base import StatementEntry


@click.command("statements")
@click.option("--by", default="", help="An actor's id or part of a name.")
@click.option("--about", default="", help="An actor's id or part of a name.")
@click.option("--act", type=click.Choice(ACTS), help="What kind of act.")
@asking
def command(by: str, about: str, act: Any, since: Any, until: Any, limit: int, **output: Any) -> None:
    """List statements with their words, the latest first."""
    from wortlaut.store import open_store
    from wortlaut.store.base import Query

    query = Query(by=by, about=about, act=act, since=day(since), until=day(until), limit=limit)
    with plainly(), open_store(output["db"]) as store:
        show(list(store.statements(query)), output["as_json"], output["as_csv"], cells)


def cells(entry: StatementEntry) -> dict[str, str]:
    """One row of the table of statements."""
    return {
        "day": entry.statement.when or (entry.report.published or "")[:10],
        "who": entry.speaker.name if entry.speaker else "",
        "act": entry.statement.act,
        "words": quoted(entry.words),
        "via": names(entry.via),
        "report": address(entry.report, entry.statement.content[0]),
    }
