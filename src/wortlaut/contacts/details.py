"""When a contact was or will be, and on whose doing it came about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.participants import Party
from wortlaut.contacts.scene import Scene
from wortlaut.record import Actor, Time

_DAY = re.compile(r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|W\d{2}))?")


def when_of(scene: Scene, cue: Cue) -> str | None:
    """The day of the nearest expression of time in the clause, else in front of the clause's sentence."""
    start = scene.passage.tokens[cue.index].start
    clause = {scene.passage.tokens[i].start for i in scene.clause(cue.index)}
    dated = [(time, day) for time in scene.times if (day := _day(time)) and time.span[0] in clause]
    if not dated:
        return None
    return min(dated, key=lambda pair: abs(pair[0].span[0] - start))[1]


def _day(time: Time) -> str | None:
    if time.type not in ("DATE", "TIME"):
        return None
    match = _DAY.match(time.value)
    return match.group() if match else None


def initiator_of(scene: Scene, cue: Cue, party: Party, actors: Mapping[str, Actor]) -> str | None:
    """Who writes, calls, summons, invites, or at whose wish it takes place."""
    if (cue.verb is not None and cue.verb.initiates) or cue.kind == "letter":
        return party.doer
    asked = _asked(scene)
    if asked is not None:
        return asked
    words = scene.clause_words(cue.index)
    if cue.frame == "noun" and scene.lexicon.says(words, "invites"):
        return next((a for g in scene.near(cue.index) if g.role == "bare" for a in g.actors), None)
    return None


def _asked(scene: Scene) -> str | None:
    """As in "auf Wunsch von A", "auf ausdrücklichen Wunsch Bs", "at the request of C"."""
    sentence = scene.passage.text[scene.sentence.start : scene.sentence.end]
    for match in scene.lexicon.asks.finditer(sentence):
        end = scene.sentence.start + match.end()
        after = [g for g in scene.groups if scene.passage.tokens[g.first].start >= end]
        if after and scene.passage.tokens[after[0].first].start - end < 30:
            return after[0].actors[0]
    return None
