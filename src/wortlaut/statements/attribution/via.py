"""Through whom the report has it: relayers within the sentence, and speech within speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from wortlaut.languages import Passage, load, tokens_in
from wortlaut.record import Span, Statement, overlaps
from wortlaut.statements.attribution.around import Around, encloses, low
from wortlaut.statements.attribution.mentions import Mention, Mentions

_BACK = 5
_NOT_TELLING = frozenset(
    {"agree", "criticise", "expect", "praise", "refuse"}
)  # "kritisierte die Zusage von …"
_NEIGHBOURS = 40  # statements before and after one that may tell it: keeps long reports quick
_WORD = re.compile(r"[^\W_]+")


class Relay(NamedTuple):
    """An outlet that passes words on; ``spoken_to`` if the speaker said them to it."""

    actor: str
    spoken_to: bool


def enclosing(passage: Passage, position: int, statements: Sequence[Statement]) -> Statement | None:
    """The narrowest statement of somebody else that tells the one at ``position``."""
    inner = statements[position]
    near = statements[max(0, position - _NEIGHBOURS) : position + _NEIGHBOURS]
    outer = [
        s
        for s in near
        if s.id != inner.id and s.source.actor is not None and s.source.actor != inner.source.actor
        if s.act not in _NOT_TELLING
        if _tells(passage, s, inner) and not (_tells(passage, inner, s) and s.id > inner.id)
    ]
    return min(outer, key=lambda s: sum(end - start for start, end in s.content), default=None)


def _tells(passage: Passage, outer: Statement, inner: Statement) -> bool:
    """Is ``inner`` within what ``outer`` says, or are they the same words that ``outer`` cites?"""
    if outer.content == inner.content and outer.cue and inner.cue is None and inner.source.span:
        return bool(set(low(passage, tokens_in(passage, outer.cue))) & _signals(passage.language)["relaying"])
    return encloses(outer, inner)


def relayer(
    passage: Passage, statement: Statement, place: Around, mentions: Mentions, speakers: Sequence[Span]
) -> Relay | None:
    """The outlet around the cue that is spoken to, written in, or passes the words on.

    ``speakers`` are the sources of all statements: an outlet that speaks itself relays what it says.
    """
    source = statement.source.span
    if not place.cue and (source is None or any(overlaps(source, span) for span in statement.content)):
        return None
    for mention in mentions.within(place.sentence):
        if mention.actor == statement.source.actor or any(overlaps(mention.span, s) for s in speakers):
            continue
        if mention.tokens.start in place.frame and is_outlet(mention.name, passage.language):
            relay = _relay(passage, place, mention)
            if relay is not None:
                return relay
    return None


def _relay(passage: Passage, place: Around, mention: Mention) -> Relay | None:
    signals = _signals(passage.language)
    tokens = mention.tokens
    before = set(low(passage, range(max(place.frame[0], tokens.start - _BACK), tokens.start)))
    after = set(low(passage, range(tokens.stop, min(tokens.stop + 2, len(passage.tokens)))))
    if before & signals["relaying"] or after & signals["relaying"]:
        return Relay(mention.actor, False)
    if before & signals["written_in"]:
        return Relay(mention.actor, False)
    return Relay(mention.actor, True) if before & signals["spoken_to"] else None


def is_outlet(name: str, language: str) -> bool:
    """Is this the name of a newspaper, agency or broadcaster?"""
    words, names = _outlets(language)
    return name in names or any(word in words for word in _WORD.findall(name.lower()))


@cache
def _outlets(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = load(language, "media").get("outlets", {})
    return frozenset(data.get("words", ())), frozenset(data.get("names", ()))


@cache
def _signals(language: str) -> dict[str, frozenset[str]]:
    data = load(language, "media").get("outlets", {})
    return {name: frozenset(data.get(name, ())) for name in ("spoken_to", "written_in", "relaying")}
