"""Is a contact still to come, by the form of its verb or by the words over its noun?"""

from __future__ import annotations

from itertools import pairwise

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.refusals import in_passing
from wortlaut.contacts.scene import Scene


def to_come(scene: Scene, cue: Cue, words: list[str]) -> bool:
    """Do the words around the cue (``words``: its clause) tell of what is still to come?"""
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
        open_form = (
            word not in lexicon.words["past"]
            and not _preterite(scene, word)
            and word.endswith(("n", "t"))
            and not _over(scene, cue, lower)
        )
        if word in lexicon.words["present"] and scene.word(min(scene.clause(cue.index))).lower() in (
            "dort",
            "danach",
        ):
            return True  # "Er reist am Mittwoch ab. Dort trifft er B"
        planned = lexicon.says(lower, "future") or (lower[-2:-1] == ["zu"] or "zu" in word[1:-2])
        return open_form and (planned or _on_a_day_to_come(scene, cue, lower))
    before = [scene.word(i).lower() for i in range(cue.index - 6, cue.index)]
    if _infinitive_to_come(scene, cue) or _in_the_present(scene, cue):
        return True
    return not lexicon.says(before[-2:], "finished") and lexicon.says(before, "future", "planned")


def _preterite(scene: Scene, word: str) -> bool:
    """As in "telefonierten": the past of a verb whose "telefoniert" is a verb of contact too."""
    return word.endswith("ten") and word[:-2] in scene.lexicon.verbs


def _over(scene: Scene, cue: Cue, lower: list[str]) -> bool:
    """A participle with "haben" is of what is over: "habe warten wollen und daher angerufen"."""
    word = scene.word(cue.index)
    participle = word.startswith("ge") or "ge" in word[2:7]
    return participle and _has(scene, "having", lower) and "werden" not in lower


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
    if _has(scene, "already", lower):
        return False
    if word.startswith("ge") or _has(scene, "auxiliaries", lower):
        return False
    apart = cue.verb is not None and cue.verb.mutual and cue.verb.part is not None
    several = word.endswith("n") and (apart or _has(scene, "reflexive", lower))
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
    if (
        _attribute_to_come(scene, cue)
        or _ahead(scene, cue)
        or lexicon.says(scene.clause_words(cue.index), "listed")
    ):
        return True
    near = [scene.word(i).lower() for i in range(cue.index - 5, cue.index)]
    if not {"nach", "after", "following", "nachdem", "since", "seit"}.isdisjoint(near):
        return False
    if lexicon.german:
        aside = any(lexicon.prepositions.get(word) for word in near[-3:])
        settled = not aside and lexicon.says(lower, "settled")
        opened = not aside and infinitive([scene.word(i).lower() for i in scene.stretch(cue.index)])
        return (
            settled
            or opened
            or lexicon.says(lower, "future")
            or (not aside and _settled_by_relative(scene, cue))
        )
    around = [scene.word(i).lower() for i in range(cue.index - 8, cue.index + 10)]
    if _is_to(scene, around[:8]) or _settled_behind(scene, cue):
        return True
    return lexicon.says(around, "future", "settled")


def _settled_by_relative(scene: Scene, cue: Cue) -> bool:
    """As in "einem Treffen, das für Januar vereinbart ist"."""
    for index in range(cue.index + 1, min(cue.index + 6, scene.sentence.last - 1)):
        if scene.word(index) == "," and scene.word(index + 1) in scene.lexicon.words["relatives"]:
            words = [scene.word(i).lower() for i in scene.clause(index + 1)]
            return scene.lexicon.says(words, "settled") and not {"ist", "sei", "wird"}.isdisjoint(words)
    return False


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


def infinitive(lower: list[str]) -> bool:
    """As in "neue Verhandlungen aufzunehmen": what is still to be done."""
    words = [word for word in lower if word[0].isalnum()]
    if len(words) < 2 or not words[-1].endswith("n"):
        return False
    return words[-2] == "zu" or words[-1][2:-3].find("zu") >= 0
