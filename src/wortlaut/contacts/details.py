"""On whose doing a contact came about."""

from __future__ import annotations

from collections.abc import Mapping

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.reader import Group
from wortlaut.contacts.scene import Scene
from wortlaut.contacts.sides import Party
from wortlaut.record import Actor

_NEAR = 30  # characters between "auf Wunsch" and whose wish it is


def initiator_of(scene: Scene, cue: Cue, party: Party, actors: Mapping[str, Actor]) -> str | None:
    """Who writes, calls, summons, invites, or at whose wish it takes place."""
    known = scene.lexicon.words
    words = scene.clause_words(cue.index)
    with_each = (
        cue.verb is not None
        and cue.verb.frame == "object"
        and cue.kind == "call"
        and party.partners
        and any(g.role == "with" and g.actors[0] in party.partners for g in scene.near(cue.index))
    )
    if (cue.verb is not None and cue.verb.initiates and not with_each) or cue.kind == "letter":
        return party.doer
    if (
        cue.frame == "noun"
        and cue.kind == "call"
        and scene.word(cue.index).lower().endswith(scene.lexicon.rings)
    ):
        return party.doer
    urged = [g for g in scene.near(cue.index) if g.role == "by"]
    if urged and not known["urged"].isdisjoint(words):
        return urged[0].actors[0]
    asked = _asked(scene)
    if asked is not None:
        return asked
    if cue.frame == "noun" and not known["seeks"].isdisjoint(words):
        return party.doer or next(
            (a for g in scene.near(cue.index) if g.role == "bare" for a in g.actors), None
        )
    invited = _invited(scene, cue, party)
    if invited is not None:
        return invited
    everything = scene.words()
    if cue.frame == "noun" and not party.actors and not known["asked"].isdisjoint(everything):
        return next((a for g in scene.groups if g.role == "bare" for a in g.actors), None)
    if cue.frame == "noun" and scene.lexicon.says(words, "invites"):
        return next((a for g in scene.near(cue.index) if g.role == "bare" for a in g.actors), None)
    return None


def _asked(scene: Scene) -> str | None:
    """As in "auf Wunsch von A", "auf Bs Wunsch", "auf dessen Bitte", "at the request of C"."""
    sentence = scene.passage.text[scene.sentence.start : scene.sentence.end]
    tokens = scene.passage.tokens
    for match in scene.lexicon.asks.finditer(sentence):
        start, end = scene.sentence.start + match.start(), scene.sentence.start + match.end()
        before = [g for g in scene.groups if tokens[g.last - 1].end <= start]
        index = next(
            (i for i in range(scene.sentence.first, scene.sentence.last) if tokens[i].start >= start), 0
        )
        whose = scene.word(index - 1).lower()
        if before and whose in scene.lexicon.words["whose"]:
            return before[-1].actors[0]
        if before and before[-1].last in (index, index - 1) and _owns(before[-1]):
            return before[-1].actors[0]
        after = [g for g in scene.groups if tokens[g.first].start >= end]
        if after and tokens[after[0].first].start - end < _NEAR and _of(scene, after[0]):
            return after[0].actors[0]
    return None


def _owns(group: Group) -> bool:
    return group.role in ("owner", "genitive", "other")


def _of(scene: Scene, group: Group) -> bool:
    """Is it whose wish it is, not the next subject?"""
    if group.role in ("by", "genitive", "owner", "other"):
        return True
    words = scene.lexicon.words
    return scene.word(group.first - 1).lower() in words["genitive"] or not scene.lexicon.german


def _invited(scene: Scene, cue: Cue, party: Party) -> str | None:
    """As in "den sie eingeladen hatte", "die Einladung hat er angenommen": who invited the other of two."""
    if len(party.actors) != 2:
        return None
    words = [scene.word(i) for i in range(scene.sentence.first, scene.sentence.last)]
    known = scene.lexicon.words
    lower = [w.lower() for w in words]
    accepts = not known["accepts"].isdisjoint(lower) and not known["invitation"].isdisjoint(lower)
    if accepts:
        place = next(i for i, w in enumerate(lower) if w in known["accepts"]) + scene.sentence.first
        taker = next(
            (a for g in scene.groups if scene.clause_of[g.first] == scene.clause_of[place] for a in g.actors
             if g.role == "bare" and a in party.actors),
            None,
        )  # fmt: skip
        return next((a for a in party.actors if a != taker), None) if taker else None
    if known["invited"].isdisjoint(lower):
        return None
    place = next(i for i, w in enumerate(lower) if w in known["invited"]) + scene.sentence.first
    if scene.clause_of[place] == scene.clause_of[cue.index] and cue.frame != "noun":
        return None
    near = [
        g for g in scene.groups if scene.clause_of[g.first] == scene.clause_of[place] and g.role == "bare"
    ]
    return next((a for g in near for a in g.actors if a in party.actors), None)
