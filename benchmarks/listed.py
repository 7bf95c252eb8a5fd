"""Which names of the long list are found in news: ``python -m benchmarks.listed [FILE]…`` (to look for wrong ones).

For each actor of rank 2 or 3 (see docs/actors.md) that is found in the texts (no gold is looked at): how often, in
how many reports, by which words, and as whom.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.gold import GOLD, records
from wortlaut.actors import find_actors
from wortlaut.actors.table import table
from wortlaut.languages import detect, passage

SETS = ("wikinews-de-dev.jsonl.gz", "polnear-dev.jsonl.gz")


def main(files: list[str]) -> int:
    """Print a line for each actor found, the most frequent first."""
    roll = table()
    words: dict[str, Counter[str]] = defaultdict(Counter)
    reports: Counter[str] = Counter()
    for file in files or [str(GOLD / name) for name in SETS]:
        for row in records(Path(file)):
            text = row["text"]
            language = row.get("language") or detect(text[:2000])
            for actor in find_actors(passage(text, language), (), row.get("published")):
                number = roll.numbered(actor.id)
                row_ = roll.row(number) if number is not None else None
                if row_ and (row_.rank == "2" or (row_.rank == "3" and actor.wikidata)):
                    reports[actor.id] += 1
                    words[actor.id].update(text[s:e] for s, e in actor.mentions)
    for key, count in reports.most_common():
        found = roll.row(roll.numbered(key) or 0)
        print(count, found.rank, key, found.wikidata or found.role, dict(words[key].most_common(4)), sep="\t")
    print(f"{len(reports)} actors of the long list in {sum(reports.values())} places")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
