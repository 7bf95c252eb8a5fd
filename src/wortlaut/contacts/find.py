"""The way from a passage to its contacts: cues, participants, status, and tellings of one event merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wortlaut.contacts.cues import Cue, find_cues
from wortlaut.contacts.details import initiator_of, when_of
from wortlaut.contacts.events import Telling, merge
from wortlaut.contacts.lexicon import lexicon
from wortlaut.contacts.participants import Party, take_part
from wortlaut.contacts.scene import Scene, Stage, place_mentions
from wortlaut.contacts.status import status_of
from wortlaut.languages import Passage
from wortlaut.record import Actor, Contact, Span, Statement, Time


def find_contacts(
    passage: Passage,
    actors: Sequence[Actor],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Contact, ...]:
    """One contact per event (not per mention), in the order of the text."""
    words = lexicon(passage.language)
    if words is None:
        return ()
    known = {actor.id: actor for actor in actors}
    stage = Stage(passage, words, place_mentions(passage, actors), tuple(times), tuple(statements))
    return merge(_tellings(stage, known))


def _tellings(stage: Stage, actors: Mapping[str, Actor]) -> Iterator[Telling]:
    last: tuple[str, ...] = ()
    for sentence in stage.passage.sentences:
        scene: Scene | None = None
        if not _may_tell(stage, sentence.first, sentence.last):
            continue
        scene = stage.scene(sentence)
        told: set[tuple[int, frozenset[str]]] = set()
        for cue in find_cues(scene):
            telling = _telling(scene, cue, actors, last)
            if telling is None:
                continue
            key = (scene.clause_of[cue.index], frozenset(telling.participants))
            if key in told and telling.kind in ("talk", "meeting"):
                continue
            told.add(key)
            last = telling.participants or last
            yield telling


def _may_tell(stage: Stage, first: int, last: int) -> bool:
    words = (stage.passage.word(index) for index in range(first, last))
    return any(word in stage.lexicon.verbs or stage.lexicon.noun(word) for word in words)


def _telling(scene: Scene, cue: Cue, actors: Mapping[str, Actor], last: tuple[str, ...]) -> Telling | None:
    party = _with_last(scene, cue, take_part(scene, cue, actors), last)
    back = cue.frame == "noun" and party.named < 2 and _definite(scene, cue)
    if len(party.actors) < 2 and not back:
        return None
    status = status_of(scene, cue, actors, party.actors)
    if status is None:
        return None
    if back and party.named == 0:
        party = Party(_attending(scene, cue, party), party.doer, 0)
    return Telling(
        kind=cue.kind,
        participants=party.actors,
        when=when_of(scene, cue),
        status=status,
        initiator=initiator_of(scene, cue, party, actors),
        evidence=(_evidence(scene, cue),),
        rule=f"{scene.passage.language}:{cue.frame}:{scene.word(cue.index).lower()}",
        back=back,
    )


def _with_last(scene: Scene, cue: Cue, party: Party, last: tuple[str, ...]) -> Party:
    """"ihrer Videokonferenz", "die beiden trafen sich": those who took part in the contact spoken of last."""
    before = scene.word(cue.index - 1).lower()
    plural = before in scene.lexicon.words["plural_possessives"] and cue.frame == "noun"
    if plural and party.named < 2 and len(last) > 1 and (not party.actors or set(party.actors) <= set(last)):
        return Party(last, None, len(last))
    return party


def _definite(scene: Scene, cue: Cue) -> bool:
    return any(scene.word(i).lower() in scene.lexicon.words["definite"] for i in range(cue.index - 3, cue.index))


def _attending(scene: Scene, cue: Cue, party: Party) -> tuple[str, ...]:
    """Those who are said to take part; a mere speaker after "nach dem Treffen" adds nobody."""
    attended = not scene.lexicon.words["attends"].isdisjoint(scene.clause_words(cue.index))
    return party.actors if attended else ()


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
