"""Read the bundled example reports, say what was found, and serve the pages."""

from __future__ import annotations

import click

from wortlaut.cli.speaking import plainly


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="End after reading.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where the pages listen.")
@click.option("--port", default=8765, show_default=True, help="At which port; 0 takes a free one.")
@click.option(
    "--db", default="wortlaut-demo.db", show_default=True, help="The file that the examples go into."
)
def command(no_serve: bool, host: str, port: int, db: str) -> None:
    """Read one invented week of reports, print what was found, and serve the pages."""
    from wortlaut.cli.findings import findings
    from wortlaut.cli.reading import Tally, examples, read
    from wortlaut.link import link
    from wortlaut.store import open_store

    with plainly():
        with open_store(db, create=True) as store, examples() as folder:
            tally = Tally()
            read(store, [folder], tally)
            link(store)
            click.echo(f"{tally}\n")
            for line in findings(store):
                click.echo(line)
        if tally.failed:
            raise SystemExit(1)
        if no_serve:
            click.echo(f"\nthe record is in {db}; to browse it: wortlaut serve --db {db}")
            return
        from wortlaut.pages import serve

        serve(db, host, port)
