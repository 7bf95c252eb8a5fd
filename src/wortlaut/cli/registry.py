"""Which commands there are: each is a module of this package with a click command named ``command``.

Only the module of the command that is called gets imported, so ``wortlaut --help`` stays fast: the
one line that help shows for a command is the first line of its module's docstring, read as text.
"""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

import click

from wortlaut import __version__

COMMANDS = (
    "demo", "read", "annotate", "serve", "statements", "contacts", "disputes", "search", "export", "link",
    "actors", "check",
)  # fmt: skip


class Commands(click.Group):
    """A group whose commands are modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Commands in the order in which one meets them."""
        return [name for name in COMMANDS if _source(name).is_file()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; imports its module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"wortlaut.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        rows = [(name, _summary(name)) for name in self.list_commands(ctx)]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)


def _source(name: str) -> Traversable:
    return files("wortlaut.cli").joinpath(f"{name}.py")


def _summary(name: str) -> str:
    text = ast.get_docstring(ast.parse(_source(name).read_text(encoding="utf-8"))) or ""
    return text.splitlines()[0].rstrip(".") if text else ""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Who said what, to whom, when, on whose word, and who disputes it."""
