"""Adjectives that say what somebody thinks: „ist überzeugt, dass …“, „zeigte sich enttäuscht von …“."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.statements.german.clauses import Clauses, Segment
from wortlaut.statements.german.contents import after, with_relatives
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.sayings import is_reported
from wortlaut.statements.german.subjects import subject

_TAKES = frozenset(("that", "to", "v2"))


def states(text: str, cut: Clauses) -> Iterator[Found]:
    """Statements that an adjective signals."""
    for at, segment in enumerate(cut.segments):
        index = _adjective(cut, segment)
        if index < 0:
            continue
        who = subject(cut, at)
        if who is None or is_reported(cut, at, who):
            continue
        noun = (
            cut.words[segment.last - 1].text in lexicon().nouns["clause"]
        )  # its clause is not the adjective's
        content = None if noun else after(cut, at, _TAKES)
        ranges = content.ranges if content is not None else _object(cut, at, index)
        held = spans(text, cut.words, ranges)
        if held:
            word = cut.words[index]
            source = speakers(text, cut.words, who.spans)
            yield Found("state", 72 if content else 42, source, (word.start, word.end), None, held)


def _adjective(cut: Clauses, segment: Segment) -> int:
    """A predicative adjective of the list under a copula or „zeigte sich“."""
    known = lexicon()
    if segment.kind not in ("main", "sub", "rel") or segment.verb < 0:
        return -1
    verb = known.readings(cut.words[segment.verb].low)
    copula = cut.words[segment.verb].low in lexicon().classes["copula"]
    if not copula and not any(f.lemma in ("zeigen", "geben", "äußern", "bleiben", "sehen") for f in verb):
        return -1
    for index in range(segment.first, segment.last):
        low = cut.words[index].low
        if low in known.states["adjectives"] and (low != "bereit" or not copula):
            following = cut.words[index + 1] if index + 1 < segment.last else None
            return -1 if following is not None and following.text[0].isupper() else index
    return -1


def _object(cut: Clauses, at: int, index: int) -> tuple[tuple[int, int], ...]:
    """As in „enttäuscht von der Regierung“, „über die Pläne empört“."""
    segment = cut.segments[at]
    for start in (*range(index + 1, segment.last), *range(segment.verb + 1, index)):
        if cut.words[start].low in lexicon().classes["attitude_prepositions"]:
            last = segment.last if start > index else index
            if noun_phrase(cut.words, start + 1, last) is not None:
                return ((start, with_relatives(cut, at, last)),)
    return ()
