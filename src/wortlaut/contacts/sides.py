"""Who may be a side of a contact: what verbs and nouns ask of the groups around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.reader import Group
from wortlaut.contacts.scene import Scene
from wortlaut.record import Actor

HOSTS = ("country", "person", "organisation", "place")


class Party(NamedTuple):
    """Those who take part: ``own`` named by the cue's complements, ``partners`` by "mit" and the like."""

    actors: tuple[str, ...] = ()
    doer: str | None = None
    own: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


def names_of(groups: Iterable[Group]) -> tuple[str, ...]:
    """The actors of all groups, each once, in order."""
    return tuple(dict.fromkeys(actor for group in groups for actor in group.actors))


def first_behind(groups: Iterable[Group], role: str, after: int) -> list[Group]:
    """The first group of that role behind the token ``after``, or none."""
    return [g for g in groups if g.role == role and g.first > after][:1]


def hosts(group: Group, actors: Mapping[str, Actor], kinds: Iterable[str]) -> bool:
    """Is one of the group of these kinds, so that it may receive somebody?"""
    return any(actors[a].kind in kinds for a in group.actors if a in actors)


def beside(scene: Scene, group: Group) -> bool:
    """Does "bei" stand close before the group?"""
    return not scene.lexicon.words["at"].isdisjoint(
        scene.word(i) for i in range(group.first - 3, group.first)
    )


def dative(scene: Scene, group: Group) -> bool:
    """Does an article, or the word itself, show a dative? "der" alone does not."""
    words = scene.lexicon.words
    if not scene.lexicon.german:
        verb = scene.word(group.first - 1).lower()
        return verb in words["sends"]
    inside = [scene.word(i).lower() for i in range(group.first - 3, group.first + 1)]
    return any(word in words["datives"] for word in inside[-2:]) or (
        len(group.actors) > 1 and "den" in inside
    )


def other_noun(scene: Scene, cue: Cue) -> Group | None:
    """As in "der Besuch des A begann mit einem Empfang bei B": who belongs to another noun of contact."""
    owners = (
        g
        for g in scene.near(cue.index)
        if g.role in ("genitive", "owner") and g.head not in (None, cue.index)
    )
    return next((g for g in owners if scene.lexicon.noun(scene.word(g.head or 0))), None)


def outer(scene: Scene, cue: Cue) -> Group | None:
    """The subject of the main clause, where the cue's own (an infinitive, a relative clause) has none."""
    speech = scene.speech(cue.index)
    if speech is not None and (speech.source.span is None or not _paper(scene, speech.source.span)):
        return None
    outside = [g for g in scene.groups if g.role == "bare"]
    if cue.kind == "letter":
        return next((g for g in outside if g.first > cue.index), None)
    return next((g for g in outside if g.last <= cue.index), None)


def _paper(scene: Scene, span: tuple[int, int]) -> bool:
    """Is the source a report, which meets nobody?"""
    first = scene.passage.text[slice(*span)].split(maxsplit=1)[:1]
    return any(scene.lexicon.media.search(word) for word in first)


def speaker_of(scene: Scene, index: int) -> Group | None:
    """Who says the words that hold the cue, where they have no subject of their own."""
    speech = scene.speech(index)
    if speech is None or speech.source.actor is None:
        return None
    span = speech.source.span
    if span is not None and _paper(scene, span):
        return None
    if span is not None:
        starts = scene.passage.tokens
        here = [
            g for g in scene.groups if starts[g.first].start < span[1] and span[0] < starts[g.last - 1].end
        ]
        if here and len(here[0].actors) > 1:
            return here[0]
    return Group(index, index, (speech.source.actor,), "bare")
