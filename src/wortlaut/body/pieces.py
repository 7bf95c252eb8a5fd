"""Furniture that was run together with a paragraph: “… Foto: dpa”, “Sign up for our newsletter. …”"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from wortlaut.body.lines import Line, line_at
from wortlaut.body.marks import Mark

_BOUNDARY = re.compile(r"[.!?…][\"'“”‘’»«›‹)\]]{0,2}\s+(?=\S)")
_KINDS = frozenset(
    {"newsletter", "share", "related", "subscription", "advertisement", "source", "credit", "consent"}
)
_WIDEST = 100

Say = Callable[[Line], Mark | None]


def cut_off(lines: Sequence[Line], text: str, say: Say) -> Iterator[Line]:
    """The lines, with a first or last sentence that says it is furniture as a line of its own."""
    for line in lines:
        yield from _pieces(line, text, say) if line.prose and line.sentences >= 2 else (line,)


def _pieces(line: Line, text: str, say: Say) -> Iterator[Line]:
    cuts = [match.end() for match in _BOUNDARY.finditer(line.text[: _WIDEST + 20])][:1]
    tail_from = max(len(line.text) - _WIDEST - 20, 0)
    cuts += [tail_from + match.end() for match in _BOUNDARY.finditer(line.text[tail_from:])][-1:]
    start, end = 0, len(line.text)
    before, after = [], []
    for cut in dict.fromkeys(cuts):
        if (
            start < cut < end
            and cut <= _WIDEST
            and _is_furniture(head := _piece(line, text, start, cut), say)
        ):
            before.append(head)
            start = cut
        elif (
            start < cut < end
            and end - cut <= _WIDEST
            and _is_furniture(tail := _piece(line, text, cut, end), say)
        ):
            after.append(tail)
            end = cut
    yield from before
    yield _piece(line, text, start, end) if before or after else line
    yield from after


def _piece(line: Line, text: str, start: int, end: int) -> Line:
    kept = line.text[start:end].rstrip()
    return line_at(text, (line.start + start, line.start + start + len(kept)))


def _is_furniture(piece: Line, say: Say) -> bool:
    mark = say(piece)
    return mark is not None and mark.kind in _KINDS and len(piece.words) >= 2
