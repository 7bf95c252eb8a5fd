"""The publisher's name above a headline: “Hügelkurier”, “The Harbour Gazette, 16 March 2026”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from wortlaut.body import outlets
from wortlaut.body.article import Page
from wortlaut.body.dates import days_in
from wortlaut.body.lines import Line
from wortlaut.body.marks import Mark
from wortlaut.languages import load

_PARTS = re.compile(r"\s[–—|-]\s|[,|:]")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_WIDEST = 70
_MOST = 5
_NAMES = Mark("masthead", "names the publisher")


def masthead_line(page: Page, language: str) -> str | None:
    """The publisher whom the first line names by itself, whatever the headline below."""
    if len(page.lines) < 2 or page.lines[0].width > _WIDEST or page.lines[0].ends:
        return None
    if page.marks[0] is not None and page.marks[0].kind != "date":
        return None
    text, below = page.lines[0].text, page.lines[1]
    days = days_in(text, language)
    name = _name(text if not days else text[: days[0][0][0]], language)
    if name is None:
        return None
    if days:
        return name if _sounds(name, language) or _titled(text, name, language) else None
    dated = len(below.text) <= _WIDEST and not below.prose and bool(days_in(below.text, language))
    if dated or _like_a_headline(below):
        return name if name == text and _sure(name, language, dated) else None
    return None


def with_masthead(page: Page) -> Page:
    """The page with its first line marked as the publisher's name."""
    return replace(page, marks=[_NAMES, *page.marks[1:]])


def without_masthead(page: Page, outlet: str | None) -> Page:
    """The page with the publisher's name and slogan above the headline marked as such."""
    if not page.headline or page.lines[0].text != outlet:
        return page
    above = [mark or _NAMES for mark in page.marks[: page.headline]]
    return replace(page, marks=[*above, *page.marks[page.headline :]])


def named_above(lines: Sequence[Line], headline: int | None, language: str) -> str | None:
    """The first line, if it stands above the headline and it or its slogan sounds like a publisher."""
    if not headline or not 0 < headline <= 4:
        return None
    name = lines[0]
    if name.ends or len(name.words) > _MOST or name.width > 40:
        return None
    slogan = len(name.words) > 1 and headline > 1 and _has_word(lines[1].words, language)
    shaped = _name(name.text, language) == name.text
    known = outlets.named(name.text) is not None
    return name.text if known or slogan or (shaped and _sounds(name.text, language)) else None


def _name(text: str, language: str) -> str | None:
    """The first part of a line, if it has the shape of a name."""
    name = _PARTS.split(text.strip())[0].strip()
    words = _WORD.findall(name)
    around = load(language, "header").get("dates", {}).get("around", ())
    while len(words) > 1 and words[-1].casefold() in around and words[-1].islower():
        words.pop()
        name = name.rpartition(" ")[0].strip()
    small = {*_articles(language), *_words(language).get("small", ())}
    shaped = 1 <= len(words) <= _MOST and all(word[0].isupper() or word in small for word in words)
    return name if name and shaped and words[0][0].isupper() and not re.search(r"[\d!?.()]", name) else None


def _sure(name: str, language: str, dated: bool) -> bool:
    """Is it a publisher whatever follows? A date below is enough for one that sounds like it."""
    if outlets.named(name) is not None:
        return True
    words = name.casefold().split()
    return _sounds(name, language) and (dated or len(words) == 1 or words[0] in _articles(language))


def _sounds(name: str, language: str) -> bool:
    """Is it made as names of newspapers and stations are? A single word must be a compound."""
    if outlets.named(name) is not None:
        return True
    words = tuple(_WORD.findall(name.casefold()))
    masthead = _words(language)
    if len(words) == 1:
        return words[0] not in masthead.get("words", ()) and _compound(words[0], masthead)
    return (
        _has_word(words, language)
        or words[0] in masthead.get("first", ())
        or words[-1] in masthead.get("last", ())
    )


def _titled(text: str, name: str, language: str) -> bool:
    """“Seerland Eins – Nachrichten vom …”: a name of two words and what it puts out on that day."""
    rest = _WORD.findall(text[text.index(name) + len(name) :].casefold())
    return len(name.split()) > 1 and any(word in _words(language).get("issues", ()) for word in rest)


def _has_word(words: tuple[str, ...], language: str) -> bool:
    masthead = _words(language)
    return any(word in masthead.get("words", ()) or _compound(word, masthead) for word in words)


def _compound(word: str, masthead: dict[str, Any]) -> bool:
    endings = tuple(masthead.get("endings", ())) or ("\0",)
    return word.endswith(endings) and not word.endswith(tuple(masthead.get("not", ())) or ("\0",))


def _like_a_headline(line: Line) -> bool:
    return line.width >= 15 and len(line.words) >= 3 and not line.prose and not line.ends


def _articles(language: str) -> tuple[str, ...]:
    return tuple(_words(language).get("articles", ()))


def _words(language: str) -> dict[str, Any]:
    found: dict[str, Any] = load(language, "header").get("masthead", {})
    return found
