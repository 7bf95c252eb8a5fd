"""Train the part-of-speech tagger of the English statement finder (see MODEL_CARD_ENGLISH.md).

    python training/english_tagger.py SENTENCES.pkl OUT.json.gz

SENTENCES.pkl: list of (words, tags), the words as ``wortlaut.languages.passage`` cuts them.
An averaged perceptron; words that nearly always bear one tag go into a dictionary.
"""

from __future__ import annotations

import gzip
import json
import pickle
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from wortlaut.statements.english.tagger import Tagger, features, normal

EPOCHS = 4
SMALLEST = 6


def dictionary(sentences: list[tuple[list[str], list[str]]]) -> dict[str, str]:
    """Words with one tag in at least 98.5 of 100 cases."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in sentences:
        for word, tag in zip(words, tags, strict=True):
            counts[word][tag] += 1
    sure = {}
    for word, tags_of in counts.items():
        tag, often = tags_of.most_common(1)[0]
        total = tags_of.total()
        if (total >= 8 and often / total >= 0.985) or (not word[0].isalnum() and often / total > 0.9):
            sure[word] = tag
    return sure


def train(sentences: list[tuple[list[str], list[str]]], sure: dict[str, str]) -> dict[str, dict[str, int]]:
    """Averaged weights, scaled to small whole numbers, the smallest left out."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    totals: dict[tuple[str, str], float] = defaultdict(float)
    stamps: dict[tuple[str, str], int] = defaultdict(int)
    step = 0
    order = list(sentences)
    chance = random.Random(7)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        right = seen = 0
        for words, tags in order:
            shapes = [normal(w) for w in words]
            before, last = "<s>", "<s>"
            for i, truth in enumerate(tags):
                guess = sure.get(words[i])
                if guess is None:
                    step += 1
                    names = features(words, shapes, i, last, before)
                    guess = Tagger(sure, weights)._best(names)  # type: ignore[arg-type]
                    if guess != truth:
                        for name in names:
                            for tag, change in ((truth, 1.0), (guess, -1.0)):
                                key = (name, tag)
                                value = weights[name].get(tag, 0.0)
                                totals[key] += (step - stamps[key]) * value
                                stamps[key] = step
                                weights[name][tag] = value + change
                right += guess == truth
                seen += 1
                before, last = last, guess
        print(f"epoch {epoch}: {right / seen:.4f}", flush=True)
    found: dict[str, dict[str, int]] = {}
    for name, by_tag in weights.items():
        kept = {}
        for tag, value in by_tag.items():
            key = (name, tag)
            mean = (totals[key] + (step - stamps[key]) * value) / step
            if abs(round(mean * 20)) >= SMALLEST:
                kept[tag] = round(mean * 20)
        if kept:
            found[name] = kept
    return found


def main() -> None:
    """Train on nine tenths to report accuracy, then keep that model."""
    sentences = pickle.loads(Path(sys.argv[1]).read_bytes())
    test, train_set = sentences[::20], [s for i, s in enumerate(sentences) if i % 20]
    sure = dictionary(train_set)
    tagger = Tagger(sure, train(train_set, sure))
    right = seen = 0
    for words, tags in test:
        guessed = tagger.tags(words)
        right += sum(a == b for a, b in zip(guessed, tags, strict=True))
        seen += len(words)
    print(f"held out: {right / seen:.4f}, features {len(tagger.weights)}, sure {len(sure)}")
    with gzip.GzipFile(sys.argv[2], "wb", mtime=0) as out:
        out.write(
            json.dumps(
                {"sure": sure, "weights": tagger.weights}, ensure_ascii=False, separators=(",", ":")
            ).encode()
        )


if __name__ == "__main__":
    main()
