"""Words that may signal speech: ``python -m training.signs`` writes ``signs.txt`` beside the network.

A word is a sign if it was the first word of a cue at least twice in the training corpora, and at least once in
a hundred times that it occurs. What has neither a sign nor a quotation mark is not read by the network.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from training import corpora, marked
from training.examples import anchor_of
from wortlaut.statements import learned
from wortlaut.statements.learned.network import CUE

FILE = Path(learned.__file__).parent / "signs.txt"
LEAST, SHARE = 2, 0.01


def signs() -> list[str]:
    """The words, in small letters, sorted."""
    seen: Counter[str] = Counter()
    anchored: Counter[str] = Counter()
    for example in corpora.polnear() + corpora.spkatt() + corpora.own(marked.read()):
        read = example.passage
        seen.update(read.word(index).lower() for index in range(len(read.tokens)))
        for statement in example.statements:
            found = anchor_of(read, statement)
            if found is not None and found[1] == CUE:
                anchored[read.word(found[0]).lower()] += 1
    return sorted(w for w, n in anchored.items() if n >= LEAST and n >= SHARE * seen[w] and w[0].isalpha())


if __name__ == "__main__":
    FILE.write_text("".join(f"{word}\n" for word in signs()), encoding="utf-8")
    print(len(signs()), "signs")
