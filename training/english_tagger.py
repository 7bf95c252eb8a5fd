"""Train the tagger and the clause functions of the English statement finder (see MODEL_CARD_ENGLISH.md).

    python training/english_tagger.py LINES.pkl OUT.json.gz

LINES.pkl: list of (words, tags, functions), one line of units each, as ``units.lines`` cuts them and
an English dependency parser labelled them. Two averaged perceptrons; words that nearly always bear
one tag go into a dictionary.
"""

from __future__ import annotations

import gzip
import json
import pickle
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from wortlaut.statements.english import functions, tagger

Weights = dict[str, dict[str, int]]
Lines = list[tuple[list[str], list[str], list[str]]]

SCALE = 20


class Perceptron:
    """Averaged weights by feature and label."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, float]] = defaultdict(dict)
        self.totals: dict[tuple[str, str], float] = defaultdict(float)
        self.stamps: dict[tuple[str, str], int] = defaultdict(int)
        self.step = 0

    def learn(self, names: list[str], truth: str) -> str:
        """The label guessed; weights are changed if it is wrong."""
        self.step += 1
        scores: dict[str, float] = defaultdict(float)
        for name in names:
            for label, weight in self.weights[name].items():
                scores[label] += weight
        guess = max(scores, key=scores.__getitem__) if scores else "NN"
        if guess != truth:
            for name in names:
                self._change(name, truth, 1.0)
                self._change(name, guess, -1.0)
        return guess

    def _change(self, name: str, label: str, by: float) -> None:
        key = (name, label)
        value = self.weights[name].get(label, 0.0)
        self.totals[key] += (self.step - self.stamps[key]) * value
        self.stamps[key] = self.step
        self.weights[name][label] = value + by

    def averaged(self, smallest: int) -> Weights:
        """Mean weights as small whole numbers, those under ``smallest`` left out."""
        found: Weights = {}
        for name, by_label in self.weights.items():
            for label, value in by_label.items():
                key = (name, label)
                mean = (self.totals[key] + (self.step - self.stamps[key]) * value) / self.step
                if abs(round(mean * SCALE)) >= smallest:
                    found.setdefault(name, {})[label] = round(mean * SCALE)
        return found


def dictionary(lines: Lines) -> dict[str, str]:
    """Words with one tag in at least 98.5 of 100 cases."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags, _ in lines:
        for word, tag in zip(words, tags, strict=True):
            counts[word][tag] += 1
    sure = {}
    for word, tags_of in counts.items():
        tag, often = tags_of.most_common(1)[0]
        total = tags_of.total()
        if (total >= 8 and often / total >= 0.985) or (not word[0].isalnum() and often / total > 0.9):
            sure[word] = tag
    return sure


def train_tagger(lines: Lines, sure: dict[str, str]) -> Weights:
    """Weights of the tagger for the words outside the dictionary."""
    model, order, chance = Perceptron(), list(lines), random.Random(7)
    for _ in range(4):
        chance.shuffle(order)
        for words, tags, _ in order:
            shapes = [tagger.normal(w) for w in words]
            before = last = "<s>"
            for i, truth in enumerate(tags):
                guess = sure.get(words[i])
                if guess is None:
                    guess = model.learn(tagger.features(words, shapes, i, last, before), truth)
                before, last = last, guess
    return model.averaged(10)


def sure_functions(lines: Lines) -> dict[str, str]:
    """Words with a tag that have one function in at least 98 of 100 cases."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags, labels in lines:
        for word, tag, label in zip(words, tags, labels, strict=True):
            counts[f"{word} {tag}"][label] += 1
    sure = {}
    for name, labels_of in counts.items():
        label, often = labels_of.most_common(1)[0]
        if often >= 20 and often / labels_of.total() >= 0.98 and functions.kind(name.rsplit(" ", 1)[1]):
            sure[name] = label
    return sure


def train_functions(order: Lines, sure: dict[str, str]) -> Weights:
    """Weights of the clause functions for what the dictionary leaves open."""
    model, chance = Perceptron(), random.Random(7)
    for epoch in range(2):
        chance.shuffle(order)
        right = seen = 0
        for words, tags, labels in order:
            last = verb = "<s>"
            for i, tag in enumerate(tags):
                if not functions.kind(tag):
                    continue
                guess = sure.get(f"{words[i]} {tag}", "")
                guess = guess or model.learn(functions.features(words, tags, i, last, verb), labels[i])
                right += guess == labels[i]
                seen += 1
                last = guess
                verb = guess if tag[0] == "V" else verb
        print(f"functions, epoch {epoch}: {right / seen:.4f}", flush=True)
    return model.averaged(14)


def report(lines: Lines, learned: tagger.Tagger, clauses: functions.Functions) -> None:
    """Print the share of right tags and functions."""
    right = seen = right_function = seen_function = 0
    for words, tags, labels in lines:
        guessed = learned.tags(words)
        right += sum(a == b for a, b in zip(guessed, tags, strict=True))
        seen += len(words)
        guesses = clauses.labels([tagger.normal(w) for w in words], guessed)
        pairs = [(a, b) for a, b, t in zip(guesses, labels, guessed, strict=True) if functions.kind(t)]
        right_function += sum(a == b for a, b in pairs)
        seen_function += len(pairs)
    print(f"held out: tags {right / seen:.4f}, functions {right_function / seen_function:.4f}")


def main() -> None:
    """Train on nineteen of twenty lines, report on the others, write the model."""
    lines: Lines = pickle.loads(Path(sys.argv[1]).read_bytes())
    held_out, taught = lines[::20], [x for i, x in enumerate(lines) if i % 20]
    sure = dictionary(taught)
    learned = tagger.Tagger(sure, train_tagger(taught, sure))
    order = [([tagger.normal(w) for w in words], learned.tags(words), labels) for words, _, labels in taught]
    clauses = functions.Functions(sure_functions(order), {})
    clauses = functions.Functions(clauses.sure, train_functions(order, dict(clauses.sure)))
    report(held_out, learned, clauses)
    model = {
        "sure": sure,
        "weights": learned.weights,
        "functions": {"sure": clauses.sure, "weights": clauses.weights},
    }
    with gzip.GzipFile(sys.argv[2], "wb", mtime=0) as out:
        out.write(json.dumps(model, ensure_ascii=False, separators=(",", ":")).encode())
    print(
        "bytes",
        Path(sys.argv[2]).stat().st_size,
        "features",
        len(learned.weights),
        len(clauses.sure),
        len(clauses.weights),
    )


if __name__ == "__main__":
    main()
