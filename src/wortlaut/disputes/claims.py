"""What a denial is aimed at: a statement of somebody else, or words of the denying sentence itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.disputes.denials import Denial
from wortlaut.disputes.text import Ground, Line, same_speaker
from wortlaut.record import Span

_DEMANDS = frozenset({"demand", "request", "offer", "intend", "announce", "promise"})
_CHARGES = frozenset({"accuse", "criticise"})
_REACH = 12
_ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class Claim:
    """The statements that carry a claim, or the words."""

    lines: tuple[Line, ...] = ()
    span: Span | None = None


def find_claim(ground: Ground, denial: Denial, used: Sequence[Line]) -> Claim | None:
    """The claim that a denial is aimed at; ``None`` where nothing fits well enough."""
    if denial.relayed:
        return Claim(denial.relayed)
    span = _proposition(ground, denial)
    best = _best(ground, denial, used)
    if best is not None:
        return Claim(_with_neighbours(ground, best, denial), span)
    span = span or _object(ground, denial)
    return Claim((), span) if span else None


def _best(ground: Ground, denial: Denial, used: Sequence[Line]) -> Line | None:
    candidates = [line for line in ground.lines if line not in denial.worded and line not in used]
    candidates = [line for line in candidates if not any(same_speaker(ground, line, own) for own in denial.worded)]
    scored = [(_score(ground, denial, line), -line.hull[0], line.id, line) for line in candidates]
    top = max(scored, default=None)
    return top[3] if top is not None and top[0] >= _ENOUGH else None


def _score(ground: Ground, denial: Denial, line: Line) -> float:
    """Shared words (rare ones count more), nearness, order, and an act that fits the noun that points back."""
    distance = denial.sentence - line.last if line.last <= denial.sentence else line.first - denial.sentence
    if distance > _REACH:
        return 0.0
    shared = _denying_stems(ground, denial) & (line.stems | ground.lexicon.stems(line.source))
    weight = sum(_rarity(ground)[stem] for stem in shared)
    near = 1.0 / (1 + max(distance, 0))
    before = line.last <= denial.sentence
    pointed = 0.6 if denial.points else 0.0
    acts = _DEMANDS if denial.rejects else _CHARGES
    fits = 0.5 if line.statement.act in acts else 0.0
    return weight + (near + pointed * near + fits if before else 0.3 * near)


def _rarity(ground: Ground) -> Counter[str]:
    """How much a shared word says: the fewer statements hold it, the more."""
    counts = Counter(stem for line in ground.lines for stem in line.stems)
    return Counter({stem: 0.5 / count**0.5 for stem, count in counts.items()})


def _denying_stems(ground: Ground, denial: Denial) -> frozenset[str]:
    own = (line.stems for line in denial.worded)
    sentence = ground.passage.sentences[denial.sentence]
    return frozenset().union(ground.lexicon.stems(ground.text((sentence.start, sentence.end))), *own)


def _with_neighbours(ground: Ground, best: Line, denial: Denial) -> tuple[Line, ...]:
    """The statements of the same speaker right before and after: one claim is often told in several."""
    order = list(ground.lines)
    place = order.index(best)
    found = [best]
    for step in (-1, 1):
        index = place + step
        while 0 <= index < len(order) and len(found) < 4:
            line = order[index]
            apart = abs(line.first - best.first) > 1 or line in denial.worded
            if apart or not same_speaker(ground, line, best):
                break
            found.append(line)
            index += step
    return tuple(sorted(found, key=lambda line: line.hull))


def _proposition(ground: Ground, denial: Denial) -> Span | None:
    """"bestritt, dass P": P is what is denied, and its only wording may be this one."""
    if not denial.rule.startswith("verb"):
        return None
    for line in denial.worded:
        first = ground.text(line.hull).split(" ", 1)[0].lower()
        if first in ("dass", "daß", "that", "ob", "whether") and line.hull[0] >= denial.clause[0]:
            return line.hull
    return None


def _object(ground: Ground, denial: Denial) -> Span | None:
    """The noun phrase that is rejected: from the noun that names a claim to the end of the clause."""
    if not denial.rule.startswith("verb"):
        return None
    tokens, passage = ground.passage.tokens, ground.passage
    sentence = passage.sentences[denial.sentence]
    inside = range(sentence.first, sentence.last)
    noun = next((i for i in inside if passage.word(i) in denial.points), None)
    if noun is None:
        return None
    last = noun
    while last + 1 < sentence.last and not _closes(ground, last + 1):
        last += 1
    return (tokens[noun].start, tokens[last].end) if last - noun >= 2 else None


def _closes(ground: Ground, index: int) -> bool:
    word = ground.passage.word(index)
    verb = word in ground.lexicon.deny or word in ground.lexicon.reject
    part = any(word in (first, second) for first, second, _ in ground.lexicon.parted)
    return not word[0].isalnum() or verb or part
