"""The command line, one file per command; commands are imported only when called."""

from __future__ import annotations

import click

from wortlaut import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Who said what, to whom, when, on whose word, and who disputes it."""
