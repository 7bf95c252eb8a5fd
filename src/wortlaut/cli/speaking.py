"""How commands speak: messages and progress to standard error, data to standard output."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import click

from wortlaut.errors import WortlautError

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

database = click.option(
    "--db",
    type=click.Path(readable=False),
    default="wortlaut.db",
    show_default=True,
    envvar="WORTLAUT_DB",
    help="The record's file.",
)

fast = click.option(
    "--fast",
    is_flag=True,
    envvar="WORTLAUT_FAST",
    help="Find statements by rules alone, without the network: quicker, and fewer are found.",
)


def say(line: str) -> None:
    """A message to whoever runs the command: one line, whatever the names of files in it hold."""
    with suppress(OSError):  # nobody listens any more: that is no reason to lose the work
        click.echo(_CONTROL.sub(lambda found: _escaped(found[0]), line), err=True)


def _escaped(mark: str) -> str:
    return mark.encode("unicode_escape").decode()


@contextmanager
def plainly() -> Iterator[None]:
    """Show errors as one line without traceback, and end quietly where the reader of the output has gone."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # tables; JSON is written as bytes, always in UTF-8
    try:
        yield
        if sys.stdout:
            sys.stdout.flush()
    except WortlautError as error:
        say(f"wortlaut: {error}")
        raise SystemExit(1) from None
    except BrokenPipeError:
        _discard_output()
        raise SystemExit(141) from None
    except OSError as error:
        _discard_output()
        say(f"wortlaut: {error.filename or 'output'}: {error.strerror}; check the disk and the rights")
        raise SystemExit(1) from None
    except UnicodeEncodeError:
        say("wortlaut: the words given: hold what is no character; type them in UTF-8")
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        say("wortlaut: interrupted")
        raise SystemExit(130) from None


def put_out(line: bytes) -> None:
    """A line of data, in UTF-8 whatever the terminal speaks."""
    click.echo(line)


def _discard_output() -> None:
    """What is still buffered has no reader; without this the interpreter complains on its way out."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Progress:
    """How far a long command is: a bar on a terminal, a line now and then when piped."""

    def __init__(self, doing: str, every: int = 100) -> None:
        self._doing = doing
        self._every = every
        self._done = 0
        self._bar: Any = None
        if sys.stderr and sys.stderr.isatty():
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
            put_out(msgspec.json.encode(row))
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
