"""The words of a sentence that tell of a contact: nouns and verbs, idioms left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.contacts.lexicon import Frame, Verb
from wortlaut.contacts.scene import Scene
from wortlaut.record.types import ContactKind


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells of a contact."""

    index: int
    kind: ContactKind
    frame: Frame
    verb: Verb | None = None


def find_cues(scene: Scene) -> Iterator[Cue]:
    """The cues of one sentence, in order; a verb that is barred by another word is none."""
    for index in range(scene.sentence.first, scene.sentence.last):
        word = scene.word(index)
        opens = index == scene.sentence.first and not scene.lexicon.german
        kind = scene.lexicon.noun(word.lower() if opens else word) or _joint(scene, index, word)
        first = index == scene.sentence.first and scene.lexicon.german
        verbs = scene.lexicon.verbs.get(word, ()) or (
            scene.lexicon.verbs.get(word.lower(), ()) if first else ()
        )
        if kind and not (verbs and _verbal(scene, index)):
            yield Cue(index, kind, "noun")
            continue
        for verb in verbs:
            if _fits(scene, index, verb):
                yield Cue(index, verb.kind, verb.frame, verb)


def _joint(scene: Scene, index: int, word: str) -> ContactKind | None:
    """A press conference is a meeting of those who give it together."""
    joint = scene.lexicon.joint.fullmatch(word)
    together = any(g.role == "with" and 0 < g.first - index < 8 for g in scene.near(index))
    return "meeting" if joint and together else None


def _verbal(scene: Scene, index: int) -> bool:
    """Is a word that may be noun or verb ("visit", "talk") a verb here?"""
    word, before = scene.word(index), scene.word(index - 1).lower()
    if before in ("to", "be", "been") or before in scene.lexicon.status["future"]:
        return True
    denied = scene.lexicon.says((before,), "denials") and word.endswith("ing")
    return denied or any(group.last == index and group.role == "bare" for group in scene.groups)


def _fits(scene: Scene, index: int, verb: Verb) -> bool:
    words = scene.clause_words(index)
    after = [scene.word(i) for i in scene.clause(index) if i > index]
    if verb.part and verb.part not in after[-2:] and verb.part not in _before_mark(after):
        return False
    if verb.needs and verb.needs.isdisjoint(words):
        return False
    if verb.next and scene.word(index + 1) not in verb.next:
        return False
    if verb.not_next and scene.word(index + 1).lower() in verb.not_next:
        return False
    by = verb.frame == "object" and scene.word(index + 1) == "by"
    if by and scene.word(index - 1).lower() not in scene.lexicon.words["passive"]:
        return False  # "a debate hosted by A": the debate is hosted, nobody else
    reflexive = not scene.lexicon.words["reflexive"].isdisjoint(words)
    barred = scene.words() if verb.together else words
    if not verb.bar.isdisjoint(barred) and not (reflexive and verb.mutual and not verb.together):
        return False
    return verb.reflexive is None or verb.reflexive == reflexive


def _before_mark(words: list[str]) -> list[str]:
    """A separated part may stand before a comma or the end of the piece: "kamen in Berlin zusammen, um …"."""
    return [left for left, right in pairwise(words) if not right[0].isalnum()]
