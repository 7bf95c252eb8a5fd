"""Verbs of saying, thinking and intending: who, what, and which word says so."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.statements.german import contents
from wortlaut.statements.german.addressees import addressed
from wortlaut.statements.german.clauses import Clauses
from wortlaut.statements.german.contents import Content
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.nouns import clause_denied
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.subjects import Subject, subject
from wortlaut.statements.german.units import QUOTE
from wortlaut.statements.german.verbs import Verb, has_word, matrix_end, verbs

_NEEDING = frozenset(("np", "prep", "as", "to"))
_WEIGHTS = {
    "quoted": 92,
    "quote": 90,
    "that": 80,
    "v2": 70,
    "to": 75,
    "before": 60,
    "prep": 45,
    "as": 45,
    "np": 40,
}


def sayings(text: str, cut: Clauses) -> Iterator[Found]:
    """Statements that a verb signals."""
    for verb in verbs(cut):
        found = _statement(text, cut, verb)
        if found is not None:
            yield found


def _statement(text: str, cut: Clauses, verb: Verb) -> Found | None:
    if _is_denied(cut, verb) or (verb.cue.lemma.startswith("hei") and not has_word(cut, verb.ruled, "es")):
        return None
    who = _who(cut, verb)
    content = _content(cut, verb, who)
    if content is not None and content.kind in _NEEDING and is_reported(cut, verb.ruled, who):
        return None
    if content is None or (who is None and content.kind in _NEEDING and not verb.passive):
        return None
    denied = clause_denied(cut, matrix_end(cut, verb)) if content.kind == "np" else ()
    held = spans(text, cut.words, (*content.ranges, *denied))
    if not held:
        return None
    word = cut.words[verb.word]
    part = cut.words[verb.particle] if verb.particle >= 0 else None
    return Found(
        rule=f"verb {content.kind}",
        weight=_WEIGHTS[content.kind],
        speakers=speakers(text, cut.words, who.spans) if who else (),
        cue=(word.start, word.end),
        particle=(part.start, part.end) if part else None,
        content=held,
        addressees=speakers(text, cut.words, addressed(cut, verb, who, content)),
    )


def is_reported(cut: Clauses, at: int, who: Subject | None) -> bool:
    """As in „Er lehne das ab“: a speaker's words about himself, or a sentence reported whole."""
    segment = cut.segments[at]
    if (
        who is not None
        and cut.words[who.start].low in lexicon().classes["reported_himself"]
        and contents.is_konj(cut, segment)
    ):
        return True
    first = all(s.kind != "main" for s in cut.segments[:at])
    return segment.kind == "main" and first and contents.is_konj(cut, segment)


def _who(cut: Clauses, verb: Verb) -> Subject | None:
    """Who speaks: the subject; of a passive the agent; of „heißt es in …“ the document."""
    if "impersonal" in verb.cue.takes:
        place = _agent(cut, verb, lexicon().classes["places"])
        return None if place is not None and _is_version(cut, place) else place
    if "from" in verb.cue.takes:
        return _agent(cut, verb, frozenset(("aus",)))
    if verb.passive and verb.cue.lemma != "zitieren":
        return _agent(cut, verb, lexicon().classes["agents"])
    return subject(cut, verb.ruled)


def _is_version(cut: Clauses, place: Subject) -> bool:
    """As in „In einer früheren Fassung hieß es“: the report speaks of itself, and nobody says it."""
    return any(w.text in lexicon().nouns["versions"] for w in cut.words[place.start : place.stop])


def _is_denied(cut: Clauses, verb: Verb) -> bool:
    """As in „bestätigte nicht“: what somebody did not say is no statement."""
    segment = cut.segments[verb.ruled]
    if "quote" not in verb.cue.takes or verb.cue.lemma in lexicon().classes["beliefs"]:
        return False
    known = lexicon()
    for index in range(segment.first, segment.last):
        low = cut.words[index].low
        if low == "nicht":
            following = cut.words[index + 1].low if index + 1 < segment.last else ""
            if not following or known.readings(following) or following in known.separable:
                return True
        elif low in known.states["denied"]:
            return True
    return False


def _agent(cut: Clauses, verb: Verb, prepositions: frozenset[str]) -> Subject | None:
    """As in „von Kritikern bezweifelt“, „hieß es im Amt“: who stands behind the preposition."""
    segment = cut.segments[verb.ruled]
    for index in range(segment.first, segment.last):
        if cut.words[index].low in prepositions:
            phrase = noun_phrase(cut.words, index + 1, segment.last)
            if phrase is not None and cut.words[phrase.head - 1].text not in lexicon().classes["times"]:
                return Subject(((phrase.core, phrase.end),), phrase.start, phrase.end)
    return None


def _content(cut: Clauses, verb: Verb, who: Subject | None) -> Content | None:
    takes = verb.cue.takes
    end = matrix_end(cut, verb)
    following = contents.after(cut, end, takes)
    only_asked = all(s.kind not in ("main", "quote") for s in cut.segments[: verb.ruled])
    if _is_parenthesis(cut, verb, who) and not (
        following and only_asked and cut.segments[end + 1].mark == ":"
    ):
        return contents.before(cut, verb.at) if takes & {"quote", "v2"} and not _is_weak(takes) else None
    first, last = field(cut, verb, who)
    if following is not None and _is_another_event(cut, verb, following, (first, last)):
        following = None
    if following is not None or (verb.passive and who is None):
        return following
    found = contents.prepositional(cut, verb.at, first, last, verb.cue)
    if found is not None or not takes & {"np", "as"}:
        return found or contents.fronted(cut, verb.ruled, who.start if who else -1, verb.cue)
    if "np" in takes and not ("unless-zu" in takes and any(w.low == "zu" for w in cut.words[first:last])):
        dative = "dative" in takes
        return contents.objects(cut, verb.at, first, last, dative) or _object_before(cut, verb, who)
    return _judgement(cut, verb, first, last)


def _is_another_event(cut: Clauses, verb: Verb, following: Content, inner: tuple[int, int]) -> bool:
    """As in „Berg kündigte ein Treffen an, Kolm sagte ab“: the verb has its object already."""
    if following.kind != "v2" or "np" not in verb.cue.takes:
        return False
    segment = next(s for s in cut.segments if s.lead == following.ranges[0][0])
    if segment.kind != "main" or segment.mark != "," or contents.is_konj(cut, segment):
        return False
    found = contents.objects(cut, verb.at, *inner)
    return found is not None and cut.words[found.ranges[0][0]].low not in lexicon().classes["no_object"]


def _is_weak(takes: frozenset[str]) -> bool:
    return "weak" in takes and "quote" not in takes


def _judgement(cut: Clauses, verb: Verb, first: int, last: int) -> Content | None:
    """As in „hält das für falsch“, „bezeichnete ihn als Lügner“, „sieht darin einen Fehler“."""
    lows = [w.low for w in cut.words[first:last]]
    darin = verb.cue.lemma == "sehen" and "darin" in lows
    if "als" not in lows and not darin and not ("für" in lows and verb.cue.lemma in ("halten", "erachten")):
        return None
    found = contents.objects(cut, verb.at, first, last)
    if found is not None:
        return Content(found.ranges, "as")
    start = next((i for i in range(first, last) if cut.words[i].low in lexicon().classes["things"]), -1)
    return Content(((start, last),), "as") if start >= 0 else None


def _is_parenthesis(cut: Clauses, verb: Verb, who: Subject | None) -> bool:
    """Is it a clause like „, sagte sie“, behind what was said?"""
    segment = cut.segments[verb.ruled]
    if not segment.verb_first or verb.ruled == 0 or segment.mark not in (",", QUOTE, "–", "!", "?", "…", ""):
        return False
    if who is not None and who.start < segment.verb:
        return False
    if who is None and "impersonal" not in verb.cue.takes:
        return False
    if not verb.finite and who is not None and any(w.named for w in cut.words[who.stop : verb.word]):
        return False
    earlier = cut.segments[: verb.ruled]
    if all(s.kind == "frag" for s in earlier) and cut.words[earlier[0].first].low in _openers():
        return False  # "Laut der Sprecherin, Anna Berg, forderte Kolm …": the clause begins with a phrase
    said = any(s.kind in ("quote", "main") or s.opener in lexicon().classes["said"] for s in earlier)
    return said or ("np" not in verb.cue.takes and not any(s.kind in ("sub", "rel") for s in earlier))


def _openers() -> frozenset[str]:
    return lexicon().classes["prepositions"] | lexicon().phrases["with_noun"]


def field(cut: Clauses, verb: Verb, who: Subject | None) -> tuple[int, int]:
    """The words between verb, subject and the closing participle or prefix."""
    segment = cut.segments[verb.at]
    if not verb.finite:
        first = segment.verb + 1 if verb.at == verb.ruled and segment.kind == "main" else segment.first
        if segment.kind in ("rel", "sub"):
            first = segment.first + 1
        last = verb.word
    elif verb.particle >= segment.last:
        outer = next(s for s in cut.segments if s.first <= verb.particle < s.last)
        first, last = outer.first, verb.particle
    elif segment.kind == "main":
        first = segment.verb + 1
        last = verb.particle if segment.first <= verb.particle < segment.last else segment.last
    else:
        first, last = segment.first + 1, verb.word
    if who is not None and first <= who.start < last:
        first = who.stop
    return first, last


def _object_before(cut: Clauses, verb: Verb, who: Subject | None) -> Content | None:
    """As in „Den Vorschlag lehnte sie ab“: the object stands before the verb."""
    segment = cut.segments[verb.ruled]
    if segment.kind != "main" or who is None or who.start < segment.verb or segment.verb <= segment.first:
        return None
    if segment.verb == segment.first + 1 and cut.words[segment.first].low in ("das", "dies"):
        return Content(((segment.first, segment.verb),), "np")
    phrase = noun_phrase(cut.words, segment.first, segment.verb, wide=True)
    if phrase is None or phrase.end < segment.verb - 1:
        return None
    return Content(((segment.first, phrase.end),), "np")
