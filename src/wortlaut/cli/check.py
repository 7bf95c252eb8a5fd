"""Verify that all that must hold of the record does."""

from __future__ import annotations

import click

from wortlaut.cli.speaking import database, plainly, put_out, say


@click.command("check")
@database
@click.option("--json", "as_json", is_flag=True, help="One JSON string per problem.")
def command(db: str, as_json: bool) -> None:
    """Check the file, every report, the log and the links; print each problem on a line."""
    import msgspec

    from wortlaut.store import open_store
    from wortlaut.store.check import problems

    found = 0
    with plainly(), open_store(db) as store:
        for problem in problems(store):
            found += 1
            put_out(msgspec.json.encode(problem)) if as_json else click.echo(problem)
        reports = store.counts().reports
    if found:
        say(f"{found} problems")
        raise SystemExit(1)
    say(f"all that must hold holds ({reports} reports)")
