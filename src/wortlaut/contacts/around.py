"""What the words around a contact's own clause make of it: called off, untrue, told by the media alone."""

from __future__ import annotations

from bisect import bisect_right

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.scene import Scene
from wortlaut.languages import Sentence
from wortlaut.record import Statement

_AROUND = 2  # sentences looked at on either side
_LONGEST = 400  # characters of a sentence that are looked at
_BEFORE = 3  # words before a source that may say what it is


def following(scene: Scene) -> Sentence | None:
    """The sentence behind that of the scene."""
    sentences = scene.passage.sentences
    place = bisect_right(sentences, scene.sentence.start, key=lambda s: s.start)
    return sentences[place] if place < len(sentences) else None


def _next_words(scene: Scene) -> list[str]:
    after = following(scene)
    if after is None:
        return []
    return [scene.passage.word(i) for i in range(after.first, min(after.last, after.first + 60))]


def comes_to_nothing(scene: Scene) -> bool:
    """Does the next sentence say that what was planned will not be: "Daraus wird nichts"?"""
    if _but_called_off(scene):
        return True
    after = following(scene)
    if after is None:
        return False
    told = scene.passage.text[after.start : min(after.end, after.start + _LONGEST)]
    return any(pattern.match(told) for pattern in scene.lexicon.nothing)


def called_off_near(scene: Scene) -> bool:
    """Is a contact called off nearby: "Er sollte B treffen. … Er sagte den Besuch ab"?"""
    sentences = scene.passage.sentences
    place = bisect_right(sentences, scene.sentence.start, key=lambda s: s.start) - 1
    for other in sentences[max(place - _AROUND, 0) : place + _AROUND + 1]:
        last = min(other.last, other.first + 60)
        words = [scene.passage.word(i) for i in range(other.first, last)]
        if _called_off(scene, words) and any(scene.lexicon.noun(w) for w in words):
            return True
    return False


def came_along(scene: Scene) -> bool:
    """Does the next sentence say that who was asked to come did: "Er kam", "Das Gespräch dauerte …"?"""
    return not scene.lexicon.words["came"].isdisjoint(_next_words(scene))


def _but_called_off(scene: Scene) -> bool:
    """As in "He was due to see B on Friday, but B pulled out"."""
    words = scene.words()
    lower = [w.lower() for w in words]
    place = next((i for i, w in enumerate(lower) if w in scene.lexicon.words["contrary"]), None)
    return place is not None and _called_off(scene, words[place:])


def _called_off(scene: Scene, words: list[str]) -> bool:
    if scene.lexicon.says(words, "cancelled"):
        return True
    return any(a in words and b in words[words.index(a) :] for a, b in scene.lexicon.cancels)


def not_to_be(scene: Scene, cue: Cue, words: list[str]) -> bool:
    """As in "A wird nicht nach B reisen. Der Besuch sei abgesagt": to come, negated, and called off."""
    if cue.frame == "noun":
        return False
    lower = [w.lower() for w in words]
    known = scene.lexicon
    if known.words["plain_negations"].isdisjoint(lower) or not known.says(lower, "future"):
        return False
    return _called_off(scene, scene.words()) or _called_off(scene, _next_words(scene))


def untrue_later(scene: Scene) -> bool:
    """Does somebody say so in one of the next two sentences?"""
    after = following(scene)
    if after is None:
        return False
    last = min(after.first + 90, len(scene.passage.tokens))
    return _untrue(scene, [scene.passage.word(i) for i in range(after.first, last)])


def untrue(scene: Scene) -> bool:
    """Does somebody say in the next sentence, or behind the contact, that it is not true?"""
    return _untrue(scene, _next_words(scene))


def denied_here(scene: Scene, cue: Cue) -> bool:
    """Does the rest of the sentence deny it: "„Das ist erfunden“, sagte A auf die Frage, ob er B traf"?"""
    clause = set(scene.clause(cue.index))
    return _untrue(
        scene, [scene.word(i) for i in range(scene.sentence.first, scene.sentence.last) if i not in clause]
    )


def _untrue(scene: Scene, words: list[str]) -> bool:
    known = scene.lexicon
    lower = [w.lower() for w in words]
    if not known.words["undecided"].isdisjoint(lower):
        return False
    if any(known.says((w,), "untrue") for w in (*words, *lower)):
        return True
    return any(
        a in lower and b in lower[lower.index(a) :]
        for a, b in (tuple(pair.split()) for pair in known.rejects)
    )


def rejected(scene: Scene, cue: Cue) -> bool:
    """As in "Dass A und B sich trafen, wies C zurück", "Berichte, nach denen A B traf, stritt C ab"."""
    if _denied_before(scene, cue):
        return True
    words = scene.words()
    place = cue.index - scene.sentence.first
    before, behind = [w.lower() for w in words[:place]], words[place + 1 :]
    opens = bool(before) and before[0] in scene.lexicon.words["claims"]
    reports = any(scene.lexicon.says((w,), "rumours") for w in words[:place])
    if not (opens or reports):
        return False
    clause = set(scene.clause(cue.index))
    outside = [scene.word(i) for i in range(cue.index + 1, scene.sentence.last) if i not in clause]
    return _untrue(scene, outside) or (
        bool(outside)
        and not scene.lexicon.words["undecided"].intersection(w.lower() for w in behind)
        and _denies(scene, outside)
    )


def _denied_before(scene: Scene, cue: Cue) -> bool:
    """As in "bestritt, dass A B traf", "denied on Tuesday that he had met B"."""
    first = min(scene.clause(cue.index))
    if scene.word(first).lower() not in scene.lexicon.words["claims"]:
        return False
    before = [scene.word(i).lower() for i in range(first - 8, first)]
    return any(
        scene.lexicon.says((w,), "denials") and w not in scene.lexicon.words["half_denials"] for w in before
    )


def _denies(scene: Scene, words: list[str]) -> bool:
    lower = [w.lower() for w in words]
    half = scene.lexicon.words["half_denials"]
    return any(scene.lexicon.says((word,), "denials") and word not in half for word in lower)


def by_media(scene: Scene, cue: Cue, speech: Statement | None) -> bool:
    """Is a newspaper, a report or a rumour all that speaks for it?"""
    media = scene.lexicon.media
    if speech is not None and speech.source.span is not None:
        start, end = speech.source.span
        told = scene.passage.text[start:end].split()
        first = bisect_right(scene.passage.tokens, start, key=lambda token: token.start) - 1
        told += [scene.word(i) for i in range(first - _BEFORE, first)]
        by = any(media.search(w.strip('.,;:“”„"')) for w in told)
        if by or speech.source.actor in scene.people:
            return by
    words = scene.words()
    marks = scene.lexicon.words["according"]
    for place, word in enumerate(words):
        if word.lower() in marks:
            near = (
                words[max(place - 5, 0) : place]
                if word.lower() in scene.lexicon.words["according_after"]
                else (words[place + 1 : place + 5])
            )
            if any(media.search(w) for w in near):
                return True
    return False
