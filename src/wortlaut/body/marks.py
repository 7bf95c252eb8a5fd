"""Lines that say by their own words that they are furniture; the words are data of the languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from wortlaut.body.lines import Line
from wortlaut.languages import load

Words = tuple[str, ...]
_FOLLOWS = re.compile(r"\s*[:/|©(\[–—-]|\s*\d")
_CREDIT = re.compile(r"©|\(c\)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[\w.+-]{1,64}@[\w.-]{1,64}\.\w{2,10}$", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr)\b", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:19|20)\d{2}\b")
_DATELINE = re.compile(
    r"[^\W\d_][^()/:]{0,40}\([\w/ ,.-]{2,20}\)\s?(?:[–—.:-]|$)|\([\w/ ,.-]{2,20}\)\s?[–—:-]"
    r"|[A-ZÄÖÜ]{3}[^()/:]{0,40} — "
)
_LONG = 260
_SHORT = 110
_SIGNED = 300
_WIDEST = 1000
_FEW = 3


class Mark(NamedTuple):
    """Why a line is furniture; ``heading`` marks also govern the lines below, ``closing`` ones
    count only where the article ends: so a report may be about a journalist.
    """

    kind: str
    reason: str
    heading: bool = False
    closing: bool = False


@dataclass(frozen=True)
class Marks:
    """The furniture words of a language, looked up by their first word."""

    whole: dict[Words, tuple[str, bool]]
    starts: dict[str, list[tuple[Words, str, bool]]]
    contains: dict[str, list[tuple[Words, str, bool]]]
    tail: frozenset[Words]
    colon: re.Pattern[str]
    signs: tuple[str, ...]
    picture: re.Pattern[str]
    closing: frozenset[str]

    def mark(self, line: Line) -> Mark | None:
        """What furniture ``line`` says it is, or None."""
        if not line.words:
            return Mark("mark", "has no words, only marks")
        if _ADDRESS.fullmatch(line.text):
            return Mark("link", "is nothing but an address")
        return (
            self._whole(line)
            or self._starts(line)
            or self._contains(line)
            or self._credit(line)
            or _dated(line)
        )

    def _whole(self, line: Line) -> Mark | None:
        words = _without_numbers(line.words)
        if not words:
            return Mark("number", "is nothing but numbers")
        found = self.whole.get(words)
        return _said(*found, words) if found else None

    def _starts(self, line: Line) -> Mark | None:
        long = line.paragraph or line.width > _LONG
        if line.sentences > _FEW or line.width > _WIDEST:
            return None
        for phrase, kind, heading in self.starts.get(line.words[0], ()):
            if line.words[: len(phrase)] != phrase or (long and len(phrase) < 3):
                continue
            if kind == "byline":
                if _names_only(line, len(phrase)):
                    return _said(kind, heading, phrase)
            elif len(phrase) > 1 or ((kind == "copyright" or not line.prose) and _stands_apart(line)):
                return _said(_caption(line) if kind == "caption" else kind, heading, phrase)
        return None

    def _contains(self, line: Line) -> Mark | None:
        """Prose must say it twice, or in three words: it may be a report about newsletters."""
        found = list(self._phrases(line)) if line.width <= _WIDEST else []
        if not found:
            return None
        phrase, kind, heading = max(found, key=lambda hit: len(hit[0]))
        if kind == "date" and line.prose:
            return None
        often = len({hit[0] for hit in found})
        asked = (
            2 if line.width > _LONG or (line.prose and len(phrase) < (3 if line.width > _SHORT else 2)) else 1
        )
        if kind in self.closing:
            return _said(kind, heading, phrase)._replace(closing=True) if line.sentences <= _FEW else None
        return _said(kind, heading and not line.paragraph, phrase) if often >= asked else None

    def _phrases(self, line: Line) -> Iterator[tuple[Words, str, bool]]:
        words = line.words
        for index, word in enumerate(words):
            key = "#" if word[0] <= "9" else word
            for phrase, kind, heading in self.contains.get(key, ()):
                if _same(words[index : index + len(phrase)], phrase):
                    yield phrase, kind, heading

    def _credit(self, line: Line) -> Mark | None:
        if line.width > 2 * _LONG or line.sentences > _FEW or _DATELINE.match(line.text[:60]):
            return None
        tail = line.text[-120:]
        if line.width <= _SIGNED and (sign := next((s for s in self.signs if s in line.text), None)):
            return Mark("caption", f"tells where in a picture somebody is: “{sign}”")
        if not line.paragraph and (match := self.picture.search(line.text)):
            return Mark(_caption(line), f"names who took the picture: “{match.group().strip()}”")
        if match := self.colon.search(tail):
            return Mark(_caption(line), f"ends with a credit: “{match.group().strip(' ([')}”")
        if _CREDIT.search(line.text[:_LONG]) and not line.paragraph:
            return Mark(_caption(line), "has a copyright sign")
        if not line.ends:
            for length in (1, 2, 3, 4):
                if line.words[-length:] in self.tail and _set_off(line, length):
                    return Mark(_caption(line), f"ends with a credit: “{' '.join(line.words[-length:])}”")
        return None


@cache
def marks(language: str) -> Marks:
    """The furniture words for texts in ``language``: its own, and those of page templates everywhere."""
    tables = [load(code, "furniture") for code in dict.fromkeys(("und", "en", language))]
    whole: dict[Words, tuple[str, bool]] = {}
    starts: dict[str, list[tuple[Words, str, bool]]] = {}
    contains: dict[str, list[tuple[Words, str, bool]]] = {}
    tail: set[Words] = set()
    colon: set[str] = set()
    signs: list[str] = []
    picture: set[str] = set()
    closing: set[str] = set()
    for table in tables:
        for kind, entry in table.items():
            heading = bool(entry.get("heading", False))
            whole.update({_phrase(p): (kind, heading) for p in entry.get("whole", ())})
            for field, index in (("starts", starts), ("contains", contains)):
                for phrase in entry.get(field, ()):
                    words = _phrase(phrase)
                    index.setdefault(words[0], []).append((words, kind, heading))
            tail.update(_phrase(p) for p in entry.get("tail", ()))
            colon.update(entry.get("colon", ()))
            signs += entry.get("signs", ())
            closing.update([kind] if entry.get("closing") else [])
            picture.update(entry.get("picture", ()))
    return Marks(
        whole,
        starts,
        contains,
        frozenset(tail),
        _colon(colon),
        tuple(signs),
        _picture(picture),
        frozenset(closing),
    )


def _phrase(written: str) -> Words:
    """A phrase of the tables as its words stand in a line (case folding makes “ß” of a line “ss”)."""
    return tuple(written.casefold().split())


def _colon(words: set[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?:^|[\s(\[.!?|/\w])(?i:{either})(?:\(s\))?\s?: ?[^.!?:]{{1,90}}(?:\.\w[^.!?:]{{0,40}})?[)\]]?\.?$"
    )


def _picture(words: set[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?:{either}) ?: ?[A-ZÄÖÜ©][^.!?]{1, 60}(?:[.!?/,|]|$)")


def _said(kind: str, heading: bool, phrase: Words) -> Mark:
    return Mark(kind, f"says “{' '.join(phrase)}”", heading)


def _without_numbers(words: Words) -> Words:
    start, end = 0, len(words)
    while start < end and words[start].isdigit():
        start += 1
    while end > start and words[end - 1].isdigit():
        end -= 1
    return words[start:end]


def _same(words: Words, phrase: Words) -> bool:
    if "#" not in phrase:
        return words == phrase
    return len(words) == len(phrase) and all(
        p == w or (p == "#" and w.isdigit()) for w, p in zip(words, phrase, strict=True)
    )


def _stands_apart(line: Line) -> bool:
    """Is the first word set off by a mark, as in “Foto: …”, or is there little else?"""
    after = line.text[len(line.words[0]) :]
    return len(line.words) <= 3 or bool(_FOLLOWS.match(after))


def _names_only(line: Line, first: int) -> bool:
    """Does nothing but names, dates and small words follow? (“Von der Krise zum Boom” is a heading.)"""
    if line.width > _SHORT or line.text.endswith(("?", "!", ".")):
        return False
    rest = re.findall(r"[^\W_]+|&", line.text)[first:]
    small = load("und", "header")["names"]["small"]
    return bool(rest) and all(w[0].isupper() or w[0].isdigit() or w.casefold() in small for w in rest)


def _caption(line: Line) -> str:
    return "caption" if line.width >= 45 else "credit"


def _set_off(line: Line, length: int) -> bool:
    """Is the credit the whole line, or set off by a slash, a bar, “via” or a bracket?"""
    words = len(line.words)
    if words <= length + 5 and not line.prose and line.width <= 60 and re.search(r"[/|©(,]| via ", line.text):
        return True
    if words == length:
        return True
    head = line.text[-110:]
    return bool(re.search(r"[/|(–]|\bvia\b|\s-\s", head))


def _dated(line: Line) -> Mark | None:
    """A short line that is a date or a time of day and little else."""
    if line.width > _SHORT or (line.ends and line.width > 30) or line.prose:
        return None
    if not _DAY.search(line.text) and not (_CLOCK.search(line.text) and len(line.words) <= 6):
        return None
    rest = [w for w in line.words if not w.isdigit()]
    if len(rest) <= 1 or (_CLOCK.search(line.text) and _DAY.search(line.text)):
        return Mark("date", "is a date or a time of day")
    return None
