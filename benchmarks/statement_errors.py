"""List what the statement finder misses, gets wrong or invents, and each rule's precision.

    python -m benchmarks.statement_errors SET [missed|source|false|rules] [RULE]

SET is a file or folder of shared/gold (``wikinews-de-dev.jsonl.gz``, ``seeds``, ``news``).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

import msgspec

from benchmarks.gold import GOLD, received, records
from benchmarks.scorers import scorer
from wortlaut.body import lay_out
from wortlaut.languages import passage
from wortlaut.statements import find_statements

Row = dict[str, Any]


def worded_by_us(gold: Row) -> Row:
    """Our statements for the text alone, without the later stages."""
    report = received(gold)
    words = passage(report.text, gold["language"], lay_out(report, gold["language"]).body)
    return {"statements": [msgspec.to_builtins(s) for s in find_statements(words)]}


def outcomes(gold: Row, mine: Row) -> list[tuple[str, Row | None, Row | None]]:
    """(outcome, gold statement, ours): ``right``, ``source``, ``missed`` or ``false``."""
    score = scorer("score_statements")
    tokens, words = score.tokenise(gold["text"])
    theirs = [(score.Statement(s, tokens, words), s) for s in gold["statements"]]
    ours = [(score.Statement(s, tokens, words), s) for s in mine["statements"]]
    raw = {id(statement): row for statement, row in theirs + ours}
    found: list[tuple[str, Row | None, Row | None]] = []
    paired = set()
    for left, right, alike in score.pair([t for t, _ in theirs], [o for o, _ in ours]):
        if alike >= score.SOFT_THRESHOLD:
            same = score.agree(left.source_words, right.source_words)
            found.append(("right" if same else "source", raw[id(left)], raw[id(right)]))
            paired |= {id(left), id(right)}
    found += [("missed", row, None) for statement, row in theirs if id(statement) not in paired]
    found += [("false", None, row) for statement, row in ours if id(statement) not in paired]
    return found


def worded(text: str, row: Row | None) -> str:
    """One statement on one line."""
    if row is None:
        return ""
    source = row["source"]["span"]
    who = text[slice(*source)] if source else "-"
    cue = text[slice(*row["cue"])] if row["cue"] else "-"
    said = " | ".join(text[slice(*c)] for c in row["content"])
    return f"[{row.get('rule') or row.get('type') or row['form']}] {who} ~ {cue} :: {said}".replace(
        "\n", "¶"
    )[:420]


def main(arguments: list[str]) -> int:
    """Print the outcomes asked for, then right / source / false per rule."""
    name, wanted, rule = [*arguments, "", ""][0], [*arguments, "", ""][1], " ".join(arguments[2:])
    rules: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    language = "de" if "polnear" not in name else "en"
    for gold in records(GOLD / name):
        if gold["language"] != language:
            continue
        for outcome, theirs, mine in outcomes(gold, worded_by_us(gold)):
            totals[outcome] += 1
            if mine is not None:
                rules[mine.get("rule") or "?", outcome] += 1
            if outcome == wanted and (not rule or (mine and mine.get("rule") == rule)):
                lines = [worded(gold["text"], row) for row in (theirs, mine) if row]
                print(gold["id"], "\n    ".join(lines))
    for rule_name in sorted({r for r, _ in rules}):
        right, source, false = (rules[rule_name, o] for o in ("right", "source", "false"))
        print(
            f"{rule_name:16} right {right:4} source {source:4} false {false:4}  precision {right / (right + source + false):.2f}"
        )
    found, missed = totals["right"], totals["missed"] + totals["source"]
    predicted = found + totals["source"] + totals["false"]
    f1 = 2 * found / max(1, predicted + found + missed)
    print(
        json.dumps(dict(totals)),
        f"P {found / max(1, predicted):.3f} R {found / max(1, found + missed):.3f} F1 {f1:.3f}",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
