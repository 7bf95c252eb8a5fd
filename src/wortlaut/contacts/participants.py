"""Who takes part: of a verb its subject, object, "mit X", "an X"; of a noun what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.nominal import of_noun
from wortlaut.contacts.reader import Group
from wortlaut.contacts.scene import Scene
from wortlaut.contacts.sides import (
    HOSTS,
    Party,
    beside,
    dative,
    first_behind,
    hosts,
    names_of,
    outer,
    speaker_of,
)
from wortlaut.record import Actor

_APART = 9  # words between two subjects at most
_SENT = frozenset({"letter", "call"})
_CLOSE = 6  # words between a verb and its object


def take_part(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    """The participants that the words around a cue name; fewer than two where they name no more."""
    party = of_noun(scene, cue, actors) if cue.frame == "noun" else _of_verb(scene, cue, actors)
    if len(party.actors) > 1:
        return party
    return (_beside_noun(scene, cue, party) if cue.frame == "noun" else _side_by_side(scene, cue)) or party


def _beside_noun(scene: Scene, cue: Cue, party: Party) -> Party | None:
    """Two in the clause of a noun whose own words name fewer: "A hat an B ein Telegramm gesandt"."""
    roles = {"bare", "to"} if cue.kind == "letter" else {"bare", "with", "between"}
    if not scene.lexicon.german:
        roles = {"bare", "with", "between", "to", "owner", "genitive"}
    if cue.kind == "visit":
        return None
    groups = [g for g in scene.near(cue.index) if g.role in roles or g.head == cue.index]
    if not any(g.role == "bare" for g in groups) or not any(g.role != "bare" for g in groups):
        return None
    first = next(g for g in groups if g.role == "bare")
    named = names_of([first, *(g for g in groups if g.role != "bare")])
    partners = tuple(a for a in named if a not in first.actors)
    if scene.lexicon.german and cue.kind not in _SENT and not party.actors:
        return None
    if not partners or not set(party.actors) <= set(named):
        return None
    return Party(named, first.actors[0], named, partners)


def _side_by_side(scene: Scene, cue: Cue) -> Party | None:
    """As in "A, Präsident von Kolm, und B haben sich getroffen": two subjects that a comma parts."""
    if cue.verb is None or not cue.verb.mutual:
        return None
    bare = [g for g in scene.near(cue.index) if g.role == "bare"]
    for left, right in pairwise(bare):
        between = [scene.word(i).lower() for i in range(left.last, right.first)]
        joined = len(between) <= _APART and not scene.lexicon.words["joins"].isdisjoint(between)
        if joined and not any(i in scene.lexicon.verbs for i in between):
            both = names_of([left, right])
            return Party(both, left.actors[0], both)
    return None


def _of_verb(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    doers = _doers(scene, cue)
    partners = names_of(_partners(scene, cue, actors, doers))
    if partners and not doers:
        doers = _spoken_of(scene, cue, partners)
    subjects = names_of(doers)
    if not partners and cue.verb and not (cue.verb.mutual and len(subjects) > 1):
        return Party()
    if cue.verb and cue.verb.together and (partners or len(subjects) < 2):
        return Party()
    if cue.verb and cue.verb.person and any(actors[a].kind != "person" for a in partners if a in actors):
        return Party()
    everyone = tuple(dict.fromkeys([*subjects, *partners]))
    return Party(everyone, subjects[0] if subjects else None, everyone, partners)


def _doers(scene: Scene, cue: Cue) -> list[Group]:
    """The subject of a verb: the first group before it without a preposition, else the first after it."""
    near = scene.near(cue.index)
    if _passive(scene, cue):
        return [g for g in near if g.role == "by"][:1]
    bare = [group for group in near if group.role == "bare"]
    before = [group for group in bare if group.last <= cue.index]
    if _infinitive(scene, cue) or not scene.lexicon.words["impersonal"].isdisjoint(
        scene.clause_words(cue.index)
    ):
        before, bare = [], []
    if before:
        return before[:1] if scene.lexicon.german else before[-1:]
    if scene.lexicon.german and bare:
        return bare[:1]
    if _he(scene, cue) and scene.topic is not None:
        return [Group(cue.index, cue.index, (scene.topic,), "bare")]
    outside = _accused(scene, cue) or speaker_of(scene, cue.index) or outer(scene, cue)
    several = cue.verb is not None and cue.verb.mutual
    if outside:
        return [_jointly(scene, outside) if several else outside]
    return [g for g in near if several and len(g.actors) > 1 and g.role in ("other", "by", "genitive")][:1]


def _spoken_of(scene: Scene, cue: Cue, partners: Sequence[str]) -> list[Group]:
    """Whom the text is about, where the subject is a description of nobody known ("der Finne traf B")."""
    topic = scene.topic
    if topic is None:
        before = (g.actors[0] for g in scene.groups if g.last <= cue.index and g.role != "other")
        topic = next((a for a in before if a in scene.people and a not in partners), None)
    if topic is None or topic in partners:
        return []
    return [Group(scene.sentence.first, scene.sentence.first, (topic,), "bare")]


def _he(scene: Scene, cue: Cue) -> bool:
    """A subject "er" that is nobody's mention: whom the text is about."""
    taken = {i for g in scene.groups for i in range(g.first, g.last)}
    return (
        any(i not in taken and scene.word(i).lower() == "er" for i in scene.clause(cue.index))
        and scene.lexicon.german
    )


def _accused(scene: Scene, cue: Cue) -> Group | None:
    """As in "A wirft B vor, C getroffen zu haben": it is B who met C."""
    speech = scene.speech(cue.index)
    if speech is None or speech.act != "accuse" or speech.cue is None:
        return None
    here = scene.clause_of[cue.index]
    others = [
        g for g in scene.groups
        if g.role == "bare" and scene.clause_of[g.first] != here and speech.source.actor not in g.actors
    ]  # fmt: skip
    return others[0] if others else None


def _jointly(scene: Scene, speaker: Group) -> Group:
    """The group of those who say together what they will do: "A und B wollen sich treffen"."""
    together = (g for g in scene.groups if g.role == "bare" and set(speaker.actors) < set(g.actors))
    return next(together, speaker)


def _infinitive(scene: Scene, cue: Cue) -> bool:
    """As in "den Kanzler aufzusuchen": the subject stands in another clause."""
    word = scene.word(cue.index)
    return (
        scene.lexicon.german
        and word.endswith("n")
        and (scene.word(cue.index - 1) == "zu" or "zu" in word[2:-3])
    )


def _passive(scene: Scene, cue: Cue) -> bool:
    if cue.frame != "object":
        return False
    if scene.lexicon.german:
        words = scene.clause_words(cue.index)
        return not scene.lexicon.words["passive"].isdisjoint(words) and any(
            g.role == "by" for g in scene.near(cue.index)
        )
    progressive = scene.word(cue.index).endswith("ing")
    return not progressive and scene.word(cue.index - 1).lower() in scene.lexicon.words["passive"]


def _partners(scene: Scene, cue: Cue, actors: Mapping[str, Actor], doers: list[Group]) -> list[Group]:
    near = [g for g in scene.near(cue.index) if g not in doers and set(g.actors).isdisjoint(names_of(doers))]
    if cue.frame == "to":
        return _addressees(scene, cue, near)
    if cue.frame == "at":
        return [g for g in near if g.role == "host" and hosts(g, actors, ("person", "organisation"))][:1]
    if cue.frame == "travel":
        goals = [
            g for g in near if g.role in ("host", "to") and hosts(g, actors, ("country", "person", "place"))
        ][:1]
        return goals or _thither(scene, cue, actors)
    partners = [g for g in near if g.role == "with"]
    if cue.kind == "call" and not partners:
        partners = [g for g in near if g.role == "host" and beside(scene, g) and hosts(g, actors, HOSTS)]
    if cue.frame == "with":
        to = [] if scene.lexicon.german else first_behind(near, "to", cue.index)
        return [*partners, *to][:2] or [g for g in near if g.role == "between"][:1]
    return [*_objects(scene, cue, near), *partners[:1]]


def _addressees(scene: Scene, cue: Cue, near: Sequence[Group]) -> list[Group]:
    """Whom one writes to: "an B", "to B", and in German the dative "dem B", "ihm"."""
    to = [g for g in near if g.role == "to"] if scene.lexicon.german else first_behind(near, "to", cue.index)
    if to or not scene.lexicon.german:
        return to[:1]
    given = [g for g in near if g.role == "bare" and dative(scene, g)]
    if not given:
        given = [
            g for g in near if g.role == "bare" and "der" in (scene.word(g.first - 1), scene.word(g.first))
        ]
    if not given and cue.kind == "letter":
        given = [g for g in near if g.role == "bare"]  # "A schrieb B"
    return given[:1] or [g for g in near if g.role == "host" and beside(scene, g)][:1]


def _thither(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> list[Group]:
    """As in "A nahm die Einladung nach B an und reist im Mai dorthin": the state named last."""
    if scene.lexicon.words["thither"].isdisjoint(w.lower() for w in scene.clause_words(cue.index)):
        return []
    return [g for g in scene.groups if g.last <= cue.index and hosts(g, actors, ("country",))][-1:]


def _objects(scene: Scene, cue: Cue, near: Sequence[Group]) -> list[Group]:
    bare = [g for g in near if g.role == "bare"]
    if not bare:
        bare = _antecedent(scene, cue)
    if _passive(scene, cue):
        return bare[:1] if scene.lexicon.german else [g for g in bare if g.last <= cue.index][-1:]
    if scene.lexicon.german:
        return sorted(bare, key=lambda g: abs(g.first - cue.index))[:1]
    behind = [g for g in bare if g.first > cue.index][:1]
    if cue.verb is not None and cue.verb.next:  # "called in the ambassador"
        behind = [g for g in near if g.role == "host" and 0 < g.first - cue.index < _CLOSE][:1]
    if cue.verb is not None and cue.verb.person and behind and _called_names(scene, behind[0]):
        return []
    return behind or ([g for g in bare if g.last <= cue.index] if cue.verb and cue.verb.needs else [])


def _antecedent(scene: Scene, cue: Cue) -> list[Group]:
    """As in "A, der von B empfangen wurde", "A, den B traf": whom the relative pronoun stands for."""
    first = min(scene.clause(cue.index))
    first += scene.word(first) == ","
    if scene.word(first - 1) != "," or scene.word(first) not in scene.lexicon.words["relatives"]:
        return []
    return [g for g in scene.groups if g.last == first - 1][-1:]


def _called_names(scene: Scene, group: Group) -> bool:
    """As in "called Radek a liar": no call."""
    word = scene.word(group.last).lower()
    return word in scene.lexicon.words["articles"] or word in ('"', "“", "‘", "'")
