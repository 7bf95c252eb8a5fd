"""Was it held, is it planned, alleged, denied or cancelled, or is it no contact at all?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.refusals import (
    came_to_nothing,
    in_passing,
    object_of_denial,
    reports_denied,
    took_no_place,
    turned_down,
)
from wortlaut.contacts.scene import Scene
from wortlaut.record import Actor, Statement
from wortlaut.record.types import Status

_NEAR = 4  # words before a noun that may be its verb even where they stand in another clause


def status_of(scene: Scene, cue: Cue, actors: Mapping[str, Actor], party: tuple[str, ...]) -> Status | None:
    """The status that the words around a cue give the contact; ``None``: the words tell of none."""
    lexicon = scene.lexicon
    words = scene.clause_words(cue.index)
    if _cancelled(scene, cue, words):
        return "cancelled"
    if turned_down(scene, cue):
        return None
    speech = scene.speech(cue.index)
    if _denied(scene, cue, words, speech):
        return "denied"
    if _negated(scene, cue) or _only_an_idea(scene, cue) or _purpose(scene, cue):
        return None
    if cue.frame == "noun" and took_no_place(scene, cue):
        return None
    if _hearsay(scene, cue, words) or _unnamed(scene, cue, speech, actors, party):
        return "alleged"
    if cue.kind != "letter" and lexicon.says(_ruling(scene, cue, words), "ruled_out"):
        return None
    return "planned" if _intended(scene, cue, speech) or _to_come(scene, cue, words) else "held"


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
    ruling = scene.words() if _infinitive(stretch) else words
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
    if cue.frame != "noun" or in_passing(scene, cue):
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
        return any(scene.word(i).lower() in words for i in near)
    return scene.lexicon.says((scene.word(i).lower() for i in near if i < cue.index), "negations")


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
    return _has(scene, "unreal", lower) and _has(scene, "modals", lower)


def _hearsay(scene: Scene, cue: Cue, words: list[str]) -> bool:
    """As in "soll … getroffen haben", "angeblich", "Medienberichten zufolge", "reportedly"."""
    lexicon = scene.lexicon
    if lexicon.says(words, "alleged"):
        return True
    told = lexicon.says(words, "hearsay")
    return told and any(word in lexicon.status["hearsay_end"] for word in words[-3:])


def _unnamed(
    scene: Scene, cue: Cue, speech: Statement | None, actors: Mapping[str, Actor], party: tuple[str, ...]
) -> bool:
    """Is the contact told on the word of an unnamed source or of the media alone?"""
    if speech is not None and speech.source.actor in party:
        return False
    if _withheld(scene) or _cited(scene):
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
        return not scene.lexicon.words["confirms"].isdisjoint(scene.words())
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


def _to_come(scene: Scene, cue: Cue, words: list[str]) -> bool:
    lower = [word.lower() for word in words]
    if scene.lexicon.german and any(word in scene.lexicon.status["finished"] for word in words[-3:]):
        return cue.frame == "noun" and _attribute_to_come(scene, cue)
    if cue.frame == "noun":
        return _noun_to_come(scene, cue, lower)
    return _verb_to_come(scene, cue, lower)


def _verb_to_come(scene: Scene, cue: Cue, lower: list[str]) -> bool:
    lexicon = scene.lexicon
    if lexicon.german:
        word = scene.word(cue.index)
        open_form = word not in lexicon.words["past"] and word.endswith(("n", "t"))
        planned = lexicon.says(lower, "future") or (lower[-2:-1] == ["zu"] or "zu" in word[1:-2])
        return open_form and (planned or _on_a_day_to_come(scene, cue, lower))
    before = [scene.word(i).lower() for i in range(cue.index - 6, cue.index)]
    if _infinitive_to_come(scene, cue) or _in_the_present(scene, cue):
        return True
    return not lexicon.says(before[-2:], "finished") and lexicon.says(before, "future", "planned")


def _infinitive_to_come(scene: Scene, cue: Cue) -> bool:
    """As in "is to meet", "flies there to meet", but not "flew there to meet"."""
    before = [scene.word(i).lower() for i in range(scene.sentence.first, cue.index)]
    if before[-2:] == ["to", "have"]:
        return bool(before[:-2]) and before[-3] in scene.lexicon.words["passive"]
    return before[-1:] == ["to"] and not _has(scene, "arrives", before)


def _in_the_present(scene: Scene, cue: Cue) -> bool:
    """As in "A hosts B on Friday": a verb in the present, and the day."""
    return scene.word(cue.index) in scene.lexicon.words["present"] and _dated(scene, cue)


def _on_a_day_to_come(scene: Scene, cue: Cue, lower: list[str]) -> bool:
    """As in "A trifft B am Freitag": a verb in the present, and the day."""
    word = scene.word(cue.index)
    if word.startswith("ge") or _has(scene, "auxiliaries", lower):
        return False
    several = word.endswith("n") and _has(scene, "reflexive", lower)
    if not word.endswith("t") and not several:
        return False
    return _dated(scene, cue)


def _dated(scene: Scene, cue: Cue) -> bool:
    clause = {scene.passage.tokens[i].start for i in scene.clause(cue.index)}
    return any(time.type in ("DATE", "TIME") and time.span[0] in clause for time in scene.times)


def _has(scene: Scene, group: str, lower: list[str]) -> bool:
    """Does one of the words belong to a group of the lexicon's words?"""
    return not scene.lexicon.words[group].isdisjoint(lower)


def _noun_to_come(scene: Scene, cue: Cue, lower: list[str]) -> bool:
    """To come by its adjective ("geplantes Treffen"), or by the verb over it."""
    lexicon = scene.lexicon
    if _attribute_to_come(scene, cue) or _ahead(scene, cue):
        return True
    near = [scene.word(i).lower() for i in range(cue.index - 5, cue.index)]
    if not {"nach", "after", "following", "nachdem", "since", "seit"}.isdisjoint(near):
        return False
    if lexicon.german:
        aside = any(lexicon.prepositions.get(word) for word in near[-3:])
        settled = not aside and lexicon.says(lower, "settled")
        opened = not aside and _infinitive([scene.word(i).lower() for i in scene.stretch(cue.index)])
        return settled or opened or lexicon.says(lower, "future")
    around = [scene.word(i).lower() for i in range(cue.index - 8, cue.index + 10)]
    if _is_to(scene, around[:8]) or _settled_behind(scene, cue):
        return True
    return lexicon.says(around, "future", "settled")


def _is_to(scene: Scene, before: list[str]) -> bool:
    """As in "A and B are to hold talks"."""
    return any(left in scene.lexicon.words["passive"] and right == "to" for left, right in pairwise(before))


def _settled_behind(scene: Scene, cue: Cue) -> bool:
    """As in "The meeting between A and B was postponed"."""
    if in_passing(scene, cue):
        return False
    behind = [scene.word(i).lower() for i in scene.clause(cue.index) if i > cue.index]
    passive = scene.lexicon.words["passive"]
    return any(
        left in passive and scene.lexicon.says((right,), "settled") for left, right in pairwise(behind)
    )


def _attribute_to_come(scene: Scene, cue: Cue) -> bool:
    near = [scene.word(i).lower() for i in range(cue.index - 4, cue.index)]
    return scene.lexicon.says(near, "planned") and not scene.lexicon.says(near, "negations")


def _ahead(scene: Scene, cue: Cue) -> bool:
    """As in "vor dem Treffen", "ahead of his visit": only small words between."""
    before = [
        i for i in range(cue.index - 5, cue.index) if scene.lexicon.says((scene.word(i).lower(),), "ahead")
    ]
    if not before:
        return False
    between = [scene.word(i) for i in range(before[-1] + 1, cue.index)]
    return not any(word[:1].isupper() or word[:1].isdigit() for word in between) or not scene.lexicon.german


def _infinitive(lower: list[str]) -> bool:
    """As in "neue Verhandlungen aufzunehmen": what is still to be done."""
    words = [word for word in lower if word[0].isalnum()]
    if len(words) < 2 or not words[-1].endswith("n"):
        return False
    return words[-2] == "zu" or words[-1][2:-3].find("zu") >= 0
