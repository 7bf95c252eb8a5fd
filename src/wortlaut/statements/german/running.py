"""Speech that runs on without a word of saying: the next quotation, the next sentence in the Konjunktiv."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.statements.german.clauses import Clauses, Segment, finite
from wortlaut.statements.german.found import Found, spans
from wortlaut.statements.german.lexicon import lexicon

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
            yield Found("bare quotation" if quoted else "running", 20 if quoted else 15, (), None, None, held)
        follows = True


def _parts(cut: Clauses) -> Iterator[tuple[Segment, ...]]:
    """The segments, parted where a colon begins a new sentence or quotation."""
    first = 0
    for index, segment in enumerate(cut.segments):
        if index and segment.mark == ":" and segment.kind in ("main", "quote"):
            yield cut.segments[first:index]
            first = index
    if cut.segments:
        yield cut.segments[first:]


def _is_reported(cut: Clauses, main: Segment, follows: bool) -> bool:
    moods = {f.mood for f in finite(cut.words, main.verb, lexicon())}
    pair = " ".join(w.low for w in cut.words[max(main.verb - 1, 0) : main.verb + 1])
    if pair in _SET_PHRASES or main.verb == 0:
        return False
    if moods == {"k1"}:
        return True
    return follows and bool(moods) and moods <= {"k1", "k2"}
