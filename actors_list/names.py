"""Names of the sources made plain: odd labels, suffixes, initials, and keys to know one person by."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from wortlaut.actors.known import common_words, fold, given_names

_NOTE = re.compile(r"\s*[\[(][^\])]{0,60}[\])]")
_PEER = re.compile(
    r",\s+(?:\d\w\w\s+)?(?:Baron|Baroness|Viscount|Viscountess|Earl|Countess|Lord|Lady|Marquess|Duke)\b.*"
)
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|MP|MdB|PC|QC|KC|OBE|CBE|MBE)\b\.?")
_INITIAL = re.compile(r"(?<=\s)(?:[A-Z]\.\s*)+(?=\s?[^\W\d_]{2})")
_BAD = re.compile(r"[\x00-\x1f\x7f-\x9f\t|\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def unnoted(name: str) -> str:
    """A name without notes in brackets ("Slate (magazine)")."""
    return " ".join(_NOTE.sub("", name).split()) or name


def plain(label: str) -> str:
    """A label as a name: no notes in brackets, peerages, honours ("Kim Jong-un[14]", "X, Baron X")."""
    name = unicodedata.normalize("NFC", _BAD.sub(" ", label))
    name = _PEER.sub("", _NOTE.sub("", name))
    name = _SUFFIX.sub("", name) if "," in name or name.endswith(".") else name
    name = " ".join(name.replace("‘", "’").split()).strip(" ,;")
    words = name.split()
    if len(words) > 1 and all(w.isupper() for w in words):
        return name.title()
    if any(w.isupper() and len(w) > 3 and "." not in w for w in words):  # "BOSSI Umberto"
        return " ".join(w.title() if w.isupper() and len(w) > 3 else w for w in words)
    return name


def without_initials(name: str) -> str:
    """A name without the initials between given name and surname ("Christopher A. Coons")."""
    return " ".join(_INITIAL.sub("", name).split())


def key(name: str) -> str:
    """What spellings of one full name share: folded, without initials and suffixes."""
    words = [w for w in fold(name).replace(",", " ").split() if w not in SUFFIXES]
    long = [w for w in words if len(w) > 1]
    return " ".join(long if len(long) > 1 else words)


def surname(name: str) -> str:
    """The last word of a name, as compared."""
    words = [w for w in fold(name).replace(",", " ").split() if w not in SUFFIXES]
    return words[-1] if words else ""


def latin(name: str) -> bool:
    """Is the name written in Latin letters?"""
    first = next((c for c in name if c.isalpha()), "")
    return bool(first) and unicodedata.name(first, "").startswith("LATIN")


@cache
def everyday() -> frozenset[str]:
    """Words that are no name by themselves: common words of both languages and given names, in lower case."""
    german = {word.lower() for word in common_words("de")}
    return frozenset(german | common_words("en") | {name.lower() for name in given_names()})
