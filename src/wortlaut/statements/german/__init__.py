"""Statements in German news: rules over clauses, nouns and verb forms; no parser, no model."""

from __future__ import annotations

from wortlaut.statements.german.find import find

__all__ = ["find"]
