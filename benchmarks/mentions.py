"""Mentions and who they mean, on gold sets that list only the main actors: ``python -m benchmarks.mentions [SET]``.

A gold mention is found if one of ours shares a word's worth of characters with it; a gold actor is found if one of
our actors has at least half of its mentions; ``whole``: B-cubed F1 over the gold mentions alone (extra ones of
ours, which these sets do not annotate, are left out). ``kind`` and ``wikidata``: of the gold actors found, how many
have the kind of gold, and of those with a number in gold, how many have that number (``wrong``: another one).
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import Any

from benchmarks.gold import GOLD, records
from wortlaut.actors import find_actors
from wortlaut.languages import passage
from wortlaut.record import Actor, Span, overlap

SETS = ("seeds", "news", "contacts-dev.jsonl")
PRONOUNS = frozenset(
    [
        "er",
        "sie",
        "es",
        "ich",
        "wir",
        "ihn",
        "ihm",
        "ihr",
        "ihre",
        "ihrem",
        "ihren",
        "ihrer",
        "ihres",
        "sein",
        "seine",
        "seinem",
        "seinen",
        "seiner",
        "seines",
        "der",
        "die",
        "dem",
        "den",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "him",
        "them",
        "i",
        "who",
        "it",
    ]
)


def owners(row: dict[str, Any], ours: tuple[Actor, ...]) -> dict[Span, tuple[str, str | None]]:
    """For each gold mention: its gold actor, and the actor of ours whose mention agrees best (None: none does)."""
    found: dict[Span, tuple[str, str | None]] = {}
    mine = [(span, actor.id) for actor in ours for span in actor.mentions]
    for actor in row["actors"]:
        for start, end in actor["mentions"]:
            best = max(mine, key=lambda m: _agreement((start, end), m[0]), default=None)
            agrees = best is not None and _agreement((start, end), best[0]) > 0.2
            found[start, end] = (actor["id"], best[1] if agrees and best else None)
    return found


def _agreement(one: Span, other: Span) -> float:
    shared = overlap(one, other)
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)


def _agreeing(gold: dict[str, Any], mine: Actor, show: bool) -> Counter[str]:
    """Does the actor of ours have the kind and the number of the gold one?"""
    number = gold.get("wikidata")
    if show and (mine.kind != gold["kind"] or (number and mine.wikidata != number)):
        print("  ", gold["name"], gold["kind"], number, "| ours:", mine.name, mine.kind, mine.wikidata)
    return Counter(
        {
            "kind": 1,
            "kind right": mine.kind == gold["kind"],
            "number": bool(number),
            "number right": bool(number) and mine.wikidata == number,
            "number wrong": bool(number) and mine.wikidata not in (None, number),
        }
    )


def bcubed(pairs: list[tuple[str, str | None]]) -> tuple[float, float]:
    """Sums of precision and recall over gold mentions; one of ours that is missing stands alone."""
    mine = [ours if ours is not None else f"missing {i}" for i, (_, ours) in enumerate(pairs)]
    gold = [theirs for theirs, _ in pairs]
    both, ours, theirs = Counter(zip(gold, mine, strict=True)), Counter(mine), Counter(gold)
    return (
        sum(both[g, m] / ours[m] for g, m in zip(gold, mine, strict=True)),
        sum(both[g, m] / theirs[g] for g, m in zip(gold, mine, strict=True)),
    )


def measure(name: str, show: bool = False) -> str:
    """One line for a gold set; ``show`` prints what was missed."""
    totals: Counter[str] = Counter()
    precision = recall = seconds = 0.0
    for row in records(GOLD / name):
        words = passage(row["text"], row["language"])
        sources = [tuple(s["source"]["span"]) for s in row.get("statements", ()) if s["source"]["span"]]
        began = time.perf_counter()
        ours = find_actors(words, sources, row.get("published"))
        seconds += time.perf_counter() - began
        found = owners(row, ours)
        for (start, end), (_, mine) in found.items():
            kind = "pronoun" if row["text"][start:end].lower() in PRONOUNS else "named"
            totals[kind] += 1
            totals[f"{kind} found"] += mine is not None
        p, r = bcubed(list(found.values()))
        precision, recall = precision + p, recall + r
        mine_by_id = {actor.id: actor for actor in ours}
        for actor in row["actors"]:
            owner = Counter(found[s, e][1] for s, e in actor["mentions"])
            best, count = owner.most_common(1)[0]
            totals["actors"] += 1
            good = best is not None and 2 * count >= len(actor["mentions"])
            totals["actors found"] += good
            if good and best is not None:
                totals.update(_agreeing(actor, mine_by_id[best], show))
            if show and (None in owner or len(owner) > 1):
                print(
                    row["id"],
                    "|",
                    actor["name"],
                    "|",
                    [(row["text"][s:e], found[s, e][1]) for s, e in actor["mentions"]],
                )
        totals["reports"] += 1
        totals["sources kept"] += sum(sum(tuple(s) in a.mentions for a in ours) == 1 for s in set(sources))
        totals["sources"] += len(set(sources))
    count = totals["named"] + totals["pronoun"]
    p, r = precision / count, recall / count
    shares = " ".join(
        f"{key} {100 * totals[f'{key} found'] / max(1, totals[key]):.1f}"
        for key in ("named", "pronoun", "actors")
    )
    of_found = " ".join(
        f"{name} {100 * totals[f'{key} {how}'] / max(1, totals[key]):.1f}"
        for name, key, how in (
            ("kind", "kind", "right"),
            ("wikidata", "number", "right"),
            ("wrong", "number", "wrong"),
        )
    )
    kept = 100 * totals["sources kept"] / max(1, totals["sources"])
    return f"{name:20} whole {200 * p * r / (p + r):.1f}  found: {shares}  {of_found} (of {totals['number']})  sources kept {kept:.1f}  {1000 * seconds / totals['reports']:.1f} ms"


def main(names: list[str]) -> int:
    """Print a line for each set; a set named alone also shows what was missed."""
    for name in names or SETS:
        print(measure(name, show=bool(names)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
