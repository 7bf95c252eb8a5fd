"""Whom a name or the words for an office mean, by the list of known actors."""

from __future__ import annotations

from wortlaut.actors.finders.titles import find_offices
from wortlaut.actors.known import Known, slug
from wortlaut.actors.table import Table
from wortlaut.actors.words import Words
from wortlaut.languages import passage


def find_known(table: Table, asked: str, day: str | None, language: str = "de") -> list[Known]:
    """Actors of the list: by id, by name in any spelling, by an office held on ``day``, or by surname.

    An office is a place and a role ("RU foreign"), or words ("der russische Außenminister").
    """
    place, _, role = asked.partition(" ")
    found = table.holders(place, role, day, language) or table.spelt(asked, language)
    if not found:
        number = table.numbered(slug(asked))
        found = [table.known(number, language)] if number is not None else []
    return found or _holders(table, asked, day, language) or table.surnamed(asked, language)


def _holders(table: Table, asked: str, day: str | None, language: str) -> list[Known]:
    for code in ("de", "en"):
        for mention in find_offices(Words(passage(asked, code)), set()):
            office = mention.office
            if office is not None and office.role and office.place:
                return table.holders(office.place, office.role, day, language)
    return []
