"""Apply the learned weights to a line: its cues, and source and content of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import add

from wortlaut.statements.english import cues, roles
from wortlaut.statements.english.model import Model, confidence
from wortlaut.statements.english.postposed import postposed
from wortlaut.statements.english.reading import Reading, is_passive

_NESTED = 1.5  # a cue inside what another speaker says must be as sure as this (log odds)
_NEVER = -1_000_000
_CUE = roles.LABELS.index("X")
_CONTENT = tuple(k for k, label in enumerate(roles.LABELS) if label[-1] == "C")
_INSIDE = {label: "B" + label[1:] for label in roles.LABELS if label[0] == "I"}


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as unit indices of one line; ``score`` is the cue's (log odds)."""

    cue: int
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float


def cue_scores(reading: Reading, model: Model) -> dict[int, float]:
    """Log odds of being a cue, for each unit that could be one."""
    found = {}
    for index, stem in enumerate(reading.stems):
        if stem in model.cue_stems and cues.is_candidate(reading, index):
            known = filter(None, map(model.cue_weights.get, set(cues.features(reading, index))))
            found[index] = sum(known) / 100
    return found


def statements(reading: Reading, model: Model, cut: float) -> list[Found]:
    """A statement for each cue of the line whose score is over ``cut``, none of them overlapping.

    The surest comes first; what it took as cue or content is no content of the others.
    """
    scores = cue_scores(reading, model)
    chosen = sorted((index for index, score in scores.items() if score > cut), key=lambda i: -scores[i])
    likely = [confidence(scores[i]) if i in scores else 0 for i in range(len(reading.words))]
    own = [_scores(names, model) for names in roles.own_features(reading)] if chosen else []
    found: list[Found] = []
    taken: set[int] = set()
    for cue in chosen:
        inside = cue in taken
        if inside and scores[cue] < _NESTED:
            continue
        of_cue = [_scores(names, model) for names in roles.cue_features(reading, cue, likely)]
        table = [list(map(add, left, right)) for left, right in zip(own, of_cue, strict=True)]
        around = next((set(f.content) for f in found if cue in f.content), set())
        barred = set(range(len(table))) - around if inside else taken
        one = _found(_best_path(table, cue, barred, model), cue, scores[cue])
        if not one.content and (behind := postposed(reading, cue, taken)) is not None:
            one = replace(one, source=behind.source, content=behind.content)
        if not one.source and not inside:
            one = replace(one, source=subject(reading, cue, one.content))
        if one.content and (one.source or not inside):
            found.append(one)
            taken.update(one.content, (cue,))
    return sorted(found, key=lambda f: f.cue)


def _scores(names: Sequence[str], model: Model) -> list[int]:
    total = [0] * len(roles.LABELS)
    for known in filter(None, map(model.role_weights.get, names)):
        for label, weight in known:
            total[label] += weight
    return total


@cache
def _steps(model_steps: tuple[tuple[str, int], ...]) -> list[list[int]]:
    """Weight of each label after each other; an inside label follows only its like."""
    known = dict(model_steps)
    return [
        [
            known.get(f"{before} {after}", 0)
            if after not in _INSIDE or before in (after, _INSIDE[after])
            else _NEVER
            for before in roles.LABELS
        ]
        for after in roles.LABELS
    ]


def _best_path(table: list[list[int]], cue: int, taken: set[int], model: Model) -> list[int]:
    """The labels that score best together: its own for the cue alone, none of content for ``taken`` units."""
    steps = _steps(model.role_steps)
    size = len(roles.LABELS)
    for place, row in enumerate(table):
        for label in range(size):
            if (label == _CUE) != (place == cue) or (place in taken and label in _CONTENT):
                row[label] = _NEVER
    first = table[0]
    best = [first[k] + (_NEVER if roles.LABELS[k] in _INSIDE else 0) for k in range(size)]
    back: list[list[int]] = []
    for row in table[1:]:
        came = []
        now = []
        for label, step in enumerate(steps):
            ways = list(map(add, best, step))
            top = max(ways)
            came.append(ways.index(top))
            now.append(top + row[label])
        back.append(came)
        best = now
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _found(path: list[int], cue: int, score: float) -> Found:
    labels = [roles.LABELS[k] for k in path]
    return Found(
        cue,
        tuple(i for i, label in enumerate(labels) if label[-1] == "S"),
        tuple(i for i, label in enumerate(labels) if label[-1] == "C"),
        score,
    )


def subject(reading: Reading, cue: int, content: Sequence[int]) -> tuple[int, ...]:
    """The subject that a verb without one of its own shares ("Vale nodded and said"); empty if none shows."""
    if reading.tags[cue][:2] != "VB" or is_passive(reading, cue):
        return ()
    heads = [i for i, f in enumerate(reading.functions) if f == "subj" and i not in content]
    before = [i for i in heads if i < cue]
    head = before[-1] if before else next(iter(heads), None)
    if head is None:
        return ()
    first = head
    while (
        first and reading.functions[first - 1] in ("compound", "poss") and reading.tags[first - 1][0] in "NJ"
    ):
        first -= 1
    return tuple(range(first, head + 1))
