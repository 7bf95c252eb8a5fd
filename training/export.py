"""Export a trained network to what ships: ``python -m training.export WEIGHTS [FOLDER]``.

Matrices become 8-bit integers with one scale per column, activations are quantised as they come
(``onnxruntime.quantization``, dynamic) but for those named below; the embedding of pieces has one scale per
piece. The folder gets
``window.onnx``, ``around.onnx`` and ``pieces.tsv.gz``.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import Encoder
from training.network import Network
from wortlaut.statements import learned
from wortlaut.statements.learned.network import AROUND

FOLDER = Path(learned.__file__).parent

#: Products of the window that stay in full precision: what goes into them has a few huge values, and with
#: 8-bit activations German statements fell from 67.9 to 61.9 (news and seeds); with these kept, to 67.8.
KEPT = "/down/"


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


def export(network: Network, encoder: Encoder, folder: Path, whole: bool = False) -> None:
    """Write the graphs and the pieces; ``whole`` leaves the matrices as they are."""
    network.eval()
    width = encoder.width
    network.window.word = SmallEmbedding(network.window.word.weight.detach())  # type: ignore[assignment]
    dynamic = {0: "batch", 1: "pieces"}
    _graph(
        network.window,
        (torch.zeros(2, 40, dtype=torch.long), torch.ones(2, 40)),
        ["ids", "mask"],
        {"states": dynamic, "anchors": dynamic, "names": dynamic},
        folder / "window.onnx",
        {"ids": dynamic, "mask": dynamic},
        whole,
    )
    first = {0: "anchors", 1: "near"}
    _graph(
        network.around,
        (
            torch.zeros(2, AROUND, width),
            torch.ones(2, AROUND),
            torch.zeros(2, dtype=torch.long),
            torch.arange(AROUND),
        ),
        ["states", "mask", "kinds", "places"],
        {"labels": first, "acts": {0: "anchors"}},
        folder / "around.onnx",
        {"states": first, "mask": first, "kinds": {0: "anchors"}, "places": {0: "near"}},
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
    windows = path.stem == "window"
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
        kept = [name for name in products if windows and KEPT in name]
        quantize_dynamic(
            str(full),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=kept,
        )
        shrunk = onnx.load(str(path))
        _small_weights(shrunk, kept)
        onnx.save(shrunk, str(path))


def _small_weights(model: onnx.ModelProto, nodes: list[str]) -> None:
    """Store the weights of the named products in 8-bit integers; they are multiplied in full precision."""
    stored = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in [node for node in model.graph.node if node.name in nodes]:
        tensor = stored[node.input[1]]
        weights = numpy_helper.to_array(tensor)
        scale = np.maximum(np.abs(weights).max(axis=0) / 127, 1e-8).astype(np.float32)
        name = tensor.name
        model.graph.initializer.remove(tensor)
        model.graph.initializer.extend(
            [
                numpy_helper.from_array(np.round(weights / scale).astype(np.int8), f"{name}_rows"),
                numpy_helper.from_array(scale, f"{name}_scale"),
                numpy_helper.from_array(np.zeros_like(scale, np.int8), f"{name}_zero"),
            ]
        )
        inputs = [f"{name}_rows", f"{name}_scale", f"{name}_zero"]
        dequantised = helper.make_node("DequantizeLinear", inputs, [name], f"{name}_dequantised", axis=1)
        model.graph.node.insert(0, dequantised)


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
