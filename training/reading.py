"""The network before it is exported, behind the face of a runtime session: for measuring while training."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from training.network import Network


class TorchWindow:
    """The lower part as a session."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()

    def run(self, wanted: None, given: dict[str, Any]) -> list[np.ndarray]:
        """As ``onnxruntime`` has it."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            out = self.network.window(torch.from_numpy(given["ids"]), torch.from_numpy(given["mask"]))
        return [tensor.float().numpy() for tensor in out]


class TorchAround:
    """The upper part as a session."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()

    def run(self, wanted: None, given: dict[str, Any]) -> list[np.ndarray]:
        """As ``onnxruntime`` has it."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            out = self.network.around(
                torch.from_numpy(given["states"]), torch.from_numpy(given["mask"]), torch.from_numpy(given["kinds"])
            )
        return [tensor.float().numpy() for tensor in out]
