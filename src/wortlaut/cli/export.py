"""Print the whole record as JSON Lines."""

from __future__ import annotations

import click

from wortlaut.cli.speaking import database, plainly, put_out


@click.command("export")
@database
def command(db: str) -> None:
    """Print every report as one line of JSON, then one object with what holds across reports."""
    from wortlaut.exports.jsonlines import lines
    from wortlaut.store import open_store

    with plainly(), open_store(db) as store:
        for line in lines(store):
            put_out(line)
