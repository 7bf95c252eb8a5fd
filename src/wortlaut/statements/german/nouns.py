"""Nouns that stand for something said: „der Vorwurf, dass …“, „die Absicht, … zu …“."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.statements.german.clauses import Clauses, Segment
from wortlaut.statements.german.contents import Content, after, is_konj
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.subjects import subject
from wortlaut.statements.german.units import QUOTE

_TAKES = frozenset(("that", "to", "v2", "quote"))


def nouns(text: str, cut: Clauses) -> Iterator[Found]:
    """Statements that a noun before a clause signals."""
    for at, segment in enumerate(cut.segments[:-1]):
        index, content = _with_clause(cut, at)
        if content is None or denies(cut, segment):
            continue
        held = spans(text, cut.words, content.ranges)
        if held:
            word = cut.words[index]
            owner = _owner(text, cut, at, index) or _following(text, cut, at, content)
            yield Found("noun", 50, owner, (word.start, word.end), None, held)


def _with_clause(cut: Clauses, at: int) -> tuple[int, Content | None]:
    """The noun of saying at the end of the segment, and the clause behind it that says what."""
    index = _noun(cut, cut.segments[at].first, cut.segments[at].last)
    content = after(cut, at, _TAKES) if index >= 0 else None
    return index, content if content is not None and _fits(cut, at, index, content) else None


def clause_denied(cut: Clauses, at: int) -> tuple[tuple[int, int], ...]:
    """As in „wies den Vorwurf zurück, Ostmark habe …“: what others said, as part of what is denied."""
    if at + 1 >= len(cut.segments) or not denies(cut, cut.segments[at]):
        return ()
    content = _with_clause(cut, at)[1]
    return content.ranges if content is not None else ()


def denies(cut: Clauses, segment: Segment) -> bool:
    """Does the clause reject what its noun stands for („wies den Vorwurf zurück“)?"""
    known = lexicon()
    lows = [w.low for w in cut.words[segment.first : segment.last]]
    return any(
        f.lemma in known.nouns["denying"] and (not f.prefix or f.prefix in lows)
        for low in lows
        for f in known.readings(low)
    )


def _fits(cut: Clauses, at: int, index: int, content: Content) -> bool:
    """Is it content of the noun: a clause with dass, one in the Konjunktiv, an infinitive, a quotation?"""
    following = cut.segments[at + 1]
    if content.kind == "quote":
        return following.mark in (":", QUOTE) and cut.words[index].text in lexicon().nouns["quote"]
    if content.kind == "that":
        return following.opener in ("dass", "ob")
    if content.kind == "v2":
        return following.mark == "," and is_konj(cut, following)
    return following.kind == "inf"


def _noun(cut: Clauses, first: int, last: int) -> int:
    """A noun of saying near the end of the segment, at most a genitive before its end."""
    known = lexicon()
    for index in range(last - 1, max(first, last - 5) - 1, -1):
        text = cut.words[index].text
        if text in known.nouns["clause"] and not cut.words[index].first and _closes(cut, index, last):
            return index
    return -1


def _closes(cut: Clauses, index: int, last: int) -> bool:
    """Does the segment end with the noun, its genitive, or the verbs behind it?"""
    known = lexicon()
    phrase = noun_phrase(cut.words, index, last)
    end = phrase.end if phrase is not None else index + 1
    return all(known.readings(w.low) or w.low in known.separable for w in cut.words[end:last])


def _owner(text: str, cut: Clauses, at: int, index: int) -> tuple[tuple[int, int], ...]:
    """Whose word it is: a genitive behind it, a possessive or a name's genitive before it, or the subject."""
    words = cut.words
    segment = cut.segments[at]
    if index + 1 < segment.last and words[index + 1].low in ("des", "der", "von", "vom", "einer", "eines"):
        phrase = noun_phrase(words, index + 1 + (words[index + 1].low in ("von", "vom")), segment.last)
        if phrase is not None:
            return speakers(text, words, ((phrase.core, phrase.end),))
    if index > segment.first and words[index - 1].low.startswith(("sein", "ihr")):
        return speakers(text, words, ((index - 1, index),))
    for back in range(index - 1, max(segment.first, index - 3) - 1, -1):
        if words[back].named and words[back].text.endswith("s") and not words[back].first:
            return speakers(text, words, ((back, back + 1),))
        if words[back].named:
            break
    who = subject(cut, at)
    if who is None or who.start <= index < who.stop or not _carries(cut, segment, index):
        return ()
    return speakers(text, words, who.spans)


def _following(text: str, cut: Clauses, at: int, content: Content) -> tuple[tuple[int, int], ...]:
    """As in „Mit den Worten „…“ eröffnete sie die Sitzung“: the subject behind the quotation."""
    behind = at + 1 + len(content.ranges)
    if content.kind != "quote" or behind >= len(cut.segments) or not cut.segments[behind].verb_first:
        return ()
    who = subject(cut, behind)
    return speakers(text, cut.words, who.spans) if who is not None else ()


def _carries(cut: Clauses, segment: Segment, index: int) -> bool:
    """Is the noun what the subject utters („erhob den Vorwurf“, „mit der Begründung“)?"""
    known = lexicon()
    if any(w.low == "mit" for w in cut.words[max(segment.first, index - 3) : index]):
        return True
    verbs = (w.low for w in cut.words[segment.first : segment.last])
    return any(
        f.lemma in known.nouns["carriers"] or f.lemma == "*" for low in verbs for f in known.readings(low)
    )
