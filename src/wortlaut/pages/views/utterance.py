"""One utterance in every wording in which it is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from wortlaut.pages.ask import Ask, MissingError
from wortlaut.pages.mark import Mark, Segment, mark
from wortlaut.store.base import StatementEntry, Store, UtteranceEntry

_WORD = re.compile(r"\w+")
# Comparing takes the product of both lengths; nobody says longer things in one breath.
_COMPARED_WORDS = 500


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """One wording; ``pieces`` are its words, what the first wording of its language lacks being marked."""

    entry: StatementEntry
    pieces: tuple[tuple[Segment, ...], ...]
    nearest: bool
    differs: bool


class UtteranceView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of an utterance shows."""

    utterance: UtteranceEntry
    renderings: tuple[Rendering, ...]


def utterance(store: Store, ask: Ask) -> UtteranceView:
    """One utterance, the earliest rendering first."""
    known = store.utterance(ask.key)
    if known is None:
        raise MissingError(ask.key)
    ordered = sorted(known.statements, key=lambda e: (e.report.published or "9999", e.report.id))
    first: dict[str, StatementEntry] = {}
    for entry in ordered:
        first.setdefault(entry.report.language, entry)
    distances = [_distance(entry) for entry in ordered]
    # Where all are equally near there is nothing to tell.
    nearest = min(distances) if len(set(distances)) > 1 else None
    return UtteranceView(
        utterance=known,
        renderings=tuple(
            _rendering(entry, first[entry.report.language], _distance(entry) == nearest) for entry in ordered
        ),
    )


def _distance(entry: StatementEntry) -> int:
    """How far the wording is from the speaker: hands it went through, and one more if not quoted."""
    return 2 * len(entry.via) + (entry.statement.form == "indirect")


def _rendering(entry: StatementEntry, first: StatementEntry, nearest: bool) -> Rendering:
    known = [] if entry is first else _tokens(first)
    pieces = tuple(mark(words.text, _news(words.text, known)) for words in entry.words)
    differs = any(segment.opens for piece in pieces for segment in piece)
    return Rendering(entry=entry, pieces=pieces, nearest=nearest, differs=differs)


def _tokens(entry: StatementEntry) -> list[str]:
    found = [word for words in entry.words for word in _WORD.findall(words.text)]
    return [word.casefold() for word in found[:_COMPARED_WORDS]]


def _news(text: str, known: Sequence[str]) -> Iterator[Mark]:
    """The stretches of ``text`` whose words ``known`` lacks at that place; none if nothing is known."""
    found = list(_WORD.finditer(text))[:_COMPARED_WORDS] if known else []
    here = [match.group().casefold() for match in found]
    changes = SequenceMatcher(None, list(known), here, autojunk=False).get_opcodes()
    for number, (what, _, _, begin, end) in enumerate(changes):
        if what in ("insert", "replace"):
            yield Mark(key=str(number), kind="hit", span=(found[begin].start(), found[end - 1].end()))
