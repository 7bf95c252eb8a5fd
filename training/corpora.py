"""What the attribution model learns from, in one form: PolNeAR, SpkAtt and our own passages.

Each example is a text with statements as sets of characters by role. Wikinews-de and every other set that may
only measure is never read here.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.marked import MarkedPassage, MarkedStatement
from wortlaut.languages import Passage, passage

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"

#: What the span heads tell apart, and the letter of each in the passages' marks.
ROLES = ("source", "cue", "content", "addressee", "via", "medium")

Span = tuple[int, int]


@dataclass
class MarkedRoles:
    """One statement: spans by role; ``act`` is None where the corpus has none."""

    spans: dict[str, list[Span]]
    act: str | None = None


@dataclass
class Example:
    """A text of a corpus; ``roles`` are those that the corpus marks, ``names`` None where it marks no actors."""

    corpus: str
    id: str
    passage: Passage
    statements: list[MarkedRoles]
    roles: frozenset[str]
    names: list[tuple[Span, str]] | None = None


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _spans(raw: Any) -> list[Span]:
    return [(start, end) for start, end in raw or [] if start < end]


def polnear(part: str = "train") -> list[Example]:
    """PolNeAR (Newell, Margolin and Ruths 2018): English, source, cue and content of each attribution."""
    return [_example("polnear", record, "source cue content") for record in _lines(GOLD / f"polnear-{part}.jsonl.gz")]


def spkatt(part: str = "train") -> list[Example]:
    """SpkAtt 2023 (Rehbein et al.): German parliamentary speeches, with addressee and medium."""
    return [
        _example("spkatt", record, "source cue content addressee medium")
        for record in _lines(GOLD / f"spkatt-{part}.jsonl.gz")
    ]


def _example(corpus: str, record: dict[str, Any], roles: str) -> Example:
    marked = []
    for raw in record["statements"]:
        source = raw.get("source") or {}
        spans = {
            "source": _spans(source.get("pieces") or [s for s in [source.get("span")] if s]),
            "cue": _spans(raw.get("cue_pieces") or [s for s in [raw.get("cue")] if s]),
            "content": _spans(raw.get("content")),
            "addressee": _spans(raw.get("addressee_spans")),
            "medium": _spans(raw.get("medium_spans")),
        }
        if raw.get("particle"):
            spans["cue"] += _spans([raw["particle"]] if isinstance(raw["particle"][0], int) else raw["particle"])
        marked.append(MarkedRoles({role: found for role, found in spans.items() if found}))
    words = passage(record["text"], record["language"])
    return Example(corpus, record["id"], words, marked, frozenset(roles.split()))


def own(found: Iterable[MarkedPassage], rng: random.Random | None = None) -> list[Example]:
    """Our own passages: every role, acts and actors. With ``rng``, short ones of a language follow one another
    as paragraphs of one text, as long as a report's.
    """
    made: list[Example] = []
    found = list(found)
    if rng is None:
        return [_own([one]) for one in found]
    for language in ("de", "en"):
        order = [one for one in found if one.language == language]
        rng.shuffle(order)
        together: list[MarkedPassage] = []
        for one in order:
            room = rng.choice((0, 500, 1000, 1600))
            if together and sum(len(other.text) for other in together) + len(one.text) > room:
                made.append(_own(together))
                together = []
            together.append(one)
        made += [_own(together)] if together else []
    return made


def _own(together: list[MarkedPassage]) -> Example:
    text, statements, names = "", [], []
    for one in together:
        offset = len(text) + (2 if text else 0)
        text += ("\n\n" if text else "") + _unwrapped(one.text)
        statements += [_roles(statement, offset) for statement in one.statements]
        names += [((a + offset, b + offset), key) for (a, b), key in one.names]
    words = passage(text, together[0].language)
    return Example("own", together[0].id, words, statements, frozenset(ROLES), names)


def _roles(statement: MarkedStatement, offset: int) -> MarkedRoles:
    spans = {
        "source": [s for s in [statement.source] if s],
        "cue": [s for s in [statement.cue, statement.particle] if s],
        "content": list(statement.content),
        "addressee": [span for span, _ in statement.addressee],
        "via": [span for span, _ in statement.via],
        "medium": [s for s in [statement.medium] if s],
    }
    moved = {role: [(a + offset, b + offset) for a, b in found] for role, found in spans.items() if found}
    return MarkedRoles(moved, statement.act)


_WRAPPED = re.compile(r"(?<=[\w,;–“”\"»«’)])\n(?=[\w„“\"»«(–])")


def _unwrapped(text: str) -> str:
    """Line breaks within a sentence are those of the file, not of the report: a space each."""
    return _WRAPPED.sub(lambda match: " " if _goes_on(text, match.start()) else "\n", text)


def _goes_on(text: str, at: int) -> bool:
    return at - text.rfind("\n", 0, at) > 60
