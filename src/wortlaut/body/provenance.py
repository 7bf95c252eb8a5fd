"""Whose copy this is, and which source it says it was taken or translated from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wortlaut.body import outlets
from wortlaut.body.dateline import Dateline
from wortlaut.body.lines import Line
from wortlaut.body.marks import Mark
from wortlaut.body.masthead import named_above
from wortlaut.languages import load
from wortlaut.record import Origin

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+")
_SIGNED = re.compile(r"(?:[.!?…][\"“”«»]{0,2} ?\(|^\(?)([A-Za-zÄÖÜäöü][\w/ +,-]{1,30})\)?$")
_INNER = re.compile(r"\(([^():]{2,20}): ?([^()\n]{2,40})\)")
_BYLINE, _SHORTEST = 120, 300


@dataclass(frozen=True, slots=True)
class Copy:
    """A text as far as its provenance is read: its lines, what they say of themselves, its address.

    ``masthead`` and ``declared`` name the publisher where a line above the headline or who sent it does.
    """

    lines: Sequence[Line]
    marks: Sequence[Mark | None]
    headline: int | None
    language: str
    url: str | None
    text: str
    dateline: Dateline | None = None
    masthead: str | None = None
    declared: str | None = None


def provenance(copy: Copy) -> tuple[str | None, Origin | None]:
    """The outlet of this copy and the origin it states, each None where it says nothing."""
    own = _own_wire(copy)
    publisher = copy.declared or own or copy.masthead or _by_address(copy) or _masthead(copy)
    origin = (
        _stated_address(copy)
        or _noticed(copy)
        or _labelled(copy)
        or _dateline(copy, own, publisher)
        or _signed(copy)
    )
    return publisher or _opening(copy), origin


def _stated_address(copy: Copy) -> Origin | None:
    """“Quelle: https://…”, but not the address this copy stands at."""
    here = outlets.host_of(copy.url)
    for line in copy.lines:
        if (
            line.width > 2 * _SHORTEST
            or not line.words
            or line.words[0] not in _words(copy.language, "labels")
        ):
            continue
        if match := _ADDRESS.search(line.text):
            address = match.group().rstrip(".,;)]")
            if outlets.host_of(address) not in {here, None}:
                return _from(outlets.at(address, copy.text), address)
    return None


def _labelled(copy: Copy) -> Origin | None:
    """“Quelle: dpa”, or “(Quelle: dpa)” in a byline; pictures have sources too, so captions don't count."""
    labels = _words(copy.language, "labels")
    for line, mark in zip(copy.lines, copy.marks, strict=True):
        if line.width > _BYLINE or line.prose or not line.words:
            continue
        found = _INNER.search(line.text)
        if found and found[1].casefold().strip() in labels and (mark is None or mark.kind != "caption"):
            return _of_name(found[2])
        before, colon, after = line.text.partition(":")
        if colon and before.casefold().strip() in labels:
            return _of_name(after)
    return None


def _noticed(copy: Copy) -> Origin | None:
    """“Mit Material von …”, “This article first appeared on …”."""
    for line in copy.lines:
        if line.width > _SHORTEST:
            continue
        if match := _notices(copy.language).search(line.text):
            notice = match.group().casefold()
            name = re.split(r"[.,;:()|]|\s(?:und|and)\s", line.text[match.end() :].strip(" :"))[0]
            origin = _of_name(name)
            if origin and (origin.language or not notice.startswith(("mit ", "with "))):
                return origin
    return None


def _dateline(copy: Copy, own: str | None, publisher: str | None) -> Origin | None:
    """“Berlin (dpa) –”: the agency; “(Dan Tri) –”: a paper, if it is known or another one published this."""
    line = copy.dateline
    if line is None or line.name is None or line.name == own:
        return None
    if known := line.known:
        return None if own == known.name else Origin(outlet=known.name, language=known.language)
    other = publisher and line.sure and publisher.casefold() != line.name.casefold()
    return Origin(outlet=line.name) if other else None


def _opening(copy: Copy) -> str | None:
    """“SARNAU (Nordwire) – …”: whose report it is where nothing else names a publisher."""
    line = copy.dateline
    return line.name if line and line.sure and line.known is None else None


def _signed(copy: Copy) -> Origin | None:
    """“… (dpa)” at the end of a line, or “dpa” as a line of its own below the text."""
    prose = [i for i, line in enumerate(copy.lines) if line.prose]
    for index in range(len(copy.lines) - 1, max(prose, default=0) - 1, -1):
        line = copy.lines[index]
        if match := _SIGNED.search(line.text[-60:]):
            for name in re.split(r"[/,+]", match[1]):
                known = outlets.named(name)
                if known and known.wire:
                    return Origin(outlet=known.name, language=known.language)
    return None


def _own_wire(copy: Copy) -> str | None:
    """The wire of the dateline, where the small print shows that it distributes this very copy."""
    name = copy.dateline.name if copy.dateline else None
    if not name:
        return None
    small_print = (
        line.text
        for line, mark in zip(copy.lines, copy.marks, strict=True)
        if mark and mark.kind == "disclaimer"
    )
    return name if any(name in text for text in small_print) else None


def _by_address(copy: Copy) -> str | None:
    known = outlets.at(copy.url, copy.text)
    return known.name if known else None


def _masthead(copy: Copy) -> str | None:
    clean = bool(copy.lines) and copy.marks[0] is None
    return named_above(copy.lines, copy.headline, copy.language) if clean else None


def _of_name(name: str) -> Origin | None:
    """The outlet of that name, or one worded like a name or a domain."""
    name = name.strip(" \t.,;:()[]|„“”\"»«'")
    known = outlets.named(name)
    if known is None and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name):
        known = outlets.at(f"//{name}")
    if known is None:
        words = name.split()
        if not 1 <= len(words) <= 5 or not all(word[0].isupper() or len(word) <= 3 for word in words):
            return None
        return Origin(outlet=name)
    return Origin(outlet=known.name, language=known.language)


def _from(outlet: outlets.Outlet | None, address: str) -> Origin | None:
    return Origin(outlet=outlet.name, url=address, language=outlet.language) if outlet else None


@cache
def _notices(language: str) -> re.Pattern[str]:
    words = sorted(_words(language, "notices"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)


@cache
def _words(language: str, name: str) -> tuple[str, ...]:
    """The words of the language, and the English ones: templates carry them everywhere."""
    return tuple(dict.fromkeys(_iter_words(language, name)))


def _iter_words(language: str, name: str) -> Iterator[str]:
    for code in (language, "en"):
        yield from load(code, "header").get("source", {}).get(name, ())
