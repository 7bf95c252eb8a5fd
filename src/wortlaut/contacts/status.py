"""Was it held, is it planned, alleged, denied or cancelled, or is it no contact at all?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from wortlaut.contacts.around import (
    by_media,
    called_off_near,
    came_along,
    comes_to_nothing,
    denied_here,
    not_to_be,
    rejected,
    untrue,
    untrue_later,
)
from wortlaut.contacts.cues import Cue
from wortlaut.contacts.nominal import bidden
from wortlaut.contacts.refusals import (
    came_to_nothing,
    in_passing,
    object_of_denial,
    reports_denied,
    took_no_place,
    turned_down,
)
from wortlaut.contacts.scene import Scene
from wortlaut.contacts.upcoming import infinitive, to_come
from wortlaut.record import Actor, Statement
from wortlaut.record.types import Status

_NEAR = 4  # words before a noun that may be its verb even where they stand in another clause


def status_of(scene: Scene, cue: Cue, actors: Mapping[str, Actor], party: tuple[str, ...]) -> Status | None:
    """The status that the words around a cue give the contact; ``None``: the words tell of none."""
    lexicon = scene.lexicon
    words = scene.clause_words(cue.index)
    if _cancelled(scene, cue, words) or not_to_be(scene, cue, words):
        return "cancelled"
    if (
        lexicon.says(words, "meant")
        and not in_passing(scene, cue)
        and (comes_to_nothing(scene) or called_off_near(scene))
    ):
        return "cancelled"
    if turned_down(scene, cue):
        return None
    if _questioned(scene, cue):
        return "denied" if untrue_later(scene) or denied_here(scene, cue) else None
    speech = scene.speech(cue.index)
    if _denied(scene, cue, words, speech) or rejected(scene, cue):
        return "denied"
    if _negated(scene, cue) or _only_an_idea(scene, cue) or _purpose(scene, cue):
        return None
    if cue.frame == "noun" and _not_answered(scene, words):
        return None
    if cue.frame == "noun" and (took_no_place(scene, cue) or (bidden(scene, cue) and not came_along(scene))):
        return None
    accused = speech is not None and speech.act == "accuse" and speech.source.actor not in party
    if accused or _hearsay(scene, cue, words) or _unnamed(scene, cue, speech, actors, party):
        return "denied" if untrue(scene) else "alleged"
    if cue.kind != "letter" and lexicon.says(_ruling(scene, cue, words), "ruled_out"):
        return None
    if _intended(scene, cue, speech) or to_come(scene, cue, words) or _verb_of_plans(scene, cue):
        return "cancelled" if comes_to_nothing(scene) else "planned"
    return "held"


def _questioned(scene: Scene, cue: Cue) -> bool:
    """As in "die Frage, ob A mit B sprach", "whether he had met B": nobody says so."""
    if cue.frame == "noun":
        return False
    return scene.word(min(scene.clause(cue.index))).lower() in scene.lexicon.words["whether"]


def _not_answered(scene: Scene, words: list[str]) -> bool:
    """As in "nahm den Anruf nicht entgegen": an attempt."""
    known = scene.lexicon.words
    return not known["gets"].isdisjoint(words) and not known["plain_negations"].isdisjoint(words)


def _verb_of_plans(scene: Scene, cue: Cue) -> bool:
    return cue.verb is not None and cue.verb.planned


def _intended(scene: Scene, cue: Cue, speech: Statement | None) -> bool:
    """As in "A plant einen Besuch": the verb of intending stands before its content, in the same sentence."""
    if speech is None or speech.cue is None:
        return False
    here = scene.sentence.start <= speech.cue[0] < scene.sentence.end
    told = scene.passage.text[slice(*speech.cue)]
    intends = speech.act == "intend" or scene.lexicon.says((told,), "future", "settled")
    return (
        here and intends and (cue.frame == "noun" or scene.word(cue.index) not in scene.lexicon.words["past"])
    )


def _ruling(scene: Scene, cue: Cue, words: list[str]) -> list[str]:
    """The words that may rule a contact out: in English those before the noun, of an infinitive all."""
    if not scene.lexicon.german:
        return [scene.word(i).lower() for i in scene.clause(cue.index) if cue.index - 8 < i < cue.index]
    stretch = [scene.word(i).lower() for i in scene.stretch(cue.index)]
    ruling = scene.words() if infinitive(stretch) else words
    return [
        w
        for i, w in enumerate(ruling)
        if "auf" not in [before.lower() for before in ruling[max(i - 2, 0) : i]]
    ]


def _purpose(scene: Scene, cue: Cue) -> bool:
    """As in "Einladung zu Gesprächen": no talks yet, unless somebody comes to them."""
    if cue.kind != "talk" or scene.word(cue.index - 1).lower() != "zu":
        return False
    return scene.lexicon.words["comes"].isdisjoint(scene.clause_words(cue.index))


def _cancelled(scene: Scene, cue: Cue, words: list[str]) -> bool:
    if cue.frame != "noun" or cue.kind == "letter" or in_passing(scene, cue):
        return False
    words = [*(scene.word(i) for i in range(cue.index - _NEAR, cue.index)), *words]
    if scene.lexicon.says(words, "cancelled") or came_to_nothing(scene, cue):
        return True
    return any(
        first in words and last in words[words.index(first) :] for first, last in scene.lexicon.cancels
    )


def _negated(scene: Scene, cue: Cue) -> bool:
    """As in "kein Telefonat", "traf … nicht"; a negation after a noun belongs to another word."""
    words = scene.lexicon.words["plain_negations"]
    near = [i for i in scene.stretch(cue.index) if abs(i - cue.index) <= 10]
    if cue.frame != "noun":
        return any(scene.word(i).lower() in words and not _of_another(scene, i, cue.index) for i in near)
    return scene.lexicon.says((scene.word(i).lower() for i in near if i < cue.index), "negations")


def _of_another(scene: Scene, negation: int, index: int) -> bool:
    """As in "hat nicht warten wollen und B angerufen": the negation is of the verb in front of "und"."""
    joins = scene.lexicon.words["joins"]
    between = range(negation + 2, index)
    return any(scene.word(i) in joins and scene.word(i - 1).islower() for i in between)


def _only_an_idea(scene: Scene, cue: Cue) -> bool:
    """As in "keine Pläne für ein Treffen": the negation is of the plans, not of the contact."""
    near = [scene.word(i) for i in range(cue.index - 6, cue.index)]
    return scene.lexicon.says(near, "ideas") and scene.lexicon.says((w.lower() for w in near), "negations")


def _denied(scene: Scene, cue: Cue, words: list[str], speech: Statement | None) -> bool:
    if _only_an_idea(scene, cue) or _reproach(scene, words):
        return False
    negated = _negated(scene, cue) or took_no_place(scene, cue)
    if speech is not None and speech.act == "deny":
        return not in_passing(scene, cue)
    if reports_denied(scene, cue):
        return True
    if speech is not None and negated and speech.act in ("state", "confirm", "announce"):
        return True
    if negated:
        return scene.lexicon.says(scene.words(), "denials")
    return cue.frame == "noun" and object_of_denial(scene, cue)


def _reproach(scene: Scene, words: list[str]) -> bool:
    """As in "Sie hätte das Gespräch nicht ankündigen dürfen": blame for how it was, no denial that it was."""
    lower = [word.lower() for word in words]
    known = scene.lexicon.words
    return not known["unreal"].isdisjoint(lower) and not known["modals"].isdisjoint(lower)


def _hearsay(scene: Scene, cue: Cue, words: list[str]) -> bool:
    """As in "soll … getroffen haben", "angeblich", "Medienberichten zufolge", "reportedly"."""
    lexicon = scene.lexicon
    if lexicon.says((*words, *(w.lower() for w in words)), "alleged") or _unconfirmed(scene, cue, words):
        return True
    told = lexicon.says(words, "hearsay")
    return told and any(word in lexicon.status["hearsay_end"] for word in words[-3:])


def _unconfirmed(scene: Scene, cue: Cue, words: list[str]) -> bool:
    """As in "The meeting has not been confirmed": the word stands close behind its negation."""
    if in_passing(scene, cue):
        return False
    known = scene.lexicon
    near = [i for i, word in enumerate(words) if word in known.words["confirms"]]
    return any(known.says((w.lower() for w in words[max(i - 3, 0) : i]), "negations") for i in near)


def _unnamed(
    scene: Scene, cue: Cue, speech: Statement | None, actors: Mapping[str, Actor], party: tuple[str, ...]
) -> bool:
    """Is the contact told on the word of an unnamed source or of the media alone?"""
    if speech is not None and speech.source.actor in party:
        return False
    if _withheld(scene) or _cited(scene) or by_media(scene, cue, speech):
        return True
    if speech is None:
        return _told_aside(scene, cue, actors)
    actor = actors.get(speech.source.actor or "")
    name = _source_words(scene, speech, actors)
    if _official(scene, name):
        return False
    if actor is not None and actor.kind in ("person", "country", "anonymous"):
        return actor.kind == "anonymous"
    return scene.lexicon.says(re.findall(r"\w+", name), "unnamed", "alleged")


def _official(scene: Scene, name: str) -> bool:
    """Does one speak who speaks for a party, without asking to stay unnamed?"""
    official = any(word in name for word in scene.lexicon.words["officials"])
    return official and not scene.lexicon.says(scene.words(), "anonymous")


def confirmed(scene: Scene, cue: Cue, actors: Mapping[str, Actor], party: tuple[str, ...]) -> bool:
    """Is the contact told on the word of a party, of its office or of somebody who confirms it?"""
    speech = scene.speech(cue.index)
    if speech is None:
        return not _unconfirmed(scene, cue, scene.words()) and not scene.lexicon.words["confirms"].isdisjoint(
            scene.words()
        )
    if speech.source.actor in party or speech.act == "confirm":
        return True
    actor = actors.get(speech.source.actor or "")
    if actor is not None and actor.kind == "anonymous" and _withheld(scene):
        return False
    return any(word in _source_words(scene, speech, actors) for word in scene.lexicon.words["officials"])


def _source_words(scene: Scene, speech: Statement, actors: Mapping[str, Actor]) -> str:
    """The name of who says it, and the words that name the speaker here."""
    actor = actors.get(speech.source.actor or "")
    name = actor.name if actor is not None else ""
    span = speech.source.span
    return name if span is None else name + " " + scene.passage.text[slice(*span)]


def _withheld(scene: Scene) -> bool:
    """As in "on condition of anonymity": the sentence says that its source is not to be named."""
    return scene.lexicon.says(scene.words(), "withheld")


def _cited(scene: Scene) -> bool:
    """As in "citing two people", "unter Berufung auf Kreise"."""
    words = scene.words()
    places = [i for i, word in enumerate(words) if scene.lexicon.says((word,), "cites")]
    return any(scene.lexicon.says(words[i : i + 10], "cited") for i in places)


def _told_aside(scene: Scene, cue: Cue, actors: Mapping[str, Actor]) -> bool:
    """As in "A spoke with B, an official said": an unnamed one behind a comma, who tells it."""
    later = (g for g in scene.groups if g.first > cue.index and g.role == "bare")
    told = [(g, actors[a]) for g in later for a in g.actors if a in actors]
    unnamed = (g for g, a in told if a.kind == "anonymous" and not _official(scene, a.name))
    return any("," in (scene.word(g.first - 1), scene.word(g.first - 2)) for g in unnamed)
