"""The rules and the network on one passage: which statements remain, and whose spans they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

import msgspec

from wortlaut.languages import Passage
from wortlaut.record import Source, Span, Statement, contains
from wortlaut.record.spans import likeness, shared, size
from wortlaut.record.types import ACTS, Act
from wortlaut.statements import learned
from wortlaut.statements.forms import form
from wortlaut.statements.learned.decode import Drawn
from wortlaut.statements.learned.network import Reading
from wortlaut.statements.nearby import Nearby
from wortlaut.statements.worded import NO_PARTS, Parts, Worded, joined

__all__ = ["combine"]

RULE = "network"
_SAME = 0.5  # shared over joint characters of content: the same statement


@dataclass(frozen=True, slots=True)
class Balance:
    """How much each side counts, per language or kind of text.

    Chosen on passages kept back from training and on development sets.

    ``leads``: whose spans a statement has that both see; ``rule``: evidence from which on a rule's
    statement stands; ``sure``: the same for rules that are rarely wrong; ``network``: chance from which
    on the network's statement stands where no rule sees one; ``source``: chance of a rule's source under
    which the network's takes its place.
    """

    leads: Literal["rules", "network"]
    rule: float
    sure: float
    network: float
    source: float


# German rules end contents where clauses end; of English and of speeches the network has seen a whole corpus.
BALANCES = {
    "de": Balance("rules", 0.15, 0.0, 0.8, 0.05),
    "en": Balance("network", 0.5, 0.5, 0.3, 0.05),
    "speech": Balance("network", 0.3, 0.3, 0.2, 0.05),
}
# German rules that mostly are right where the network sees nothing; no English rule is known to be.
_SURE = frozenset({"verb quoted", "bare quotation", "relay", "cited", "citing"})


class _Read(NamedTuple):
    """A statement of either side, with the network's chance of it and of its source."""

    statement: Statement
    parts: Parts
    chance: float
    source: float


def combine(passage: Passage, ruled: Worded, readings: Sequence[Reading]) -> Worded:
    """The statements of the rules that the network bears out, and those that it alone sees, each once."""
    balance = BALANCES["speech" if learned.is_speech(passage) else passage.language]
    network = [
        read
        for one in learned.drawn(passage, readings)
        if one.chance >= balance.network or balance.leads == "rules"
        for read in _statements(passage, one)
    ]
    rules = [
        _Read(statement, ruled.parts.get(statement.id, NO_PARTS), *seen[:2])
        for statement in ruled.statements
        if (seen := learned.evidence(passage, readings, statement)).chance
        >= (balance.sure if statement.rule in _SURE else balance.rule)
    ]
    found = _led(rules, network, balance) if balance.leads == "rules" else _led(network, rules, balance)
    order = sorted(found, key=lambda read: _place(read.statement))
    numbered = [
        (msgspec.structs.replace(read.statement, id=f"s{number}"), read.parts)
        for number, read in enumerate(order, 1)
    ]
    return Worded(tuple(s for s, _ in numbered), {s.id: parts for s, parts in numbered})


def _led(first: Sequence[_Read], second: Sequence[_Read], balance: Balance) -> Iterator[_Read]:
    """All of ``first``, each with what its twin in ``second`` adds, and what of ``second`` has no twin."""
    others = _Twins([read.statement for read in second])
    for read in first:
        twin = others.of(read.statement)
        yield read if twin is None else _seconded(read, second[twin], balance)
    taken = _Twins([read.statement for read in first])
    for read in second:
        stands = read.chance >= balance.network or read.statement.rule != RULE
        if stands and taken.of(read.statement) is None:
            yield read


def _seconded(read: _Read, twin: _Read, balance: Balance) -> _Read:
    """The statement with the twin's source where its own is missing or doubted, and the parts of both."""
    ruled = read.statement.rule != RULE
    doubted = read.source < balance.source if ruled else read.statement.source.span is None
    source = twin.statement.source if doubted and twin.statement.source.span else read.statement.source
    statement = msgspec.structs.replace(read.statement, source=source)
    parts = joined(twin.parts, read.parts) if ruled else joined(read.parts, twin.parts)
    return read._replace(statement=statement, parts=parts)


class _Twins:
    """Statements among which the one with the same content as another is looked for."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._places = Nearby([statement.content for statement in statements])

    def of(self, statement: Statement) -> int | None:
        """Number of the statement whose content is most like that of the given one, if it is the same."""
        near = self._places.near(statement.content)
        best = max(near, key=lambda n: _sameness(self._statements[n], statement), default=None)
        return None if best is None or _sameness(self._statements[best], statement) < _SAME else best


def _sameness(one: Statement, other: Statement) -> float:
    """Likeness of the contents; where both have the same cue, the share of the shorter that both have.

    Speech told within speech is another statement, however much of the words it shares.
    """
    if one.cue is None or one.cue != other.cue:
        nested = _tells_of(one, other) or _tells_of(other, one)
        return 0.0 if nested else likeness(one.content, other.content)
    shorter = min(size(one.content), size(other.content))
    return shared(one.content, other.content) / shorter if shorter else 0.0


def _tells_of(outer: Statement, inner: Statement) -> bool:
    """Does the cue of ``inner`` stand within what ``outer`` says, which has a cue of its own?"""
    cue = inner.cue
    return outer.cue is not None and cue is not None and any(contains(o, cue) for o in outer.content)


def _place(statement: Statement) -> tuple[int, tuple[Span, ...], Span]:
    first = min(start for start, _ in statement.content) if statement.content else 0
    cue = statement.cue[0] if statement.cue else first
    return min(first, cue), statement.content, statement.source.span or (0, 0)


def _statements(passage: Passage, one: Drawn) -> Iterator[_Read]:
    parts = Parts(one.addressee, one.via, one.medium, cast(Act, ACTS[one.act]), one.act_chance)
    for source in one.sources or (None,):
        statement = Statement(
            id="",
            source=Source(span=source),
            cue=one.cue,
            particle=one.particle or msgspec.UNSET,
            content=one.content,
            form=form(passage, one.content),
            rule=RULE,
        )
        yield _Read(statement, parts, one.chance, 1.0)
