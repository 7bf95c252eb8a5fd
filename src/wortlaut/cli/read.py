"""Read files, folders or standard input into the record.

Imports happen when the command runs, so that help stays fast.
"""

from __future__ import annotations

import click

from wortlaut.cli.speaking import database, fast, plainly, say


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@database
@fast
def command(sources: tuple[str, ...], db: str, fast: bool) -> None:
    """Read reports from SOURCE… into the record: text, HTML and JSON Lines files, folders, "-".

    The same report again changes nothing; a changed one becomes a new version. A run that was
    interrupted goes on where it ended.
    """
    from wortlaut.cli.reading import Tally, read
    from wortlaut.link import link
    from wortlaut.store import open_store

    tally = Tally()
    with plainly(), open_store(db, create=True) as store:
        try:
            read(store, sources, tally, fast)
        except KeyboardInterrupt:
            say(f"interrupted after {tally}; run the same command again to go on")
            raise SystemExit(130) from None
        link(store)
        say(str(tally))
        counts = store.counts()
        say(
            f"{db} now holds {counts.reports} reports, {counts.statements} statements, "
            f"{counts.contacts} contacts, {counts.copies} copies, {counts.disputes} disputes"
        )
    if tally.failed:
        raise SystemExit(1)
