"""What a dispute is about: a short noun phrase taken from the text."""

from __future__ import annotations

import re

from wortlaut.disputes.claims import Claim
from wortlaut.disputes.denials import Denial
from wortlaut.disputes.text import Ground

_LEAD = re.compile(r"^(?:dass|daß|ob|that|whether|von|wonach)\s+", re.IGNORECASE)
_LONGEST = 80


def about(ground: Ground, claim: Claim, denial: Denial | None = None) -> str:
    """The words of the claim that the denial takes up, else the beginning of the claim."""
    text = ground.text(claim.span) if claim.span else claim.lines[0].words if claim.lines else ""
    if denial is not None and (phrase := _taken_up(ground, text, denial)):
        return phrase
    return shorten(text)


def _taken_up(ground: Ground, text: str, denial: Denial) -> str | None:
    """The stretch of the claim from the first to the last word that the denial repeats."""
    stems = ground.lexicon.stems(ground.text(denial.clause)).union(*(line.stems for line in denial.worded))
    words = [
        m
        for m in re.finditer(r"\w[\w’'-]*", text)
        if ground.lexicon.stem(m.group().lower()) in stems and len(m.group()) > 3
    ]
    if not words:
        return None
    stretch = text[words[0].start() : words[-1].end()]
    return " ".join(stretch.split()) if len(stretch) <= _LONGEST else None


def shorten(text: str) -> str:
    """At most 80 characters, cut at a word, without the conjunction in front."""
    plain = _LEAD.sub("", " ".join(text.split()))
    if len(plain) <= _LONGEST:
        return plain
    return plain[:_LONGEST].rsplit(" ", 1)[0] + " …"
