"""What was said in a contact: the statements that the report places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from wortlaut.contacts.lexicon import Lexicon, lexicon
from wortlaut.languages import Passage, Sentence, tokens_in
from wortlaut.record import Contact, Statement, overlaps
from wortlaut.record.types import ContactKind

_NEAR = 6  # words from „in“ to the noun: „in dem rund vierzigminütigen Gespräch“
_SENTENCES = 2  # from the contact to what its parties say to one another
_FAMILY: dict[ContactKind, str] = {
    "call": "talk",
    "video": "talk",
    "talk": "talk",
    "meeting": "meeting",
    "visit": "meeting",
    "letter": "letter",
}


def with_statements(
    passage: Passage, contacts: Sequence[Contact], statements: Sequence[Statement]
) -> tuple[Contact, ...]:
    """The contacts, each with the ids of the statements made in it, in the order of the text.

    A statement is made in a contact if a party to it speaks and the words around the content say so ("im
    Telefonat", "during the call"), or if a party says it to another party right where the contact is told,
    or if it goes on, without a cue of its own, with one that was.
    """
    words = lexicon(passage.language)
    if words is None or not contacts or not passage.sentences:
        return tuple(contacts)
    made: dict[str, list[str]] = {contact.id: [] for contact in contacts}
    last: tuple[Contact | None, str | None] = (None, None)
    for statement in sorted((s for s in statements if s.content), key=_start):
        contact = _contact_of(passage, words, contacts, statement, last)
        if contact is not None:
            made[contact.id].append(statement.id)
        last = (contact, statement.source.actor)
    return tuple(
        msgspec.structs.replace(contact, statements=tuple(made[contact.id])) if made[contact.id] else contact
        for contact in contacts
    )


def _start(statement: Statement) -> int:
    return min(start for start, _ in statement.content)


def _contact_of(
    passage: Passage,
    words: Lexicon,
    contacts: Sequence[Contact],
    statement: Statement,
    last: tuple[Contact | None, str | None],
) -> Contact | None:
    speaker = statement.source.actor
    own = [c for c in contacts if speaker in c.participants and c.status not in ("planned", "cancelled")]
    if not own:
        return None
    if statement.cue is None and last[1] == speaker and statement.source.span is None:
        return last[0] if last[0] in own else None
    anchor = statement.cue or statement.source.span or statement.content[0]
    number = max(0, bisect_right(passage.sentences, anchor[0], key=lambda s: s.start) - 1)
    sentence = passage.sentences[number]
    kind = next(_told_in(passage, words, sentence, statement), None)
    if kind is not None:
        return _nearest(own, kind, sentence)
    to = [c for c in own if set(c.participants) & (set(statement.addressee) - {speaker})]
    first = passage.sentences[max(0, number - _SENTENCES)].start
    told = [c for c in to if any(first <= span[0] < sentence.end for span in c.evidence)]
    return told[0] if len(told) == 1 else None


def _told_in(
    passage: Passage, words: Lexicon, sentence: Sentence, statement: Statement
) -> Iterator[ContactKind]:
    """Kinds of the contacts that words outside the content name behind „in“, „bei“, „während“."""
    inside = {index for span in statement.content for index in tokens_in(passage, span)}
    for index in range(sentence.first, sentence.last):
        kind = None if index in inside else words.noun(passage.word(index))
        if kind is None:
            continue
        for before in range(index - 1, max(sentence.first, index - _NEAR) - 1, -1):
            low = passage.word(before).lower()
            if low in words.words["inside"] and _is_known(words, passage, before, index):
                yield kind
            if low in words.words["inside"] or low in words.prepositions or before in inside:
                break


def _is_known(words: Lexicon, passage: Passage, preposition: int, noun: int) -> bool:
    """Is it a contact told of before ("im Gespräch", "in dem Telefonat"), not any ("in einem Gespräch")?"""
    definite = words.words["definite"] | words.words["possessives"]
    between = {passage.word(index).lower() for index in range(preposition, noun)}
    return bool(definite & between)


def _nearest(contacts: Sequence[Contact], kind: ContactKind, sentence: Sentence) -> Contact | None:
    """The contact of such a kind that is told of in the sentence, else the last told before it."""
    like = [c for c in contacts if c.evidence and _FAMILY[c.kind] == _FAMILY[kind]]
    like = like or [
        c for c in contacts if c.evidence and {_FAMILY[c.kind], _FAMILY[kind]} <= {"talk", "meeting"}
    ]
    here = [c for c in like if any(overlaps(span, (sentence.start, sentence.end)) for span in c.evidence)]
    before = [c for c in like if c.evidence[0][0] < sentence.start]
    return here[0] if here else max(before, key=lambda c: c.evidence[0][0], default=None)
