"""Complete the statements found in the text with what actors and times tell of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from wortlaut.languages import Passage
from wortlaut.record import Actor, Source, Span, Statement, Time
from wortlaut.statements.attribution.act import act, introduction, is_mutual, with_cue
from wortlaut.statements.attribution.addressee import addressees
from wortlaut.statements.attribution.around import around, encloses, leading, sentence_of
from wortlaut.statements.attribution.medium import medium
from wortlaut.statements.attribution.mentions import Mentions
from wortlaut.statements.attribution.parts import named_by, seconded
from wortlaut.statements.attribution.speaker import runs_on, speaker
from wortlaut.statements.attribution.via import Relay, enclosing, relayer
from wortlaut.statements.attribution.when import when
from wortlaut.statements.worded import NO_PARTS, Parts

_GAP = 1  # sentences from one statement of an utterance to the next
_FAR = 20
_LONG = 300  # characters of the longest source
_BACK = 3  # statements: others may speak within one utterance


def attribute(
    passage: Passage,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    times: Sequence[Time],
    published: str | None = None,
    parts: Mapping[str, Parts] | None = None,
) -> tuple[Statement, ...]:
    """The same statements with speaker (actor id), act, addressee, medium, when and via.

    ``parts``: what the network read of them, by id; it speaks where the rules have nothing to say.
    """
    read = parts or {}
    mentions = Mentions(passage, actors)
    found: list[Statement] = []
    for statement in statements:
        if not passage.sentences or not statement.content:
            found.append(statement)
            continue
        named = _with_speaker(statement, found, actors)
        alone = _read(passage, named, mentions, times, published)
        alone = seconded(passage, alone, read.get(statement.id, NO_PARTS), actors)
        found.append(_carried_on(passage, alone, found))
    return _with_partners(passage, _with_chains(passage, found, mentions, _relayers(found, read, actors)))


def _relayers(
    found: Sequence[Statement], parts: Mapping[str, Parts], actors: Sequence[Actor]
) -> dict[str, tuple[str, ...]]:
    """Those whom the network takes for relayers, by statement, nearest to the speaker first."""
    return {s.id: named_by(parts[s.id].via, actors, s.source.actor) for s in found if s.id in parts}


def _read(
    passage: Passage, named: Statement, mentions: Mentions, times: Sequence[Time], published: str | None
) -> Statement:
    """Act, addressee, medium and day, as far as the sentence of the cue tells them."""
    place = with_cue(passage, named, around(passage, named))
    introduced = introduction(passage, named, place)
    deed = act(passage, named, place, mentions, introduced[0] if introduced else None)
    lead = leading(passage, named)
    told_in = introduced[1] if introduced and introduced[0] == deed else place
    return replace(
        named,
        act=deed,
        addressee=addressees(passage, named, told_in, mentions, deed),
        medium=medium(passage, place) or (medium(passage, lead) if lead else None),
        when=when(passage, place, times, published),
    )


def _with_speaker(statement: Statement, found: Sequence[Statement], actors: Sequence[Actor]) -> Statement:
    span = statement.source.span
    if span is not None:
        joint = frozenset(
            s.source.actor for s in found[-3:] if s.source.span == span and s.content == statement.content
        )
        return replace(statement, source=Source(span=span, actor=speaker(span, actors, joint)))
    previous = _outermost(found[-_BACK:], statement)
    actor = previous.source.actor if previous and runs_on(statement, previous) else None
    return replace(statement, source=Source(span=None, actor=actor))


def _outermost(found: Sequence[Statement], statement: Statement) -> Statement | None:
    """The last statement that is not told within another's words: its speaker is the one who goes on."""
    for last in reversed(found):
        outer = next((s for s in found if s.id != last.id and encloses(s, last)), None)
        if outer is None or encloses(outer, statement):
            return last
    return found[-1] if found else None


def _utterance(passage: Passage, statement: Statement, found: Sequence[Statement]) -> Statement | None:
    """The statement of the same speaker, in this sentence or the one before, that this goes on with."""
    if not statement.content or not passage.sentences:
        return None
    starts = min(start for start, _ in statement.content)
    for previous in reversed([s for s in found[-_BACK:] if s.content]):
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
    passage: Passage,
    statements: Sequence[Statement],
    mentions: Mentions,
    relayers: Mapping[str, tuple[str, ...]],
) -> tuple[Statement, ...]:
    """Citing chains: who relays, of whom it is told within another's words, carried on in one utterance."""
    speakers = sorted(s.source.span for s in statements if s.source.span)
    relays = [_relay(passage, statement, mentions, speakers) for statement in statements]
    chains: dict[str, tuple[str, ...]] = {}
    spoken_to: dict[str, tuple[str, ...]] = {}
    for position, statement in enumerate(statements):
        chain = _chain(passage, position, statements, relays[position], chains)
        chain = chain or relayers.get(statement.id, ())
        if not chain and (previous := _utterance(passage, statement, statements[:position])):
            chain = chains[previous.id]
        chains[statement.id] = chain
        relay = relays[position]
        if relay and relay.spoken_to and chain == (relay.actor,):
            spoken_to[statement.id] = chain
    return tuple(
        replace(s, via=chains[s.id], addressee=s.addressee or spoken_to.get(s.id, ())) for s in statements
    )


def _relay(
    passage: Passage, statement: Statement, mentions: Mentions, speakers: Sequence[Span]
) -> Relay | None:
    if not passage.sentences or not statement.content:
        return None
    place = around(passage, statement)
    start = bisect_left(speakers, (place.sentence[0] - _LONG, 0))
    near = speakers[start : bisect_left(speakers, (place.sentence[1], 0))]
    return relayer(passage, statement, place, mentions, near)


def _chain(
    passage: Passage,
    position: int,
    statements: Sequence[Statement],
    relay: Relay | None,
    known: dict[str, tuple[str, ...]],
) -> tuple[str, ...]:
    """Relayers of the statement at ``position``, nearest to the speaker first."""
    chain = [relay.actor] if relay else []
    outer = enclosing(passage, position, statements)
    seen = {statements[position].id}
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        told = (outer.source.actor, *known.get(outer.id, ()))
        chain += [actor for actor in told if actor is not None and actor not in chain]
        outer = enclosing(passage, statements.index(outer), statements)
    return tuple(actor for actor in chain if actor != statements[position].source.actor)


def _with_partners(passage: Passage, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Who agrees with one another: the speakers of one and the same agreement address each other."""
    found = list(statements)
    for left, right in pairwise(range(len(found))):
        one, two = found[left], found[right]
        joint = one.content == two.content and one.cue == two.cue and is_mutual(passage, one)
        if joint and one.source.actor and two.source.actor and one.source.actor != two.source.actor:
            found[left] = replace(one, addressee=one.addressee or (two.source.actor,))
            found[right] = replace(two, addressee=two.addressee or (one.source.actor,))
    return tuple(found)
