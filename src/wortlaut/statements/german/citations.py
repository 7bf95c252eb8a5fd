"""One who passes on another's words: „… zitierte den Minister mit der Aussage, dass …“.

Two speak: who is cited says the words, and who cites says that he said them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wortlaut.record import Span
from wortlaut.statements.german import contents
from wortlaut.statements.german.clauses import Clauses
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.phrases import Phrase, noun_phrase
from wortlaut.statements.german.sayings import field
from wortlaut.statements.german.subjects import Subject, subject
from wortlaut.statements.german.verbs import Verb, verbs

_CITED, _CITING = 96, 97  # above every rule that would take who cites for who speaks


class _Citation(NamedTuple):
    """Who cites, whom, and the noun („Aussage“) or -1 that the words follow."""

    verb: Verb
    who: Subject
    cited: Phrase
    noun: int


def citations(text: str, cut: Clauses) -> Iterator[Found]:
    """Statements of those who cite and of those who are cited."""
    for verb in verbs(cut):
        if verb.cue.lemma in lexicon().classes["citing"] and not verb.passive:
            citation = _citation(cut, verb)
            if citation is not None:
                yield from _found(text, cut, citation)


def _citation(cut: Clauses, verb: Verb) -> _Citation | None:
    who = subject(cut, verb.ruled)
    if who is None:
        return None
    first, last = field(cut, verb, who)
    at = first
    while at < last and cut.words[at].low not in lexicon().classes["prepositions"]:
        phrase = noun_phrase(cut.words, at, last)
        if phrase is not None and phrase.start != who.start:
            return _Citation(verb, who, phrase, _noun(cut, phrase.end, last))
        at += 1
    return None


def _noun(cut: Clauses, first: int, last: int) -> int:
    known = lexicon().nouns["quote"]
    return next((i for i in range(first, last) if cut.words[i].text in known), -1)


def _found(text: str, cut: Clauses, citation: _Citation) -> Iterator[Found]:
    verb, who, cited, noun = citation
    word = cut.words[verb.word]
    cue = (word.start, word.end)
    speaker = speakers(text, cut.words, ((cited.core, cited.end),))
    relayer = speakers(text, cut.words, who.spans)
    at = next(i for i, s in enumerate(cut.segments) if s.first <= max(noun, verb.word) < s.last)
    if noun < 0 and at + 1 < len(cut.segments) and cut.segments[at + 1].kind == "rel":
        rest = (cut.segments[at + 1].first, len(cut.words))  # "…, die gesagt hatte, …": another statement
        yield Found(
            "citing", _CITING, relayer, cue, None, spans(text, cut.words, ((cited.start, cited.end), rest))
        )
        return
    said = _said(text, cut, verb, at)
    if not said:
        return
    if noun < 0:
        yield Found("cited", _CITED, speaker, cue, None, said)
        return
    signal = cut.words[noun]
    yield Found("cited", _CITED, speaker, (signal.start, signal.end), None, said)
    told = spans(text, cut.words, ((cited.start, cut.segments[at].last),))
    yield Found("citing", _CITING, relayer, cue, None, _joined(text, told, said))


def _said(text: str, cut: Clauses, verb: Verb, at: int) -> tuple[Span, ...]:
    """The words: what follows segment ``at``, or the quotation before „, zitierte … den Minister“."""
    following = contents.after(cut, at, verb.cue.takes | {"that", "v2", "quote"})
    if following is not None:
        return spans(text, cut.words, following.ranges)
    if cut.segments[verb.ruled].verb_first and at and cut.segments[at - 1].kind == "quote":
        return spans(text, cut.words, ((cut.segments[at - 1].first, cut.segments[at - 1].last),))
    return ()


def _joined(text: str, told: tuple[Span, ...], said: tuple[Span, ...]) -> tuple[Span, ...]:
    """Both as one piece where only a mark and white space part them."""
    if told and said and text[told[-1][1] : said[0][0]].strip(' ,:„“”"»«') == "":
        return (*told[:-1], (told[-1][0], said[0][1]), *said[1:])
    return (*told, *said)
