"""Verbs of saying, thinking and intending: who, what, and which word says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wortlaut.statements.german import contents
from wortlaut.statements.german.addressees import addressed, takes_object
from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.contents import Content
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import Cue, lexicon
from wortlaut.statements.german.nouns import clause_denied
from wortlaut.statements.german.paradigm import Form
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.subjects import Subject, subject
from wortlaut.statements.german.units import QUOTE

_NEEDING = frozenset(("np", "prep", "as", "to"))
_CLAUSES = frozenset(("that", "v2", "to"))  # contents that can be the subject of a passive
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


class Verb(NamedTuple):
    """A verb of saying in its clause.

    ``at`` is the segment with the verb itself, ``ruled`` the one with the finite verb and the
    subject; ``word`` is the one that carries the meaning, ``particle`` the parted prefix or -1.
    """

    cue: Cue
    at: int
    ruled: int
    word: int
    particle: int
    finite: bool
    passive: bool


def sayings(text: str, cut: Clauses) -> Iterator[Found]:
    """Statements that a verb signals."""
    for verb in verbs(cut):
        found = _statement(text, cut, verb)
        if found is not None:
            yield found


def verbs(cut: Clauses) -> Iterator[Verb]:
    """Verbs of saying in their clauses, finite or under an auxiliary."""
    for at, segment in enumerate(cut.segments):
        if segment.kind == "quote":
            continue
        if segment.verb >= 0:
            verb = _finite_verb(cut, at, segment)
            if verb is not None:
                yield verb
        yield from _infinite_verbs(cut, at, segment)


def _finite_verb(cut: Clauses, at: int, segment: Segment) -> Verb | None:
    known = lexicon()
    best: tuple[Form, int] | None = None
    for form in finite(cut.words, segment.verb, known):
        particle = _particle(cut, at, form.prefix) if form.prefix else -1
        if form.prefix and particle < 0:
            continue
        if best is None or len(form.prefix) > len(best[0].prefix):
            best = (form, particle)
    if best is None or best[0].lemma not in known.cues:
        return None
    return Verb(known.cues[best[0].lemma], at, at, segment.verb, best[1], True, False)


def _particle(cut: Clauses, at: int, prefix: str) -> int:
    """Where the parted prefix stands: at the end of the clause, behind what interrupts it."""
    segment = cut.segments[at]
    if segment.kind != "main":
        return -1
    for index in range(at, len(cut.segments)):
        part = cut.segments[index]
        if index > at and part.kind not in ("frag", "rel", "sub", "inf"):
            break
        last = part.last - 1
        if (
            cut.words[last].low == prefix
            and last > segment.verb
            and (part.kind in ("frag", "main") or index == at)
        ):
            return last
        if index > at and cut.words[part.first].low == prefix:
            return part.first
        if index == at:
            inner = next(
                (i for i in range(segment.verb + 1, last) if cut.words[i].low == prefix and _closes(cut, i)),
                -1,
            )
            if inner >= 0:
                return inner
    return -1


def _closes(cut: Clauses, index: int) -> bool:
    """May the clause end behind the word, though no mark follows („gab bekannt dass …“)?"""
    following = cut.words[index + 1]
    known = lexicon()
    return following.low in known.classes["subordinators"] or (
        noun_phrase(cut.words, index + 1, len(cut.words)) is None
        and (cut.words[index].low not in known.classes["prepositions"])
    )


def _infinite_verbs(cut: Clauses, at: int, segment: Segment) -> Iterator[Verb]:
    """Participles and infinitives of verbs of saying under an auxiliary."""
    known = lexicon()
    for index in range(segment.first, segment.last):
        word = cut.words[index]
        if index == segment.verb or not word.is_word or (not word.text[0].islower() and not word.first):
            continue
        cue = _infinite_cue(word.low)
        if cue is None or not _ends_verbal(cut, index, segment):
            continue
        ruled = _ruling(cut, at)
        if ruled is None:
            continue
        ruling = cut.words[cut.segments[ruled].verb].low
        if not any(f.lemma == "*" for f in known.readings(ruling)) or ruling in known.states["modals"]:
            continue
        participle = any(f.mood == "part" for f in known.readings(word.low))
        if participle and ruling in lexicon().classes["copula"] and not _has(cut, at, "worden"):
            continue  # "ist in Not geraten", "ist gefragt": no saying
        passive = participle and (ruling in lexicon().classes["passive"] or _has(cut, at, "worden"))
        yield Verb(cue, at, ruled, index, -1, False, passive)


def _infinite_cue(low: str) -> Cue | None:
    known = lexicon()
    for form in known.readings(low):
        if form.mood in ("part", "inf") and form.lemma in known.cues and not form.prefix:
            return known.cues[form.lemma]
    return None


def _ends_verbal(cut: Clauses, index: int, segment: Segment) -> bool:
    """Does nothing but verbs follow in the clause?"""
    known = lexicon()
    return all(
        known.readings(cut.words[i].low) or not cut.words[i].is_word for i in range(index + 1, segment.last)
    )


def _ruling(cut: Clauses, at: int) -> int | None:
    """The segment whose finite verb rules the participle in segment ``at``."""
    if cut.segments[at].verb >= 0:
        return at
    if cut.segments[at].kind == "inf":
        return None
    for index in range(at - 1, -1, -1):
        segment = cut.segments[index]
        if segment.kind == "main" or (
            segment.kind in ("sub", "rel") and cut.segments[at].mark in ("und", "oder", "sowie")
        ):
            return index if segment.verb >= 0 else None
        if segment.kind == "quote":
            return None
    return None


def _has(cut: Clauses, at: int, low: str) -> bool:
    segment = cut.segments[at]
    return any(w.low == low for w in cut.words[segment.first : segment.last])


def _statement(text: str, cut: Clauses, verb: Verb) -> Found | None:
    if _is_denied(cut, verb) or (verb.cue.lemma.startswith("hei") and not _has(cut, verb.ruled, "es")):
        return None
    who = _who(cut, verb)
    content = _content(cut, verb, who)
    if content is not None and content.kind in _NEEDING and is_reported(cut, verb.ruled, who):
        return None
    if content is None or (who is None and content.kind in _NEEDING and not verb.passive):
        return None
    denied = clause_denied(cut, _matrix_end(cut, verb)) if content.kind == "np" else ()
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
        addressees=speakers(text, cut.words, _addressed(cut, verb, who, content)),
    )


def _addressed(
    cut: Clauses, verb: Verb, who: Subject | None, content: Content
) -> tuple[tuple[int, int], ...]:
    """Whom it is said to: the object of the verb; in the passive of one that takes it, the subject."""
    if verb.passive and takes_object(verb.cue):
        asked = subject(cut, verb.ruled)
        return asked.spans if asked else ()
    taken = (*content.ranges, *([(who.start, who.stop)] if who else []))
    further = cut.segments[verb.ruled + 1 : _matrix_end(cut, verb) + 1]
    clause = [*_head(cut, verb.ruled), cut.segments[verb.ruled]]
    clause += [segment for segment in further if segment.kind in ("main", "frag")]
    clear = who is not None or (verb.passive and content.kind in _CLAUSES)
    return addressed(cut.words, clause, verb.cue, taken, clear)


def _head(cut: Clauses, at: int) -> tuple[Segment, ...]:
    """As in „[Den Fonds], der …, forderte er auf“: what stands before the clauses that interrupt."""
    index = at - 1
    while cut.segments[at].verb_first and index > 0 and cut.segments[index].kind in ("rel", "sub", "inf"):
        index -= 1
    head = cut.segments[index]
    return (head,) if index < at - 1 and head.kind == "frag" else ()


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
    end = _matrix_end(cut, verb)
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


def _matrix_end(cut: Clauses, verb: Verb) -> int:
    """The last segment of the clause around: that of the participle or of the parted prefix."""
    if verb.particle >= 0:
        return next(i for i, s in enumerate(cut.segments) if s.first <= verb.particle < s.last)
    return verb.at


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
