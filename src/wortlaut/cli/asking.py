"""The options that the commands that look things up share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from wortlaut.cli.speaking import database

if TYPE_CHECKING:
    from wortlaut.record import Span
    from wortlaut.store.base import ActorRef, ReportRef, Words

_DAY = click.DateTime(["%Y-%m-%d"])


def asking(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --since, --until, --limit, --json, --csv and --db."""
    options = (
        click.option("--since", type=_DAY, help="From this day on (YYYY-MM-DD)."),
        click.option("--until", type=_DAY, help="Up to this day (YYYY-MM-DD)."),
        click.option(
            "--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many."
        ),
        click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of a table."),
        click.option("--csv", "as_csv", is_flag=True, help="CSV instead of a table."),
        database,
    )
    for option in reversed(options):
        command = option(command)
    return command


def day(value: Any) -> str | None:
    """A day from the command line as ISO."""
    return value.date().isoformat() if value else None


def address(report: ReportRef, span: Span | None) -> str:
    """Where the words stand: the report's id and the span."""
    return f"{report.id}:{span[0]}-{span[1]}" if span else report.id


def quoted(words: tuple[Words, ...]) -> str:
    """Words of one or more places on one line."""
    return " … ".join(" ".join(piece.text.split()) for piece in words)


def names(actors: tuple[ActorRef, ...]) -> str:
    """Names of actors on one line."""
    return ", ".join(actor.name for actor in actors)
