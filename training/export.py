"""Export a trained network to what ships: ``python -m training.export WEIGHTS [FOLDER]``.

Matrices become 8-bit integers with one scale per column, activations are quantised as they come
(``onnxruntime.quantization``, dynamic); the embedding of pieces has one scale per piece. The folder gets
``window.onnx``, ``around.onnx`` and ``pieces.tsv.gz``.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import Encoder
from training.network import AROUND, Network
from wortlaut.statements import learned

FOLDER = Path(learned.__file__).parent


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
    first = {0: "anchors"}
    _graph(
        network.around,
        (torch.zeros(2, AROUND, width), torch.ones(2, AROUND), torch.zeros(2, dtype=torch.long)),
        ["states", "mask", "kinds"],
        {"labels": first, "acts": first},
        folder / "around.onnx",
        {"states": first, "mask": first, "kinds": first},
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
        quantize_dynamic(
            str(full), str(path), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"]
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
