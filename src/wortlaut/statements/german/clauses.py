"""Cut a unit into clauses: where each begins and ends, what kind it is, where its finite verb stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wortlaut.statements.german.lexicon import Lexicon, lexicon
from wortlaut.statements.german.paradigm import FINITE, Form
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.units import QUOTE, Word

_ZU = re.compile(
    "(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|frei|her|heraus|hervor|hin|hinaus|los|mit|nach|nieder|teil|um|vor|voran|"
    "weg|weiter|wieder|zu|zurück|zusammen|bereit|bekannt|sicher|klar)zu[a-zäöü]{2,12}(?:en|ern|eln)"
)
_MARKS = frozenset((",", ";", ":", "–", "…", "!", "?", ".", "/"))


class Segment(NamedTuple):
    """Words ``[first, last)`` between two marks.

    ``mark`` stands before it (a mark, „und“ …, or „“); ``kind`` is ``main``, ``sub``, ``rel``,
    ``inf``, ``frag`` or ``quote``; ``verb`` is the index of the finite verb or -1; ``opener`` is the
    conjunction, question word or relative pronoun; ``lead`` is the first word with its coordinator.
    """

    first: int
    last: int
    mark: str
    kind: str
    verb: int
    opener: str
    lead: int

    @property
    def verb_first(self) -> bool:
        """Does it begin with its finite verb?"""
        return self.kind == "main" and self.verb == self.first


class Clauses(NamedTuple):
    """The words of a unit and its segments."""

    words: tuple[Word, ...]
    segments: tuple[Segment, ...]


def clauses(words: tuple[Word, ...]) -> Clauses:
    """The segments of a unit."""
    known = lexicon()
    cut = tuple(
        _classified(words, first, last, mark, known) for first, last, mark in _stretches(words, known)
    )
    return Clauses(words, _mended([s for s in cut if s.first < s.last], words, known))


def _mended(cut: list[Segment], words: tuple[Word, ...], known: Lexicon) -> tuple[Segment, ...]:
    """Give interrupted clauses their verb: „dass der Plan, der …, gescheitert ist“."""
    waiting = -1  # a sub or relative clause without its verb
    for index, segment in enumerate(cut):
        at_end = segment.kind == "main" and verb_last(
            words, segment.first, segment.last, _finite_verbs(words, segment, known), known
        )
        if segment.kind == "rel" and _is_object_of(cut, index, words, known):
            cut[index] = segment._replace(kind="frag", verb=-1)
        elif segment.kind in ("sub", "rel") and segment.verb < 0:
            waiting = index
        elif (
            waiting >= 0
            and segment.kind == "main"
            and segment.mark in (",", *lexicon().classes["joiners"])
            and (at_end or segment.verb == segment.last - 1)
        ):
            cut[waiting] = cut[waiting]._replace(verb=segment.last - 1)
            cut[index] = segment._replace(kind="cont", verb=-1)
            waiting = -1
        elif segment.kind in ("main", "quote"):
            waiting = -1
            if at_end and index:
                cut[index] = _joined_or_ruled(cut, index, words, known)
    return tuple(cut)


def _is_object_of(cut: list[Segment], index: int, words: tuple[Word, ...], known: Lexicon) -> bool:
    """As in „hatte Velt, der Wirt, die Pläne kritisiert“: object and participle, no relative clause."""
    segment = cut[index]
    if not index or cut[index - 1].kind != "frag" or noun_phrase(words, segment.first, segment.last) is None:
        return False
    if not any(f.mood == "part" for f in known.readings(words[segment.last - 1].low)):
        return False
    ruling = next((s for s in reversed(cut[:index]) if s.kind == "main"), None)
    if ruling is None or ruling.verb < 0 or not _is_auxiliary(words[ruling.verb].low, known):
        return False
    return not any(f.mood == "part" for f in known.readings(words[ruling.last - 1].low))


def _finite_verbs(words: tuple[Word, ...], segment: Segment, known: Lexicon) -> list[int]:
    return [i for i in range(segment.first, segment.last) if finite(words, i, known)] or [segment.verb]


def _joined_or_ruled(cut: list[Segment], index: int, words: tuple[Word, ...], known: Lexicon) -> Segment:
    """A verb-last piece: a second subordinate clause behind „und“, or the participle of an auxiliary."""
    segment, before = cut[index], cut[index - 1]
    if (
        segment.mark in lexicon().classes["joiners"]
        and before.kind in ("sub", "rel")
        and segment.verb > segment.first
    ):
        return segment._replace(kind=before.kind, opener=before.opener if before.kind == "sub" else "und")
    readings = known.readings(words[segment.last - 1].low)
    if segment.mark not in (",", *lexicon().classes["joiners"]) or not any(
        f.mood == "part" for f in readings
    ):
        return segment
    ruling = next((s for s in reversed(cut[:index]) if s.kind == "main"), None)
    if ruling is not None and ruling.verb >= 0 and _is_auxiliary(words[ruling.verb].low, known):
        return segment._replace(kind="frag", verb=-1)
    return segment


def _stretches(words: tuple[Word, ...], known: Lexicon) -> Iterator[tuple[int, int, str]]:
    first, mark = 0, ""
    for index, word in enumerate(words):
        if word.low in _MARKS and not _in_number(words, index):
            if index > first:
                yield first, index, mark
            first, mark = index + 1, word.low
        elif word.low == QUOTE:
            if index > first:
                yield first, index, mark
            yield index, index + 1, mark if index == first else QUOTE
            first, mark = index + 1, QUOTE
        elif index > first and _joins(words, first, index, known):
            yield first, index, mark
            first, mark = index, word.low if word.low in lexicon().classes["joiners"] else ""
    if first < len(words):
        yield first, len(words), mark


def _in_number(words: tuple[Word, ...], index: int) -> bool:
    """Is the mark inside a number („2,3“), or a stop inside the sentence („Co.“, „18. März“)?"""
    if words[index].low == "." and index + 1 < len(words):
        return True
    if not 0 < index < len(words) - 1 or words[index].low != ",":
        return False
    return words[index - 1].end == words[index].start and words[index + 1].start == words[index].end


def _joins(words: tuple[Word, ...], first: int, index: int, known: Lexicon) -> bool:
    """Does a new clause begin at a word that no mark precedes („und stellte klar“, „dass …“)?"""
    low = words[index].low
    if low in ("dass", "daß"):
        return words[index - 1].low not in (
            "so",
            "ohne",
            "anstatt",
            "statt",
            "auch",
            "und",
            "oder",
            "nur",
            "außer",
            "aber",
        )
    if low not in lexicon().classes["joiners"]:
        return False
    end = next(
        (
            i
            for i in range(index + 1, len(words))
            if words[i].low in _MARKS or words[i].low in lexicon().classes["joiners"]
        ),
        len(words),
    )
    if words[index - 1].low in known.separable and index + 1 < end and finite(words, index + 1, known):
        return True
    if not any(_verbal(words, i, known) for i in range(first, index)):
        return False
    right = [i for i in range(index + 1, end) if _verbal(words, i, known)]
    if not right or end == index + 1:
        return False
    if words[index + 1].low in ("dass", "daß"):
        return True
    return any(finite(words, i, known) for i in right) or _verbal(words, index - 1, known)


def _verbal(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    word = words[index]
    return bool(
        word.is_word and (word.text[0].islower() or word.first) and known.readings(word.low)
    ) and not _adjectival(words, index, known)


def finite(words: tuple[Word, ...], index: int, known: Lexicon) -> tuple[Form, ...]:
    """Finite readings of the word; none where it stands as an adjective before a noun."""
    word = words[index]
    if not word.is_word or not (word.text[0].islower() or word.first):
        return ()
    found = tuple(f for f in known.readings(word.low) if f.mood in FINITE)
    return () if found and _adjectival(words, index, known) else found


def _adjectival(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    """As in „die verurteilten Männer“: between an article or adjective and a noun."""
    if not words[index].low.endswith(("e", "en", "er", "es", "em")) or index + 1 >= len(words):
        return False
    follows = words[index + 1]
    if not follows.named or index == 0:
        return False
    before = words[index - 1].low
    articles = known.classes["determiners"]
    return (before in articles or before in known.classes["prepositions"]) and _is_participle_like(
        words[index].low
    )


def _is_participle_like(low: str) -> bool:
    return low not in (
        "hatte",
        "hatten",
        "habe",
        "haben",
        "werde",
        "werden",
        "würde",
        "würden",
        "wurde",
        "wurden",
    )


def _classified(words: tuple[Word, ...], first: int, last: int, mark: str, known: Lexicon) -> Segment:
    lead = first
    if words[first].low == QUOTE:
        return Segment(first, last, mark, "quote", -1, "", lead)
    while first < last - 1 and words[first].low in lexicon().classes["leads"]:
        mark = (
            words[first].low
            if words[first].low in lexicon().classes["joiners"] or mark in ("", ",", "–")
            else mark
        )
        first += 1
    verbs = [i for i in range(first, last) if finite(words, i, known)]
    opener = _opener(words, first, last, verbs, known)
    if opener:
        return Segment(first, last, mark, "sub", verbs[-1] if verbs else -1, opener, lead)
    if _is_infinitive(words, first, last, known) and (
        not verbs or _only_infinitives(words, verbs, last, known)
    ):
        return Segment(first, last, mark, "inf", -1, words[first].low, lead)
    if mark == "," and _is_relative(words, first, last, verbs, known):
        return Segment(first, last, mark, "rel", verbs[-1] if verbs else -1, words[first].low, lead)
    if verbs:
        return Segment(first, last, mark, "main", _second(words, verbs, first, known), "", lead)
    return Segment(first, last, mark, "frag", -1, "", lead)


def _second(words: tuple[Word, ...], verbs: list[int], first: int, known: Lexicon) -> int:
    """The finite verb of a main clause: the first word that can be one and has no better reading."""
    opening = noun_phrase(words, first, verbs[-1] + 1)
    inside = (
        opening.head - 1 if opening is not None else -1
    )  # "Eine gestern veröffentliche Nachricht brachte …"
    if inside >= verbs[0] and any(i > inside for i in verbs):
        verbs = [i for i in verbs if i > inside]
    for index in verbs:
        forms = known.readings(words[index].low)
        if any(f.lemma == "*" and f.mood in FINITE for f in forms):
            return index
        if not any(f.mood in ("part",) for f in forms) or index == verbs[-1]:
            return index
        if not any(f.lemma == "*" for i in verbs if i > index for f in known.readings(words[i].low)):
            return index
    return verbs[0]


def _opener(words: tuple[Word, ...], first: int, last: int, verbs: list[int], known: Lexicon) -> str:
    for offset in range(min(3, last - first)):
        low = words[first + offset].low
        if low in ("dass", "daß"):
            return "dass"
    low = words[first].low
    if low in lexicon().classes["sure_openers"]:
        return low
    if low not in known.classes["subordinators"] and low not in known.classes["questions"]:
        if (
            first + 1 < last
            and low in known.classes["prepositions"]
            and words[first + 1].low in lexicon().classes["which"]
        ):
            return words[first + 1].low
        return ""
    return low if not verbs or verb_last(words, first, last, verbs, known) else ""


def verb_last(words: tuple[Word, ...], first: int, last: int, verbs: list[int], known: Lexicon) -> bool:
    """Does the clause end with its finite verb (or a cluster of verbs in which it comes last)?"""
    cluster = last
    while (
        cluster > first
        and known.readings(words[cluster - 1].low)
        and not words[cluster - 1].text[0].isupper()
    ):
        cluster -= 1
    if cluster == last:
        if words[last - 1].named:
            return False
        return verbs[-1] >= last - 2 and not _is_auxiliary(words[verbs[-1]].low, known)
    if any(i < cluster and _is_auxiliary(words[i].low, known) for i in verbs):
        return False
    ordered = [i for i in verbs if i >= cluster and _is_auxiliary(words[i].low, known)]
    return not ordered or ordered[-1] >= last - 1 or (cluster > first + 2 and ordered[0] > cluster)


def _is_auxiliary(low: str, known: Lexicon) -> bool:
    return any(f.lemma == "*" and f.mood in FINITE for f in known.readings(low))


def _is_infinitive(words: tuple[Word, ...], first: int, last: int, known: Lexicon) -> bool:
    if words[first].low in known.classes["infinitive_openers"] and last - first > 1:
        return any(words[i].low == "zu" for i in range(first, last - 1))
    for index in range(first, last):
        readings = known.readings(words[index].low)
        if any(f.mood == "zuinf" for f in readings) or _ZU.fullmatch(words[index].text):
            return True
        if words[index].low == "zu" and index + 1 < last and _looks_infinitive(words[index + 1], known):
            return True
    return False


def _looks_infinitive(word: Word, known: Lexicon) -> bool:
    low = word.low
    if not word.text[0].islower() or low in known.classes["determiners"]:
        return False
    return any(f.mood == "inf" for f in known.readings(low)) or low.endswith(("en", "eln", "ern"))


def _only_infinitives(words: tuple[Word, ...], verbs: list[int], last: int, known: Lexicon) -> bool:
    """Can all finite readings be infinitives („schlagen zu können“)?"""
    return all(_is_plural(words[i].low, known) for i in verbs)


def _is_plural(low: str, known: Lexicon) -> bool:
    readings = known.readings(low)
    if any(f.mood == "part" for f in readings):
        return True
    return any(f.mood == "inf" for f in readings) and not any(
        f.mood in ("past", "k1", "k2") or (f.mood == "ind" and f.number == "s") for f in readings
    )


def _is_relative(words: tuple[Word, ...], first: int, last: int, verbs: list[int], known: Lexicon) -> bool:
    at = first
    if words[at].low in known.classes["prepositions"] and at + 1 < last:
        at += 1
    if words[at].low not in known.classes["relatives"]:
        return False
    if not verbs:
        return last - at <= 6 and at == first and noun_phrase(words, at, last) is None
    if not verb_last(words, first, last, verbs, known):
        return False
    phrase = noun_phrase(words, at, last)
    return phrase is None or at > first or (phrase.end != verbs[-1] and phrase.end != verbs[0])
