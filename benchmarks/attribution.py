"""Attribution alone: gold spans of source, cue and content go in, act, speaker, chain … are compared.

``python -m benchmarks.attribution [--errors]``. On acts-dev the actors are those we find ourselves
and relayers and addressees count when they share a word with the gold span; on the seeds and the news the gold
actors and our own times are given, and ids are compared.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.gold import GOLD, records
from wortlaut.actors import find_actors
from wortlaut.languages import Passage, passage
from wortlaut.record import Actor, Source, Span, Statement, overlaps
from wortlaut.statements import attribute
from wortlaut.times import find_times

Record = dict[str, Any]


def statements(record: Record) -> tuple[Statement, ...]:
    """The gold statements with nothing but their spans and form."""
    return tuple(
        Statement(
            id=raw["id"],
            source=Source(span=_span(raw["source"]["span"])),
            cue=_span(raw["cue"]),
            particle=_span(next((p for p in raw.get("cue_pieces") or () if p != raw["cue"]), None)),
            content=tuple((start, end) for start, end in raw["content"]),
            form=raw["form"],
        )
        for raw in record["statements"]
    )


def _span(raw: Sequence[int] | None) -> Span | None:
    return (raw[0], raw[1]) if raw else None


def gold_actors(record: Record) -> tuple[Actor, ...]:
    """The actors of a gold record."""
    return tuple(
        Actor(id=a["id"], name=a["name"], kind=a["kind"], mentions=tuple((s, e) for s, e in a["mentions"]))
        for a in record["actors"]
    )


def attributed(record: Record, actors: Sequence[Actor], words: Passage) -> tuple[Statement, ...]:
    """Our reading of the gold statements."""
    times = find_times(words, record["published"])
    return attribute(words, statements(record), actors, times, record["published"])


class Tally:
    """Right, given and wanted answers per figure."""

    def __init__(self) -> None:
        self.acts: Counter[tuple[str, str]] = Counter()
        self.counts: Counter[tuple[str, str]] = Counter()

    def compare(self, name: str, got: Iterable[str], want: Iterable[str]) -> bool:
        """Count one field whose values are sets of names."""
        ours, theirs = set(got), set(want)
        self.counts[name, "right"] += len(ours & theirs)
        self.counts[name, "given"] += len(ours)
        self.counts[name, "wanted"] += len(theirs)
        self.counts[name, "exact"] += ours == theirs
        self.counts[name, "all"] += 1
        return ours == theirs

    def lines(self) -> list[str]:
        """The figures, one a line."""
        golds = {gold for gold, _ in self.acts}
        total = sum(self.acts.values())
        right = sum(n for (gold, ours), n in self.acts.items() if gold == ours)
        macro = sum(self._f1(act) for act in golds) / len(golds)
        found = [f"act        accuracy {100 * right / total:5.1f}  macro F1 {100 * macro:5.1f}  of {total}"]
        for name in sorted({name for name, _ in self.counts}):
            c = {key: self.counts[name, key] for key in ("right", "given", "wanted", "exact", "all")}
            f1 = 2 * c["right"] / max(1, c["given"] + c["wanted"])
            found.append(f"{name:10} exact {100 * c['exact'] / c['all']:8.1f}  F1 {100 * f1:11.1f}  {c}")
        return found

    def _f1(self, act: str) -> float:
        right = self.acts[act, act]
        gold = sum(n for (g, _), n in self.acts.items() if g == act)
        ours = sum(n for (_, o), n in self.acts.items() if o == act)
        return 2 * right / (gold + ours) if gold + ours else 0.0


def shared_words(ids: Iterable[str], actors: Sequence[Actor], spans: Sequence[Sequence[int]]) -> tuple[list[str], list[str]]:
    """Actors and gold spans under names that agree where they share a character."""
    wanted = [f"gold {start}" for start, _ in spans]
    given = []
    for actor_id in ids:
        mentions = next((a.mentions for a in actors if a.id == actor_id), ())
        hit = next((f"gold {s}" for s, e in spans if any(overlaps(m, (s, e)) for m in mentions)), actor_id)
        given.append(hit)
    return given, wanted


def show(record: Record, raw: Record, ours: Statement, wrong: list[str]) -> None:
    """One statement that differs from the gold."""
    text = record["text"]
    cue = text[slice(*raw["cue"])] if raw["cue"] else None
    content = " / ".join(text[slice(*span)] for span in raw["content"])[:90].replace("\n", " ")
    print(record["id"][:14], raw["id"], "; ".join(wrong), f"| cue {cue} |", content, f"| {ours.source.actor}")


def whole(name: str, errors: bool) -> Tally:
    """The reports of ``seeds`` or ``news``, annotated in every field."""
    tally = Tally()
    for record in records(GOLD / name):
        words = passage(record["text"], record["language"], tuple((s, e) for s, e in record["body"]))
        for raw, ours in zip(record["statements"], attributed(record, gold_actors(record), words), strict=True):
            tally.acts[raw["act"], ours.act] += 1
            wrong = [] if raw["act"] == ours.act else [f"act {raw['act']}, ours {ours.act}"]
            for name, got, want in (
                ("speaker", ours.source.actor, raw["source"]["actor"]),
                ("when", ours.when, raw["when"]),
                ("medium", ours.medium, raw["medium"]),
                ("addressee", list(ours.addressee), raw["addressee"]),
                ("via", list(ours.via), raw["via"]),
            ):
                ours_list, gold_list = (v if isinstance(v, list) else [v] if v else [] for v in (got, want))
                if not tally.compare(name, ours_list, gold_list):
                    wrong.append(f"{name} {want}, ours {got}")
            if wrong and errors:
                show(record, raw, ours, wrong)
    return tally


def acts_dev(errors: bool) -> Tally:
    """The reports with judged acts, with the actors we find ourselves."""
    tally = Tally()
    for record in records(GOLD / "acts-dev.jsonl"):
        words = passage(record["text"], record["language"])
        sources = [s.source.span for s in statements(record) if s.source.span]
        actors = find_actors(words, sources, record["published"], [])
        for raw, ours in zip(record["statements"], attributed(record, actors, words), strict=True):
            tally.acts[raw["act"], ours.act] += 1
            wrong = [] if raw["act"] == ours.act else [f"act {raw['act']}, ours {ours.act}"]
            for name, ids in (("via", ours.via), ("addressee", ours.addressee)):
                given, wanted = shared_words(ids, actors, raw[f"{name}_spans"])
                if not tally.compare(name, given, wanted):
                    gold_words = [record["text"][slice(*span)] for span in raw[f"{name}_spans"]]
                    wrong.append(f"{name} {gold_words}, ours {ids}")
            if wrong and errors:
                show(record, raw, ours, wrong)
    return tally


def main(arguments: Sequence[str]) -> int:
    """Print the figures of both sets."""
    errors = "--errors" in arguments
    for name, tally in (("seeds", whole("seeds", errors)), ("news", whole("news", errors)), ("acts-dev", acts_dev(errors))):
        print(f"== {name}, gold spans")
        print("\n".join(tally.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
