"""A newer list of known actors from Wikidata: queries, a polite client, answers as rows (docs/actors.md)."""

from __future__ import annotations

from wortlaut.refresh.run import Failure, refresh

__all__ = ["Failure", "refresh"]
