"""What nouns, verbs and links do in their clause: subject, object, main verb, relative clause …

Learned from parsed sentences; cheaper than a parser, and nearly as telling for who says what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Weights = Mapping[str, Mapping[str, int]]

_FINITE = ("VBD", "VBZ", "VBP", "MD", "PRP+V")


def kind(tag: str) -> str:
    """``n`` for nouns and pronouns, ``v`` for verbs, ``i`` for links; else empty: nothing to decide."""
    if tag in ("PRP$", "POS", "MD", "WRB", "WP$", "PRP+V"):
        return ""
    if tag in ("EX", "CD", "DT+S"):
        return "n"
    return {"N": "n", "P": "n", "V": "v", "I": "i", "W": "i"}.get(tag[0], "")


@dataclass(frozen=True, slots=True)
class Functions:
    """What was learned: the function of words that have but one, and the weights of features by function."""

    sure: Mapping[str, str]
    weights: Weights

    def labels(self, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """For each unit its function in the clause, ``-`` where it has none."""
        found: list[str] = []
        verb = last = "<s>"
        for index, tag in enumerate(tags):
            if not kind(tag):
                found.append("-")
                continue
            last = self.sure.get(f"{words[index]} {tag}") or self._best(
                features(words, tags, index, last, verb)
            )
            found.append(last)
            if tag[0] == "V":
                verb = last
        return found

    def _best(self, names: Sequence[str]) -> str:
        scores: defaultdict[str, int] = defaultdict(int)
        for known in filter(None, map(self.weights.get, names)):
            for label, weight in known.items():
                scores[label] += weight
        return max(scores, key=scores.__getitem__) if scores else "-"


def features(words: Sequence[str], tags: Sequence[str], index: int, last: str, verb: str) -> list[str]:
    """Names of what speaks for a function of the unit, given the last function and the last verb's."""
    word, tag = words[index], tags[index]
    size = len(tags)
    t = [tags[k] if 0 <= k < size else "|" for k in range(index - 3, index + 4)]
    previous = words[index - 1] if index else "<s>"
    following = words[index + 1] if index + 1 < size else "</s>"
    before = _verb_before(words, tags, index)
    ahead = _ahead(tags, index)
    sort = kind(tag)
    return [
        f"w{word} {tag}",
        f"p{previous} {sort}",
        f"n{following} {sort}",
        f"3{t[1]} {t[2]} {tag}",
        f"4{t[2]} {tag} {t[4]}",
        f"5{tag} {t[4]} {t[5]}",
        f"6{t[0]} {t[1]} {t[2]} {sort}",
        f"7{sort} {t[4]} {t[5]} {t[6]}",
        f"l{last} {tag}",
        f"v{verb} {tag}",
        f"b{before} {tag}",
        f"B{before} {ahead} {sort}",
        f"a{ahead} {tag}",
        f"lva{last} {verb} {ahead} {sort}",
        f"pl{previous} {last} {sort}",
        f"pa{t[2]} {ahead} {sort}",
    ]


def _verb_before(words: Sequence[str], tags: Sequence[str], index: int) -> str:
    """The nearest verb before, and what has come between: commas, links, prepositions."""
    comma = link = ""
    for place in range(index - 1, max(-1, index - 15), -1):
        tag = tags[place]
        if tag[0] == "V" or tag == "MD":
            return f"{words[place]} {comma}{link}"
        if tag == ",":
            comma = ","
        elif tag in ("WDT", "WP", "CC") or words[place] == "that":
            link = link or words[place]
        elif tag == "IN" and not link:
            link = "in"
    return f"none {comma}{link}"


def _ahead(tags: Sequence[str], index: int) -> str:
    """The first of these that comes after the unit: a finite verb, a comma, a quotation, a link, the end."""
    for place in range(index + 1, min(index + 10, len(tags))):
        tag = tags[place]
        if tag in _FINITE:
            return "F" + str(min(place - index, 3))
        if tag[0] in ",.:Q" or tag in ("WDT", "WP", "VBG", "VBN", "TO", "CC"):
            return tag[:2]
    return "end"
