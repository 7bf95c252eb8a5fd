"""Speech that runs on without a word of saying: the next quotation, the next sentence in the Konjunktiv."""

from __future__ import annotations

from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.found import Found, spans
from wortlaut.statements.german.lexicon import lexicon

_SET_PHRASES = frozenset(("es sei", "sei es", "wie dem", "gott sei"))


def running(text: str, cut: Clauses, follows: bool) -> Found | None:
    """The unit as a statement of its own, if its main clause is in the Konjunktiv or it is only quoted.

    ``follows``: something said stands right before it, so that an ambiguous form counts as well.
    """
    if not cut.segments:
        return None
    if all(s.kind == "quote" for s in cut.segments):
        held = spans(text, cut.words, tuple((s.first, s.last) for s in cut.segments))
        return Found("bare quotation", 20, (), None, None, held) if held else None
    main = next((s for s in cut.segments if s.kind == "main"), None)
    if main is None or not _is_reported(cut, main, follows):
        return None
    held = spans(text, cut.words, ((cut.segments[0].lead, cut.segments[-1].last),))
    return Found("running", 15, (), None, None, held) if held else None


def _is_reported(cut: Clauses, main: Segment, follows: bool) -> bool:
    moods = {f.mood for f in finite(cut.words, main.verb, lexicon())}
    pair = " ".join(w.low for w in cut.words[max(main.verb - 1, 0) : main.verb + 1])
    if pair in _SET_PHRASES or main.verb == 0:
        return False
    if moods == {"k1"}:
        return True
    return follows and bool(moods) and moods <= {"k1", "k2"}
