"""Serve the record as web pages on this machine."""

from __future__ import annotations

import click

from wortlaut.cli.speaking import database, plainly


@click.command("serve")
@database
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port; where it is taken, the next free one.",
)
def command(db: str, host: str, port: int) -> None:
    """Serve the pages until interrupted, and print their address."""
    from wortlaut.pages import serve

    with plainly():
        serve(db, host, port)
