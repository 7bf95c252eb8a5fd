"""Export a trained network to what ships: ``python -m training.export WEIGHTS [FOLDER]``.

Matrices become 8-bit integers with one scale per column, activations are quantised as they come
(``onnxruntime.quantization``, dynamic), a few channels of great values apart; the embedding of pieces has one scale per
piece. The folder gets
``window.onnx``, ``around.onnx`` and ``pieces.tsv.gz``.
"""

from __future__ import annotations

import argparse
import copy
import gzip
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training import corpora
from training.encoder import Encoder
from training.examples import shown
from training.marked import read
from training.network import Layer, Network
from training.train import batches, tensors
from wortlaut.statements import learned
from wortlaut.statements.learned.network import AROUND
from wortlaut.statements.learned.pieces import Pieces

FOLDER = Path(learned.__file__).parent

#: What an inner channel of a layer goes beyond to be reckoned apart. With all channels in one scale of 8-bit
#: integers, German statements fell from 67.9 to 61.9 (news and seeds, network alone).
GREAT = 7.0

FEW = "few_"  # in the names of what stays in full precision


class SmallEmbedding(nn.Module):
    """An embedding in 8-bit integers, with a scale per row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = (table.abs().amax(dim=1, keepdim=True) / 127).clamp(min=1e-8)
        self.register_buffer("rows", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of ``ids``, in full precision."""
        return self.rows[ids].float() * self.scale[ids]


class Apart(nn.Module):
    """The feed-forward part of a layer with a few channels reckoned apart, in full precision.

    One or two of the 1,536 inner channels have values ten times those of all others (a scale of 8-bit
    integers for all would leave the others no digits).
    """

    def __init__(self, layer: Layer, channels: Sequence[int]) -> None:
        super().__init__()
        self.up, self.down = copy.deepcopy(layer.up), copy.deepcopy(layer.down)
        self.few_up = nn.Linear(layer.up.in_features, len(channels))
        self.few_down = nn.Linear(len(channels), layer.up.in_features, bias=False)
        with torch.no_grad():
            self.few_up.weight.copy_(layer.up.weight[channels])
            self.few_up.bias.copy_(layer.up.bias[channels])
            self.few_down.weight.copy_(layer.down.weight[:, channels])
            self.up.weight[channels] = 0
            self.up.bias[channels] = 0
            self.down.weight[:, channels] = 0

    def forward(self, x: Tensor) -> Tensor:
        """As ``Layer.widen``."""
        few = self.few_down(functional.gelu(self.few_up(x)))
        found: Tensor = self.down(functional.gelu(self.up(x))) + few
        return found


def great_channels(network: Network, pieces: Pieces) -> list[list[int]]:
    """Of each layer of the window: the inner channels that go beyond ``GREAT`` somewhere in our passages."""
    most = [torch.zeros(layer.up.out_features) for layer in network.window.layers]

    def watch(number: int) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def see(module: nn.Module, given: tuple[Tensor]) -> None:
            most[number] = torch.maximum(most[number], given[0].abs().flatten(0, -2).amax(0))

        return see

    hooks = [layer.down.register_forward_pre_hook(watch(n)) for n, layer in enumerate(network.window.layers)]
    examples = corpora.own(read()[::20], random.Random(1))
    windows = [window for example in examples for window in shown(example, pieces)]
    with torch.no_grad():
        for batch in batches(windows, random.Random(1)):
            network.window(*tensors(batch))
    for hook in hooks:
        hook.remove()
    return [(channel > GREAT).nonzero().flatten().tolist() for channel in most]


def export(network: Network, encoder: Encoder, folder: Path, whole: bool = False) -> None:
    """Write the graphs and the pieces; ``whole`` leaves the matrices as they are."""
    network.eval()
    if not whole:
        great = great_channels(network, Pieces(encoder.pieces, encoder.scores))
        print("channels reckoned apart, by layer:", great)
        for layer, channels in zip(network.window.layers, great, strict=True):
            if channels:
                layer.apart = Apart(layer, channels)
                layer.widen = layer.apart.__call__  # type: ignore[method-assign]
                del layer.up, layer.down
    width = encoder.width
    network.window.word = SmallEmbedding(network.window.word.weight.detach())  # type: ignore[assignment]
    dynamic = {1: "pieces"}  # one window at a time: twice as quick as eight of them, which the caches don't hold
    _graph(
        network.window,
        (torch.zeros(1, 40, dtype=torch.long),),
        ["ids"],
        {"states": dynamic, "anchors": dynamic, "names": dynamic},
        folder / "window.onnx",
        {"ids": {1: "pieces"}},
        whole,
    )
    _graph(
        network.around,
        (
            torch.zeros(1, AROUND, width),
            torch.zeros(1, dtype=torch.long),
            torch.arange(AROUND),
        ),
        ["states", "kinds", "places"],
        {"labels": {1: "near"}, "acts": {}},
        folder / "around.onnx",
        {"states": {1: "near"}, "places": {0: "near"}},
        whole,
    )
    with (folder / "pieces.tsv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        rows = zip(encoder.pieces, encoder.scores, strict=True)
        packed.write("".join(f"{piece}\t{score:.4f}\n" for piece, score in rows).encode())


def _graph(
    module: nn.Module,
    given: tuple[Tensor, ...],
    names: list[str],
    outputs: dict[str, dict[int, str]],
    path: Path,
    axes: dict[str, dict[int, str]],
    whole: bool,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            module,
            given,
            str(full),
            input_names=names,
            output_names=list(outputs),
            dynamic_axes={**axes, **outputs},
            opset_version=17,
            dynamo=False,
        )
        if whole:
            onnx.save(onnx.load(str(full)), str(path))
            return
        products = [node.name for node in onnx.load(str(full)).graph.node if node.op_type == "MatMul"]
        quantize_dynamic(
            str(full),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=[name for name in products if FEW in name],
        )


def main() -> None:
    """The command line; see the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--whole", action="store_true", help="without 8-bit integers, to compare")
    arguments = parser.parse_args()
    kept = torch.load(arguments.weights, weights_only=False)
    network = Network(kept["encoder"])
    network.load_state_dict(kept["network"])
    arguments.folder.mkdir(parents=True, exist_ok=True)
    export(network, kept["encoder"], arguments.folder, arguments.whole)
    for path in sorted(arguments.folder.glob("*.onnx")):
        print(path.name, f"{path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
