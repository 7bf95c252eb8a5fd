"""Who takes part: read from subject, "mit X", "zwischen X und Y", genitives, and the host of a visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.groups import Group
from wortlaut.contacts.scene import Scene
from wortlaut.record import Actor

_HOSTS = frozenset({"country", "person", "organisation", "group"})
_PASSIVE = frozenset({"wurde", "wurden", "worden", "wird", "werden", "was", "were", "been", "being", "be"})


class Party(NamedTuple):
    """Those who take part, the one whose doing it is, and whether the words themselves name two."""

    actors: tuple[str, ...]
    doer: str | None
    named: int


def take_part(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    """The participants that the words around a cue name; fewer than two where they name no more."""
    if cue.frame == "noun":
        return _of_noun(scene, cue, actors)
    doers = _doers(scene, cue)
    others: list[str] = []
    for group in _partners(scene, cue, actors, doers):
        others += [actor for actor in group.actors if actor not in others]
    subjects = [actor for group in doers for actor in group.actors]
    if not others and cue.verb and not (cue.verb.mutual and len(subjects) > 1):
        return Party((), None, 0)
    everyone = tuple(dict.fromkeys([*subjects, *others]))
    return Party(everyone, subjects[0] if subjects else None, len(everyone))


def _doers(scene: Scene, cue: Cue) -> list[Group]:
    """The subject of a verb: the first group before it that no preposition governs, else the first after it."""
    near = scene.near(cue.index)
    if _passive(scene, cue):
        return [g for g in near if g.role == "by"][:1]
    bare = [group for group in near if group.role == "bare"]
    before = [group for group in bare if group.last <= cue.index]
    if before:
        return before[:1] if scene.lexicon.german else before[-1:]
    if scene.lexicon.german and bare:
        return bare[:1]
    speaker = _speaker(scene, cue.index)
    return [speaker] if speaker else []


def _passive(scene: Scene, cue: Cue) -> bool:
    if cue.frame != "object":
        return False
    if scene.lexicon.german:
        words = scene.clause_words(cue.index)
        return not _PASSIVE.isdisjoint(words) and any(g.role == "by" for g in scene.near(cue.index))
    return scene.word(cue.index - 1).lower() in _PASSIVE


def _partners(scene: Scene, cue: Cue, actors: Mapping[str, Actor], doers: list[Group]) -> list[Group]:
    near = [g for g in scene.near(cue.index) if g not in doers]
    if cue.frame == "to":
        return _first(near, "to", cue.index)
    if cue.frame == "travel":
        return [g for g in near if g.role in ("host", "to") and _hosts(g, actors, ("country", "person"))][:1]
    partners = [g for g in near if g.role == "with"]
    if cue.frame == "with":
        to = _first(near, "to", cue.index) if not scene.lexicon.german else []
        return [*partners, *to][:2] or [g for g in near if g.role == "between"][:1]
    bare = [g for g in near if g.role == "bare"]
    if scene.lexicon.german and not _passive(scene, cue):
        objects = sorted(bare, key=lambda g: abs(g.first - cue.index))[:1]
    else:
        objects = [g for g in bare if (g.first > cue.index) != _passive(scene, cue)][:1]
    return [*objects, *partners[:1]]


def _first(groups: Iterable[Group], role: str, after: int) -> list[Group]:
    return [g for g in groups if g.role == role and g.first > after][:1]


def _hosts(group: Group, actors: Mapping[str, Actor], kinds: Iterable[str]) -> bool:
    return any(actors[a].kind in kinds for a in group.actors if a in actors)


def _of_noun(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    near = scene.near(cue.index)
    own = [g for g in near if g.role in ("genitive", "owner") and g.head == cue.index]
    after = [g for g in near if g.first > cue.index]
    between = [g for g in after if g.role == "between"][:1]
    partners = between or [g for g in after if g.role == "with"][:2] + _by(after, cue.index)
    if cue.kind == "letter":
        partners = _first(after, "to", cue.index) + _by(after, cue.index)
    if cue.kind == "visit":
        partners += _visited(near, cue, actors)[:1]
    named = list(dict.fromkeys(a for g in [*own, *partners] for a in g.actors))
    doer = next((a for g in [*own, *_by(after, cue.index)] for a in g.actors), None)
    if len(named) >= 2 and (between or own or len(partners) > 1):
        return Party(tuple(named), doer, len(named))
    subject = _subject(scene, cue, [*own, *partners])
    everyone = tuple(dict.fromkeys([*(subject.actors if subject else ()), *named]))
    return Party(everyone, doer or (subject.actors[0] if subject else None), len(named))


def _by(groups: list[Group], index: int) -> list[Group]:
    """"Treffen von A und B", "a meeting of A and B": only right behind the noun."""
    return [g for g in groups if g.role == "by" and g.first - index <= 6][:1]


def _visited(groups: list[Group], cue: Cue, actors: Mapping[str, Actor]) -> list[Group]:
    kinds = ("country", "person", "organisation")
    return [
        g for g in groups if g.role in ("host", "to") and g.first > cue.index and _hosts(g, actors, kinds)
    ] or [g for g in groups if g.role == "host" and _hosts(g, actors, ("country",))]


def _subject(scene: Scene, cue: Cue, known: list[Group]) -> Group | None:
    bare = [g for g in scene.near(cue.index) if g.role == "bare" and g not in known]
    before = [g for g in bare if g.last <= cue.index]
    if before or bare:
        return (before or bare)[0]
    return _speaker(scene, cue.index) or _outer(scene, cue)


def _outer(scene: Scene, cue: Cue) -> Group | None:
    """The subject of the main clause, where the cue's own clause has none: an infinitive, a relative clause."""
    speech = scene.speech(cue.index)
    outside = [g for g in scene.groups if g.role == "bare" and g.last <= cue.index]
    return outside[0] if outside and speech is None else None


def _speaker(scene: Scene, index: int) -> Group | None:
    """Who says the words that hold the cue, where they have no subject of their own."""
    speech = scene.speech(index)
    if speech is None or speech.source.actor is None:
        return None
    return Group(index, index, (speech.source.actor,), "bare")
