"""Which words signal that somebody says, writes, believes or intends something."""

from __future__ import annotations

from wortlaut.statements.english.reading import AUXILIARIES, Reading, complement, is_passive

_SUBJECTS = ("NN", "NNS", "NNP", "PRP", "NNP+S", "PRP+V", "WP", "WDT")


def is_candidate(reading: Reading, index: int) -> bool:
    """Can the unit be a cue at all, by its part of speech?"""
    tag, word = reading.tags[index], reading.words[index]
    if tag[:2] == "VB":
        return word not in AUXILIARIES
    return tag in ("NN", "NNS", "JJ", "NN+S", "PRP+V") or word in (
        "according",
        ":",
        "by",
        "per",
        "for",
        "—",
        "-",
        "―",
    )


def features(reading: Reading, index: int) -> list[str]:
    """Names of what speaks for or against the unit at ``index`` being a cue."""
    words, tags, stems = reading.words, reading.tags, reading.stems
    stem, tag = stems[index], tags[index]
    before, following = _around(words, index, 2)
    tags_before, tags_following = _around(tags, index, 2)
    kind = complement(reading, index)
    subject, distance = _subject(reading, index)
    voice = "passive" if is_passive(reading, index) else "active"
    found = [
        "w" + words[index],
        "s" + stem,
        "st" + stem + " " + tag,
        "t" + tag,
        "e" + words[index][-3:] + " " + tag,
        "c" + kind + " " + tag,
        "sc" + stem + " " + kind,
        "cv" + kind + " " + voice + " " + tag,
        "sv" + stem + " " + voice,
        "b" + before[0] + " " + tag,
        "B" + before[0] + " " + before[1],
        "sb" + stem + " " + before[0],
        "f" + following[0] + " " + tag,
        "sf" + stem + " " + following[0],
        "F" + following[0] + " " + following[1],
        "T" + tags_before[0] + " " + tag + " " + tags_following[0],
        "TB" + tags_before[1] + " " + tags_before[0] + " " + tag,
        "TF" + tag + " " + tags_following[0] + " " + tags_following[1],
        "sT" + stem + " " + tags_before[0],
        "st+" + stem + " " + tags_following[0],
        "j" + subject + " " + tag,
        "sj" + stem + " " + subject,
        "jd" + subject[:4] + str(min(distance, 4)) + " " + tag,
        "u" + reading.functions[index] + " " + tag,
        "su" + stem + " " + reading.functions[index],
        "cu" + kind + " " + reading.functions[index],
        "ju" + subject + " " + reading.functions[index],
        "bias",
    ]
    return found + _context(reading, index)


def _around(items: object, index: int, count: int) -> tuple[list[str], list[str]]:
    values: list[str] = items  # type: ignore[assignment]
    before = [values[index - k] if index >= k else "<s>" for k in range(1, count + 1)]
    following = [values[index + k] if index + k < len(values) else "</s>" for k in range(1, count + 1)]
    return before, following


def _subject(reading: Reading, index: int) -> tuple[str, int]:
    """The nearest noun or pronoun before the unit, and how many units lie between."""
    for place in range(index - 1, max(-1, index - 12), -1):
        if reading.tags[place] in _SUBJECTS:
            tag = reading.tags[place]
            word = tag if tag in ("NNP", "NNP+S") else reading.stems[place]
            return word, index - place - 1
    return "none", 12


def _context(reading: Reading, index: int) -> list[str]:
    """What stands further off: the verb before, quotations, the beginning and length of the line."""
    words, tags, stems = reading.words, reading.tags, reading.stems
    tag = tags[index]
    found = []
    for place in range(index - 1, -1, -1):
        if tags[place][:2] == "VB" and words[place] not in AUXILIARIES:
            found.append("vu" + reading.functions[place] + " " + reading.functions[index] + " " + tag)
            found += ["v" + stems[place] + " " + tag, "vd" + str(min(4, index - place)) + " " + tag]
            between = words[place + 1 : index]
            found.append(f"vt{'that' in between}{',' in between} " + stems[place])
            break
    for place in range(max(0, index - 4), index):
        if words[place] in AUXILIARIES or tags[place] in ("MD", "TO"):
            found.append("a" + words[place] + " " + tag)
            found.append("sa" + words[place] + " " + stems[index])
    quoted = [place - index for place, t in enumerate(tags) if t[0] == "Q"]
    if quoted:
        nearest = min(quoted, key=abs)
        side = f"q{'-' if nearest < 0 else '+'}{min(abs(nearest), 5)}"
        found += [side, side + tag, side + stems[index], "Q" + tags[index + nearest] + " " + tag]
    if "according" in words:
        found.append("according " + tag)
    found.append("i" + ("0" if index == 0 else "1" if index < 4 else "2") + " " + tag)
    return found
