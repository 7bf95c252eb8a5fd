"""Where somebody denies or rejects: the verb, its clause, and the statements that carry the denial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wortlaut.disputes.text import Ground, Line, same_speaker
from wortlaut.languages import Sentence
from wortlaut.record import Span

_NOT = frozenset({"nicht", "not", "didn't", "doesn't", "don't"})


@dataclass(frozen=True, slots=True)
class Denial:
    """One place of denial. ``worded``: statements that carry it; ``rejects``: a demand or plan."""

    sentence: int
    clause: Span
    rejects: bool
    rule: str
    verb: int
    worded: tuple[Line, ...] = ()
    relayed: tuple[Line, ...] = ()
    points: frozenset[str] = frozenset()
    back: bool = False


def find_denials(ground: Ground) -> Iterator[Denial]:
    """The denials of a report, one a sentence, in order."""
    for number, sentence in enumerate(ground.passage.sentences):
        words = [ground.passage.word(i) for i in range(sentence.first, sentence.last)]
        found = _verb(ground, words) or _judgement(ground, sentence, words) or _act(ground, number)
        if found is None or (found[1] and not ground.lexicon.deciders.isdisjoint(words)):
            continue
        place, rejects, rule = found
        clause = _clause(ground, sentence, place)
        if ground.lexicon.bars.isdisjoint(ground.text(clause).split()):
            verb = ground.passage.tokens[sentence.first + place].start
            yield _denial(ground, Denial(number, clause, rejects, rule, verb), words)


def _denial(ground: Ground, bare: Denial, words: list[str]) -> Denial:
    """The denial with its statements, and with the nouns that point at what is denied."""
    worded, relayed = _sides(ground, bare.sentence, bare.verb)
    points = frozenset(w for w in words if w in ground.lexicon.fact or w in ground.lexicon.demand)
    demanded = not points.isdisjoint(ground.lexicon.demand) and points.isdisjoint(ground.lexicon.fact)
    return replace(
        bare,
        rejects=bare.rejects or demanded,
        worded=worded or _following(ground, bare.sentence),
        relayed=relayed,
        points=points,
        back=_points_back(ground, bare.clause, bare.rule, worded),
    )


def _points_back(ground: Ground, clause: Span, rule: str, worded: tuple[Line, ...]) -> bool:
    """Is the denied thing named only by a word that points back ("das", "diese Nachricht")?"""
    if rule.startswith("judgement"):
        return any(len(line.words.split()) < 9 for line in worded)
    return any(word.lower() in ground.lexicon.back for word in ground.text(clause).split())


def _following(ground: Ground, number: int) -> tuple[Line, ...]:
    """As in "A wies das zurück. Er habe …": the next sentence goes on with the denier's words."""
    after = [line for line in ground.lines if line.first == number + 1]
    return tuple(
        line for line in after if not line.source or line.source[:1].islower() or len(line.source) <= 3
    )


def _verb(ground: Ground, words: list[str]) -> tuple[int, bool, str] | None:
    """A verb of denial, whole or in two parts: its place, and whether it rejects a plan."""
    for place, word in enumerate(words):
        known = word in ground.lexicon.deny or word in ground.lexicon.reject
        if known and not _undone(ground, words, place):
            return place, word in ground.lexicon.reject, f"verb:{word.lower()}"
    for first, second, rejects in ground.lexicon.parted:
        if first in words and second in words[words.index(first) :]:
            return words.index(first), rejects, f"verb:{first} {second}"
    return None


def _undone(ground: Ground, words: list[str], place: int) -> bool:
    """Is the verb no denial here: "to reject", "bestritt jedoch nicht", "did not deny"?"""
    before = words[max(place - 2, 0) : place]
    around = [word.lower() for word in (*before, *words[place + 1 : place + 3])]
    open_form = bool(before) and before[-1] in ground.lexicon.open
    return open_form or not _NOT.isdisjoint(around)


def _judgement(ground: Ground, sentence: Sentence, words: list[str]) -> tuple[int, bool, str] | None:
    """A claim called untrue: "nannte das reine Spekulation", "dismissed as baseless"."""
    match = ground.lexicon.untrue.search(ground.passage.text, sentence.start, sentence.end)
    if match is None:
        return None
    place = sum(
        1 for i in range(sentence.first, sentence.last) if ground.passage.tokens[i].start < match.start()
    )
    near = words[max(place - 5, 0) : place + 5]
    if place and words[place - 1] in ground.lexicon.attributive:
        return None
    if ground.lexicon.names.isdisjoint(word.lower() for word in near):
        return None
    return min(place, len(words) - 1), False, f"judgement:{match.group().lower()}"


def _act(ground: Ground, number: int) -> tuple[int, bool, str] | None:
    """A statement that the reading of acts calls a denial or a refusal."""
    for line in ground.lines:
        if line.first <= number <= line.last and line.statement.act == "deny":
            return 0, False, "act:deny"
    return None


def _clause(ground: Ground, sentence: Sentence, place: int) -> Span:
    """The piece of the sentence between commas that holds the verb."""
    tokens, passage = ground.passage.tokens, ground.passage
    first = last = sentence.first + place
    while first > sentence.first and passage.word(first - 1) not in ",;:":
        first -= 1
    while last + 1 < sentence.last and passage.word(last + 1) not in ",;:.!?":
        last += 1
    return tokens[first].start, tokens[last].end


def _sides(ground: Ground, number: int, verb: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The statements of the sentence: those of the denier, and those it relays to deny them."""
    here = [line for line in ground.lines if line.first <= number <= line.last]
    relayed = tuple(line for line in here if _is_relayed(ground, line, verb))
    others = [line for line in here if line not in relayed]
    core = [line for line in others if _holds(line, verb)]
    own = [line for line in others if any(line is one or _goes_on(ground, one, line) for one in core)]
    return tuple(own or others), relayed


def _holds(line: Line, verb: int) -> bool:
    cue = line.statement.cue
    return line.hull[0] <= verb < line.hull[1] or (cue is not None and cue[0] <= verb < cue[1])


def _goes_on(ground: Ground, core: Line, line: Line) -> bool:
    """The denier's further words in the same sentence."""
    return line.hull[0] > core.hull[0] and same_speaker(ground, core, line)


def _is_relayed(ground: Ground, line: Line, verb: int) -> bool:
    """As in "wies Berichte zurück, wonach …": what the report says, not the denier."""
    if line.hull[0] <= verb < line.hull[1] or (line.statement.cue and line.statement.cue[0] == verb):
        return False
    between = ground.passage.text[verb : line.hull[0]].split()[-6:] if line.hull[0] > verb else []
    if not ground.lexicon.introduces.isdisjoint(between):
        return True
    nouns = ground.lexicon.fact | ground.lexicon.demand
    span = line.statement.source.span
    inside = span is not None and span[0] < line.hull[0] and not line.source.startswith(("Nach", "Laut"))
    return inside and not nouns.isdisjoint(line.source.split())
