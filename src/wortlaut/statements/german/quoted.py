"""Which quotations are speech: clauses of their own, no names and no pieces of the clause around."""

from __future__ import annotations

import re

from wortlaut.languages import Passage, Quotation
from wortlaut.statements.german.lexicon import Lexicon, lexicon
from wortlaut.statements.german.paradigm import FINITE

_FOLLOWED = re.compile(r"[,–-]?\s{0,2}([^\W\d_]{1,30})")
_LAST_WORD = re.compile(r"[^\W\d_]{1,30}$")
_LINE_END = re.compile(r"[ ,.;]{0,4}(?:\n|\Z)")  # a scraper that drops "sagte sie" leaves its marks: „…“, .
_GAP = 120  # between the halves of an interrupted quotation


def spoken(passage: Passage) -> tuple[Quotation, ...]:
    """The outermost quotations that are speech, in the order of the text."""
    known = lexicon()
    found: list[Quotation] = []
    for quotation in passage.quotations:
        if quotation.depth == 0 and (
            _is_clausal(passage.text, quotation, known)
            or _goes_on(passage.text, quotation, found[-1] if found else None, known)
        ):
            found.append(quotation)
    return tuple(found)


def _is_clausal(text: str, quotation: Quotation, known: Lexicon) -> bool:
    inner = text[slice(*quotation.inner)].strip()
    if not inner:
        return False
    before = text[max(0, quotation.outer[0] - 3) : quotation.outer[0]].rstrip(" ")
    words = [w for w in (part.strip(".,:;!?…()") for part in inner.split()) if w]
    closed = inner[-1] in ".!?…"
    if before.endswith(":"):
        return len(words) > 1 or closed
    begins = not before or before[-1] in ".!?\n"
    if begins and (
        _is_attributed(text, quotation, known) or (_ends_line(text, quotation) and len(words) > 2)
    ):
        return True
    if begins and closed and inner[0].isupper():
        return True
    if len(words) < 2 or not (inner[0].isupper() or inner[0].isdigit() or inner[0] in "…("):
        return False
    if closed and len(words) > 2:
        return True
    if _runs_on(text, quotation, known):
        return False
    finite = any(f.mood in FINITE for w in words if w[0].islower() for f in known.readings(w))
    return finite and (len(words) > 3 or begins or text[quotation.outer[1] : quotation.outer[1] + 1] == ",")


def _ends_line(text: str, quotation: Quotation) -> bool:
    return _LINE_END.match(text, quotation.outer[1]) is not None


def _is_attributed(text: str, quotation: Quotation, known: Lexicon) -> bool:
    """Do a comma and a verb of saying follow, or „so“?"""
    if text[quotation.outer[1] : quotation.outer[1] + 1] != ",":
        return False
    match = _FOLLOWED.match(text, quotation.outer[1])
    return match is not None and (match[1] == "so" or _says(match[1], known))


def _goes_on(text: str, quotation: Quotation, before: Quotation | None, known: Lexicon) -> bool:
    """Is it the second half of „…“, sagte sie, „…“?"""
    if before is None or not 0 < quotation.outer[0] - before.outer[1] < _GAP:
        return False
    between = text[before.outer[1] : quotation.outer[0]]
    return between.startswith(",") and between.endswith(", ") and _is_attributed(text, before, known)


def _says(word: str, known: Lexicon) -> bool:
    return any(
        f.mood in FINITE and f.lemma in known.cues and "quote" in known.cues[f.lemma].takes
        for f in known.readings(word)
    )


def _runs_on(text: str, quotation: Quotation, known: Lexicon) -> bool:
    """Do the quoted words stand in the middle of a clause („gegen «Leute, die …» vorgehen“)?"""
    lead = text[max(0, quotation.outer[0] - 32) : quotation.outer[0]].rstrip(" ")
    last = _LAST_WORD.search(lead)
    if last is None:
        return False
    if last[0] in known.nouns["quote"] or _says(last[0].lower(), known):
        return False
    return text[quotation.outer[1] : quotation.outer[1] + 1] != ","
