"""What a denial is aimed at: a statement of somebody else, or words of the denying sentence itself."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from wortlaut.disputes.denials import Denial
from wortlaut.disputes.text import Ground, Line, nested, same_speaker
from wortlaut.record import Span

_DEMANDS = frozenset({"demand", "request", "offer", "intend", "announce", "promise"})
_CHARGES = frozenset({"accuse", "criticise"})
_REACH = 12
_ENOUGH = 0.9
_ENOUGH_BY_ACT = 1.8
_ENOUGH_POINTED = 0.6
_SHORT = 4
_SHORT_CLAUSE = 10
_TAKEN_UP = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """The statements that carry a claim, or the words."""

    lines: tuple[Line, ...] = ()
    span: Span | None = None


def find_claim(ground: Ground, denial: Denial, used: Set[str]) -> Claim | None:
    """The claim that a denial is aimed at; ``None`` where nothing fits well enough."""
    if denial.relayed:
        return Claim(denial.relayed)
    worded = _proposition(ground, denial) or _told_after(ground, denial)
    span = worded or _object(ground, denial)
    best = _best(ground, denial, used)
    if best is not None and (span is None or not _says(ground, denial, span, best)):
        return Claim(_with_neighbours(ground, best, denial), worded)
    span = span or _sentence_before(ground, denial)
    return Claim((), span) if span else None


def _says(ground: Ground, denial: Denial, span: Span, best: Line) -> bool:
    """Do the words of the denying sentence say what is denied, and the best statement something else?"""
    text = ground.text(span)
    strong = not ground.lexicon.strong.isdisjoint(text.split())
    return strong and len(ground.lexicon.stems(text) & best.stems) < _TAKEN_UP


def _best(ground: Ground, denial: Denial, used: Set[str]) -> Line | None:
    near = [line for line in ground.lines if abs(line.first - denial.sentence) <= 2 * _REACH]
    own_denials = [line for line in near if line.statement.act == "deny" and _by_denier(ground, denial, line)]
    here = (line for line in near if line.id not in used and line not in denial.worded)
    here = (line for line in here if line.statement.act != "deny")  # who denies as well is on the same side
    candidates = [line for line in here if line.first > denial.sentence or line.hull[1] <= denial.verb]
    candidates = [
        line for line in candidates if not any(same_speaker(ground, line, own) for own in denial.worded)
    ]
    candidates = [line for line in candidates if not any(nested(line, own) for own in denial.worded)]
    candidates = [line for line in candidates if not any(nested(line, own) for own in own_denials)]
    view = _view(ground, denial)
    scored = [(_score(view, line), -line.hull[0], line.id, line) for line in candidates]
    top = max(scored, default=None)
    if denial.rejects and not denial.points and top is not None and top[3].statement.act not in _DEMANDS:
        return top[3] if top[0] >= _ENOUGH_BY_ACT else None
    enough = _ENOUGH_POINTED if denial.points else _ENOUGH
    enough = _ENOUGH_BY_ACT if denial.rule == "act:deny" else enough
    return top[3] if top is not None and top[0] >= enough else None


def _by_denier(ground: Ground, denial: Denial, line: Line) -> bool:
    """Who passes on what the denier denied claims nothing against him."""
    return any(same_speaker(ground, line, own) for own in denial.worded)


@dataclass(frozen=True, slots=True)
class _View:
    """A denial with what the scores of all candidates share."""

    ground: Ground
    denial: Denial
    stems: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]


def _view(ground: Ground, denial: Denial) -> _View:
    own = (line.stems for line in denial.worded)
    sentence = ground.passage.sentences[denial.sentence]
    text = ground.text((sentence.start, sentence.end))
    stems = frozenset().union(ground.lexicon.stems(text), *own)
    noun = min((at for word in denial.points if (at := text.find(word)) >= 0), default=len(text))
    return _View(
        ground,
        denial,
        stems,
        ground.lexicon.stems(text[:noun]),
        ground.lexicon.stems(text[noun:]),
    )


def _score(view: _View, line: Line) -> float:
    """Shared words (rare ones count more), nearness, order, and an act that fits what is denied."""
    denial, words = view.denial, view.ground.lexicon
    after = line.first > denial.sentence
    distance = line.first - denial.sentence if after else max(denial.sentence - line.last, 0)
    source = words.stems(line.source)
    if distance > _REACH or (source and source <= view.subject and not denial.worded):
        return 0.0
    weight = sum(view.ground.weights.get(stem, 0.0) for stem in view.stems & line.stems)
    weight += 0.6 if source & view.object else 0.0
    weight -= 0.4 if len(line.words.split()) < _SHORT else 0.0
    near = 1.0 / (1 + distance)
    if after:
        return float(weight + 0.2 * near - 0.3)
    pointed = 0.9 if denial.points or denial.back else 0.0
    return float(weight + near + pointed * near**0.5 + _fit(view, line))


def _fit(view: _View, line: Line) -> float:
    """A demand for a rejection, an accusation for "weist den Vorwurf zurück"."""
    acts = _DEMANDS if view.denial.rejects else _CHARGES
    cue = view.ground.text(line.statement.cue).split() if line.statement.cue else []
    told = not view.ground.lexicon.relays.isdisjoint([*cue, *line.words.split()[:12]])
    return 0.5 if line.statement.act in acts or (told and not view.denial.rejects) else 0.0


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
    """As in "bestritt, dass P": P is what is denied, and its only wording may be this one."""
    for line in denial.worded if denial.rule.startswith("verb") else ():
        first = ground.text(line.hull).split(" ", 1)[0].lower()
        cue = line.statement.cue
        own = cue is None or cue[0] <= denial.verb < cue[1]
        if own and first in ("dass", "daß", "that", "ob", "whether") and line.hull[0] > denial.verb:
            return line.hull
    return None


def _told_after(ground: Ground, denial: Denial) -> Span | None:
    """What follows the denial: "wies Berichte zurück, wonach …", "dementierte Meldungen, er habe …"."""
    if not denial.points or not denial.rule.startswith("verb"):
        return None
    sentence = ground.passage.sentences[denial.sentence]
    start, end = denial.clause[1], sentence.end
    rest = ground.passage.text[start:end]
    words = rest.strip(" ,").split()
    reported = not ground.lexicon.reports.isdisjoint(words[:6] + words[-2:])
    if len(words) < _SHORT or not rest.startswith(",") or not reported:
        return None
    aside = rest.rfind(",")
    rest = rest[:aside] if aside > 0 and len(rest[aside:].split()) <= _SHORT else rest
    begin = start + len(rest) - len(rest.lstrip(" ,"))
    stop = start + len(rest.rstrip(" .!?"))
    return (begin, stop) if begin < stop else None


def _object(ground: Ground, denial: Denial) -> Span | None:
    """The noun phrase that is rejected: from the noun that names a claim to the end of the clause."""
    if not denial.rule.startswith("verb"):
        return None
    tokens, passage = ground.passage.tokens, ground.passage
    sentence = passage.sentences[denial.sentence]
    inside = range(sentence.first, sentence.last - 1)
    linked = (
        i for i in inside if passage.word(i) in denial.points and passage.word(i + 1) in ground.lexicon.links
    )
    noun = next(linked, None)
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


def _sentence_before(ground: Ground, denial: Denial) -> Span | None:
    """As in "Diese Nachricht wurde dementiert": what the sentence before says."""
    short = len(ground.text(denial.clause).split()) <= _SHORT_CLAUSE
    if not denial.back or not short or not denial.rule.startswith("verb") or denial.sentence == 0:
        return None
    before = ground.passage.sentences[denial.sentence - 1]
    start, end = before.start, before.end
    return (start, end) if end - start > 20 else None
