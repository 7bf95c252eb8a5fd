"""Who takes part in the contact that a noun names: genitives, "mit X", "zwischen X und Y", a host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.reader import Group
from wortlaut.contacts.scene import Scene
from wortlaut.contacts.sides import (
    HOSTS,
    Party,
    dative,
    first_behind,
    hosts,
    names_of,
    other_noun,
    outer,
    speaker_of,
)
from wortlaut.record import Actor


def of_noun(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    """Those whom the words around a noun of contact name, and of the sentence whom it needs besides."""
    near = scene.near(cue.index)
    after = _behind(scene, cue, near)
    between = _between(scene, cue, after)
    if len(names_of(between)) > 1:
        return Party(names_of(between), None, names_of(between), names_of(between))
    own = [g for g in near if g.role in ("genitive", "owner") and g.head == cue.index]
    own += [g for g in between if g not in own]
    by = [g for g in after if g.role == "by" and g.first - cue.index <= 6][:1]
    partners = _sought(scene, cue, after, actors)
    if (
        cue.kind in ("call", "letter")
        and not partners
        and not scene.lexicon.words["gets"].isdisjoint(scene.clause_words(cue.index))
    ):
        partners = [g for g in near if g.role == "bare" and g not in own and g not in by][:1]
    if not partners and bidden(scene, cue):
        bare = [g for g in near if g.role == "bare"]
        return (
            Party(names_of(bare[:2]), bare[0].actors[0], names_of(bare[:2]))
            if len(names_of(bare[:2])) > 1
            else Party()
        )
    if not partners and scene.word(cue.index - 1) in scene.lexicon.words["into"]:
        partners = [g for g in near if g.role == "with"][:1]
    if not (own or by or partners) and cue.kind in ("call", "video") and _by_way_of(scene, cue):
        both = names_of(g for g in near if g.role == "bare")
        if len(both) > 1:
            return Party(both, both[0], both, both[1:])
    named = names_of([*own, *by, *partners])
    doer = next(iter(names_of([*own, *by])), None)
    if len(named) > 1 and (doer or len(partners) > 1):
        return Party(named, doer, named, names_of(partners))
    if (
        doer is not None and doer in actors and actors[doer].kind == "person"
    ):  # the subject of the sentence is somebody else
        return Party(named, doer, named, names_of(partners))
    if not partners and scene.lexicon.weak.fullmatch(scene.word(cue.index)):
        joint = [g for g in near if g.role == "bare" and len(g.actors) > 1][:1]
        return Party(names_of(joint), None, names_of(joint)) if joint else Party()
    subjects = _subjects(scene, cue, [*own, *by, *partners], named, actors)
    if not named and subjects and not scene.lexicon.words["comes"].isdisjoint(scene.clause_words(cue.index)):
        partners = _inviting(scene, cue, subjects)
        named = names_of(partners)
    everyone = tuple(dict.fromkeys([*names_of(subjects), *named]))
    return Party(everyone, doer or next(iter(names_of(subjects)), None), named, names_of(partners))


def bidden(scene: Scene, cue: Cue) -> bool:
    """As in "A bat B zum Gespräch": so far no more than a wish."""
    words = scene.lexicon.words
    before = scene.word(cue.index - 1).lower()
    return before in words["bidding"] and not words["bids"].isdisjoint(scene.clause_words(cue.index))


def _by_way_of(scene: Scene, cue: Cue) -> bool:
    """As in "In einem Telefonat drängte A B zum Nachgeben": subject and object of the verb are the two."""
    before = {scene.word(i).lower() for i in range(cue.index - 3, cue.index)}
    return not before.isdisjoint(scene.lexicon.words["ways"])


def _inviting(scene: Scene, cue: Cue, subjects: Sequence[Group]) -> list[Group]:
    """As in "At the invitation of A, B came for talks": A is the other side."""
    if scene.word(cue.index - 1).lower() not in ("for", "zu"):
        return []
    sentence = scene.passage.text[scene.sentence.start : scene.sentence.end]
    match = scene.lexicon.asks.search(sentence)
    if match is None:
        return []
    end = scene.sentence.start + match.end()
    return [g for g in scene.groups if scene.passage.tokens[g.first].start >= end and g not in subjects][:1]


def _behind(scene: Scene, cue: Cue, near: Sequence[Group]) -> list[Group]:
    """The groups after the cue, up to the next noun of contact: its "mit" is its own."""
    nouns = (i for i in scene.clause(cue.index) if i > cue.index and scene.lexicon.noun(scene.word(i)))
    end = next(nouns, scene.sentence.last)
    return [g for g in near if cue.index < g.first < end]


def _between(scene: Scene, cue: Cue, after: Sequence[Group]) -> list[Group]:
    """The two sides after "zwischen": often one group, else the next two."""
    start = next(
        (
            i
            for i in range(cue.index + 1, cue.index + 4)
            if scene.lexicon.prepositions.get(scene.word(i)) == "between"
        ),
        None,
    )
    later = [g for g in after if start is not None and g.first > start]
    if start is None and cue.kind != "letter":
        return [g for g in scene.near(cue.index) if g.role == "between" and g.last <= cue.index][-1:]
    sides = [g for g in later if g.role in ("between", "bare")]
    return sides[:1] if sides and len(sides[0].actors) > 1 else sides[:2]


def _sought(scene: Scene, cue: Cue, after: Sequence[Group], actors: Mapping[str, Actor]) -> list[Group]:
    """Those a noun names as the other side: "mit B", "Brief an B", "Besuch in B", "Empfang bei B"."""
    if cue.kind == "letter":
        later = [g for g in scene.groups if g.first > cue.index]
        sent = not scene.lexicon.words["sends"].isdisjoint(scene.clause_words(cue.index))
        return (
            first_behind(after, "to", cue.index)
            or [g for g in later if g.role == "to" and g.first - cue.index < 9][:1]
            or [g for g in scene.near(cue.index) if sent and g.role == "bare" and dative(scene, g)][:1]
        )
    if cue.kind == "call" and not scene.lexicon.german and (to := first_behind(after, "to", cue.index)):
        return to
    partners = [] if _of_a_verb(scene, cue) else [g for g in after if g.role == "with"][:2]
    if cue.kind == "visit":
        return partners + _visited(scene, cue, after, actors)
    receives = [
        g for g in after if g.role == "host" and g.first - cue.index < 6 and hosts(g, actors, ("person",))
    ]
    return partners or receives[:1]


def _of_a_verb(scene: Scene, cue: Cue) -> bool:
    """As in "vor dem Gipfel hat A sich mit B ausgetauscht": "mit" is the verb's, not the noun's."""
    governed = any(
        scene.word(i).lower() in scene.lexicon.words["aside"] for i in range(cue.index - 3, cue.index)
    )
    if not governed or scene.lexicon.prepositions.get(scene.word(cue.index + 1)) == "with":
        return False
    behind = [scene.word(i) for i in scene.clause(cue.index) if i > cue.index]
    return any(v.frame in ("with", "object") for w in behind for v in scene.lexicon.verbs.get(w, ()))


def _visited(scene: Scene, cue: Cue, after: Sequence[Group], actors: Mapping[str, Actor]) -> list[Group]:
    if not scene.lexicon.words["pays"].isdisjoint(scene.clause_words(cue.index)):
        return [g for g in scene.near(cue.index) if g.role == "bare"][1:2]
    places = [g for g in after if g.role in ("host", "to") and hosts(g, actors, HOSTS)]
    return (
        places[:1]
        or [g for g in scene.near(cue.index) if g.role == "host" and hosts(g, actors, ("country",))][:1]
    )


def _subjects(
    scene: Scene, cue: Cue, known: Sequence[Group], named: Sequence[str], actors: Mapping[str, Actor]
) -> list[Group]:
    """The subject that goes with one named side; of a letter without "an" also whom it is written to."""
    bare = [g for g in scene.near(cue.index) if g.role == "bare" and g not in known]
    if cue.kind == "letter" and not named:
        return bare[:2] if len(bare) > 1 else _writers(scene, cue)
    before = [g for g in bare if g.last <= cue.index]
    if before or bare:
        return (before or bare)[:1]
    told = _spoken_for(scene, cue, actors, named)
    if _on_the_programme(scene, cue) and scene.topic is not None and scene.topic not in named:
        return [Group(cue.index, cue.index, (scene.topic,), "bare")]
    outside = (
        told
        or _relative(scene, cue)
        or speaker_of(scene, cue.index)
        or other_noun(scene, cue)
        or outer(scene, cue)
    )
    weak = scene.lexicon.weak.fullmatch(scene.word(cue.index)) or scene.lexicon.says(
        scene.clause_words(cue.index), "meant"
    )
    if outside is None and known and weak and scene.topic is not None and scene.topic not in named:
        return [Group(cue.index, cue.index, (scene.topic,), "bare")]
    return [outside] if outside else []


def _on_the_programme(scene: Scene, cue: Cue) -> bool:
    """As in "Am Freitag steht ein Essen mit B an": of whom the text speaks."""
    return not scene.lexicon.words["agenda"].isdisjoint(scene.clause_words(cue.index))


def _writers(scene: Scene, cue: Cue) -> list[Group]:
    """As in "ein Schreiben, in dem A B etwas vorschlägt": who writes and to whom, in the relative clause."""
    clause = _relative_clause(scene, cue)
    inside = [g for g in scene.groups if g.role == "bare" and scene.clause_of[g.first] == clause]
    return inside[:2]


def _relative_clause(scene: Scene, cue: Cue) -> int | None:
    """The clause of a relative pronoun close behind the noun."""
    known = scene.lexicon.words["relatives"]
    for index in range(cue.index + 1, min(cue.index + 12, scene.sentence.last - 1)):
        if scene.word(index) == "," and {scene.word(index + 1), scene.word(index + 2)} & known:
            return scene.clause_of.get(index + 1)
    return None


def _relative(scene: Scene, cue: Cue) -> Group | None:
    """As in "die Unterredung mit B, die A führen wollte": the subject of the relative clause."""
    clause = _relative_clause(scene, cue)
    if clause is None or clause == scene.clause_of[cue.index] or not scene.lexicon.german:
        return None
    words = [scene.word(i) for i in scene.clause_of if scene.clause_of[i] == clause]
    if scene.lexicon.words["holds"].isdisjoint(words):
        return None
    return next((g for g in scene.groups if g.role == "bare" and scene.clause_of[g.first] == clause), None)


def _spoken_for(scene: Scene, cue: Cue, actors: Mapping[str, Actor], named: Sequence[str]) -> Group | None:
    """As in "A reist ab. Geplant sei ein Treffen mit B, teilte das Amt mit": the office speaks of A."""
    speaker = speaker_of(scene, cue.index)
    if speaker is None or scene.topic is None or scene.topic in named:
        return None
    actor = actors.get(speaker.actors[0])
    if actor is None or actor.kind not in ("organisation", "anonymous"):
        return None
    return Group(cue.index, cue.index, (scene.topic,), "bare")
