"""Sources that a preposition names: „laut X“, „nach Angaben von X“, „X zufolge“."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.statements.german.clauses import Clauses, Segment
from wortlaut.statements.german.contents import extent, opens_enumeration
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.phrases import Phrase, noun_phrase
from wortlaut.statements.german.subjects import subject
from wortlaut.statements.german.units import QUOTE


def relays(text: str, cut: Clauses) -> Iterator[Found]:
    """Statements that a phrase relays."""
    for index in range(len(cut.words)):
        found = _before(cut, index) or _after(cut, index)
        if found is None:
            continue
        cue, source, taken = found
        rest = _rest(cut, taken)
        if source and cut.words[source[0]].low.startswith("eigen"):
            who = subject(cut, _index_at(cut, index))  # "nach eigenen Angaben"
            source = who.spans[0] if who is not None else None
        held = spans(text, cut.words, rest)
        if held:
            a, b = cut.words[cue[0]].start, cut.words[cue[1] - 1].end
            yield Found(
                "relay", 65, speakers(text, cut.words, (source,) if source else ()), (a, b), None, held
            )


Range = tuple[int, int]


def _before(cut: Clauses, index: int) -> tuple[Range, Range | None, Range] | None:
    """As in „laut X“, „nach Ansicht von X“, „ihren Angaben nach“ is left alone."""
    known = lexicon()
    low = cut.words[index].low
    if low not in known.phrases["with_noun"] or index + 1 >= len(cut.words):
        return None
    stop = _segment_at(cut, index).last
    phrase = noun_phrase(cut.words, index + 1, stop)
    if phrase is None:
        return None
    noun = cut.words[phrase.head - 1].text
    phrase = _with_apposition(cut, phrase)
    inner = next(
        (i for i in range(phrase.core, phrase.head) if cut.words[i].text in known.phrases["nouns"]), -1
    )
    if inner >= 0 and (
        low in lexicon().classes["naming"]
        or (low == "aus" and cut.words[inner].text in ("Sicht", "Perspektive"))
    ):
        return _with_noun(cut, index, phrase, inner, stop)
    if low in lexicon().classes["alone"] and noun and cut.words[index].text != "lauter":
        return (index, index + 1), (phrase.core, phrase.end), (index, phrase.end)
    return None


def _with_apposition(cut: Clauses, phrase: Phrase) -> Phrase:
    """As in „laut der Sprecherin des Senats, Anna Berg, …“: the apposition belongs to the source."""
    at = next((i for i, s in enumerate(cut.segments) if s.first < phrase.end <= s.last), -1)
    if at < 0 or cut.segments[at].last != phrase.end or at + 2 >= len(cut.segments):
        return phrase
    following = cut.segments[at + 1]
    if following.kind != "frag" or following.mark != "," or cut.segments[at + 2].mark != ",":
        return phrase
    name = noun_phrase(cut.words, following.first, following.last, wide=True)
    if name is None or name.end != following.last:
        return phrase
    return phrase._replace(end=following.last)


def _with_noun(
    cut: Clauses, index: int, phrase: Phrase, inner: int, stop: int
) -> tuple[Range, Range | None, Range]:
    known = lexicon()
    noun = cut.words[inner].text
    cue = (index, inner + 1)
    if noun not in known.phrases["owned"]:
        return (index, index + 1), (phrase.core, phrase.end), (index, phrase.end)
    owner = inner + 1
    if owner < phrase.end:
        skip = 1 if cut.words[owner].low in ("von", "vom", "der", "des", "einer", "eines") else 0
        if (
            cut.words[owner].low in ("von", "vom")
            and owner + 1 < phrase.end
            and cut.words[owner + 1].low in known.classes["determiners"]
        ):
            skip = 2
        return cue, (owner + skip, phrase.end), (index, phrase.end)
    possessive = phrase.start
    if cut.words[possessive].low.startswith(("sein", "ihr", "eigen")):
        return (index, inner + 1), (possessive, possessive + 1), (index, phrase.end)
    if phrase.core < inner and all(w.named for w in cut.words[phrase.core : inner]):
        return (index, index + 1), (phrase.core, inner), (index, phrase.end)  # "nach Anna Bergs Worten"
    return cue, (phrase.core, phrase.end), (index, phrase.end)


def _after(cut: Clauses, index: int) -> tuple[Range, Range | None, Range] | None:
    """As in „X zufolge“, „Angaben des Ministeriums zufolge“."""
    known = lexicon()
    low = cut.words[index].low
    if index == 0 or (low not in known.phrases["after"] and low != "nach"):
        return None
    if low == "nach" and cut.words[index - 1].text not in known.phrases["nouns"]:
        return None  # "Zeugenaussagen nach", "ihrer Meinung nach"
    floor = max(_segment_at(cut, index).first, index - 12)
    for start in range(floor, index):
        phrase = noun_phrase(cut.words, start, index)
        if phrase is not None and phrase.end == index and not _continues(cut, start, floor):
            return (index, index + 1), _owner(cut, phrase), (phrase.start, index + 1)
    return None


def _owner(cut: Clauses, phrase: Phrase) -> Range:
    """Whose words: „Angaben [des Ministeriums]“, „[Bergs] Angaben“; else the phrase itself."""
    owned = lexicon().phrases["owned"]
    at = next((i for i in range(phrase.core, phrase.end) if cut.words[i].text in owned), -1)
    if at > phrase.core and cut.words[phrase.core].named:
        return phrase.core, at
    if at < 0 or at + 1 >= phrase.end:
        return phrase.core, phrase.end
    skip = 2 if cut.words[at + 1].low in ("der", "des", "von", "vom", "einer", "eines") else 1
    return min(at + skip, phrase.end - 1), phrase.end


def _continues(cut: Clauses, start: int, floor: int) -> bool:
    return start > floor and cut.words[start - 1].named and cut.words[start].named


def _index_at(cut: Clauses, index: int) -> int:
    return next((i for i, s in enumerate(cut.segments) if s.lead <= index < s.last), 0)


def _segment_at(cut: Clauses, index: int) -> Segment:
    return next(
        (s for s in cut.segments if s.first <= index < s.last or s.lead <= index < s.last), cut.segments[-1]
    )


def _rest(cut: Clauses, taken: Range) -> tuple[Range, ...]:
    """The clause around the phrase without it; a main clause runs from its beginning to the unit's end."""
    at = next((i for i, s in enumerate(cut.segments) if s.lead <= taken[0] < s.last), len(cut.segments) - 1)
    first = at
    if cut.segments[at].kind not in ("sub", "rel", "inf"):
        while first > 0 and not _begins(cut, first):
            first -= 1
    begin = cut.segments[first].first
    last = max(i for i, s in enumerate(cut.segments) if s.lead < taken[1])
    if taken[0] == begin and _verb_follows(cut, last, taken[1]):
        last += 1
    end = extent(cut, max(at, last))
    if cut.segments[at].kind == "rel":
        end = cut.segments[at].last
    return ((begin, taken[0]), (_behind_relatives(cut, taken[1]), max(end, taken[1])))


def _verb_follows(cut: Clauses, last: int, end: int) -> bool:
    """As in „Laut der Sprecherin, Anna Berg, forderte Kolm …“: the verb of the clause the phrase opens."""
    following = cut.segments[last + 1 : last + 2]
    return cut.segments[last].last == end and any(s.verb_first for s in following)


def _behind_relatives(cut: Clauses, start: int) -> int:
    """Where the clause goes on behind „laut X, der …,“."""
    at = next((i for i, s in enumerate(cut.segments) if s.last == start), -1)
    if at < 0 or at + 1 >= len(cut.segments) or cut.segments[at + 1].kind != "rel":
        return start
    while at + 1 < len(cut.segments) and cut.segments[at + 1].kind in ("rel", "cont"):
        at += 1
    return cut.segments[at + 1].first if at + 1 < len(cut.segments) else start


def _begins(cut: Clauses, index: int) -> bool:
    segment = cut.segments[index]
    if segment.mark in (";", ":", QUOTE):
        return True
    if segment.kind == "main" and segment.mark in ("aber", "doch", "denn"):
        return True
    if opens_enumeration(cut, index):
        return True
    return (
        segment.kind == "main"
        and segment.mark in ("und", ",")
        and not segment.verb_first
        and (cut.segments[index - 1].kind == "main")
    )
