"""Link the reports of the record again: copies, people, utterances, contacts, disputes."""

from __future__ import annotations

import click

from wortlaut.cli.speaking import database, plainly, say


@click.command("link")
@database
def command(db: str) -> None:
    """Make all links across reports anew. ``read`` does this by itself."""
    from wortlaut.link import link
    from wortlaut.store import open_store

    with plainly(), open_store(db) as store:
        link(store, again=True)
        counts = store.counts()
        say(
            f"{counts.copies} copies, {counts.actors} actors, {counts.utterances} utterances in several "
            f"renderings, {counts.contacts} contacts, {counts.disputes} disputes, {counts.stories} stories"
        )
