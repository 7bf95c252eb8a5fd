"""The way from a passage to its contacts: cues, participants, status, and tellings of one event merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wortlaut.contacts.cues import Cue, find_cues
from wortlaut.contacts.dates import when_of
from wortlaut.contacts.details import initiator_of
from wortlaut.contacts.events import Telling, merge
from wortlaut.contacts.kinds import kind_of
from wortlaut.contacts.lexicon import lexicon
from wortlaut.contacts.participants import take_part
from wortlaut.contacts.scene import Scene
from wortlaut.contacts.sides import Party
from wortlaut.contacts.stage import Stage, place_mentions
from wortlaut.contacts.status import confirmed, status_of
from wortlaut.languages import Passage
from wortlaut.record import Actor, Contact, Span, Statement, Time
from wortlaut.record.types import ContactKind

_HEAD = 60  # tokens that the headline and what stands above it take at most
_MARKS = frozenset(".!?…:")
_LONGEST = 400  # tokens; beyond it a "sentence" is a table or no prose at all


def find_contacts(
    passage: Passage,
    actors: Sequence[Actor],
    times: Sequence[Time],
    statements: Sequence[Statement],
    published: str | None = None,
) -> tuple[Contact, ...]:
    """One contact per event (not per mention), in the order of the text.

    What lies after the day it was ``published`` (an ISO date, with or without a time) was not held yet.
    """
    words = lexicon(passage.language)
    if words is None:
        return ()
    known = {actor.id: actor for actor in actors}
    people = frozenset(actor.id for actor in actors if actor.kind == "person")
    timed = tuple(sorted(times, key=lambda time: time.span))
    stage = Stage(passage, words, place_mentions(passage, words, actors), timed, tuple(statements), people)
    day = (published or "")[:10]
    return merge(_tellings(stage, known, day), day)


def _tellings(stage: Stage, actors: Mapping[str, Actor], day: str) -> Iterator[Telling]:
    last: tuple[str, ...] = ()
    kind: ContactKind = "talk"
    for sentence in stage.passage.sentences:
        if not _may_tell(stage, sentence.first, sentence.last):
            continue
        told: set[tuple[int, frozenset[str]]] = set()
        scene = stage.scene(sentence, last)
        told_again = _again(scene, kind, last, day)
        if told_again is not None:
            yield told_again
        for cue in find_cues(scene):
            for telling in _of_cue(scene, cue, actors, last, day):
                key = (scene.clause_of[cue.index], frozenset(telling.participants))
                if key in told and telling.kind in ("talk", "meeting"):
                    continue
                told.add(key)
                if len(telling.participants) > 1:
                    last, kind = telling.participants, telling.kind
                yield telling


def _again(scene: Scene, kind: ContactKind, last: tuple[str, ...], day: str) -> Telling | None:
    """As in "Am Dienstag soll weiterverhandelt werden": those who met before are to meet again."""
    words = scene.lexicon.words["again"]
    index = next(
        (i for i in range(scene.sentence.first, scene.sentence.last) if scene.word(i) in words), None
    )
    if index is None or len(last) < 2 or scene.near(index):
        return None
    if not scene.lexicon.words["courts"].isdisjoint(scene.words()):
        return None
    cue = Cue(index, kind, "noun")
    when = when_of(scene, cue, "planned", day)
    lower = [w.lower() for w in scene.clause_words(index)]
    open_ = scene.lexicon.says(lower, "future", "settled", "planned")
    if when is None or not open_ or scene.lexicon.says(lower, "negations", "ruled_out"):
        return None
    rule = f"{scene.passage.language}:again:{scene.word(index).lower()}"
    return Telling(kind, last, when, "planned", None, (_evidence(scene, cue),), rule, own=last)


def _of_cue(
    scene: Scene, cue: Cue, actors: Mapping[str, Actor], last: tuple[str, ...], day: str
) -> Iterator[Telling]:
    party = _with_speaker(scene, cue, _with_last(scene, cue, take_part(scene, cue, actors), last))
    apart = not scene.lexicon.words["apart"].isdisjoint(scene.clause_words(cue.index))
    others = [actor for actor in party.actors if actor not in party.partners]
    parties = [party]
    if apart and len(party.partners) > 1 and others:
        parties = [Party((*others, partner), party.doer, (*others, partner)) for partner in party.partners]
    for each in parties:
        telling = _telling(scene, cue, actors, each, day)
        if telling is not None:
            yield telling


def _may_tell(stage: Stage, first: int, last: int) -> bool:
    if last - first > _LONGEST:
        return False
    words = (stage.passage.word(index) for index in range(first, last))
    known = stage.lexicon
    again = known.words["again"]
    if not known.german and known.noun(stage.passage.word(first).lower()):
        return True
    return any(
        word in known.verbs or known.noun(word) or known.joint.fullmatch(word) or word in again
        for word in words
    )


def _telling(scene: Scene, cue: Cue, actors: Mapping[str, Actor], party: Party, day: str) -> Telling | None:
    back = (
        cue.frame == "noun"
        and len(party.own) < 2
        and (_definite(scene, cue) or _unshared(scene, cue, party) or _in_own_words(scene, cue, party))
    )
    either = _of_the_two(scene, cue, party)
    back = back or either
    if len(party.actors) < 2 and not back:
        return None
    status = status_of(scene, cue, actors, party.actors)
    if status is None:
        return None
    attended = _attended(scene, cue)
    aside = bool({"with", "other", "host", "to", "by", "between"} & {_governed(scene, cue)})
    bare = back and not party.own and not attended and (aside or len(party.actors) < 2)
    when = when_of(scene, cue, status, day, party.actors)
    if status == "held" and when is not None and when > day > "" and _is_past(scene, cue):
        when = None  # the day of another sentence: what is told in the past was not after the report
    return Telling(
        kind=kind_of(scene, cue),
        participants=() if bare else party.actors,
        when=when,
        status=status,
        initiator=initiator_of(scene, cue, party, actors),
        evidence=(_evidence(scene, cue),),
        rule=f"{scene.passage.language}:{cue.frame}:{scene.word(cue.index).lower()}",
        own=party.own,
        back=back,
        definite=cue.frame == "noun" and _definite(scene, cue),
        told=scene.speech(cue.index) is not None,
        attended=back and attended,
        loose=_loose(scene, cue, party, actors),
        heading=status == "held" and _heading(scene),
        confirmed=status == "held" and confirmed(scene, cue, actors, party.actors),
        several=scene.word(cue.index).lower() in scene.lexicon.words["several"],
        likely=scene.joint if either else _likely(scene, cue) if back or bare else (),
    )


def _is_past(scene: Scene, cue: Cue) -> bool:
    """Is it told in the perfect or the past: "habe … getroffen", "kam … zusammen"?"""
    words = {w.lower() for w in scene.clause_words(cue.index)}
    if any(w[0].isdigit() for w in words):
        return False
    return cue.frame != "noun" and not words.isdisjoint(
        scene.lexicon.words["having"] | scene.lexicon.words["past"]
    )


def _of_the_two(scene: Scene, cue: Cue, party: Party) -> bool:
    """As in "A und B streiten. Ein Treffen am Montag endete ohne Ergebnis": a day, and nobody else named."""
    here = {actor for group in scene.near(cue.index) for actor in group.actors}
    if cue.frame != "noun" or cue.kind == "visit" or party.own or not here <= set(scene.joint):
        return False
    if len(scene.joint) < 2 or set(scene.joint) == set(scene.last) or not _singular(scene, cue):
        return False
    clause = {scene.passage.tokens[i].start for i in scene.clause(cue.index)}
    return any(t.span[0] in clause and t.type == "DATE" for t in scene.times)


def _singular(scene: Scene, cue: Cue) -> bool:
    near = {scene.word(i).lower() for i in range(cue.index - 5, cue.index)}
    return not near.isdisjoint(scene.lexicon.words["indefinite"])


def _in_own_words(scene: Scene, cue: Cue, party: Party) -> bool:
    """As in "„Wir hatten ein gutes Gespräch", sagte A": one who took part speaks of what was told."""
    speech = scene.speech(cue.index)
    direct = speech is not None and speech.form in ("direct", "mixed")
    return (
        direct
        and cue.kind in ("talk", "meeting", "call")
        and set(party.actors) <= set(scene.last)
        and bool(party.actors)
    )


def _unshared(scene: Scene, cue: Cue, party: Party) -> bool:
    """As in "A und B einigten sich. Bei einem Telefonat habe man …": nobody named, but two just before."""
    named = set(party.actors) <= set(scene.joint)
    return named and len(party.own) < 1 and cue.kind in ("call", "video") and len(scene.joint) > 1


def _likely(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """The two that the sentence before names, of a letter, a call, or talks on a certain day."""
    if cue.kind in ("call", "video", "letter"):
        return scene.joint if not scene.near(cue.index) or _definite(scene, cue) else ()
    clause = {scene.passage.tokens[i].start for i in scene.clause(cue.index)}
    dated = any(t.span[0] in clause and t.type == "DATE" for t in scene.times)
    plain = not scene.near(cue.index) and _governed(scene, cue) is None
    told = set(scene.joint) == set(scene.last)
    return scene.joint if dated and plain and not told and _definite(scene, cue) else ()


def _attended(scene: Scene, cue: Cue) -> bool:
    """Is somebody named as taking part? A pronoun ("sie nehmen teil") names nobody new."""
    if scene.lexicon.words["attends"].isdisjoint(scene.clause_words(cue.index)):
        return False
    return any(g.role == "bare" and scene.word(g.first)[:1].isupper() for g in scene.near(cue.index))


def _heading(scene: Scene) -> bool:
    """A sentence without a mark at its end, in the first lines of a report, is a headline."""
    early = scene.sentence.first < _HEAD and scene.sentence.last < len(scene.passage.tokens)
    return early and not _MARKS.intersection(scene.words()[-2:])


def _loose(scene: Scene, cue: Cue, party: Party, actors: Mapping[str, Actor]) -> bool:
    """As in "Nordland kündigt Telefonat mit Radek an": who is to speak with Radek is not said yet."""
    others = [actors[a] for a in party.actors if a not in party.own and a in actors]
    named = [actors[a] for a in party.own if a in actors]
    if cue.frame != "noun" or not others or not named or named[0].kind != "person":
        return False
    here = {a for group in scene.near(cue.index) for a in group.actors}
    return all(actor.kind in ("country", "organisation") and actor.id not in here for actor in others)


def _with_last(scene: Scene, cue: Cue, party: Party, last: tuple[str, ...]) -> Party:
    """As in "ihrer Videokonferenz": those who took part in the contact spoken of last."""
    before = scene.word(cue.index - 1).lower()
    plural = before in scene.lexicon.words["plural_possessives"] and cue.frame == "noun"
    if plural and len(party.own) < 2 and len(last) > 1 and set(party.actors) <= set(last):
        return Party(last, None, last)
    return party


def _with_speaker(scene: Scene, cue: Cue, party: Party) -> Party:
    """As in "A bestritt, B getroffen zu haben": the speaker is the subject of what he says of himself."""
    speech = scene.speech(cue.index)
    words = [word for word in scene.clause_words(cue.index) if word[0].isalnum()]
    perfect = words[-2:] in (["zu", "haben"], ["zu", "sein"]) and cue.frame in ("object", "with", "to")
    if not perfect or speech is None or speech.source.actor is None or len(party.actors) > 1:
        return party
    others = [a for g in scene.near(cue.index) if g.role in ("bare", "with") for a in g.actors]
    both = tuple(dict.fromkeys([speech.source.actor, *others]))
    return Party(both, both[0], both, both[1:]) if len(both) > 1 else party


def _governed(scene: Scene, cue: Cue) -> str | None:
    """The role of the preposition over the noun, if one stands within two words before it."""
    words = (scene.word(i).lower() for i in range(cue.index - 1, cue.index - 4, -1))
    return next((scene.lexicon.prepositions[w] for w in words if w in scene.lexicon.prepositions), None)


def _definite(scene: Scene, cue: Cue) -> bool:
    words = [scene.word(i).lower() for i in range(cue.index - 3, cue.index)]
    if not scene.lexicon.words["such"].isdisjoint(words):
        return True
    if any(word in scene.lexicon.words["indefinite"] for word in words[-2:]):
        return False
    return any(word in scene.lexicon.words["definite"] for word in words)


def _evidence(scene: Scene, cue: Cue) -> Span:
    """The clause around the cue, without what stands apart at its end."""
    tokens = scene.passage.tokens
    clause = scene.clause(cue.index)
    first = last = cue.index
    while first - 1 in clause:
        first -= 1
    while last + 1 in clause:
        last += 1
    while last > cue.index and not scene.word(last)[0].isalnum():
        last -= 1
    return tokens[first].start, tokens[last].end
