"""Through whom the report has it: relayers within the sentence, and speech within speech."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from wortlaut.languages import Passage, load
from wortlaut.record import Actor, Span, Statement, overlaps
from wortlaut.statements.attribution.around import Around, encloses, tokens_in

_BACK = 5


def enclosing(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The narrowest statement of somebody else that tells this one."""
    outer = [
        s
        for s in statements
        if s.id != statement.id
        and encloses(s, statement)
        and not (encloses(statement, s) and s.id > statement.id)
        if s.source.actor != statement.source.actor and s.source.actor is not None
    ]
    return min(outer, key=lambda s: sum(end - start for start, end in s.content), default=None)


def relayer(
    passage: Passage,
    statement: Statement,
    place: Around,
    actors: Sequence[Actor],
    speakers: Collection[Span | None],
) -> str | None:
    """The outlet around the cue that is spoken to, written in, or passes the words on.

    ``speakers`` are the sources of all statements: an outlet that speaks itself relays what it says.
    """
    if not place.cue:
        return None
    spoken_to, relaying = _signals(passage.language)
    source = tokens_in(passage, statement.source.span) if statement.source.span else range(0)
    for actor in actors:
        if actor.id == statement.source.actor or not is_outlet(actor.name, passage.language):
            continue
        for mention in actor.mentions:
            indices = tokens_in(passage, mention)
            if any(s and overlaps(s, mention) for s in speakers):
                continue
            if not indices or indices.start not in place.frame or set(indices) & set(source):
                continue
            near = range(max(place.frame[0], indices.start - _BACK), indices.start)
            before = {passage.word(i).lower() for i in near}
            after = {
                passage.word(i).lower()
                for i in range(indices.stop, min(indices.stop + 2, len(passage.tokens)))
            }
            if before & (spoken_to | relaying) or after & relaying:
                return actor.id
    return None


def is_outlet(name: str, language: str) -> bool:
    """Is this the name of a newspaper, agency or broadcaster?"""
    words, names = _outlets(language)
    return name in names or any(
        word.strip('.,“”„"') in words for word in name.lower().replace("-", " ").split()
    )


@cache
def _outlets(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = load(language, "media").get("outlets", {})
    return frozenset(data.get("words", ())), frozenset(data.get("names", ()))


@cache
def _signals(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = load(language, "media").get("outlets", {})
    return frozenset(data.get("spoken_to", ())), frozenset(data.get("relaying", ()))
