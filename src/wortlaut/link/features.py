"""Reports as they are compared for copies: made once per report, a limited number kept at hand."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection

from wortlaut.languages import passage
from wortlaut.link import texts
from wortlaut.record import Origin, Report
from wortlaut.store.shelf import Folder, Shelf

_MOST = 400
_SENTENCES, _SHORTEST, _LONGEST = 20, 25, 300


def article(record: Report) -> str:
    """The article's text, furniture left out; the whole text where no article was found."""
    return "\n".join(record.text[start:end] for start, end in record.body) or record.text


class Features:
    """What of one report is compared."""

    def __init__(self, folder: Folder) -> None:
        record = folder.record
        self.id = record.id
        self.language = record.language
        self.published = record.published
        self.outlet = record.outlet
        self.url = record.url
        self.origin: Origin | None = record.origin
        self.text = article(record)
        self.whole = record.text

    def names(self, outlet: str | None) -> bool:
        """Does the text name ``outlet``?"""
        return (
            outlet is not None
            and re.search(rf"\b{re.escape(outlet)}\b", self.whole, re.IGNORECASE) is not None
        )

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The first sentences of some length."""
        cut = passage(self.text, self.language).sentences
        long = (self.text[s.start : s.end] for s in cut if s.end - s.start >= _SHORTEST)
        return tuple(" ".join(sentence.split())[:_LONGEST] for sentence in islice(long, _SENTENCES))

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Marks of three words in a row."""
        return texts.shingles(self.text)

    @cached_property
    def grams(self) -> frozenset[int]:
        """Marks of four letters in a row."""
        return texts.grams(self.text)

    @cached_property
    def landmarks(self) -> frozenset[str]:
        """Names and numbers."""
        return texts.landmarks(self.text)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers."""
        return texts.numbers(self.text)


class Shelves:
    """Features by report, the last ``_MOST`` asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[str, Features] = {}

    def of(self, report: str) -> Features:
        """The features of ``report``."""
        found = self._kept.pop(report, None) or Features(Shelf(self._connection).need(report))
        self._kept[report] = found
        if len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        return found


class Likeness(NamedTuple):
    """How alike two reports are, what kind of copy that makes one of them, and why."""

    probability: float
    kind: str
    reasons: tuple[str, ...]
