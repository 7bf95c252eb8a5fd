"""Plans that a modal verb words: „Die Regierung will das Gesetz ändern“."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.statements.german.clauses import Clauses
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.sayings import is_reported
from wortlaut.statements.german.subjects import Subject, subject

_WEIGHT = 38


def intentions(text: str, cut: Clauses) -> Iterator[Found]:
    """As in „Die Regierung will das Gesetz ändern“."""
    known = lexicon()
    for at, segment in enumerate(cut.segments):
        if segment.kind == "rel" or segment.verb < 0:
            continue  # "Fans, die gewinnen wollen": nobody's plan
        if cut.words[segment.verb].low not in known.states["modals"]:
            continue
        who = subject(cut, at)
        if who is None or segment.kind == "quote" or is_reported(cut, at, who):
            continue
        if segment.kind == "main":
            first, last = segment.verb + 1, segment.last
        else:
            first, last = segment.first + 1, segment.verb
        if first <= who.start < last:
            first = who.stop
        held = spans(text, cut.words, (*_fronted(cut, at, who), (first, last)))
        if held and last - first > 1 and cut.words[who.start].low != "niemand":
            word = cut.words[segment.verb]
            yield Found(
                "verb will",
                _WEIGHT,
                speakers(text, cut.words, who.spans),
                (word.start, word.end),
                None,
                held,
            )


def _fronted(cut: Clauses, at: int, who: Subject) -> tuple[tuple[int, int], ...]:
    """As in „Mit einem Gesetz will die Regierung …“: what stands before the verb belongs to the plan."""
    segment = cut.segments[at]
    if segment.kind != "main" or who.start < segment.verb or segment.verb - segment.first < 3:
        return ()
    low = cut.words[segment.first].low
    phrase = noun_phrase(cut.words, segment.first + 1, segment.verb)
    if phrase is None or cut.words[phrase.head - 1].text in lexicon().classes["times"]:
        return ()
    return ((segment.first, segment.verb),) if low in lexicon().classes["prepositions"] else ()
