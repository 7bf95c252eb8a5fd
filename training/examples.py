"""Examples of the corpora as windows with numbers: what the network is shown, and what it should say."""

from __future__ import annotations

from dataclasses import dataclass

from training.corpora import ROLES, Example, MarkedRoles, Span
from wortlaut.languages import Passage, tokens_in
from wortlaut.record.types import ACTS
from wortlaut.statements.learned.network import CUE, START
from wortlaut.statements.learned.pieces import Pieces
from wortlaut.statements.learned.windows import windows

KINDS = "pocgal"  # person, organisation, country, group, anonymous, place: as in the keys of the passages

# Where two parts claim one word, the narrower one has it.
_ORDER = ("content", "medium", "via", "addressee", "cue", "source")


@dataclass
class Anchor:
    """An anchor of a window: its token, its kind, the label of each token of the window, its act or -1."""

    token: int
    kind: int
    labels: list[int]
    act: int


@dataclass
class Shown:
    """A window: pieces, first pieces of its tokens, tokens that may be anchors, anchors and names."""

    corpus: str
    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    core: int
    anchors: list[Anchor]
    unmarked: tuple[int, ...]  # labels that the corpus does not mark
    names: list[int] | None


def shown(example: Example, pieces: Pieces) -> list[Shown]:
    """The windows of one example."""
    read = example.passage
    anchored = [(found, s) for s in example.statements if (found := anchor_of(read, s))]
    unmarked = tuple(n for n, role in enumerate(ROLES, 1) if role not in example.roles)
    names = None if example.names is None else _names(read, example.names)
    made = []
    for window in windows(read, pieces, speech=example.corpus == "spkatt"):
        merged: dict[tuple[int, int], Anchor] = {}
        for (token, kind), statement in anchored:
            if window.core <= token < window.last:
                _merge(merged, token, kind, statement, (read, window.first, window.last))
        for anchor in merged.values():
            anchor.token -= window.first
        made.append(
            Shown(
                example.corpus,
                window.ids,
                window.firsts,
                window.core - window.first,
                list(merged.values()),
                unmarked,
                None if names is None else names[window.first : window.last],
            )
        )
    return made


def anchor_of(read: Passage, statement: MarkedRoles) -> tuple[int, int] | None:
    """The token that anchors a statement, and the kind of the anchor."""
    for role, kind in (("cue", CUE), ("content", START)):
        inside = [index for span in statement.spans.get(role, ()) for index in tokens_in(read, span)]
        words = [index for index in inside if read.word(index)[0].isalnum()] or inside
        if words:
            return min(words), kind
    return None


def _merge(
    merged: dict[tuple[int, int], Anchor],
    token: int,
    kind: int,
    statement: MarkedRoles,
    where: tuple[Passage, int, int],
) -> None:
    read, first, last = where
    anchor = merged.get((token, kind))
    if anchor is None:
        act = -1 if statement.act is None else ACTS.index(statement.act)
        anchor = merged[token, kind] = Anchor(token, kind, [0] * (last - first), act)
    for role in _ORDER:
        for span in statement.spans.get(role, ()):
            for index in tokens_in(read, span):
                if first <= index < last:
                    anchor.labels[index - first] = ROLES.index(role) + 1


def _names(read: Passage, marked: list[tuple[Span, str]]) -> list[int]:
    """Begin and inside of each marked name by kind; the outer of two has the words."""
    labels = [0] * len(read.tokens)
    for span, key in sorted(marked, key=lambda m: m[0][1] - m[0][0]):
        kind = KINDS.index(key[0])
        for place, index in enumerate(tokens_in(read, span)):
            labels[index] = 1 + 2 * kind + (place > 0)
    return labels
