"""Whom something is said to: the object that a verb of saying takes, whatever kind of noun it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from wortlaut.languages import load
from wortlaut.statements.german.clauses import Clauses, Segment
from wortlaut.statements.german.contents import Content
from wortlaut.statements.german.lexicon import Cue, lexicon
from wortlaut.statements.german.phrases import Phrase, noun_phrase
from wortlaut.statements.german.subjects import Subject, subject
from wortlaut.statements.german.units import Word
from wortlaut.statements.german.verbs import Verb, matrix_end

__all__ = ["addressed", "beside", "named"]

Range = tuple[int, int]

_CLAUSES = frozenset(("that", "v2", "to"))  # contents that can be the subject of a passive


def addressed(cut: Clauses, verb: Verb, who: Subject | None, content: Content) -> tuple[tuple[int, int], ...]:
    """Whom it is said to: the object of the verb; in the passive of one that takes it, the subject."""
    if verb.passive and _takes_object(verb.cue):
        asked = subject(cut, verb.ruled)
        return asked.spans if asked else ()
    taken = (*content.ranges, *([(who.start, who.stop)] if who else []))
    further = cut.segments[verb.ruled + 1 : matrix_end(cut, verb) + 1]
    clause = [*_head(cut, verb.ruled), cut.segments[verb.ruled]]
    clause += [segment for segment in further if segment.kind in ("main", "frag")]
    clear = who is not None or (verb.passive and content.kind in _CLAUSES)
    return named(cut.words, clause, verb.cue, taken, clear)


def _head(cut: Clauses, at: int) -> tuple[Segment, ...]:
    """As in „[Den Fonds], der …, forderte er auf“: what stands before the clauses that interrupt."""
    index = at - 1
    while cut.segments[at].verb_first and index > 0 and cut.segments[index].kind in ("rel", "sub", "inf"):
        index -= 1
    head = cut.segments[index]
    return (head,) if index < at - 1 and head.kind == "frag" else ()


def named(
    words: tuple[Word, ...], clause: Sequence[Segment], cue: Cue, taken: tuple[Range, ...], speaks: bool
) -> tuple[Range, ...]:
    """The words that name whom the verb of a clause is said to, outside ``taken`` (speaker, content).

    ``clause``: its segments. ``speaks``: the speaker is known; where he is not, the noun may name him. As in
    „riet [der Pilotin], zu warten“, „forderte [alle Händler des Landes] auf“, „appellierte an [die Kirchen]“.
    """
    for segment in clause:
        for preposition, phrase in _phrases(words, segment.first, segment.last, taken):
            doubtful = preposition < 0 and (phrase.article == "der" or _takes_object(cue))
            if (speaks or not doubtful) and _is_addressed(words, preposition, phrase, cue):
                return ((phrase.core, phrase.end),)
    return ()


def _takes_object(cue: Cue) -> bool:
    """Is the verb's object the one addressed („forderte ihn auf“)?"""
    return cue.lemma in _rules()["verbs_object"]


def beside(cut: Clauses, first: int, last: int) -> tuple[Range, ...]:
    """Whom a speaker named without a verb has told it: „so Berg gegenüber [der Zeitung]“."""
    for preposition, phrase in _phrases(cut.words, first, last, ()):
        if _leads_to(cut.words, preposition):
            return ((phrase.core, phrase.end),)
    return ()


def _phrases(
    words: tuple[Word, ...], first: int, last: int, taken: tuple[Range, ...]
) -> Iterator[tuple[int, Phrase]]:
    """The noun phrases from ``first`` to ``last`` outside ``taken``, each with the place of its preposition
    or -1.
    """
    prepositions = lexicon().classes["prepositions"]
    index, preposition = first, -1
    while index < last:
        behind = next((stop for start, stop in taken if start <= index < stop), None)
        if behind is not None:
            index, preposition = behind, -1
            continue
        if words[index].low in prepositions:
            index, preposition = index + 1, index
            continue
        end = min([last, *(start for start, _ in taken if start > index)])
        phrase = _pronoun(words, index) or noun_phrase(words, index, end)
        if phrase is None:
            index, preposition = index + 1, -1
            continue
        yield preposition, phrase
        index, preposition = phrase.end, -1


def _pronoun(words: tuple[Word, ...], index: int) -> Phrase | None:
    """As in „sagte ihm“: a pronoun as a phrase, its case in place of an article."""
    low = words[index].low
    return Phrase(index, index, index + 1, index + 1, low) if low in _rules()["pronouns"] else None


def _is_addressed(words: tuple[Word, ...], preposition: int, phrase: Phrase, cue: Cue) -> bool:
    head = words[phrase.head - 1].text
    if head in lexicon().classes["times"] or head in _rules()["nobody"]:
        return False
    if preposition >= 0:
        aimed = words[preposition].low == "an" and cue.lemma in _rules()["verbs_an"]
        return aimed or _leads_to(words, preposition)
    if _takes_object(cue):
        return phrase.article not in _rules()["articles_never_object"]
    if cue.lemma not in _rules()["verbs_dative"]:
        return False
    if phrase.article in _rules()["articles_plural"]:
        return head.endswith("n")  # "den Reportern", not "den Befund"
    return phrase.article in _rules()["articles_dative"] or _is_bare_dative(words, phrase)


def _is_bare_dative(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """As in „sagte Reportern“, „drohte neun führenden Köpfen“: no article, and the ending says dative."""
    known = lexicon()
    if phrase.article not in known.classes["numerals"] and phrase.article:
        return False
    head = words[phrase.head - 1].text
    first = words[phrase.start if not phrase.article else phrase.start + 1]
    bent = first.text[0].islower() and first.low.endswith("en") and head.endswith("n")
    return bent or head in known.classes["listeners"]


def _leads_to(words: tuple[Word, ...], preposition: int) -> bool:
    """As in „gegenüber Reportern“, „im Gespräch mit dem Sender“."""
    if preposition < 0:
        return False
    if words[preposition].low == "gegenüber":
        return True
    return (
        words[preposition].low == "mit"
        and preposition > 0
        and words[preposition - 1].text in _rules()["talks"]
    )


@cache
def _rules() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("de", "addressees")["nouns"].items()}
