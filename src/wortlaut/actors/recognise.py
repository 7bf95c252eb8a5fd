"""Actors of the list told by the report: namesakes by office and country, bodies by spelling."""

from __future__ import annotations

from collections.abc import Iterable

from wortlaut.actors.finders.gazetteer import belongs_here, is_acronym, named_countries
from wortlaut.actors.known import Known
from wortlaut.actors.mention import Mention, Office
from wortlaut.actors.roll import Entry, Roll
from wortlaut.actors.table import table
from wortlaut.actors.words import Words


def borne_out(
    words: Words, name: str, offices: Iterable[Office], mentions: Iterable[Mention], day: str | None
) -> Known | None:
    """The one person of the list with this full name for whom office and country speak; None else.

    The list has many who share their name with others: the name alone says nothing. There must be an
    office of politics (or a party behind the name), and its country, with the office or in the report, and no
    office of his may begin only after the ``day`` of the report.
    """
    found = [k for k in table().spelt(name, words.language) if k.kind == "person"]
    held = [office for office in offices if not office.past or office.place]
    if not found or not (_is_political(words, held) or any(_has_party(words, m) for m in mentions)):
        return None
    told = {office.place for office in held if office.place}
    named = told or named_countries(words)
    until = day or "9"
    fits = [k for k in found if any(t.place in named and t.start <= until for t in k.terms)]
    return fits[0] if len(fits) == 1 else None


def _is_political(words: Words, offices: Iterable[Office]) -> bool:
    return any(office.role or office.head.endswith(words.lexicon.political) for office in offices)


def _has_party(words: Words, mention: Mention) -> bool:
    """Does a party stand in brackets behind the full name ("(SPD)", "(R-Texas)")?"""
    end = mention.head_end
    if " " not in mention.name or words[end] != "(" or not words.joined(end):
        return False
    inside = words[end + 1]
    return bool(inside) and (inside.isupper() or inside[:2] in ("R-", "D-", "I-")) and len(inside) < 20


def recognise_bodies(words: Words, roll: Roll) -> None:
    """Give the bodies of ``roll`` that the list knows under that name their place in it."""
    known_as: dict[str, Entry] = {e.known.id: e for e in roll.entries if e.known is not None}
    for entry in list(roll.entries):
        if entry.kind != "organisation" or entry.known is not None:
            continue
        known = _body(words, entry)
        if known is None:
            continue
        same = known_as.setdefault(known.id, entry)
        if same is entry:
            entry.known, entry.name = known, known.name
        else:
            _join(roll, same, entry)


def _body(words: Words, entry: Entry) -> Known | None:
    """The one body of the list that is spelt so; no common word, whose name alone says nothing."""
    spelt = table().spelt(entry.name, words.language)
    found = [k for k in spelt if k.kind == "organisation" and k.rank != "3"]
    if len(found) > 1:  # several states have one of that name
        found = [k for k in found if k.place in named_countries(words)]
    if len(found) != 1 or (is_acronym(entry.name) and not belongs_here(words, found[0], entry.name)):
        return None
    return found[0]


def _join(roll: Roll, entry: Entry, more: Entry) -> None:
    entry.mentions = sorted([*entry.mentions, *more.mentions], key=lambda m: m.start)
    entry.spans |= more.spans
    entry.names |= more.names
    roll.entries.remove(more)
