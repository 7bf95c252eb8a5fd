"""Search statements and reports for words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from wortlaut.cli import statements
from wortlaut.cli.asking import address, asking, day, quoted
from wortlaut.cli.speaking import plainly, say, show

if TYPE_CHECKING:
    from wortlaut.store.base import ReportHit


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@asking
def command(words: tuple[str, ...], since: Any, until: Any, limit: int, **output: Any) -> None:
    """Find statements and reports that hold all WORDS; parts of words are found too."""
    from wortlaut.store import open_store
    from wortlaut.store.base import Query

    query = Query(words=" ".join(words), since=day(since), until=day(until), limit=limit)
    with plainly(), open_store(output["db"]) as store:
        found = store.search(query)
        if output["as_json"]:
            show([found], True, False, dict)
            return
        say(f"{found.all_statements} statements")
        show(list(found.statements), False, output["as_csv"], statements.cells)
        say(f"{found.all_reports} reports")
        show(list(found.reports), False, output["as_csv"], _cells)


def _cells(hit: ReportHit) -> dict[str, str]:
    return {
        "day": (hit.report.published or "")[:10],
        "outlet": hit.report.outlet or "",
        "heading": hit.report.heading,
        "words": quoted(hit.words[:3]),
        "report": address(hit.report, hit.words[0].span if hit.words else None),
    }
