"""Which kind of contact a cue tells of, with the words around: by phone, on a screen, in a place."""

from __future__ import annotations

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.scene import Scene
from wortlaut.record.types import ContactKind


def kind_of(scene: Scene, cue: Cue) -> ContactKind:
    """The kind of a cue, or what the words around say of it: "spoke by phone", "Gespräche in Genf"."""
    words = scene.clause_words(cue.index)
    if cue.kind in ("talk", "call") and not scene.lexicon.words["videos"].isdisjoint(words):
        return "video"
    if cue.kind != "talk":
        return cue.kind
    if not scene.lexicon.words["phones"].isdisjoint(scene.clause_words(cue.index)):
        return "call"
    came = scene.word(cue.index - 1).lower() in ("for", "zu") and not scene.lexicon.words["comes"].isdisjoint(
        words
    )
    return "meeting" if came or _placed(scene, cue) or _aside(scene, cue) else cue.kind


def _aside(scene: Scene, cue: Cue) -> bool:
    """As in "am Rande einer Tagung": who talks there meets there."""
    return not scene.lexicon.words["margins"].isdisjoint(scene.clause_words(cue.index))


def _placed(scene: Scene, cue: Cue) -> bool:
    """Do the words give a place ("Gespräche in Genf")? Who talks in a place meets there."""
    clause = scene.clause(cue.index)
    if any(_room(scene, i) or scene.word(i).lower() in scene.lexicon.words["there"] for i in clause):
        return True
    return any(scene.word(i) == "in" and _place(scene, i + 1) for i in clause if i + 1 in clause)


def _room(scene: Scene, index: int) -> bool:
    """As in "im Kanzleramt", "auf einer Jacht", "beim Neujahrsempfang": where people meet in person."""
    if scene.word(index).lower() not in scene.lexicon.words["rooms"]:
        return False
    ahead = (scene.word(i) for i in range(index + 1, index + 4))
    endings = tuple(scene.lexicon.words["room_endings"])
    noun = next((w for w in ahead if w[:1].isupper() or not scene.lexicon.german), "")
    nouns = [noun] if scene.lexicon.german else [scene.word(i) for i in range(index + 1, index + 4)]
    return any(w.lower().endswith(endings) or w.lower().removesuffix("s").endswith(endings) for w in nouns)


def _place(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    start = scene.passage.tokens[index].start
    dated = any(time.span[0] <= start < time.span[1] for time in scene.times)
    return (
        word[:1].isupper()
        and word not in scene.lexicon.words["no_place"]
        and not dated
        and not scene.lexicon.noun(word)
    )
