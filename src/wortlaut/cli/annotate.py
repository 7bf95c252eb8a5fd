"""Read without a database: one JSON object per report to standard output."""

from __future__ import annotations

import click

from wortlaut.cli.speaking import fast, plainly, put_out, say


@click.command("annotate")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@fast
def command(files: tuple[str, ...], fast: bool) -> None:
    """Print what is found in each report of FILE… as one line of JSON, in the order of the input.

    A report that can't be read gives {"id", "error"} on its line and a message on standard error.
    """
    from wortlaut.cli.lines import line

    failed = False
    with plainly():
        from wortlaut.intake import receive

        for item in receive(files):
            printed, trouble = line(item, fast)
            if trouble:
                failed = failed or printed is not None
                say(trouble)
            if printed is not None:
                put_out(printed)
    if failed:
        raise SystemExit(1)
