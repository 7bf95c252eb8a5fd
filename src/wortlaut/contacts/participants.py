"""Who takes part: read from subject, "mit X", "zwischen X und Y", genitives, and the host of a visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.groups import Group
from wortlaut.contacts.scene import Scene
from wortlaut.record import Actor

_HOSTS = ("country", "person", "organisation", "place")


class Party(NamedTuple):
    """Those who take part: ``own`` named by the cue's complements, ``partners`` by "mit" and the like."""

    actors: tuple[str, ...] = ()
    doer: str | None = None
    own: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


def take_part(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    """The participants that the words around a cue name; fewer than two where they name no more."""
    return _of_noun(scene, cue, actors) if cue.frame == "noun" else _of_verb(scene, cue, actors)


def _named(groups: Iterable[Group]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for group in groups for actor in group.actors))


def _of_verb(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    doers = _doers(scene, cue)
    partners = _named(_partners(scene, cue, actors, doers))
    subjects = _named(doers)
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
    outside = _accused(scene, cue) or speaker_of(scene, cue.index) or _outer(scene, cue)
    several = cue.verb is not None and cue.verb.mutual
    if outside:
        return [_jointly(scene, outside) if several else outside]
    return [g for g in near if several and len(g.actors) > 1 and g.role in ("other", "by", "genitive")][:1]


def _he(scene: Scene, cue: Cue) -> bool:
    """A subject "er" that is nobody's mention: whom the text is about."""
    taken = {i for g in scene.groups for i in range(g.first, g.last)}
    return any(i not in taken and scene.word(i).lower() == "er" for i in scene.clause(cue.index)) and scene.lexicon.german


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
    return scene.word(cue.index - 1).lower() in scene.lexicon.words["passive"]


def _partners(scene: Scene, cue: Cue, actors: Mapping[str, Actor], doers: list[Group]) -> list[Group]:
    near = [g for g in scene.near(cue.index) if g not in doers and set(g.actors).isdisjoint(_named(doers))]
    if cue.frame == "to":
        return _addressees(scene, cue, near)
    if cue.frame == "at":
        return [g for g in near if g.role == "host" and _hosts(g, actors, ("person", "organisation"))][:1]
    if cue.frame == "travel":
        goals = [g for g in near if g.role in ("host", "to") and _hosts(g, actors, ("country", "person", "place"))][:1]
        return goals or _thither(scene, cue, actors)
    partners = [g for g in near if g.role == "with"]
    if cue.kind == "call" and not partners:
        partners = [g for g in near if g.role == "host" and _at(scene, g) and _hosts(g, actors, _HOSTS)]
    if cue.frame == "with":
        to = [] if scene.lexicon.german else _first(near, "to", cue.index)
        return [*partners, *to][:2] or [g for g in near if g.role == "between"][:1]
    return [*_objects(scene, cue, near), *partners[:1]]


def _addressees(scene: Scene, cue: Cue, near: Sequence[Group]) -> list[Group]:
    """Whom one writes to: "an B", "to B", and in German the dative "dem B", "ihm"."""
    to = [g for g in near if g.role == "to"] if scene.lexicon.german else _first(near, "to", cue.index)
    if to or not scene.lexicon.german:
        return to[:1]
    dative = [g for g in near if g.role == "bare" and _dative(scene, g)]
    return dative[:1] or [g for g in near if g.role == "host" and _at(scene, g)][:1]


def _at(scene: Scene, group: Group) -> bool:
    return not scene.lexicon.words["at"].isdisjoint(scene.word(i) for i in range(group.first - 3, group.first))


def _thither(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> list[Group]:
    """As in "A nahm die Einladung nach B an und reist im Mai dorthin": the state named last."""
    if scene.lexicon.words["thither"].isdisjoint(w.lower() for w in scene.clause_words(cue.index)):
        return []
    return [g for g in scene.groups if g.last <= cue.index and _hosts(g, actors, ("country",))][-1:]


def _dative(scene: Scene, group: Group) -> bool:
    """Does an article, or the word itself, show a dative? "der" before a woman's office does not, by itself."""
    words = scene.lexicon.words
    if not scene.lexicon.german:
        verb = scene.word(group.first - 1).lower()
        return verb in words["sends"]
    inside = [scene.word(i).lower() for i in range(group.first - 3, group.first + 1)]
    return any(word in words["datives"] for word in inside[-2:]) or (len(group.actors) > 1 and "den" in inside)


def _objects(scene: Scene, cue: Cue, near: Sequence[Group]) -> list[Group]:
    bare = [g for g in near if g.role == "bare"]
    if _passive(scene, cue):
        return bare[:1] if scene.lexicon.german else [g for g in bare if g.last <= cue.index][-1:]
    if scene.lexicon.german:
        return sorted(bare, key=lambda g: abs(g.first - cue.index))[:1]
    behind = [g for g in bare if g.first > cue.index][:1]
    if cue.verb is not None and cue.verb.person and behind and _called_names(scene, behind[0]):
        return []
    return behind or ([g for g in bare if g.last <= cue.index] if cue.verb and cue.verb.needs else [])


def _called_names(scene: Scene, group: Group) -> bool:
    """As in "called Radek a liar": no call."""
    word = scene.word(group.last).lower()
    return word in scene.lexicon.words["articles"] or word in ('"', "“", "‘", "'")


def _first(groups: Iterable[Group], role: str, after: int) -> list[Group]:
    return [g for g in groups if g.role == role and g.first > after][:1]


def _hosts(group: Group, actors: Mapping[str, Actor], kinds: Iterable[str]) -> bool:
    return any(actors[a].kind in kinds for a in group.actors if a in actors)


def _of_noun(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> Party:
    near = scene.near(cue.index)
    after = _behind(scene, cue, near)
    between = _between(scene, cue, after)
    if len(_named(between)) > 1:
        return Party(_named(between), None, _named(between), _named(between))
    own = [g for g in near if g.role in ("genitive", "owner") and g.head == cue.index]
    own += [g for g in between if g not in own]
    by = [g for g in after if g.role == "by" and g.first - cue.index <= 6][:1]
    partners = _sought(scene, cue, after, actors)
    if cue.kind in ("call", "letter") and not partners and not scene.lexicon.words["gets"].isdisjoint(
        scene.clause_words(cue.index)
    ):
        partners = [g for g in near if g.role == "bare" and g not in own and g not in by][:1]
    if not partners and bidden(scene, cue):
        bare = [g for g in near if g.role == "bare"]
        return Party(_named(bare[:2]), bare[0].actors[0], _named(bare[:2])) if len(_named(bare[:2])) > 1 else Party()
    if not partners and scene.word(cue.index - 1) in scene.lexicon.words["into"]:
        partners = [g for g in near if g.role == "with"][:1]
    if not (own or by or partners) and cue.kind in ("call", "video") and _by_way_of(scene, cue):
        bare = _named(g for g in near if g.role == "bare")
        if len(bare) > 1:
            return Party(bare, bare[0], bare, bare[1:])
    named = _named([*own, *by, *partners])
    doer = next(iter(_named([*own, *by])), None)
    if len(named) > 1 and (doer or len(partners) > 1):
        return Party(named, doer, named, _named(partners))
    if (
        doer is not None and doer in actors and actors[doer].kind == "person"
    ):  # the subject of the sentence is somebody else
        return Party(named, doer, named, _named(partners))
    if not partners and scene.lexicon.weak.fullmatch(scene.word(cue.index)):
        joint = [g for g in near if g.role == "bare" and len(g.actors) > 1][:1]
        return Party(_named(joint), None, _named(joint)) if joint else Party()
    subjects = _subjects(scene, cue, [*own, *by, *partners], named, actors)
    if not named and subjects and not scene.lexicon.words["comes"].isdisjoint(scene.clause_words(cue.index)):
        partners = _inviting(scene, cue, subjects)
        named = _named(partners)
    everyone = tuple(dict.fromkeys([*_named(subjects), *named]))
    return Party(everyone, doer or next(iter(_named(subjects)), None), named, _named(partners))


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
    sides = [g for g in later if g.role in ("between", "bare")]
    return sides[:1] if sides and len(sides[0].actors) > 1 else sides[:2]


def _sought(scene: Scene, cue: Cue, after: Sequence[Group], actors: Mapping[str, Actor]) -> list[Group]:
    """Those a noun names as the other side: "mit B", "Brief an B", "Besuch in B", "Empfang bei B"."""
    if cue.kind == "letter":
        later = [g for g in scene.groups if g.first > cue.index]
        sent = not scene.lexicon.words["sends"].isdisjoint(scene.clause_words(cue.index))
        return (
            _first(after, "to", cue.index)
            or [g for g in later if g.role == "to" and g.first - cue.index < 9][:1]
            or [g for g in scene.near(cue.index) if sent and g.role == "bare" and _dative(scene, g)][:1]
        )
    if cue.kind == "call" and not scene.lexicon.german and (to := _first(after, "to", cue.index)):
        return to
    partners = [] if _of_a_verb(scene, cue) else [g for g in after if g.role == "with"][:2]
    if cue.kind == "visit":
        return partners + _visited(scene, cue, after, actors)
    receives = [
        g for g in after if g.role == "host" and g.first - cue.index < 6 and _hosts(g, actors, ("person",))
    ]
    return partners or receives[:1]


def _of_a_verb(scene: Scene, cue: Cue) -> bool:
    """As in "vor dem Gipfel hat A sich mit B ausgetauscht": "mit" is the verb's, not the noun's."""
    governed = any(scene.word(i).lower() in scene.lexicon.words["aside"] for i in range(cue.index - 3, cue.index))
    if not governed or scene.lexicon.prepositions.get(scene.word(cue.index + 1)) == "with":
        return False
    behind = [scene.word(i) for i in scene.clause(cue.index) if i > cue.index]
    return any(v.frame in ("with", "object") for w in behind for v in scene.lexicon.verbs.get(w, ()))


def _visited(scene: Scene, cue: Cue, after: Sequence[Group], actors: Mapping[str, Actor]) -> list[Group]:
    if not scene.lexicon.words["pays"].isdisjoint(scene.clause_words(cue.index)):
        return [g for g in scene.near(cue.index) if g.role == "bare"][1:2]
    places = [g for g in after if g.role in ("host", "to") and _hosts(g, actors, _HOSTS)]
    return (
        places[:1]
        or [g for g in scene.near(cue.index) if g.role == "host" and _hosts(g, actors, ("country",))][:1]
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
        told or _relative(scene, cue) or speaker_of(scene, cue.index) or _other_noun(scene, cue) or _outer(scene, cue)
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
            return scene.clause_of[index + 1] if index + 1 in scene.clause_of else None
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


def _other_noun(scene: Scene, cue: Cue) -> Group | None:
    """As in "der Besuch des A begann mit einem Empfang bei B": who belongs to another noun of contact."""
    owners = (
        g
        for g in scene.near(cue.index)
        if g.role in ("genitive", "owner") and g.head not in (None, cue.index)
    )
    return next((g for g in owners if scene.lexicon.noun(scene.word(g.head or 0))), None)


def _outer(scene: Scene, cue: Cue) -> Group | None:
    """The subject of the main clause, where the cue's own (an infinitive, a relative clause) has none."""
    if scene.speech(cue.index) is not None:
        return None
    outside = [g for g in scene.groups if g.role == "bare"]
    if cue.kind == "letter":
        return next((g for g in outside if g.first > cue.index), None)
    return next((g for g in outside if g.last <= cue.index), None)


def speaker_of(scene: Scene, index: int) -> Group | None:
    """Who says the words that hold the cue, where they have no subject of their own."""
    speech = scene.speech(index)
    if speech is None or speech.source.actor is None:
        return None
    span = speech.source.span
    if span is not None:
        starts = scene.passage.tokens
        here = [g for g in scene.groups if starts[g.first].start < span[1] and span[0] < starts[g.last - 1].end]
        if here and len(here[0].actors) > 1:
            return here[0]
    return Group(index, index, (speech.source.actor,), "bare")
