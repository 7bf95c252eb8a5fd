"""Statements by a network that learned from marked text: German and English, one model that ships."""

from __future__ import annotations

from wortlaut.statements.learned.evidence import evidence
from wortlaut.statements.learned.find import begun, drawn, readings
from wortlaut.statements.learned.speech import is_speech

__all__ = ["begun", "drawn", "evidence", "is_speech", "readings"]
