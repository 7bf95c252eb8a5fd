"""Train the English statement finder on the training part of PolNeAR (see MODEL_CARD_ENGLISH.md).

    python training/english_statements.py GOLD.jsonl.gz TAGGER.json.gz OUT.json.gz [--every N]

GOLD holds records as in FORMAT.md. Two models: logistic regression for "is this unit a cue", and a
conditional random field that labels the units of a line, given one cue. Needs numpy, scipy,
scikit-learn and sklearn-crfsuite, which the package itself does not.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import sklearn_crfsuite
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from wortlaut.languages import passage
from wortlaut.statements.english import cues, roles
from wortlaut.statements.english.functions import Functions
from wortlaut.statements.english.model import confidence
from wortlaut.statements.english.reading import Reading, read
from wortlaut.statements.english.tagger import Tagger
from wortlaut.statements.english.units import QUOTATION, lines

SCALE = 100
RAREST = 3
RAREST_STEM = 2


@dataclass
class Example:
    """A cue of the gold in its line: index of the cue, and of the units of source and content."""

    cue: int
    source: list[int]
    content: list[list[int]]


@dataclass
class Taught:
    """A line with the gold statements whose cue stands in it."""

    article: int
    reading: Reading
    examples: list[Example] = field(default_factory=list)
    cue_units: set[int] = field(default_factory=set)
    likely: list[int] = field(default_factory=list)


def taught_lines(record: dict[str, Any], article: int, tagger: Tagger, functions: Functions) -> list[Taught]:
    """The lines of a gold record with its statements projected onto units."""
    text = record["text"]
    found = [Taught(article, read(line, tagger, functions, text)) for line in lines(passage(text, "en"))]
    spans = [(*u.outer, li, ui) for li, t in enumerate(found) for ui, u in enumerate(t.reading.line.units)]

    def project(pieces: list[list[int]]) -> list[tuple[int, int]]:
        hit = []
        for a, b in pieces:
            for s, e, li, ui in spans:
                shared = min(b, e) - max(a, s)
                if shared > 0 and (shared * 2 >= e - s or shared == b - a):
                    hit.append((li, ui))
        return hit

    for statement in record["statements"]:
        cue = project([statement["cue"]]) if statement["cue"] else []
        if not cue:
            continue
        line = cue[-1][0]
        reading = found[line].reading
        at = head(reading, [u for li, u in cue if li == line])
        if reading.words[at].startswith("<") or reading.line.units[at].word == QUOTATION:
            continue
        source = statement["source"].get("pieces") or [s for s in [statement["source"].get("span")] if s]
        found[line].examples.append(
            Example(
                at,
                [u for li, u in project(source) if li == line],
                [[u for li, u in project([piece]) if li == line] for piece in statement["content"]],
            )
        )
        found[line].cue_units.update(u for li, u in cue if li == line)
    return found


def head(reading: Reading, cue: Sequence[int]) -> int:
    """The unit of a cue that carries it: its last verb, else its last noun, else "according"."""
    for want in ("VB", "NN", "JJ"):
        fit = [i for i in cue if reading.tags[i][:2] == want]
        if fit and want == "VB":
            full = [i for i in fit if cues.is_candidate(reading, i)]
            return full[-1] if full else fit[-1]
        if fit:
            return fit[-1]
    fit = [i for i in cue if reading.words[i] == "according"]
    return fit[0] if fit else cue[0]


def matrix(rows: list[list[str]], index: dict[str, int]) -> csr_matrix:
    """Rows of features as a sparse matrix."""
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += {index[f] for f in row if f in index}
        ends.append(len(columns))
    data = np.ones(len(columns), dtype=np.float32)
    return csr_matrix((data, columns, ends), shape=(len(rows), len(index)))


def train_cues(taught: list[Taught], strength: float) -> tuple[dict[str, int], list[str]]:
    """Weights of the cue model; sets ``likely`` of each line by models that did not see its article."""
    stems = Counter(t.reading.stems[e.cue] for t in taught for e in t.examples)
    known = {s for s, n in stems.items() if n >= RAREST_STEM}
    places = [
        (t, i)
        for t in taught
        for i in range(len(t.reading.words))
        if cues.is_candidate(t.reading, i) and t.reading.stems[i] in known
    ]
    rows = [cues.features(t.reading, i) for t, i in places]
    truth = np.array([any(e.cue == i for e in t.examples) for t, i in places])
    seen = Counter(f for row in rows for f in row)
    index = {f: n for n, f in enumerate(f for f, c in seen.items() if c >= RAREST)}
    table = matrix(rows, index)
    print(
        "cue candidates",
        table.shape,
        "true",
        truth.sum(),
        "missed",
        sum(stems.values()) - truth.sum(),
        flush=True,
    )

    def fit(mask: np.ndarray) -> LogisticRegression:
        model = LogisticRegression(C=strength, l1_ratio=1, solver="liblinear", max_iter=60, tol=2e-3)
        return model.fit(table[mask], truth[mask])

    for t in taught:
        t.likely = [0] * len(t.reading.words)
    half = np.array([t.article % 2 for t, _ in places], dtype=bool)
    for mask in (half, ~half):
        model = fit(mask)
        score = model.decision_function(table[~mask])
        best = max(
            (2 * (guess & truth[~mask]).sum() / (guess.sum() + truth[~mask].sum()), cut)
            for cut in np.arange(-2, 1, 0.25)
            for guess in [score > cut]
        )
        print("cue F1 on the other half", best, flush=True)
        for (t, i), s in zip([p for p, m in zip(places, ~mask, strict=True) if m], score, strict=True):
            t.likely[i] = confidence(float(s))
    model = fit(np.ones(len(places), dtype=bool))
    names = list(index)
    weights = {
        names[n]: round(float(w) * SCALE)
        for n, w in enumerate(model.coef_[0])
        if abs(round(float(w) * SCALE)) >= 2
    }
    weights["bias"] = weights.get("bias", 0) + round(float(model.intercept_[0]) * SCALE)
    print("cue weights", len(weights), flush=True)
    return weights, sorted(known)


def labels(t: Taught, e: Example) -> list[str]:
    """The labels of a line's units for one gold statement."""
    found = ["O"] * len(t.reading.words)
    for piece in e.content:
        for n, unit in enumerate(piece):
            found[unit] = "IC" if n and unit == piece[n - 1] + 1 else "BC"
    for n, unit in enumerate(e.source):
        found[unit] = "IS" if n and unit == e.source[n - 1] + 1 else "BS"
    found[e.cue] = "X"
    return found


def train_roles(taught: list[Taught], strength: float, ridge: float, iterations: int) -> dict[str, Any]:
    """Weights of the role model by feature and label, and of neighbouring labels."""
    rows: list[list[dict[str, float]]] = []
    truth = []
    for t in taught:
        own = roles.own_features(t.reading) if t.examples else []
        for e in t.examples:
            of_cue = roles.cue_features(t.reading, e.cue, t.likely)
            rows.append([dict.fromkeys(a + b, 1.0) for a, b in zip(own, of_cue, strict=True)])
            truth.append(labels(t, e))
    print("role sequences", len(rows), flush=True)
    crf = sklearn_crfsuite.CRF(
        algorithm="lbfgs", c1=strength, c2=ridge, max_iterations=iterations, min_freq=3, verbose=False
    )
    crf.fit(rows, truth)
    weights: dict[str, dict[str, int]] = {}
    for (name, label), w in crf.state_features_.items():
        if abs(round(w * SCALE)) >= 4:
            weights.setdefault(name, {})[label] = round(w * SCALE)
    steps = {f"{a} {b}": round(w * SCALE) for (a, b), w in crf.transition_features_.items()}
    print("role weights", sum(map(len, weights.values())), "features", len(weights), steps, flush=True)
    return {"weights": weights, "steps": steps}


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("tagger", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--cue-strength", type=float, default=0.3)
    parser.add_argument("--role-strength", type=float, default=0.3)
    parser.add_argument("--role-ridge", type=float, default=0.02)
    parser.add_argument("--iterations", type=int, default=60)
    args = parser.parse_args()
    learned = json.loads(gzip.decompress(args.tagger.read_bytes()))
    tagger = Tagger(learned["sure"], learned["weights"])
    functions = Functions(**learned["functions"])
    records = [json.loads(line) for line in gzip.decompress(args.gold.read_bytes()).splitlines()][
        :: args.every
    ]
    taught = [t for n, r in enumerate(records) for t in taught_lines(r, n, tagger, functions)]
    weights, stems = train_cues(taught, args.cue_strength)
    model = {
        "tagger": learned,
        "cues": {"weights": weights, "stems": stems},
        "roles": train_roles(taught, args.role_strength, args.role_ridge, args.iterations),
    }
    with gzip.GzipFile(args.out, "wb", mtime=0) as out:
        out.write(json.dumps(model, ensure_ascii=False, separators=(",", ":")).encode())
    print("bytes", args.out.stat().st_size)


if __name__ == "__main__":
    main()
