"""Train the attribution network: ``python -m training.train OUT [--start WEIGHTS] [--epochs N] …``.

Seeded; on one machine the same data give the same weights but for the order of sums in threads. Matrix
products run in bfloat16 where the processor has it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training import corpora, encoder, expand, vocabulary
from training.examples import Shown, shown
from training.network import LABELS, Network, around
from wortlaut.statements.learned.decode import ADDRESSEE
from wortlaut.statements.learned.network import AROUND, BEFORE
from wortlaut.statements.learned.pieces import Pieces

BATCH = 4_000  # pieces of a batch, padding included

STRIDE = 32  # windows are padded to a multiple of so many pieces


def batches(windows: Sequence[Shown], rng: random.Random) -> list[list[Shown]]:
    """Windows of like size together, the batches in random order."""
    order = sorted(windows, key=lambda w: len(w.ids) + rng.uniform(0, 40))
    made: list[list[Shown]] = []
    batch: list[Shown] = []
    for window in order:
        if batch and (len(batch) + 1) * _padded(len(window.ids), STRIDE) > BATCH:
            made.append(batch)
            batch = []
        batch.append(window)
    made.append(batch)
    rng.shuffle(made)
    return made


def _padded(size: int, stride: int) -> int:
    """Few sizes, for each new one costs the preparation of its kernels."""
    return -(-size // stride) * stride


def tensors(batch: Sequence[Shown]) -> tuple[Tensor, Tensor]:
    """Numbers of pieces and mask, padded to the longest window."""
    size = _padded(max(len(window.ids) for window in batch), STRIDE)
    rows = max(len(batch), BATCH // size)
    ids = torch.zeros(rows, size, dtype=torch.long)
    mask = torch.zeros(rows, size)
    mask[len(batch) :, 0] = 1
    for row, window in enumerate(batch):
        ids[row, : len(window.ids)] = torch.tensor(window.ids)
        mask[row, : len(window.ids)] = 1
    return ids, mask


def anchor_loss(logits: Tensor, batch: Sequence[Shown]) -> Tensor:
    """Binary cross entropy over the tokens of the cores, once per kind of anchor."""
    rows, places, wanted = [], [], []
    for row, window in enumerate(batch):
        right = {(anchor.token, anchor.kind) for anchor in window.anchors}
        for token in range(window.core, len(window.firsts)):
            rows.append(row)
            places.append(window.firsts[token])
            wanted.append([float((token, kind) in right) for kind in (0, 1)])
    picked = _picked(logits, rows, places)
    return functional.binary_cross_entropy_with_logits(
        picked.float(), torch.tensor(wanted), reduction="sum", pos_weight=torch.tensor(1.5)
    )


def name_loss(logits: Tensor, batch: Sequence[Shown]) -> Tensor:
    """Cross entropy over the tokens of windows whose corpus marks actors."""
    rows, places, wanted = [], [], []
    for row, window in enumerate(batch):
        for place, label in zip(window.firsts, window.names or (), strict=False):
            rows.append(row)
            places.append(place)
            wanted.append(label)
    if not rows:
        return logits.sum() * 0
    return functional.cross_entropy(
        _picked(logits, rows, places).float(), torch.tensor(wanted), reduction="sum"
    )


def _picked(logits: Tensor, rows: Sequence[int], places: Sequence[int]) -> Tensor:
    flat = torch.tensor(rows) * logits.shape[1] + torch.tensor(places)
    return logits.reshape(-1, logits.shape[2]).index_select(0, flat)


class Around:
    """The anchors of a batch as the upper layers are shown them: the marked ones, and likely false ones."""

    def __init__(self, batch: Sequence[Shown], logits: Tensor, rng: random.Random) -> None:
        self.rows: list[int] = []
        self.places: list[int] = []
        self.kinds: list[int] = []
        self.acts: list[int] = []
        self.wanted: list[
            tuple[int, int, int, tuple[int, ...]]
        ] = []  # anchor, place around it, label, unmarked
        scores = logits.detach().float().numpy()
        for row, window in enumerate(batch):
            for anchor in window.anchors:
                self._add(row, window, (anchor.token, anchor.kind), anchor.labels, anchor.act)
            self._add_false(row, window, scores[row], rng)

    def _add(self, row: int, window: Shown, anchor: tuple[int, int], labels: Sequence[int], act: int) -> None:
        number, at = len(self.rows), window.firsts[anchor[0]]
        self.rows.append(row)
        self.places.append(at)
        self.kinds.append(anchor[1])
        self.acts.append(act)
        for first, label in zip(window.firsts, labels, strict=True):
            place = first - at + BEFORE
            if 0 <= place < AROUND:
                self.wanted.append((number, place, label, window.unmarked))

    def _add_false(self, row: int, window: Shown, scores: np.ndarray, rng: random.Random) -> None:
        right = {(anchor.token, anchor.kind) for anchor in window.anchors}
        likely = [
            (token, kind)
            for token in range(window.core, len(window.firsts))
            for kind in (0, 1)
            if scores[window.firsts[token], kind] > -2.5 and (token, kind) not in right
        ]
        for anchor in rng.sample(likely, min(len(likely), 2)):
            self._add(row, window, anchor, [0] * len(window.firsts), -1)

    def losses(self, labels: Tensor, acts: Tensor, rare: float) -> tuple[Tensor, Tensor]:
        """Of the parts (labels that a corpus lacks may stand where it has nothing; words of the rare labels
        count ``rare`` times), and of the acts.
        """
        rows = [
            [
                0.0 if other == label or (label == 0 and other in unmarked) else float("-inf")
                for other in range(LABELS)
            ]
            for _, _, label, unmarked in self.wanted
        ]
        allowed = torch.tensor(rows)
        picked = _picked(labels, [w[0] for w in self.wanted], [w[1] for w in self.wanted]).float()
        weights = torch.tensor([rare if label >= ADDRESSEE else 1.0 for _, _, label, _ in self.wanted])
        parts = (weights * (picked.logsumexp(1) - (picked + allowed).logsumexp(1))).sum()
        known = [number for number, act in enumerate(self.acts) if act >= 0]
        if not known:
            return parts, acts.sum() * 0
        wanted = torch.tensor([self.acts[number] for number in known])
        return parts, functional.cross_entropy(
            acts[known].float(), wanted, reduction="sum", label_smoothing=0.05
        )


def step(
    network: Network, batch: Sequence[Shown], rng: random.Random, rare: float = 1.0
) -> tuple[Tensor, list[float]]:
    """The loss of one batch, and its parts."""
    ids, mask = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states, anchors, names = network.window(ids, mask)
        shown_around = Around(batch, anchors, rng)
        parts = acts = torch.zeros(())
        if shown_around.rows:
            more = [0] * (_padded(len(shown_around.rows), 16) - len(shown_around.rows))
            rows, places = torch.tensor(shown_around.rows + more), torch.tensor(shown_around.places + more)
            near, inside = around(states, mask, rows, places)
            labels, act_scores = network.around(
                near, torch.tensor(shown_around.kinds + more), torch.arange(AROUND), inside
            )
            parts, acts = shown_around.losses(labels, act_scores, rare)
    tokens = sum(len(window.firsts) for window in batch)
    losses = [
        4 * anchor_loss(anchors, batch) / tokens,
        parts / max(1, len(shown_around.wanted)),
        0.3 * acts / max(1, len(shown_around.rows)),
        0.5 * name_loss(names, batch) / tokens,
    ]
    return sum(losses, torch.zeros(())), [float(loss.detach()) for loss in losses]


def optimiser(network: nn.Module, rate: float) -> torch.optim.Optimizer:
    """AdamW; what is new learns faster than what the encoder brings."""
    new = ("anchors", "names", "labels", "acts", "place", "kind", "around.norm.")
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        fresh = any(word in name for word in new) and "window.position" not in name
        groups.setdefault((fresh, parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": found, "lr": rate * (5 if fresh else 1), "weight_decay": 0.01 if matrix else 0.0}
            for (fresh, matrix), found in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


def train(
    network: Network, epochs: Sequence[Sequence[Shown]], rate: float, seed: int, rare: float
) -> Iterator[int]:
    """Train on each list of windows in turn, the rate rising for a twentieth and then falling to nothing;
    yields after each list.
    """
    rng = random.Random(seed)
    order = [batches(windows, rng) for windows in epochs]
    total = sum(map(len, order))
    optimizer = optimiser(network, rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.05 * total), max(0.0, (total - n) / (0.95 * total)))
    )
    begun, done, pieces, mean = time.time(), 0, 0, np.zeros(4)
    for number, epoch in enumerate(order):
        network.train()
        for batch in epoch:
            loss, parts = step(network, batch, rng, rare)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            pieces += sum(len(window.ids) for window in batch)
            mean = 0.98 * mean + 0.02 * np.array(parts)
            if done % 50 == 0:
                spent = time.time() - begun
                print(
                    f"{done}/{total} {spent:.0f} s, {pieces / spent:.0f} pieces/s; anchors, parts, acts, names:",
                    np.round(mean / (1 - 0.98**done), 3),
                    flush=True,
                )
        yield number


def main() -> None:
    """The command line; see the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument(
        "--plan", default="polnear+spkatt,polnear+spkatt", help="one list of corpora per epoch"
    )
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rare", type=float, default=1.0, help="weight of a word of addressee, via, medium")
    parser.add_argument("--lists", type=int, help="stop after so many of the plan's lists")
    parser.add_argument("--limit", type=int, help="examples of a corpus, for a trial")
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    read = {
        "polnear": corpora.polnear,
        "polnear-even": lambda: corpora.polnear()[::2],
        "polnear-odd": lambda: corpora.polnear()[1::2],
        "polnear-third": lambda: corpora.polnear()[2::3],
        "spkatt": corpora.spkatt,
    }
    plan = [epoch.split("+") for epoch in arguments.plan.split(",")]
    texts = {n: read[n]()[: arguments.limit] for n in sorted({n for e in plan for n in e if n != "own"})}
    if arguments.start:
        kept = torch.load(arguments.start, weights_only=False)
        base = kept["encoder"]
    else:
        whole = encoder.read()
        base = encoder.prune(
            whole,
            vocabulary.used(whole, [e.passage for e in corpora.polnear() + corpora.spkatt()]),
        )
    pieces = Pieces(base.pieces, base.scores)
    windows = {name: [w for e in found for w in shown(e, pieces)] for name, found in texts.items()}
    print({name: (len(found), sum(len(w.ids) for w in found)) for name, found in windows.items()}, flush=True)
    network = Network(base)
    if arguments.start:
        network.load_state_dict(kept["network"])
    rng = random.Random(arguments.seed)
    variants = iter(expand.expanded(rng, sum(epoch.count("own") for epoch in plan)))
    epochs = []
    for epoch in plan:
        own = [corpora.own(next(variants), rng) for name in epoch if name == "own"]
        epochs.append([w for name in epoch if name != "own" for w in windows[name]])
        epochs[-1] += [w for examples in own for e in examples for w in shown(e, pieces)]
    print("windows by epoch:", [len(epoch) for epoch in epochs], flush=True)
    for number in train(network, epochs, arguments.rate, arguments.seed, arguments.rare):
        torch.save({"encoder": base, "network": network.state_dict()}, arguments.out)
        print("epoch", number + 1, "kept in", arguments.out, flush=True)
        if number + 1 == arguments.lists:
            break


if __name__ == "__main__":
    main()
