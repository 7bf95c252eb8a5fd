"""Complete the statements found in the text with what actors and times tell of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from wortlaut.languages import Passage
from wortlaut.record import Actor, Source, Statement, Time
from wortlaut.statements.attribution.act import act
from wortlaut.statements.attribution.addressee import addressees, mentioned
from wortlaut.statements.attribution.around import Around, around, sentence_of
from wortlaut.statements.attribution.medium import medium
from wortlaut.statements.attribution.speaker import runs_on, speaker
from wortlaut.statements.attribution.via import enclosing, relayer
from wortlaut.statements.attribution.when import when

_GAP = 1  # sentences from one statement of an utterance to the next
_FAR = 20
_BACK = 3  # statements: others may speak within one utterance


def attribute(
    passage: Passage,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    times: Sequence[Time],
    published: str | None = None,
) -> tuple[Statement, ...]:
    """The same statements with speaker (actor id), act, addressee, medium, when and via."""
    parties = mentioned(actors)
    found: list[Statement] = []
    for statement in statements:
        if not passage.sentences or not statement.content:
            found.append(statement)
            continue
        place = around(passage, statement)
        named = _with_speaker(statement, found, actors)
        deed = act(passage, named, place, parties)
        alone = replace(
            named,
            act=deed,
            addressee=addressees(passage, named, place, actors, deed),
            medium=medium(passage, place),
            when=when(named.cue, named.content, place, times),
        )
        found.append(_carried_on(passage, alone, found))
    return _with_chains(passage, found, actors)


def _with_speaker(statement: Statement, found: Sequence[Statement], actors: Sequence[Actor]) -> Statement:
    span = statement.source.span
    if span is not None:
        joint = frozenset(
            s.source.actor for s in found[-3:] if s.source.span == span and s.content == statement.content
        )
        return replace(statement, source=Source(span=span, actor=speaker(span, actors, joint)))
    previous = found[-1] if found else None
    actor = previous.source.actor if previous and runs_on(statement, previous) else None
    return replace(statement, source=Source(span=None, actor=actor))


def _utterance(passage: Passage, statement: Statement, found: Sequence[Statement]) -> Statement | None:
    """The statement of the same speaker, in this sentence or the one before, that this goes on with."""
    starts = min(start for start, _ in statement.content)
    for previous in reversed(found[-_BACK:]):
        if previous.source.actor is not None and previous.source.actor == statement.source.actor:
            ends = max(end for _, end in previous.content)
            gap = _sentences_between(passage, ends - 1, starts)
            return previous if 0 <= gap <= _GAP else None
    return None


def _sentences_between(passage: Passage, first: int, second: int) -> int:
    """How many sentences of the article (not furniture) ``second`` stands behind ``first``."""
    start, stop = sentence_of(passage, first), sentence_of(passage, second)
    if stop - start > _FAR:
        return _FAR
    passed = passage.sentences[start + 1 : stop + 1]
    return sum(passage.in_body((s.start, s.end)) for s in passed) if stop >= start else -1


def _carried_on(passage: Passage, statement: Statement, found: Sequence[Statement]) -> Statement:
    """Day and medium of the utterance that a statement goes on with."""
    previous = _utterance(passage, statement, found)
    if previous is None:
        return statement
    carried = replace(statement, when=statement.when or previous.when)
    return replace(carried, medium=statement.medium or previous.medium) if statement.cue is None else carried


def _with_chains(
    passage: Passage, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Statement, ...]:
    """Citing chains: who relays, of whom it is told within another's words, carried on in one utterance."""
    chains: dict[str, tuple[str, ...]] = {}
    for position, statement in enumerate(statements):
        chain = _chain(passage, statement, statements, actors, chains)
        if not chain and (previous := _utterance(passage, statement, statements[:position])):
            chain = chains[previous.id]
        chains[statement.id] = chain
    return tuple(replace(s, via=chains[s.id]) for s in statements)


def _chain(
    passage: Passage,
    statement: Statement,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    known: dict[str, tuple[str, ...]],
) -> tuple[str, ...]:
    place: Around | None = around(passage, statement) if passage.sentences and statement.content else None
    outlet = (
        relayer(passage, statement, place, actors, [s.source.span for s in statements]) if place else None
    )
    chain = [outlet] if outlet else []
    outer = enclosing(statement, statements)
    seen = {statement.id}
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        if outer.source.actor and outer.source.actor not in chain:
            chain.append(outer.source.actor)
        chain += [actor for actor in known.get(outer.id, ()) if actor not in chain]
        outer = enclosing(outer, statements)
    return tuple(actor for actor in chain if actor != statement.source.actor)
