"""What a reader asks of a page, and what it is when the question can't be answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from wortlaut.errors import WortlautError
from wortlaut.record.types import Act

PER_PAGE = 40
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class MissingError(WortlautError):
    """The page that was asked for does not exist."""

    def __init__(self, what: str) -> None:
        super().__init__(what, "there is no such page", "search for it")


class UnclearError(WortlautError):
    """A part of the address can't be read; ``source`` is the part, ``trouble`` what stands there."""

    def __init__(self, part: str, value: str) -> None:
        super().__init__(part, value, "change or remove this part of the address")


@dataclass(frozen=True)
class Ask:
    """One question: the id in the path and the parts of the query, each read with its own check."""

    key: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)

    def text(self, part: str) -> str:
        """A part of the query without white space around it; empty where it is missing."""
        return self.parts.get(part, "").strip()

    def day(self, part: str) -> str | None:
        """An ISO date, or None where nothing is asked."""
        return read_day(part, self.text(part))

    def number(self, part: str) -> int | None:
        """A whole number of at least 1, or None where nothing is asked."""
        value = self.text(part)
        if not value:
            return None
        if not (value.isascii() and value.isdigit() and len(value) <= 6 and int(value) >= 1):
            raise UnclearError(part, value)
        return int(value)

    @property
    def page(self) -> int:
        """The page of a long list, counted from 1."""
        return self.number("page") or 1

    def act(self) -> Act | None:
        """The act of speech asked for."""
        value = self.text("act")
        for act in get_args(Act):
            if act == value:
                return act  # type: ignore[no-any-return]
        if value:
            raise UnclearError("act", value)
        return None

    def one_of(self, part: str, known: tuple[str, ...]) -> str:
        """One of the known values, or empty where nothing is asked."""
        value = self.text(part)
        if value and value not in known:
            raise UnclearError(part, value)
        return value


def read_day(part: str, value: str) -> str | None:
    """An ISO date, None if empty; raises ``UnclearError`` for anything else."""
    if not value:
        return None
    try:
        date.fromisoformat(value if _ISO_DAY.fullmatch(value) else "")
    except ValueError:
        raise UnclearError(part, value) from None
    return value
