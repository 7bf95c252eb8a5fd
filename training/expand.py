"""Passages made of passages: other surnames, other verbs of saying, other quotation marks, another order.

Everything works on the marked text, so the marks stay right; seeded by the caller. What is exchanged keeps its
part: a surname becomes a surname of another passage, a neutral verb a neutral verb.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.marked import KEPT_BACK, MarkedPassage, PassageError, blocks, files, parse

_PERSON = re.compile(r"=p\.([^\s\]\[=/]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NEUTRAL = {
    "sagte": ("sagte", "sagte", "erklärte", "betonte", "berichtete", "unterstrich"),
    "erklärte": ("erklärte", "sagte", "betonte", "bekräftigte"),
    "sagt": ("sagt", "erklärt", "betont"),
    "sagten": ("sagten", "erklärten", "betonten"),
    "betonte": ("betonte", "sagte", "unterstrich", "hob hervor"),
    "said": ("said", "said", "added", "explained", "noted", "told reporters"),
    "says": ("says", "explains", "notes"),
}
_CUE = re.compile(r"(\[q\d+(?:,\d+)* )(" + "|".join(_NEUTRAL) + r")\]")
_STYLES = {
    "de": ("„“", "„“", "»«", "“”", '""', "«»", "„”"),
    "en": ("“”", "“”", '""', "‘’"),
}
_QUOTED = re.compile(r"[„“”\"»«]([^„“”\"»«\n]{1,600})[„“”\"»«]")
_SAID_AFTER = re.compile(
    r"(?P<mark>[„“\"»])(?P<content>\[c(?P<n>\d+)(?:/\w+)? [^\[\]]+\])(?P<close>[“”\"«]), "
    r"(?P<cue>\[q(?P=n) \w+\]) (?P<source>\[s(?P=n)=\S+ [^\[\]]+\])\.(?=\s|$)"
)


def _folded(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def surnames(marked: Iterable[str]) -> list[str]:
    """Surnames as written in the passages: the words that a person's key folds."""
    found = set()
    for text in marked:
        keys = set(_PERSON.findall(text))
        found |= {word for word in _WORD.findall(text) if _folded(word) in keys and word[0].isupper()}
    return sorted(found)


def varied(marked: str, language: str, names: Sequence[str], rng: random.Random) -> str:
    """A variant of the marked text."""
    text = _renamed(marked, names, rng) if names else marked
    text = _CUE.sub(lambda m: m[1] + rng.choice(_NEUTRAL[m[2]]) + "]" if rng.random() < 0.5 else m[0], text)
    if rng.random() < 0.3:
        text = _SAID_AFTER.sub(_source_first, text)
    if rng.random() < 0.5:
        style = rng.choice(_STYLES[language])
        text = _QUOTED.sub(lambda m: style[0] + m[1] + style[1], text)
    return text


def _renamed(marked: str, names: Sequence[str], rng: random.Random) -> str:
    new = {key: rng.choice(names) for key in sorted(set(_PERSON.findall(marked))) if rng.random() < 0.7}

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if marked[max(0, match.start() - 2) : match.start()].endswith("."):
            return word  # within a key
        folded = _folded(word)
        if folded in new and word[0].isupper():
            return new[folded]
        if folded.endswith("s") and folded[:-1] in new and word[0].isupper():
            return new[folded[:-1]] + ("" if new[folded[:-1]][-1] in "sxzß" else "s")
        return word

    return _WORD.sub(other, marked)


def _source_first(match: re.Match[str]) -> str:
    content = match["content"]
    return f"{match['source']} {match['cue']}: {match['mark']}{content}.{match['close']}"


def expanded(rng: random.Random, times: int, paths: Iterable[Path] = ()) -> list[list[MarkedPassage]]:
    """``times`` lists of all passages that training may see: first as written, then varied."""
    read = [
        (header, marked)
        for path in list(paths) or files()
        for _, header, marked in blocks(path.read_text(encoding="utf-8"))
        if header.split()[2:3] and header.split()[2] not in KEPT_BACK
    ]
    names = {
        language: surnames(m for h, m in read if h.split()[1].startswith(language)) for language in ("de", "en")
    }
    return [
        [p for header, marked in read if (p := _parsed(header, marked, names, rng, number > 0)) is not None]
        for number in range(times)
    ]


def _parsed(
    header: str, marked: str, names: dict[str, list[str]], rng: random.Random, vary: bool
) -> MarkedPassage | None:
    language = header.split()[1][:2]
    try:
        return parse(header, varied(marked, language, names[language], rng) if vary else marked)
    except PassageError:
        return None
