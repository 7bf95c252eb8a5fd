"""A report laid out for the search for contacts, sentence by sentence, with what the words around tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.contacts.clauses import Cut, clauses
from wortlaut.contacts.groups import group_mentions
from wortlaut.contacts.lexicon import Lexicon
from wortlaut.contacts.reader import Mention
from wortlaut.contacts.scene import Scene
from wortlaut.contacts.several import Before, several
from wortlaut.languages import Passage, Sentence
from wortlaut.record import Actor, Span, Statement, Time

_DASHES = frozenset("-–—")
_DATELINE = 10  # tokens that the place and agency at the beginning of a report take at most
_LOOK = 60  # mentions looked back at for whom "the two" are
_PARTING = frozenset(",;:")
_LONGEST = 9  # tokens of a name with its titles
_JOINS = frozenset({"and", "und", "sowie"})
_BACK = 3  # sentences looked back at for whom the text is about


@dataclass(frozen=True, slots=True)
class Stage:
    """What is the same for every sentence of a report."""

    passage: Passage
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    people: frozenset[str] = frozenset()

    def scene(self, sentence: Sentence, last: tuple[str, ...] = ()) -> Scene:
        """Lay out one sentence; ``last``: those who took part in the contact told last."""
        begin = _behind_dateline(self.passage, sentence)
        here = [
            # a source that the network reads may reach into the next sentence
            m._replace(last=min(m.last, sentence.last))
            for m in _between(self.mentions, sentence)
            if m.first >= begin
        ]
        end = bisect_left(self.mentions, sentence.last, key=lambda m: m.first)
        before = Before(last, self.mentions[max(end - _LOOK, 0) : end])
        many = several(self.passage, sentence, self.lexicon, before)
        many = [other for other in many if not _one_person(self.passage, here, other)]
        here = [m for m in here if not any(m.first < other.last and other.first < m.last for other in many)]
        here = sorted([*here, *many])
        times = tuple(t for t in self.times if sentence.start <= t.span[0] < sentence.end)
        statements = tuple(s for s in self.statements if _touches(s, sentence))
        here = sorted([*here, *_speaking(self, sentence, statements, here, last)])
        here = sorted([*here, *_objects(self, sentence, here, last)])
        reported = [
            s.content
            for s in statements
            if not self._welcomes(s) and not self._intends(s) and not self._names_one(s, here)
        ]
        whole = {i for m in here for i in range(m.first + 1, m.last)}
        clause_of = clauses(Cut(self.passage, sentence, self.lexicon, frozenset(whole)), reported)
        dated = {
            i
            for time in times
            for i in range(sentence.first, sentence.last)
            if time.span[0] <= self.passage.tokens[i].start < time.span[1]
        }
        groups = group_mentions(self.passage, sentence, self.lexicon, here, dated)
        topic = _topic(self, sentence)
        place = bisect_left(self.passage.sentences, sentence.start, key=lambda s: s.start)
        earlier = _times_of(self, place - 1)
        later = _times_of(self, place + 1)
        return Scene(
            self.passage, self.lexicon, sentence, clause_of, groups, times, statements, topic, later, last,
            _joint(self, sentence), _going_on(self, sentence), earlier, self.people,
        )  # fmt: skip

    def _names_one(self, statement: Statement, here: Sequence[Mention]) -> bool:
        """Is what looks like the words of somebody an apposition: "wrote to the ruler, Ivo Radek, in May"?"""
        if not statement.content:
            return False
        start = statement.content[0][0]
        mention = next((m for m in here if self.passage.tokens[m.first].start == start and m.person), None)
        if mention is None:
            return False
        behind = self.passage.word(mention.last)
        if not self.lexicon.german and (behind == "to" or behind in self.lexicon.words["indefinite"]):
            return True  # "urged B to resign", "wrote B a letter"
        before = [self.passage.word(i) for i in (mention.first - 2, mention.first - 1) if i >= 0]
        return (
            len(before) == 2
            and before[1] == ","
            and before[0].isalpha()
            and self.passage.word(mention.last) == ","
        )

    def _intends(self, statement: Statement) -> bool:
        """Is it said by a modal verb ("wollen", "soll") that shares its clause with what is intended?"""
        told = self.passage.text[slice(*statement.cue)] if statement.cue is not None else ""
        return self.lexicon.german and self.lexicon.says((told.lower(),), "future", "meant")

    def _welcomes(self, statement: Statement) -> bool:
        """Is what looks like speech a contact: "hat B zu einem Essen begrüßt", "rang B on Monday"?"""
        told = self.passage.text[slice(*statement.cue)] if statement.cue is not None else ""
        verbs = self.lexicon.verbs.get(told, ())
        if any(verb.frame == "object" and verb.kind != "letter" for verb in verbs):
            return True
        behind = (
            self.passage.text[statement.cue[1] : statement.cue[1] + 4] if statement.cue is not None else ""
        )
        return behind == " to " and any(verb.kind == "letter" for verb in verbs)


def _one_person(passage: Passage, here: Sequence[Mention], other: Mention) -> bool:
    """Behind "den" a noun may be one person or several: one, where it is known whom it means."""
    if passage.word(other.first).lower() not in ("den", "der") or other.last - other.first != 2:
        return False
    return any(m.first < other.last and other.first < m.last and m.person for m in here)


def _joint(stage: Stage, sentence: Sentence) -> tuple[str, ...]:
    place = bisect_left(stage.passage.sentences, sentence.start, key=lambda s: s.start)
    if not place:
        return ()
    before = _between(stage.mentions, stage.passage.sentences[place - 1])
    found = tuple(dict.fromkeys(m.actors[0] for m in before if m.person and len(m.actors) == 1))
    return found if len(found) == 2 else ()


def _going_on(stage: Stage, sentence: Sentence) -> frozenset[str]:
    place = bisect_right(stage.passage.sentences, sentence.start, key=lambda s: s.start)
    if place >= len(stage.passage.sentences):
        return frozenset()
    after = stage.passage.sentences[place]
    if any(s.cue is not None and after.start <= s.cue[0] < after.end for s in stage.statements):
        return frozenset()
    return frozenset(a for m in _between(stage.mentions, after) for a in m.actors)


def _times_of(stage: Stage, place: int) -> tuple[Time, ...]:
    """The times in the sentence at ``place`` of the passage."""
    if not 0 <= place < len(stage.passage.sentences):
        return ()
    sentence = stage.passage.sentences[place]
    first = bisect_left(stage.times, sentence.start, key=lambda t: t.span[0])
    return stage.times[first : bisect_left(stage.times, sentence.end, key=lambda t: t.span[0])]


def _another_clause(stage: Stage, sentence: Sentence, here: Sequence[Mention], index: int) -> tuple[str, ...]:
    """The persons named in front of the clause of a pronoun, in the same sentence."""
    mark = next((i for i in range(index, sentence.first, -1) if stage.passage.word(i) in _PARTING), None)
    if mark is None:
        return ()
    own = {a for m in here if m.first > mark for a in m.actors}
    found = dict.fromkeys(m.actors[0] for m in here if m.last <= mark and m.person and m.actors[0] not in own)
    return tuple(found)


def _objects(
    stage: Stage, sentence: Sentence, here: Sequence[Mention], last: tuple[str, ...]
) -> list[Mention]:
    """A pronoun that is clearly nobody named here ("rief ihn an"): the other one of whom was told."""
    known = stage.lexicon.words["objects"]
    taken = {i for m in here for i in range(m.first, m.last)}
    free = [
        i for i in range(sentence.first, sentence.last)
        if i not in taken and stage.passage.word(i) in known
    ]  # fmt: skip
    if len(free) != 1:
        return []
    clause = _another_clause(stage, sentence, here, free[0])
    if clause:
        return [Mention(free[0], free[0] + 1, clause, person=True)] if len(clause) == 1 else []
    named = {a for m in here for a in m.actors}
    last = tuple(a for a in last if a in stage.people)
    others = [a for a in last if a not in named] or [a for a in _joint(stage, sentence) if a not in named]
    if not others:
        place = bisect_left(stage.passage.sentences, sentence.start, key=lambda s: s.start)
        before = _between(stage.mentions, stage.passage.sentences[place - 1]) if place else ()
        others = list(dict.fromkeys(m.actors[0] for m in before if m.person and m.actors[0] not in named))
    return [Mention(free[0], free[0] + 1, (others[0],), person=True)] if len(others) == 1 else []


def _speaking(
    stage: Stage,
    sentence: Sentence,
    statements: Sequence[Statement],
    here: Sequence[Mention],
    last: tuple[str, ...],
) -> list[Mention]:
    """The first person of what is quoted: "ich" is who speaks, "wir" may be those who met."""
    found: list[Mention] = []
    taken = {i for m in here for i in range(m.first, m.last)}
    known = stage.lexicon.words
    for index in range(sentence.first, sentence.last):
        low = stage.passage.word(index).lower()
        if index in taken or low not in known["i"] | known["we"] | known["indirect"]:
            continue
        start = stage.passage.tokens[index].start
        inside = [
            s for s in statements for begin, end in s.content if begin <= start < end and s.source.actor
        ]
        speakers = list(dict.fromkeys(s.source.actor or "" for s in inside))
        if not speakers:
            continue
        if low in known["i"] | known["indirect"]:
            found.append(Mention(index, index + 1, (speakers[-1],), person=True))
        elif speakers[-1] in last:
            found.append(Mention(index, index + 1, last, person=True))
    return found


def _behind_dateline(passage: Passage, sentence: Sentence) -> int:
    """The first token behind the place and agency that a report begins with ("Velm (XYZ) - ")."""
    for index in range(sentence.first + 1, min(sentence.first + _DATELINE, sentence.last - 1)):
        if passage.word(index) == ")" and passage.word(index + 1) in _DASHES:
            return index + 2
    return sentence.first


def _topic(stage: Stage, sentence: Sentence) -> str | None:
    place = bisect_left(stage.passage.sentences, sentence.start, key=lambda s: s.start)
    for earlier in reversed(stage.passage.sentences[max(place - _BACK, 0) : place]):
        begin = _behind_dateline(stage.passage, earlier)
        for mention in _between(stage.mentions, earlier):
            before = stage.passage.word(mention.first - 1).lower() if mention.first > earlier.first else ""
            if mention.first >= begin and mention.person and before not in stage.lexicon.prepositions:
                return mention.actors[0] if not _titled_by(stage, mention) else None
    return None


def _titled_by(stage: Stage, mention: Mention) -> bool:
    """Is it somebody who speaks for others ("Sprecherin Radek")?"""
    words = (stage.passage.word(i) for i in range(mention.first, mention.last))
    return any(part in word for word in words for part in stage.lexicon.words["officials"])


def _between(mentions: Sequence[Mention], sentence: Sentence) -> Sequence[Mention]:
    first = bisect_left(mentions, sentence.first, key=lambda m: m.first)
    return mentions[first : bisect_left(mentions, sentence.last, key=lambda m: m.first)]


def _touches(statement: Statement, sentence: Sentence) -> bool:
    spans = [*statement.content, *(span for span in (statement.cue,) if span)]
    return any(start < sentence.end and sentence.start < end for start, end in spans)


def _no_party(passage: Passage, words: Lexicon, first: int, last: int) -> bool:
    """Is it a report or paper, which meets nobody, or "beide" with words that are not part of it?"""
    opens = last - first > 1 and passage.word(first).lower() in words.words["both"]
    return opens or words.media.search(passage.word(first)) is not None


def place_mentions(passage: Passage, words: Lexicon, actors: Sequence[Actor]) -> tuple[Mention, ...]:
    """Mentions by their tokens, in order; one inside a longer one is left out, one of two actors is one."""
    owners: dict[Span, tuple[str, ...]] = {}
    for actor in actors:
        for span in actor.mentions:
            if actor.id not in owners.get(span, ()):
                owners[span] = (*owners.get(span, ()), actor.id)
    starts = [token.start for token in passage.tokens]
    kinds = {actor.id: actor.kind for actor in actors}
    spelled = {word for actor in actors for word in actor.name.split()}
    found: list[Mention] = []
    for start, end in sorted(owners, key=lambda span: (span[0], -span[1])):
        first, last = max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)
        if kinds[owners[start, end][0]] != "person" and _no_party(passage, words, first, last):
            continue
        if last - first > _LONGEST and kinds[owners[start, end][0]] != "person":
            continue  # a source of many words names nobody
        inner = bool(found) and first < found[-1].last
        if (
            inner
            and last == found[-1].last
            and kinds[owners[start, end][0]] == "person" == kinds[found[-1].actors[0]]
        ):
            join = first - 1
            if (
                passage.word(join) in _JOINS
                and join > found[-1].first
                and owners[start, end] != found[-1].actors
            ):
                found[-1] = found[-1]._replace(last=join)  # "A and B" taken for one
                inner = False
        if first < last and not inner:
            marked = passage.word(last - 1) not in spelled
            kind = kinds[owners[start, end][0]]
            titled, person = kind not in ("country", "place"), kind == "person"
            found.append(Mention(first, last, owners[start, end], marked, titled, person))
    return tuple(found)
