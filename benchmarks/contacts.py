"""Who spoke with or met whom, measured: ``python -m benchmarks.contacts [SET…] [--fast] [--list]``.

One line per set and language: headline (event and status), found, exact (all participants), full, the shares of
the found whose date and initiator are right, and of the reports without a contact those that stay quiet. A
German and an English line put all sets together. ``--fast`` reads without the network; ``--list`` prints, by
names, what is missed, false or wrong in part; SET keeps the sets whose name begins with it. The passages are
those of ``benchmarks/passages/contacts``, the rest is the gold beside the project.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD, received, records
from benchmarks.scorers import scorer
from wortlaut.annotate import annotate
from wortlaut.record import encode

Row = dict[str, Any]

PASSAGES = Path(__file__).parent / "passages" / "contacts"
SETS = {
    "passages": PASSAGES / "open.jsonl",
    "held-back": PASSAGES / "held-back.jsonl",  # never read while rules are written: don't
    "wide-a": PASSAGES / "wide-a.jsonl",
    "wide-b": PASSAGES / "wide-b.jsonl",
    "contacts-dev": GOLD / "contacts-dev.jsonl",
    "seeds": GOLD / "seeds",
    "news": GOLD / "news",
}
LANGUAGES = ("de", "en")


def counted(gold: Row, ours: Row) -> Counter[Any]:
    """What the scorer counts in one report."""
    score = scorer("score_contacts")
    counts: Counter[Any] = score.count(score.Record(gold), score.Record(ours))
    return counts


def line(name: str, counts: Sequence[Counter[Any]]) -> str:
    """One line of the table."""
    score = scorer("score_contacts")
    result = score.summarise(score.total(counts))
    head, of = result["headline"], result["of_matched"]
    rest = "  ".join(f"{result[key]['f1']:5.1f}" for key in ("found", "exact", "full"))
    shares = "  ".join(_share(of[key]) for key in ("participants", "date", "initiator"))
    return (
        f"{name:18} {result['gold']:4} {head['p']:6.1f} {head['r']:5.1f} {head['f1']:5.1f}  {rest}"
        f"  {shares}  {_share(result['quiet'])}"
    )


def _share(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.1f}"


def errors(gold: Row, ours: Row) -> Iterator[str]:
    """What is missed, false, or wrong in status, participants, date or initiator in one report."""
    score = scorer("score_contacts")
    theirs, mine = score.Record(gold), score.Record(ours)
    pairs = score.match(theirs, mine)
    for place, contact in enumerate(theirs.contacts):
        if place not in {i for i, _, _ in pairs}:
            yield f"missed  {told(gold, contact)}"
    for place, contact in enumerate(mine.contacts):
        if place not in {j for _, j, _ in pairs}:
            yield f"false   {told(ours, contact)}"
    for i, j, agreed in pairs:
        wrong = [name for name in ("status", "participants") if not agreed[name]]
        wrong += ["date"] if agreed["dated"] and not agreed["date"] else []
        wrong += ["initiator"] if agreed["initiated"] and not agreed["initiator"] else []
        if wrong:
            yield f"{', '.join(wrong)}: {told(gold, theirs.contacts[i])}"
            yield f"    read as {told(ours, mine.contacts[j])}"


def told(record: Row, contact: Row) -> str:
    """A contact in a line, by the names of those who take part."""
    names = {actor["id"]: actor.get("name") or actor["id"] for actor in record["actors"]}
    who = " + ".join(str(names.get(one, one)) for one in contact["participants"])
    begun = names.get(contact.get("initiator"))
    text = record.get("text", "")
    where = " … ".join(text[start:end] for start, end in contact.get("evidence") or ())
    return (
        f"{contact['kind']} {contact['status']} {contact.get('when')} [{who}]"
        f"{f' by {begun}' if begun else ''}: {' '.join(where.split())[:160]}"
    )


def main(arguments: Sequence[str]) -> int:
    """Print the table, and with ``--list`` what is wrong."""
    wanted = [a for a in arguments if not a.startswith("--")]
    fast, listed = "--fast" in arguments, "--list" in arguments
    if not GOLD.is_dir():
        print(f"{GOLD}: the gold sets are not here; put them beside the project to measure", file=sys.stderr)
        return 1
    print(f"{'set':18} gold      P     R    F1  found  exact   full  parts   date  begun  quiet")
    everything: dict[str, list[Counter[Any]]] = {language: [] for language in LANGUAGES}
    for name, path in SETS.items():
        if wanted and not any(name.startswith(word) for word in wanted):
            continue
        counts: dict[str, list[Counter[Any]]] = {language: [] for language in LANGUAGES}
        for gold in records(path):
            ours = json.loads(encode(annotate(received(gold), fast)))
            counts[gold["language"][:2]].append(counted(gold, ours))
            found = list(errors(gold, ours)) if listed else []
            print(
                "".join(f"{gold['id']}\n" if found else ""), *(f"  {one}\n" for one in found), sep="", end=""
            )
        for language, rows in counts.items():
            everything[language] += rows
            if rows:
                print(line(f"{name}, {language}", rows), flush=True)
    for language, rows in everything.items():
        if rows:
            print(line(f"all, {language}", rows))
    print(line("all", [row for rows in everything.values() for row in rows]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
