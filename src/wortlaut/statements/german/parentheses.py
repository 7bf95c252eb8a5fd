"""Clauses that only name the speaker: „…, so X (weiter)“, „…, so sagte X“, „wie X mitteilte, …“."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.statements.german.addressees import beside, named
from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.contents import extent
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import Cue, lexicon
from wortlaut.statements.german.phrases import noun_phrase
from wortlaut.statements.german.subjects import Subject, subject

Range = tuple[int, int]
_SPEAKING = frozenset(("that", "quote"))


def parentheses(text: str, cut: Clauses) -> Iterator[Found]:
    """Statements whose speaker a parenthesis names."""
    for at, segment in enumerate(cut.segments):
        if cut.words[segment.first].low == "so" and at:
            found = _so(text, cut, at, segment)
        elif segment.opener == "wie" and segment.kind == "sub" and segment.verb >= 0:
            found = _as(text, cut, at, segment)
        else:
            found = None
        if found is not None:
            yield found


def _so(text: str, cut: Clauses, at: int, segment: Segment) -> Found | None:
    """As in „…“, so die Ministerin (weiter); „…, so teilte das Amt mit“."""
    cue = segment.first
    who: Subject | None
    if segment.kind == "main":
        cue = segment.verb
        if cue != segment.first + 1 or not _says(cut, cue):
            return None
        who = subject(cut, at)
    else:
        who = _behind_so(cut, segment)
        if who is None:
            return None
    held = spans(text, cut.words, _around(cut, at))
    if not held:
        return None
    word = cut.words[cue]
    source = speakers(text, cut.words, who.spans) if who else ()
    heard = speakers(text, cut.words, beside(cut, segment.first, segment.last))
    weight = 93 if cue > segment.first else 66
    return Found("so", weight, source, (word.start, word.end), None, held, heard)


def _behind_so(cut: Clauses, segment: Segment) -> Subject | None:
    known = lexicon()
    start = segment.first + 1
    if start < segment.last and cut.words[start].low in known.phrases["so_follow"]:
        start += 1
    if segment.kind != "frag" or start >= segment.last:
        return None
    phrase = noun_phrase(cut.words, start, segment.last)
    if phrase is not None:
        return Subject(((phrase.core, phrase.end),), phrase.start, phrase.end)
    if cut.words[start].low in known.classes["speaking_pronouns"]:
        return Subject(((start, start + 1),), start, start + 1)
    return None


def _says(cut: Clauses, index: int) -> bool:
    """Is the word a finite verb of saying or of reacting?"""
    known = lexicon()
    return any(
        form.lemma in known.cues and "quote" in known.cues[form.lemma].takes
        for form in finite(cut.words, index, known)
    )


def _around(cut: Clauses, at: int) -> tuple[Range, ...]:
    """What stands before the parenthesis in segment ``at`` and, if it goes on, behind it."""
    ranges = [(cut.segments[0].lead, cut.segments[at - 1].last)]
    behind = at + 1
    quoted = cut.segments[at - 1].kind == "quote"
    while quoted and behind < len(cut.segments) and cut.segments[behind].kind == "frag":
        behind += 1  # the speaker's apposition
    if behind < len(cut.segments):
        ranges.append((cut.segments[behind].lead, extent(cut, behind)))
    return tuple(ranges)


def _as(text: str, cut: Clauses, at: int, segment: Segment) -> Found | None:
    """As in „Wie X mitteilte, …“ and „…, wie X sagte, …“."""
    cue = _cue_at_end(cut, segment)
    if cue < 0 or len(cut.segments) < 2:
        return None
    who = _document(cut, segment) or subject(cut, at)
    content = _around(cut, at) if at else ((_next(cut).lead, cut.segments[-1].last),)
    held = spans(text, cut.words, content)
    if not held:
        return None
    word = cut.words[cue]
    source = speakers(text, cut.words, who.spans) if who else ()
    verb = _sayings(cut.words[cue].low)[0]
    taken = ((who.start, who.stop),) if who else ()
    heard = speakers(text, cut.words, named(cut.words, [segment], verb, taken, who is not None))
    return Found("as said", 64, source, (word.start, word.end), None, held, heard)


def _next(cut: Clauses) -> Segment:
    """The first segment behind an opening clause that is no piece of it."""
    return next(
        (s for s in cut.segments[1:] if s.kind not in ("cont", "rel") and s.first > cut.segments[0].verb),
        cut.segments[1],
    )


def _cue_at_end(cut: Clauses, segment: Segment) -> int:
    end = max(segment.last, segment.verb + 1)
    indices = range(max(segment.first + 1, end - 3), end)
    return next((index for index in indices if _sayings(cut.words[index].low)), -1)


def _sayings(low: str) -> list[Cue]:
    """The verbs of saying that the word can be, unparted."""
    known = lexicon()
    read = [known.cues.get(form.lemma) for form in known.readings(low) if not form.prefix]
    return [cue for cue in read if cue is not None and cue.takes & _SPEAKING]


def _document(cut: Clauses, segment: Segment) -> Subject | None:
    """As in „Wie aus dem Bericht hervorgeht“, „wie es in dem Schreiben heißt“."""
    known = lexicon()
    impersonal = any(w.low == "es" for w in cut.words[segment.first : segment.last])
    last = known.readings(cut.words[segment.last - 1].low)
    if not impersonal and not any(f.lemma in ("hervor|gehen", "verlauten") for f in last):
        return None
    for index in range(segment.first, segment.last):
        if cut.words[index].low in ("aus", "in", "im", "bei", "beim"):
            phrase = noun_phrase(cut.words, index + 1, segment.last)
            if phrase is not None:
                return Subject(((phrase.core, phrase.end),), phrase.start, phrase.end)
    return None
