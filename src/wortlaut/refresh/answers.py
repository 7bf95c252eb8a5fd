"""Answers of Wikidata as rows of the list: which role an office is, how exact a date, which names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from wortlaut.actors.known import slug
from wortlaut.actors.rows import Row, is_day
from wortlaut.refresh.queries import LANGUAGES

SOURCE = "wikidata"
_NUMBER = re.compile(r"(?:https?://www\.wikidata\.org/entity/)?(Q[1-9][0-9]{0,11})")
_BAD = re.compile(r"[\x00-\x1f\x7f-\x9f|\u2028\u2029]+")
_GENDERS = {"Q6581097": "m", "Q2449503": "m", "Q6581072": "f", "Q1052281": "f"}
_DEPUTIES = re.compile(
    r"\b(?:deputy|vice|assistant|junior|state secretary|under[- ]?secretary|shadow|parliamentary)\b"
)
# words of an English label and the role they mean; the first that is found counts
_ROLES = (
    ("deputy prime minister", "deputy"), ("vice president", "vice"), ("vice-president", "vice"),
    ("vice chancellor", "deputy"), ("prime minister", "premier"), ("premier", "premier"),
    ("chancellor of the exchequer", "finance"), ("foreign", "foreign"), ("external affairs", "foreign"),
    ("secretary of state of the united", "foreign"), ("united states secretary of state", "foreign"),
    ("defence", "defence"), ("defense", "defence"), ("interior", "interior"), ("home", "interior"),
    ("finance", "finance"), ("treasury", "finance"), ("justice", "justice"), ("attorney general", "justice"),
    ("econom", "economy"), ("energy", "energy"), ("health", "health"), ("speaker of", "speaker"),
    ("central bank", "central-bank"), ("ambassador to the united nations", "un"), ("spokes", "spokesperson"),
    ("chancellor", "premier"),
)  # fmt: skip
_CROWNS = ("monarch", "king", "queen", "emperor", "sultan", "emir", "grand duke", "prince")


def rows_of(topic: str, place: str, answer: Iterable[dict[str, Any]]) -> list[Row]:
    """The actors of an answer, one row for each line of it; what has no name or number is left out."""
    found = []
    for line in answer:
        values = {name: cell.get("value") for name, cell in line.items() if isinstance(cell, dict)}
        texts = {name: value for name, value in values.items() if isinstance(value, str)}
        row = _row(topic, place, texts)
        if row is not None:
            found.append(row)
    return found


def _row(topic: str, place: str, cells: dict[str, str]) -> Row | None:
    number = _entity(cells.get("actor", ""))
    labels = {code: _plain(cells[code]) for code in LANGUAGES if cells.get(code)}
    en, de = labels.get("en") or labels.get("de", ""), labels.get("de", "")
    if not number or not en or not slug(en):
        return None
    names = [name for code, name in labels.items() if code not in ("de", "en") and name not in (de, en)]
    whose = topic == "offices" or (topic == "parties" and _entity(cells.get("party", "")) != number)
    office = _office(topic, place, cells) if whose else ""
    if whose and not office:
        return None
    row = Row(
        slug(en), "person", number, "" if de == en else de, en, "|".join(dict.fromkeys(filter(None, names))),
        _GENDERS.get(_entity(cells.get("gender", "")), ""), office, "", "", "", "2", SOURCE,
    )  # fmt: skip
    if whose:
        return row
    role = {"parties": "party", "ministries": role_of(en) or "other"}.get(topic, cells.get("agency", ""))
    return row._replace(
        kind="organisation", gender="", place=place, role=role if role in _BODIES else "other",
        domain=_domain(cells.get("website", "")),
    )  # fmt: skip


_BODIES = frozenset({"party", "agency", "outlet", *(role for _, role in _ROLES)})


def _office(topic: str, place: str, cells: dict[str, str]) -> str:
    """The office of a line as the list words it; empty where it is none that the list has."""
    role = "party" if topic == "parties" else role_of(cells.get("officeName", ""), cells.get("head", ""))
    start = _day(cells.get("start", ""), cells.get("startExact", ""))
    end = _day(cells.get("end", ""), cells.get("endExact", ""))
    if not role or not start or (end and start[: len(end)] > end[: len(start)]):
        return ""
    return " ".join(filter(None, (place, role, start, end)))


def role_of(label: str, head: str = "") -> str:
    """The role that an English label of an office means; ``head``: what it leads, as the country says."""
    low = label.lower()
    if head == "president":
        return "monarch" if any(crown in low.split() or low.startswith(crown) for crown in _CROWNS) else head
    if head:
        return head
    role = next((role for words, role in _ROLES if words in low), "")
    return role if role in ("deputy", "vice") or not _DEPUTIES.search(low) else ""


def _day(moment: str, exact: str) -> str:
    """A point in time as the list has it: to the day, the month or the year (Wikidata: 11, 10, 9)."""
    length = {"11": 10, "10": 7, "9": 4}.get(exact.split(".")[0], 0)
    day = moment.lstrip("+")[:length]
    return day if length and is_day(day) else ""


def _entity(address: str) -> str:
    match = _NUMBER.fullmatch(address)
    return match[1] if match else ""


def _plain(label: str) -> str:
    name = " ".join(_BAD.sub(" ", unicodedata.normalize("NFC", label)).split())
    return name if len(name) <= 200 else ""


def _domain(website: str) -> str:
    try:
        host = urlsplit(website).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host and host.isascii() and host.isprintable() else ""
