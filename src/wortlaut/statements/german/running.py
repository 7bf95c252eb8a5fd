"""Speech that runs on without a word of saying: the next quotation, the next sentence in the Konjunktiv."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.record import Span
from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.contents import is_konj
from wortlaut.statements.german.found import Found, spans, speakers
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.phrases import noun_phrase

_SET_PHRASES = frozenset(("es sei", "sei es", "wie dem", "gott sei"))


def running(text: str, cut: Clauses, follows: bool) -> Iterator[Found]:
    """The unit, or what a colon parts of it, as statements of their own: reported or only quoted.

    ``follows``: something said stands right before it, so that an ambiguous form counts as well.
    """
    for part in _parts(cut):
        quoted = all(s.kind == "quote" for s in part)
        main = next((s for s in part if s.kind == "main"), None)
        if not quoted and (main is None or not _is_reported(cut, main, follows)):
            continue
        ranges = tuple((s.first, s.last) for s in part) if quoted else ((part[0].lead, part[-1].last),)
        held = spans(text, cut.words, ranges)
        if held:
            who = _named(text, cut, part[0])
            yield Found(
                "bare quotation" if quoted else "running", 20 if quoted else 15, who, None, None, held
            )
        follows = True


def _parts(cut: Clauses) -> Iterator[tuple[Segment, ...]]:
    """The segments, parted where a colon begins a new sentence or quotation."""
    first = 0
    for index, segment in enumerate(cut.segments):
        colon = index and segment.mark == ":"
        if colon and (segment.kind == "quote" or (segment.kind == "main" and not _both_reported(cut, index))):
            yield cut.segments[first:index]
            first = index
    if cut.segments:
        yield cut.segments[first:]


def _both_reported(cut: Clauses, index: int) -> bool:
    """As in „Klar sei: Es gehe nicht“: both sides of the colon are one report."""
    before = [s for s in cut.segments[:index] if s.kind == "main"]
    return bool(before) and is_konj(cut, before[-1]) and is_konj(cut, cut.segments[index])


def _named(text: str, cut: Clauses, first: Segment) -> tuple[Span, ...]:
    """The speaker of a headline: „Ministerin: „…““."""
    if first.mark != ":":
        return ()
    before = [s for s in cut.segments if s.last <= first.first]
    if not before or any(s.kind != "frag" for s in before):
        return ()
    head = before[-1]
    phrase = noun_phrase(cut.words, head.first, head.last, wide=True)
    if phrase is None or phrase.end != head.last or head.last - head.first > 8:
        return ()
    return speakers(text, cut.words, ((phrase.core, phrase.head),))


def _is_reported(cut: Clauses, main: Segment, follows: bool) -> bool:
    moods = {f.mood for f in finite(cut.words, main.verb, lexicon())}
    pair = " ".join(w.low for w in cut.words[max(main.verb - 1, 0) : main.verb + 1])
    if pair in _SET_PHRASES or main.verb == 0:
        return False
    if moods == {"k1"}:
        return True
    return follows and bool(moods) and moods <= {"k1", "k2"}
