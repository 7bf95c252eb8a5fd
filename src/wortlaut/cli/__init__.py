"""The command line, one file per command; commands are imported only when called."""

from __future__ import annotations

from wortlaut.cli.registry import main

__all__ = ["main"]
