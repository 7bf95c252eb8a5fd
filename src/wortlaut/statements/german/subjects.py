"""Who does what the finite verb says: the subject, before or behind the verb."""

from __future__ import annotations

from typing import NamedTuple

from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.lexicon import Lexicon, lexicon
from wortlaut.statements.german.phrases import Phrase, may_be_subject, noun_phrase
from wortlaut.statements.german.units import Word

_ADVERBIAL = ("lich", "isch", "weise", "mals", "seits", "haft", "sam", "falls", "maßen")


class Subject(NamedTuple):
    """Words ``[start, end)`` per speaker (two for „A und B“); ``stop`` is the first word behind them all."""

    spans: tuple[tuple[int, int], ...]
    start: int
    stop: int


def subject(cut: Clauses, at: int) -> Subject | None:
    """The subject of the segment ``cut.segments[at]``."""
    found = _bare(cut, at)
    return _with_apposition(cut, at, found) if found is not None else None


def _with_apposition(cut: Clauses, at: int, found: Subject) -> Subject:
    """As in „erklärte die Sprecherin des Senats, Anna Berg, …“: what follows belongs to it."""
    if found.stop != cut.segments[at].last or len(found.spans) > 1 or at + 1 >= len(cut.segments):
        return found
    following = cut.segments[at + 1]
    if following.kind != "frag" or following.mark != ",":
        return found
    phrase = noun_phrase(cut.words, following.first, following.last, wide=True)
    if phrase is None or phrase.end != following.last or not may_be_subject(cut.words, phrase):
        return found
    return Subject(((found.spans[0][0], following.last),), found.start, following.last)


def _bare(cut: Clauses, at: int) -> Subject | None:
    """The subject without what commas part from it."""
    segment = cut.segments[at]
    if segment.kind == "rel":
        return _of_relative(cut, at)
    if segment.kind == "sub":
        return _first_nominative(cut.words, segment.first + 1, segment.last)
    if segment.kind != "main":
        return None
    before = _prefield(cut, at)
    if before is not None and not _better_behind(cut.words, segment, before):
        return before
    behind = _first_nominative(cut.words, segment.verb + 1, segment.last)
    if _goes_on(cut, at, behind):
        return _inherited(cut, at) or behind
    if (
        segment.verb_first
        and segment.mark in ("und", "oder", "sowie", "sondern")
        and not _is_pronoun(cut, behind)
    ):
        return _inherited(cut, at) or behind
    return behind or _inherited(cut, at)


def _goes_on(cut: Clauses, at: int, behind: Subject | None) -> bool:
    """As in „Sie lobte Berg, forderte aber eine Öffnung“: the noun behind is an object, if it can be one."""
    segment = cut.segments[at]
    following = cut.words[segment.verb + 1].low if segment.verb + 1 < segment.last else ""
    if not segment.verb_first or segment.mark != "," or following not in lexicon().classes["contrasting"]:
        return False
    if behind is None:
        return True
    words = cut.words[segment.verb + 2 : behind.stop]
    surely = any(w.low in ("der", "er", "ich", "man", "wir") for w in words[:1])
    return not surely and any(w.text[0].islower() for w in words) and _has_object(cut, segment)


def _has_object(cut: Clauses, segment: Segment) -> bool:
    """Does the verb take an object, and seldom stand behind what was said („…, sagte aber Berg“)?"""
    known = lexicon()
    lemmas = {f.lemma for f in finite(cut.words, segment.verb, known)}
    if lemmas & known.classes["telling"]:
        return False
    return any("np" in known.cues[lemma].takes for lemma in lemmas if lemma in known.cues)


def _is_pronoun(cut: Clauses, found: Subject | None) -> bool:
    return found is not None and cut.words[found.start].low in ("er", "man", "ich", "wir")


def _prefield(cut: Clauses, at: int) -> Subject | None:
    """A nominative that fills the place before the verb, alone or cut up by commas."""
    segment = cut.segments[at]
    words = cut.words
    if segment.verb > segment.first:
        found = _nominative_filling(words, segment.first, segment.verb)
        if found is not None:
            return _with_head_of(cut, at, found)
        return None
    if at == 0 or segment.mark in ("und", "oder", "sowie", "sondern", ":"):
        return None
    return _interrupted(cut, at)


def _with_head_of(cut: Clauses, at: int, found: Subject) -> Subject:
    """As in „Der Minister Landaus, Jan Velt, sagte“: the apposition belongs to what precedes."""
    if at == 0 or cut.segments[at].mark != "," or cut.segments[at - 1].kind != "frag" or at > 1:
        return found
    head = cut.segments[at - 1]
    whole = _nominative_filling(cut.words, head.first, head.last)
    if whole is None or head.last - head.first > 14:
        return found
    return Subject(((whole.spans[0][0], found.spans[-1][1]),), whole.start, found.stop)


def _interrupted(cut: Clauses, at: int) -> Subject | None:
    """As in „Russland, das …, hat erklärt“: the subject stands before the clauses that interrupt."""
    index = at - 1
    while index > 0 and (
        cut.segments[index].kind in ("rel", "sub", "inf") or cut.segments[index].mark == ","
    ):
        index -= 1
        if cut.segments[index].kind == "frag" and cut.segments[index].mark != ",":
            break
    head = cut.segments[index]
    if head.kind != "frag":
        return None
    found = _nominative_filling(cut.words, head.first, head.last)
    if found is None:
        return None
    following = cut.segments[index + 1]
    if index + 1 < at and following.kind == "frag":
        return Subject(((found.spans[0][0], following.last),), found.start, following.last)
    return found


def _nominative_filling(words: tuple[Word, ...], first: int, last: int) -> Subject | None:
    """A nominative that reaches from ``first`` to ``last``, adverbs at the edges aside."""
    known = lexicon()
    start = first
    while start < last and _is_adverb(words[start], known) and words[start].low != "so":
        start += 1
    if start >= last:
        return None
    pronoun = _pronoun(words, start, known)
    if pronoun is not None:
        return pronoun if _only_adverbs(words, start + 1, last, known) or last - start < 4 else None
    phrase = noun_phrase(words, start, last, wide=True)
    if phrase is None or not may_be_subject(words, phrase):
        return None
    if not _only_adverbs(words, phrase.end, last, known):
        return None
    return _speakers(words, phrase, last)


def _is_adverb(word: Word, known: Lexicon) -> bool:
    """A known adverb, or a word at the beginning that has the shape of one („Ähnlich äußerte sich …“)."""
    return word.low in known.classes["adverbs"] or (word.first and word.low.endswith(_ADVERBIAL))


def _only_adverbs(words: tuple[Word, ...], first: int, last: int, known: Lexicon) -> bool:
    index = first
    while index < last:
        low = words[index].low
        if low in known.classes["prepositions"]:
            phrase = noun_phrase(words, index + 1, last)
            if phrase is None:
                return False
            index = phrase.end
        elif low in known.classes["adverbs"] or not words[index].is_word or words[index].text[0].islower():
            index += 1
        else:
            return False
    return True


def _pronoun(words: tuple[Word, ...], at: int, known: Lexicon) -> Subject | None:
    if (
        words[at].low in known.classes["speaking_pronouns"]
        and noun_phrase(words, at, min(at + 6, len(words))) is None
    ):
        return Subject(((at, at + 1),), at, at + 1)
    if words[at].low in lexicon().classes["sure_pronouns"]:
        return Subject(((at, at + 1),), at, at + 1)
    both = (
        at + 1 < len(words)
        and words[at].low in ("die", "alle")
        and words[at + 1].low in lexicon().classes["both"]
    )
    if both and noun_phrase(words, at, min(at + 4, len(words))) is None:
        return Subject(((at + 1, at + 2),), at, at + 2)
    return None


def _speakers(words: tuple[Word, ...], phrase: Phrase, last: int) -> Subject:
    """One span per joint speaker: „Anna Berg und Jan Velt“."""
    for index in range(phrase.head, phrase.end):
        if words[index].low in ("und", "sowie"):
            second = noun_phrase(words, index + 1, last)
            if second is not None and second.end >= phrase.end - 1:
                return Subject(((phrase.core, index), (second.core, phrase.end)), phrase.start, phrase.end)
    return Subject(((phrase.core, phrase.end),), phrase.start, phrase.end)


def _first_nominative(words: tuple[Word, ...], first: int, last: int) -> Subject | None:
    """The first phrase from ``first`` on that can be a nominative and has no preposition."""
    known = lexicon()
    index = first
    while index < last:
        word = words[index]
        low = word.low
        if low in known.classes["object_pronouns"] and low not in ("das", "dies"):
            index += 1
            continue
        pronoun = _pronoun(words, index, known)
        if pronoun is not None:
            return pronoun
        if low in known.classes["prepositions"] and not (
            word.first and word.named and low not in known.classes["prepositions"]
        ):
            phrase = noun_phrase(words, index + 1, last)
            index = phrase.end if phrase is not None else index + 1
            continue
        phrase = noun_phrase(words, index, last)
        if phrase is None:
            index += 1
        elif may_be_subject(words, phrase):
            return _joined(words, phrase, last)
        else:
            index = phrase.head if phrase.article in lexicon().classes["receivers"] else phrase.end
    return None


def _joined(words: tuple[Word, ...], phrase: Phrase, last: int) -> Subject:
    if phrase.end < last - 1 and words[phrase.end].low in ("und", "sowie"):
        second = noun_phrase(words, phrase.end + 1, last)
        if second is not None and may_be_subject(words, second):
            return Subject(((phrase.core, phrase.end), (second.core, second.end)), phrase.start, second.end)
    return Subject(((phrase.core, phrase.end),), phrase.start, phrase.end)


def _better_behind(words: tuple[Word, ...], segment: Segment, before: Subject) -> bool:
    """As in „Die Vorwürfe wies er zurück“: a sure nominative behind the verb beats a doubtful one."""
    at = segment.verb + 1
    if at >= segment.last or words[before.start].low in lexicon().classes["sure_pronouns"]:
        return False
    low = words[at].low
    if low in ("er", "man", "wir", "ich"):
        return True
    if words[before.start].low in ("das", "dies", "dieses") and before.stop - before.start == 1:
        return True
    if low == "der" and words[before.start].low in ("die", "das", "diese", "dieses", "eine"):
        return segment.last - at < 6
    return False


def _of_relative(cut: Clauses, at: int) -> Subject | None:
    segment = cut.segments[at]
    words = cut.words
    if words[segment.first].low in lexicon().classes["relative_subject"]:
        inner = _first_nominative(words, segment.first + 1, segment.last)
        if inner is None or words[segment.first].low in ("der", "welcher") or not _sure(words, inner):
            return antecedent(cut, at)
    return _first_nominative(words, segment.first + 1, segment.last)


def _sure(words: tuple[Word, ...], found: Subject) -> bool:
    """Is the nominative inside a relative clause one for certain (pronoun, „der“, a name)?"""
    low = words[found.start].low
    return low in ("er", "man", "wir", "ich", "sie", "der", "ein")


def antecedent(cut: Clauses, at: int) -> Subject | None:
    """The noun phrase that ends where the relative clause begins."""
    first = cut.segments[at].first
    end = cut.segments[at - 1].last if at else 0
    if at and cut.segments[at - 1].kind == "rel":
        return antecedent(cut, at - 1)
    if not at or first - end > 2:
        return None
    known = lexicon()
    while (
        end > cut.segments[at - 1].first + 1
        and cut.words[end - 1].text[0].islower()
        and (known.readings(cut.words[end - 1].low) or cut.words[end - 1].low in known.separable)
    ):
        end -= 1
    floor = max(cut.segments[at - 1].first, end - 12)
    for start in range(floor, end):
        if start > floor and words_before_noun(cut.words, start):
            continue
        phrase = noun_phrase(cut.words, start, end)
        if phrase is not None and phrase.end == end:
            return Subject(((phrase.core, phrase.end),), phrase.start, phrase.end)
    return None


def words_before_noun(words: tuple[Word, ...], start: int) -> bool:
    """Does the word before ``start`` belong to the same run of nouns?"""
    return words[start - 1].named and words[start].named and not words[start - 1].first


def _in_konj(cut: Clauses, at: int) -> bool:
    forms = lexicon().readings(cut.words[cut.segments[at].verb].low)
    return all(f.mood in ("k1", "k2") for f in forms)


def _inherited(cut: Clauses, at: int) -> Subject | None:
    """As in „Er forderte X und stellte klar“: a verb without subject takes that of the clause before."""
    segment = cut.segments[at]
    if segment.verb != segment.first:
        return None
    own = _in_konj(cut, at)
    for index in range(at - 1, -1, -1):
        if cut.segments[index].kind == "main" and (own or not _in_konj(cut, index)):
            return subject(cut, index)
        if (
            cut.segments[index].kind in ("rel", "sub")
            and segment.mark in ("und", "oder", "sowie")
            and index == at - 1
        ):
            found = subject(cut, index)
            if found is not None and segment.kind != "main":
                return found
    return None
