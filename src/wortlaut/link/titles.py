"""The offices that a report gives a person beside the name: "President Lindqvar"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sqlalchemy import Connection

from wortlaut.languages import load
from wortlaut.record import Report
from wortlaut.store.shelf import Shelf

_BEFORE, _BEHIND = 60, 40  # characters beside a name in which its title may stand


class Titles:
    """Titles by report and actor."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._records = lru_cache(maxsize=50)(self._read)

    def _read(self, report: str) -> Report:
        return Shelf(self._connection).need(report).record

    def of(self, report: str, actor: str) -> frozenset[str]:
        """The roles that any mention of ``actor`` is given in ``report``."""
        record = self._records(report)
        spans = [span for one in record.actors if one.id == actor for span in one.mentions]
        return frozenset(role for span in spans for role in _roles(record, *span))


def _roles(record: Report, start: int, end: int) -> set[str]:
    before, inside = record.text[max(0, start - _BEFORE) : start], record.text[start:end]
    behind = record.text[end : end + _BEHIND]
    title = _titles(record.language)
    if title is None:
        return set()
    found = list(title.finditer(inside))
    last = [m for m in title.finditer(before) if not before[m.end() :].strip(" \u00a0")]
    apposed = re.match(r"\s*,\s*(?:\w{1,20}\s+){0,3}", behind)
    next_to = title.match(behind, apposed.end()) if apposed else None
    words = [m[1] for m in (*found, *last, *([next_to] if next_to else []))]
    roles = load(record.language, "titles")["roles"]
    return {roles[word.lower()] for word in words if word.lower() in roles}


@cache
def _titles(language: str) -> re.Pattern[str] | None:
    roles = sorted(load(language, "titles").get("roles", {}), key=lambda r: (-len(r), r))
    if not roles:
        return None
    return re.compile(rf"\b({'|'.join(map(re.escape, roles))})(?:in|en|s|n)?\b", re.IGNORECASE)
