"""Contacts that are only spoken of: refused, offered, hoped for, or told by reports that somebody denies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.scene import Scene
from wortlaut.record import Statement

_ASIDE = frozenset({"refuse", "offer", "demand", "request"})
_REACH = 6  # words between a verb and the noun it governs


def turned_down(scene: Scene, cue: Cue) -> bool:
    """As in "refused to meet B", "lehnte ein Treffen mit B ab", "offered to speak with B"."""
    if _only_if(scene, cue):
        return True
    speech = scene.speech(cue.index)
    if speech is not None and speech.cue is not None and _heads(scene, cue, speech):
        told = scene.passage.text[slice(*speech.cue)].lower()
        if speech.act in _ASIDE or scene.lexicon.says((told,), "ruled_out"):
            return True
    if scene.lexicon.german:
        return False
    if cue.frame != "noun" and scene.word(cue.index - 1) == "to":
        verbs = (scene.word(i).lower() for i in range(cue.index - 8, cue.index))
        return scene.lexicon.says(verbs, "ruled_out")
    before = [scene.word(i).lower() for i in range(cue.index - _REACH, cue.index)]
    return not scene.lexicon.declines.isdisjoint(pairwise(before))


def _only_if(scene: Scene, cue: Cue) -> bool:
    """As in "would meet B only if …", "will B nur treffen, wenn …"."""
    words = {w.lower() for w in scene.words()}
    here = {w.lower() for w in scene.clause_words(cue.index)}
    known = scene.lexicon.words
    return not known["only"].isdisjoint(here) and not known["conditions"].isdisjoint(words)


def in_passing(scene: Scene, cue: Cue) -> bool:
    """As in "after the meeting", "nach dem Treffen": what the sentence tells is another thing."""
    before = (scene.word(i).lower() for i in range(cue.index - 3, cue.index))
    return cue.frame == "noun" and not scene.lexicon.words["passing"].isdisjoint(before)


def reports_denied(scene: Scene, cue: Cue) -> bool:
    """As in "wies Berichte zurück, wonach A B traf", "dismissed reports that A had met B"."""
    if in_passing(scene, cue):
        return False
    about = (i for i in _what_is_denied(scene, cue) if scene.word(i).lower() in scene.lexicon.words["about"])
    return any(scene.clause_of[i] == scene.clause_of[cue.index] for i in about)


def _what_is_denied(scene: Scene, cue: Cue) -> Iterator[int]:
    """The words behind the reports, rumours or claims that a verb of denying governs."""
    denied = -_REACH
    for i in range(scene.sentence.first, cue.index):
        if scene.lexicon.says((scene.word(i).lower(),), "denials"):
            denied = i
        if i - denied < _REACH and scene.lexicon.says((scene.word(i),), "rumours"):
            yield from range(i + 1, min(i + 4, cue.index))


def object_of_denial(scene: Scene, cue: Cue) -> bool:
    """As in "bestreitet (ein) Telefonat": only a few small words between the denial and the noun."""
    here = [
        i
        for i in scene.clause(cue.index)
        if i < cue.index and scene.lexicon.says((scene.word(i),), "denials")
    ]
    if not here or cue.index - here[-1] > 4:
        return False
    between = [scene.word(i) for i in range(here[-1] + 1, cue.index)]
    return not any(word[:1].isupper() or word.lower() in scene.lexicon.prepositions for word in between)


def took_no_place(scene: Scene, cue: Cue) -> bool:
    """As in "Das Treffen habe nicht stattgefunden": the noun is the subject of a negated "take place"."""
    words = [scene.word(i).lower() for i in scene.clause(cue.index) if i > cue.index]
    places = scene.lexicon.words["takes_place"]
    return any(
        word in scene.lexicon.status["negations"] and not places.isdisjoint(words[max(i - 3, 0) : i + 4])
        for i, word in enumerate(words)
    )


def came_to_nothing(scene: Scene, cue: Cue) -> bool:
    """As in "Das Treffen kam nicht zustande"."""
    words = [scene.word(i).lower() for i in scene.clause(cue.index)]
    about = scene.lexicon.words["comes_about"]
    return not about.isdisjoint(words) and scene.lexicon.says(words, "negations")


def _heads(scene: Scene, cue: Cue, speech: Statement) -> bool:
    """Is the contact what the words say, not only named in them?"""
    start = scene.passage.tokens[cue.index].start
    begin = next(begin for begin, end in speech.content if begin <= start < end)
    between = [i for i in range(scene.sentence.first, cue.index) if scene.passage.tokens[i].start >= begin]
    if any(scene.clause_of[i] != scene.clause_of[cue.index] for i in between):
        return False
    if cue.frame == "noun":
        small = not any(scene.word(i).lower() in scene.lexicon.prepositions for i in between)
        return small and len(between) <= _REACH
    word = scene.word(cue.index)
    if not scene.lexicon.german:
        return scene.word(cue.index - 1) == "to" and len(between) <= 3
    return scene.word(cue.index - 1) == "zu" or (word.endswith("n") and "zu" in word[1:-2])
