"""Noun phrases: article, adjectives, nouns and names, and what hangs on them."""

from __future__ import annotations

from typing import NamedTuple

from wortlaut.statements.german.lexicon import Lexicon, lexicon
from wortlaut.statements.german.units import Word

_ENDINGS = ("e", "en", "er", "es", "em")


class Phrase(NamedTuple):
    """Words ``[start, end)``; ``core`` follows the article, ``head`` ends nouns and names."""

    start: int
    core: int
    head: int
    end: int
    article: str


def noun_phrase(words: tuple[Word, ...], start: int, stop: int, wide: bool = False) -> Phrase | None:
    """The noun phrase at ``start`` before ``stop``; ``wide`` takes every prepositional phrase behind it."""
    known = lexicon()
    if start >= stop:
        return None
    core, article = _article(words, start, stop, known)
    inner = _attribute(words, core, stop, known) if article in known.classes["articles"] else core
    nouns = _adjectives(words, inner, stop, known, bool(article))
    if nouns is None or (inner > core and nouns == inner):
        return None
    core = inner
    head = _nouns(words, nouns, stop, known)
    end = _hangers(words, head, stop, wide, known)
    return Phrase(start, core if article in known.classes["articles"] else start, head, end, article)


def _article(words: tuple[Word, ...], start: int, stop: int, known: Lexicon) -> tuple[int, str]:
    low = words[start].low
    if low not in known.classes["determiners"] or start + 1 >= stop:
        return start, ""
    core = start + 1
    if core + 1 < stop and words[core].low in known.classes["numerals"]:
        core += 1
    return core, low


def _attribute(words: tuple[Word, ...], at: int, stop: int, known: Lexicon) -> int:
    """Behind what belongs to a participle: „der [in Rom] geborene Autor“."""
    if at < stop and words[at].low in known.classes["prepositions"]:
        phrase = noun_phrase(words, at + 1, stop)
        if phrase is not None:
            return (
                phrase.head if phrase.head < stop and _is_adjective(words[phrase.head], known) else phrase.end
            )
    return at


def _adjectives(words: tuple[Word, ...], at: int, stop: int, known: Lexicon, article: bool) -> int | None:
    """Where the nouns begin: behind adjectives, numbers and participles with what belongs to them."""
    limit = min(stop, at + (9 if article else 5))
    index = at
    while index < limit:
        word = words[index]
        if _is_noun(words, index, known):
            return index
        if not word.is_word or not (_is_adjective(word, known) or (article and _is_inner(word, known))):
            return None
        if article and index > at and word.low in known.classes["prepositions"]:
            index += 1
            continue
        index += 1
    return None


def _is_inner(word: Word, known: Lexicon) -> bool:
    """May it stand between article and noun („das gestern vorgelegte Papier“)?"""
    return word.low in known.classes["prepositions"] or word.low in known.classes["adverbs"]


def _is_adjective(word: Word, known: Lexicon) -> bool:
    low = word.low
    if low in known.classes["measures"]:
        return True
    closed = ("prepositions", "pronouns", "adverbs", "coordinators", "subordinators")
    if any(low in known.classes[name] for name in closed):
        return False
    if low in known.classes["determiners"] or low in known.classes["object_pronouns"]:
        return word.text[0].isdigit() or low in known.classes["numerals"]
    if any(f.lemma == "*" for f in known.readings(low)):
        return False
    return word.text[0].isdigit() or low.endswith(_ENDINGS) or low.endswith("er")


def _is_noun(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    word = words[index]
    if not word.text[0].isupper():
        return word.text[0].isdigit() and word.text.rpartition("-")[2][:1].isupper()  # "die 38-Jährige"
    return not word.first or not is_function(word, known)


def is_function(word: Word, known: Lexicon) -> bool:
    """Is it a word of a closed class or a verb form, a capital notwithstanding?"""
    low = word.low
    if any(
        low in known.classes[c]
        for c in ("prepositions", "adverbs", "subordinators", "coordinators", "questions")
    ):
        return True
    if (
        low in known.classes["determiners"]
        or low in known.classes["pronouns"]
        or low in known.classes["object_pronouns"]
    ):
        return True
    return low.endswith(("en", "e", "em", "er", "es")) and low.endswith(
        ("ische", "ischen", "ischer", "lichen", "liche")
    )


def _nouns(words: tuple[Word, ...], at: int, stop: int, known: Lexicon) -> int:
    """The end of a run of nouns and names („US-Präsident Anna van der Berg“)."""
    end = at + 1
    while end < stop:
        word = words[end]
        if words[end - 1].title >= 0 and word.title == words[end - 1].title:
            end += 1
            continue
        if word.title >= 0 and not _is_title(words, end, stop, known):
            break
        if word.start - words[end - 1].end > 2:  # a bracket was left out here
            break
        if word.named and word.is_word:
            if word.text[0].isdigit() and end + 1 < stop and words[end + 1].text[0].isupper():
                break
            end += 1
        elif (
            word.low in known.classes["name_particles"]
            and word.low not in ("der", "und", "zu", "zur", "da")
            and _name_after(words, end, stop)
        ):
            if word.low in ("von", "vom", "den") and not _is_person_before(words, at, end):
                break
            end += 1
        elif (
            word.text == "."
            and end + 1 < stop
            and words[end - 1].end == word.start
            and len(words[end - 1].text) <= 3
        ) or (word.text in "&+" and _name_after(words, end, stop)):
            end += 1
        elif word.text == "-" and _is_shared(words, end, stop):
            end += 3
        else:
            break
    return end


def _is_title(words: tuple[Word, ...], at: int, stop: int, known: Lexicon) -> bool:
    """Is the quotation that begins here a name („Landau heute“), no words of a clause („Mut bewiesen“)?"""
    last = at
    while last + 1 < stop and words[last + 1].title == words[at].title:
        last += 1
    return words[last].named or not known.readings(words[last].low)


def _is_shared(words: tuple[Word, ...], at: int, stop: int) -> bool:
    """As in „Bau- und Verkehrsministerium“."""
    return at + 2 < stop and words[at + 1].low in ("und", "oder") and words[at + 2].named


def _name_after(words: tuple[Word, ...], index: int, stop: int) -> bool:
    return index + 1 < stop and words[index + 1].text[0].isupper()


def _is_person_before(words: tuple[Word, ...], at: int, end: int) -> bool:
    return False


def _hangers(words: tuple[Word, ...], end: int, stop: int, wide: bool, known: Lexicon) -> int:
    """Extend over genitives, „von …“ and, if ``wide``, any prepositional phrase."""
    for _ in range(6):
        if end >= stop:
            break
        low = words[end].low
        follows: Phrase | None = None
        if low in known.classes["genitives"] and not _is_listener(words, end, known):
            follows = noun_phrase(words, end, stop, wide=False)
        elif low in ("von", "vom") or (wide and _may_hang(low, known)):
            follows = noun_phrase(words, end + 1, stop, wide=False)
        if follows is None:
            break
        end = follows.end
    return end


def _is_listener(words: tuple[Word, ...], at: int, known: Lexicon) -> bool:
    """As in „sagte Berg der Zeitung“: no genitive, but whom it is said to."""
    if words[at].low not in ("der", "den") or at + 1 >= len(words):
        return False
    if at and words[at - 1].text in known.phrases["nouns"]:
        return False
    if at and words[at - 1].low.endswith(tuple(known.classes["owned_heads"])):
        return False  # "der Sprecher der Polizei"
    near = words[at + 1 : at + 4]
    quoted = near[0].start - words[at].end > 1
    return quoted or any(w.text in known.classes["listeners"] for w in near)


def _may_hang(low: str, known: Lexicon) -> bool:
    return low in known.classes["prepositions"] or low in ("und", "sowie", "oder")


def may_be_subject(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Can the phrase be a nominative, and does it name somebody rather than a time?"""
    known = lexicon()
    if phrase.article in known.classes["oblique"]:
        return False
    if (
        phrase.article == "der"
        and words[phrase.core].text[0].islower()
        and words[phrase.core].low.endswith("en")
    ):
        return False  # "der englischen Zeitung": dative
    listener = phrase.article == "der" and words[phrase.head - 1].text in known.classes["listeners"]
    if listener and words[phrase.core].text.endswith("er") and phrase.head - phrase.core > 1:
        return False  # "Der Landauer Zeitung sagte sie": dative
    return words[phrase.head - 1].text not in known.classes["times"]
