"""Given a cue: which units of its line name the source, and which are the content."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.statements.english.reading import Reading, complement, is_passive

LABELS = ("O", "X", "BS", "IS", "BC", "IC")
_BUCKETS = (0, 1, 2, 3, 4, 5, 7, 10, 15, 25)
_NOUNS = ("NN", "NNS", "NNP", "PRP", "NNP+S", "NN+S", "WP", "WDT", "PRP+V", "CD", "DT")


def own_features(reading: Reading) -> list[list[str]]:
    """For each unit, names of what it is, whatever the cue."""
    words, tags = ["<s>", *reading.words, "</s>"], ["<s>", *reading.tags, "</s>"]
    functions = ["<s>", *reading.functions, "</s>"]
    return [
        [
            "w" + words[i],
            "t" + tags[i],
            "p" + words[i - 1],
            "n" + words[i + 1],
            "tt" + tags[i - 1] + " " + tags[i],
            "tn" + tags[i] + " " + tags[i + 1],
            "T" + tags[i - 1] + " " + tags[i] + " " + tags[i + 1],
            "wt" + words[i - 1] + " " + tags[i],
            "u" + functions[i],
            "uu" + functions[i - 1] + " " + functions[i] + " " + functions[i + 1],
        ]
        for i in range(1, len(words) - 1)
    ]


def cue_features(reading: Reading, cue: int, likely: Sequence[int]) -> list[list[str]]:
    """For each unit, names of how it stands to the cue; ``likely``: how like a cue each unit is (0-9)."""
    tags, words = reading.tags, reading.words
    size = len(words)
    stem, tag = reading.stems[cue], tags[cue]
    kind = complement(reading, cue)
    voice = "P" if is_passive(reading, cue) else "A"
    found: list[list[str]] = [[] for _ in range(size)]
    found[cue] = ["cue"]
    for step in (-1, 1):
        side = "<" if step < 0 else ">"
        verbs = nouns = commas = links = quotes = strong = 0
        in_noun = False
        subjects, path = 0, ""
        place = cue + step
        while 0 <= place < size:
            t, w = tags[place], words[place]
            far = bucket(abs(place - cue))
            counts = f"{min(verbs, 3)}{min(commas, 2)}{min(links, 2)}{min(quotes, 1)}"
            simple = t[:2]
            function = reading.functions[place]
            found[place] = [
                f"d{side}{far}",
                f"dk{side}{far}{kind} {tag}{voice}",
                f"dt{side}{far}{t}",
                f"t{side}{t}",
                f"w{side}{w}",
                f"wk{side}{w} {kind} {tag}",
                f"s{side}{stem}",
                f"ss{side}{stem} {kind}",
                f"st{side}{stem} {simple}",
                f"k{side}{kind} {tag}{voice} {simple}",
                f"v{side}{counts}",
                f"vt{side}{counts}{t}",
                f"vk{side}{counts}{kind} {tag}{voice}",
                f"vn{side}{min(verbs, 3)}{min(nouns, 3)}{tag}",
                f"vnk{side}{min(verbs, 3)}{min(nouns, 3)}{kind}{voice}{simple}",
                f"g{side}{min(strong, 2)}{simple}",
                f"gl{side}{min(strong, 2)}{likely[place]}{tag}",
                f"u{side}{min(subjects, 2)}{function}",
                f"uk{side}{min(subjects, 2)}{function} {kind} {tag}{voice}",
                f"up{side}{path} {function}",
                f"uc{side}{path} {reading.functions[cue]}",
                f"us{side}{min(subjects, 2)}{min(verbs, 2)}{function} {stem}",
                f"ut{side}{path} {min(commas, 2)}{simple}",
                f"gw{side}{min(strong, 2)}{min(commas, 2)}{w}",
            ]
            is_noun = t in _NOUNS
            nouns += in_noun and not is_noun and t not in ("JJ", "VBG", "POS", "PRP$", "$")
            in_noun = is_noun or (in_noun and t in ("JJ", "VBG", "POS", "PRP$", "$"))
            subjects += function in ("subj", "subjp")
            if simple == "VB" and function not in ("aux", "-") and len(path) < 15:
                path += function[:4] + "."
            elif function == "mark" and len(path) < 15:
                path += "m."
            verbs += simple in ("VB", "MD") or t == "PRP+V"
            commas += t == "," or t == ":"
            links += t in ("WDT", "WP", "WRB", "CC") or w in (
                "that",
                "because",
                "if",
                "while",
                "after",
                "as",
                "when",
            )
            quotes += t[0] == "Q"
            strong += likely[place] >= 4
            place += step
    return found


def bucket(distance: int) -> int:
    """The distance, coarser the farther off."""
    return max(b for b in _BUCKETS if b <= distance)
