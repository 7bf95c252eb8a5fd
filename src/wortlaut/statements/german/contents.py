"""What was said: the clauses, infinitives, objects and quotations that a word of saying governs."""

from __future__ import annotations

from typing import NamedTuple

from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.lexicon import Cue, lexicon
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.units import QUOTE, Word

_ENDING = frozenset((",", "und", "oder", "aber", "doch", "–"))
_KONJ = ("k1", "k2")


class Content(NamedTuple):
    """Word ranges of the content, and how it was found: ``that``, ``v2``, ``to``, ``quote``, ``before`` …"""

    ranges: tuple[tuple[int, int], ...]
    kind: str


def is_konj(cut: Clauses, segment: Segment) -> bool:
    """Is the finite verb of the segment in the Konjunktiv for certain?"""
    if segment.verb < 0:
        return False
    forms = finite(cut.words, segment.verb, lexicon())
    return bool(forms) and all(f.mood in _KONJ for f in forms)


def after(cut: Clauses, at: int, takes: frozenset[str]) -> Content | None:
    """The clause, infinitive or quotation that follows segment ``at``."""
    index = at + 1
    while index < len(cut.segments):
        segment = cut.segments[index]
        if not _opens_infinitive(cut, index, takes) and _is_passed_over(cut, index, at):
            index += 1
            continue
        kind = "to" if _opens_infinitive(cut, index, takes) else _kind(cut, segment, takes)
        if kind is None:
            return None
        if kind == "quote":
            return _quoted(cut, index)
        end = extent(cut, index)
        return Content(((segment.lead, end),), kind)
    return None


def _opens_infinitive(cut: Clauses, index: int, takes: frozenset[str]) -> bool:
    """As in „…, ihn festgehalten und geschlagen zu haben“: the first half of an infinitive."""
    segment = cut.segments[index]
    if segment.kind != "frag" or "to" not in takes or index + 1 >= len(cut.segments):
        return False
    following = cut.segments[index + 1]
    closes = any(f.mood == "part" for f in lexicon().readings(cut.words[segment.last - 1].low))
    return closes and following.kind == "inf" and following.mark in ("und", "oder")


def _is_passed_over(cut: Clauses, index: int, at: int) -> bool:
    """A relative clause or an apposition between the verb and its content."""
    segment = cut.segments[index]
    if segment.kind == "rel" and segment.mark == ",":
        return True
    if segment.kind == "cont":
        return True
    return segment.kind == "frag" and segment.mark == "," and index + 1 < len(cut.segments)


def _kind(cut: Clauses, segment: Segment, takes: frozenset[str]) -> str | None:
    """What kind of content the segment is for a verb that takes ``takes``; None if it is none."""
    colon = segment.mark == ":"
    if segment.kind == "quote":
        return "quote" if "quote" in takes or ("v2" in takes and "weak" not in takes) else None
    if "weak" in takes:
        if not is_konj(cut, segment) and segment.kind == "main":
            return None
        if segment.opener not in ("dass", "ob") and segment.kind not in ("inf", "main"):
            return None
    if segment.kind == "sub" and _opens_content(segment) and takes & {"that", "quote"}:
        return "that" if segment.opener != "wenn" or "v2" in takes else None
    if segment.kind == "inf" and "to" in takes and segment.opener not in ("um", "ohne", "anstatt", "statt"):
        return "to"
    if segment.kind == "main" and "v2" in takes and not colon and _turns(cut, segment):
        return None
    if segment.kind == "main" and (colon or "v2" in takes) and segment.mark in (",", ":", "", "–"):
        if colon and not takes & {"v2", "quote"}:
            return None
        return "v2" if colon or not segment.verb_first or is_konj(cut, segment) else None
    if colon and takes & {"v2", "quote"}:
        return "v2"
    if segment.kind == "rel" and "v2" in takes and segment.opener in ("wer", "was"):
        return "that"
    return None


def _turns(cut: Clauses, segment: Segment) -> bool:
    """As in „…, allerdings kam er nicht“: the report goes on in its own words."""
    return cut.words[segment.first].low in lexicon().classes["turns"] and not is_konj(cut, segment)


def _opens_content(segment: Segment) -> bool:
    if segment.opener in lexicon().classes["no_content"]:
        return False
    return segment.opener in ("dass", "wenn") or segment.opener in lexicon().classes["questions"]


def _quoted(cut: Clauses, index: int) -> Content:
    """Consecutive quotations from segment ``index`` on."""
    ranges = []
    while index < len(cut.segments) and cut.segments[index].kind == "quote":
        ranges.append((cut.segments[index].first, cut.segments[index].last))
        index += 1
    return Content(tuple(ranges), "quote")


def extent(cut: Clauses, index: int) -> int:
    """Where content that begins with segment ``index`` ends: where the clause around it goes on."""
    start = cut.segments[index]
    konj = is_konj(cut, start)
    for position in range(index + 1, len(cut.segments)):
        segment = cut.segments[position]
        new_sentence = segment.mark == ":" and segment.kind == "main"
        if start.kind == "inf" and segment.kind == "main" and segment.mark in _ENDING:
            return cut.segments[position - 1].last
        if (
            new_sentence
            or opens_enumeration(cut, position)
            or _resumes(cut, segment, konj)
            or segment.kind == "quote"
        ):
            return cut.segments[position - 1].last
        konj = konj or (segment.kind in ("main", "sub") and is_konj(cut, segment))
    return cut.segments[-1].last


def opens_enumeration(cut: Clauses, index: int) -> bool:
    """As in „…, aber Landau, Osterland und Westmark wollen“: the first of several subjects."""
    if cut.segments[index].kind != "frag" or cut.segments[index].mark not in ("aber", "doch", "denn"):
        return False
    following = next((s for s in cut.segments[index + 1 :] if s.kind != "frag"), None)
    return following is not None and following.kind == "main" and not following.verb_first


def _resumes(cut: Clauses, segment: Segment, konj: bool) -> bool:
    """Does the clause around the content go on here („, sagte er“, „und fügte hinzu“, „, was … auslöste“)?"""
    if segment.kind == "main" and segment.verb_first and not is_konj(cut, segment):
        return konj or _is_cue(cut, segment)
    if segment.kind == "main" and segment.mark in ("aber", "doch", "denn", ";") and not is_konj(cut, segment):
        return True
    if (
        segment.kind in ("sub", "rel")
        and segment.opener in lexicon().classes["comments"]
        and segment.mark == ","
    ):
        return (konj and segment.verb >= 0 and not is_konj(cut, segment) and segment.opener != "was") or (
            konj and segment.opener == "was" and segment.verb >= 0 and not is_konj(cut, segment)
        )
    return (
        segment.kind == "frag" and cut.words[segment.first].low == "so" and segment.last - segment.first > 1
    )


def _is_cue(cut: Clauses, segment: Segment) -> bool:
    known = lexicon()
    rest = {w.low for w in cut.words[segment.first : segment.last]}
    for form in known.readings(cut.words[segment.verb].low):
        cue = known.cues.get(form.lemma)
        if (
            cue is not None
            and (not form.prefix or form.prefix in rest)
            and cue.takes & {"quote", "that", "v2"}
        ):
            return True
    return False


def before(cut: Clauses, at: int) -> Content | None:
    """What stands before a clause like „, sagte er“, and goes on behind it."""
    if at == 0:
        return None
    first = _clause_start(cut, at)
    segments = cut.segments[first:at]
    ranges = _ranges(segments)
    tail = _after_parenthesis(cut, at)
    kind = "quoted" if all(s.kind == "quote" for s in segments) else "before"
    return Content((*ranges, *tail), kind)


def _ranges(segments: tuple[Segment, ...]) -> tuple[tuple[int, int], ...]:
    """One range for all that stands together; a quotation at the beginning stays with what follows it."""
    return ((segments[0].lead, segments[-1].last),) if segments else ()


def _clause_start(cut: Clauses, at: int) -> int:
    """The first segment of what „, sagte er“ closes: that behind the last colon, or the unit's first."""
    colons = [
        i for i in range(at) if cut.segments[i].mark == ":" and cut.segments[i].kind in ("quote", "main")
    ]
    return colons[-1] if colons else 0


def _after_parenthesis(cut: Clauses, at: int) -> tuple[tuple[int, int], ...]:
    """Content that goes on behind „, sagte er,“: a quotation, or the rest of the clause."""
    if at + 1 >= len(cut.segments):
        return ()
    following = cut.segments[at + 1]
    if following.kind == "quote":
        return _quoted(cut, at + 1).ranges
    before_at = cut.segments[at - 1]
    if (
        following.mark == ","
        and before_at.kind != "quote"
        and following.kind in ("frag", "inf", "main", "sub")
    ):
        if following.kind == "main" and following.verb_first and not is_konj(cut, following):
            return ()
        if following.kind == "inf" and following.opener in ("um", "ohne", "statt", "anstatt"):
            return ()
        return ((following.lead, extent(cut, at + 1)),)
    return ()


def fronted(cut: Clauses, at: int, subject: int, cue: Cue) -> Content | None:
    """As in „Mit Regen rechnet der Dienst“: the phrase stands before the verb."""
    segment = cut.segments[at]
    if segment.kind != "main" or subject < segment.verb:
        return None
    wanted = {form for low in cue.takes for form in lexicon().contracted.get(low, (low,))}
    if cut.words[segment.first].low not in wanted & lexicon().classes["prepositions"]:
        return None
    return Content(((segment.first, segment.verb),), "prep")


def prepositional(cut: Clauses, at: int, first: int, last: int, cue: Cue) -> Content | None:
    """As in „warnt vor …“: from the preposition to the end of the clause."""
    wanted = {form for low in cue.takes for form in lexicon().contracted.get(low, (low,))}
    wanted &= lexicon().classes["prepositions"]
    for index in range(first, last):
        if cut.words[index].low in wanted and noun_phrase(cut.words, index + 1, last) is not None:
            return Content(_extended(cut, at, index, last), "prep")
    return None


def objects(cut: Clauses, at: int, first: int, last: int, dative: bool = False) -> Content | None:
    """As in „forderte 20 Batterien“: from the first noun phrase to the end of the field ``[first, last)``.

    ``dative``: of two objects the first is whom it is said to („warf der Partei Versagen vor“).
    """
    known = lexicon()
    words = cut.words
    index = first
    while index < last:
        low = words[index].low
        time = noun_phrase(words, index, last) if low not in known.classes["prepositions"] else None
        if time is not None and time.end < last and words[time.head - 1].text in known.classes["times"]:
            index = time.end
        elif (low in known.classes["adverbs"] and low not in known.classes["measures"]) or low in (
            "sich",
            "es",
            "ihm",
            "ihr",
            "ihnen",
            "uns",
            "später",
            "zuvor",
        ):
            index += 1
        elif low in known.classes["prepositions"]:
            phrase = noun_phrase(words, index + 1, last)
            if phrase is None or phrase.end >= last:
                return None
            index = phrase.head if dative else phrase.end
        else:
            break
    receiver = noun_phrase(words, index, last) if index < last else None
    if receiver is not None and not (dative or receiver.article in lexicon().classes["datives"]):
        receiver = None
    if receiver is not None:
        core = receiver.head if dative and receiver.article in ("der", "den") else receiver.end
        if core < last:
            index = core
        elif dative and receiver.article and receiver.head - receiver.core > 1:
            index = receiver.head - 1  # "der Partei Versagen": two phrases without a seam
    if index >= last or not _has_noun(words, index, last):
        return None
    end = _without_tail(words, index, last)
    return Content(_extended(cut, at, index, last) if end == last else ((index, end),), "np")


def _without_tail(words: tuple[Word, ...], first: int, last: int) -> int:
    """The end of an object without adverbs and times behind it („den Bericht am Dienstag entschieden“)."""
    known = lexicon()
    end = last
    while end > first + 1:
        if (
            words[end - 1].low in known.classes["adverbs"]
            or words[end - 1].low in lexicon().classes["manner"]
        ):
            end -= 1
        elif (
            end - first > 2
            and words[end - 1].text in known.classes["times"]
            and words[end - 2].low in ("am", "im")
        ):
            end -= 2
        else:
            break
    return end


def _has_noun(words: tuple[Word, ...], first: int, last: int) -> bool:
    return any(w.named or w.low == QUOTE for w in words[first:last])


def _extended(cut: Clauses, at: int, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """The object with what follows it, behind a closing participle too ("hat die Idee abgelehnt, dass …")."""
    end = with_relatives(cut, at, cut.segments[at].last)
    if last == cut.segments[at].last:
        return ((first, end),)
    if end == cut.segments[at].last or cut.segments[at + 1].kind == "frag":
        return ((first, last),)
    return ((first, last), (cut.segments[at + 1].lead, end))


def with_relatives(cut: Clauses, at: int, last: int) -> int:
    """The end of the object with the relative clauses, infinitives and enumerations that follow it."""
    if last < cut.segments[at].last:
        return last
    end = last
    for segment in cut.segments[at + 1 :]:
        attached = segment.kind in ("rel", "inf", "frag", "cont") or (
            segment.kind == "sub" and segment.opener in ("dass", "ob")
        )
        if not attached or segment.mark in ("–", ":", ";") or cut.words[segment.first].low in ("um", "so"):
            break
        end = segment.last
    return end
