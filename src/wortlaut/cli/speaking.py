"""How commands speak: messages and progress to standard error, data to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from wortlaut.errors import WortlautError

database = click.option(
    "--db",
    type=click.Path(dir_okay=False),
    default="wortlaut.db",
    show_default=True,
    envvar="WORTLAUT_DB",
    help="The record's file.",
)


def say(line: str) -> None:
    """A message to whoever runs the command."""
    click.echo(line, err=True)


@contextmanager
def plainly() -> Iterator[None]:
    """Show errors as one line without traceback, and end quietly where the reader of the output has gone."""
    try:
        yield
        sys.stdout.flush()
    except WortlautError as error:
        say(f"wortlaut: {error}")
        raise SystemExit(1) from None
    except BrokenPipeError:
        # what is still buffered has no reader; without this the interpreter complains on its way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(141) from None


class Progress:
    """How far a long command is: a bar on a terminal, a line now and then when piped."""

    def __init__(self, doing: str, every: int = 100) -> None:
        self._doing = doing
        self._every = every
        self._done = 0
        self._bar: Any = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as Bar
            from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

            columns = (
                SpinnerColumn(),
                TextColumn("{task.description} {task.completed}"),
                TimeElapsedColumn(),
            )
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(doing, total=None)

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._bar:
            self._bar.update(self._task, completed=self._done)
        elif self._done % self._every == 0:
            say(f"{self._doing}: {self._done}")


def show(rows: list[Any], as_json: bool, as_csv: bool, cells: Callable[[Any], dict[str, str]]) -> None:
    """Rows as JSON Lines, as CSV, or as a table whose columns are ``cells`` of each row."""
    if as_json:
        import msgspec

        for row in rows:
            click.echo(msgspec.json.encode(row).decode())
    elif as_csv:
        _as_csv([cells(row) for row in rows])
    elif rows:
        _as_table([cells(row) for row in rows])
    else:
        say("nothing found")


def _as_csv(lines: list[dict[str, str]]) -> None:
    import csv

    if lines:
        writer = csv.DictWriter(sys.stdout, fieldnames=list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def _as_table(lines: list[dict[str, str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_lines=False)
    for name in lines[0]:
        table.add_column(name, overflow="fold")
    for line in lines:
        table.add_row(*(Text(cell) for cell in line.values()))
    wide = None if sys.stdout.isatty() else 160
    Console(width=wide, highlight=False, markup=False, emoji=False).print(table)
