"""Mentions joined by "und", and the part each group plays: bare, "mit", "zwischen", genitive …"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wortlaut.contacts.lexicon import Lexicon
from wortlaut.contacts.reader import Group, Mention, Reader
from wortlaut.languages import Passage, Sentence


def group_mentions(
    passage: Passage,
    sentence: Sentence,
    lexicon: Lexicon,
    mentions: Sequence[Mention],
    dated: Collection[int],
) -> tuple[Group, ...]:
    """The groups of one sentence, in order."""
    taken = {i for m in mentions for i in range(m.first, m.last)}
    reader = Reader(passage, sentence, lexicon, taken, frozenset(dated))
    mentions = _with_attributes(reader, mentions)
    names = [m for m in mentions if not reader.possessive(m) and not reader.attribute(m, mentions)]
    found = [_group(reader, [m]) for m in mentions if reader.possessive(m)]
    index = 0
    while index < len(names):
        size = _chain(reader, names, index)
        found.append(_group(reader, names[index : index + size]))
        index += size
    return tuple(sorted(found))


def _with_attributes(reader: Reader, mentions: Sequence[Mention]) -> list[Mention]:
    """As in "mit Kolms Nachfolger Radek": the genitive in front belongs to the noun phrase of the other."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        genitive = before is not None and before.last == mention.first and before.marked
        personal = genitive and mention.person and reader.lexicon.german
        if before is not None and personal and reader.word(before.last - 1).endswith("s"):
            found[-1] = mention._replace(first=before.first)
        else:
            found.append(mention)
    return found


def _group(reader: Reader, members: Sequence[Mention]) -> Group:
    actors = tuple(dict.fromkeys(a for m in members for a in m.actors))
    role, head = reader.role(members[0])
    owned = reader.owned(members[-1])
    if role != "genitive" and owned is not None and not reader.genitive_of_delegates(members[0]):
        role, head = "owner", owned
    elif reader.possessive(members[0]):
        role, head = "other", None
    return Group(members[0].first, members[-1].last, actors, role, head)


def _chain(reader: Reader, mentions: Sequence[Mention], index: int) -> int:
    """How many mentions from ``index`` on are joined ("A, B und C"); one comma alone joins nothing."""
    size = joined = 1
    while index + size < len(mentions):
        link = reader.link(mentions[index + size - 1], mentions[index + size])
        if link is None:
            break
        size += 1
        if link == "and" or size > 2 or reader.goes_on(mentions[index + size - 1]):
            joined = size
    return joined
