"""Serve the record as web pages on this machine."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("serve")
@click.argument("database", type=click.Path(path_type=Path), default=Path("wortlaut.db"), required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="First port to try."
)
def command(database: Path, host: str, port: int) -> None:
    """Serve the record in DATABASE (default wortlaut.db) as web pages; Ctrl-C ends it."""
    from wortlaut.pages import serve as serve_pages

    serve_pages(database, host, port)
