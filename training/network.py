"""The attribution network: an encoder that reads a window once, and a reader that reads around each anchor.

The lower layers of the encoder see the window. From them one head finds *anchors*: the first word of a cue, or
of content without a cue. For each anchor the upper layers read the pieces around it once more, with the anchor
marked, and say of each word which part it plays in that anchor's statement. So statements may be nested and share
words, and which source belongs to which content needs no linking step of its own.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import Encoder
from wortlaut.record.types import ACTS
from wortlaut.statements.learned.network import AROUND, BEFORE

SHARED = 10  # layers that read the window; the others read around an anchor
KINDS = 2  # an anchor is the first word of a cue, or of content without one
LABELS = 7  # nothing, source, cue, content, addressee, via, medium
NAMES = 13  # no name; begin or inside of one of six kinds of actors


class Layer(nn.Module):
    """One layer of BERT (post-norm, GELU)."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x``: batch × pieces × width; ``mask``: batch × pieces, 1 where a piece stands; None: everywhere."""
        x = self.norm(x + self.out(self.attend(self.qkv(x), mask)))
        return self.norm2(x + self.widen(x))

    def widen(self, x: Tensor) -> Tensor:
        """The feed-forward part: each piece by itself."""
        return self.down(functional.gelu(self.up(x)))

    def attend(self, qkv: Tensor, mask: Tensor | None) -> Tensor:
        """What each piece takes from the others: queries, keys and values side by side in, batch × pieces ×
        width out.
        """
        batch, size, width = qkv.shape[0], qkv.shape[1], qkv.shape[2] // 3
        split = qkv.view(batch, size, 3, self.heads, width // self.heads)
        q, k, v = split.permute(2, 0, 3, 1, 4).unbind(0)
        away = None if mask is None else ((1.0 - mask.float())[:, None, None, :] * -30000.0).to(q.dtype)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=away)
        return seen.transpose(1, 2).reshape(batch, size, width)


class Window(nn.Module):
    """The lower part: pieces of windows in, states of the pieces, anchors and names out."""

    def __init__(self, encoder: Encoder, dropout: float) -> None:
        super().__init__()
        width = encoder.width
        self.word = nn.Embedding(len(encoder.pieces), width)
        self.position = nn.Embedding(512, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, encoder.heads, encoder.inner) for _ in range(SHARED)
        )
        self.dropout = nn.Dropout(dropout)
        self.anchors = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, KINDS))
        self.names = nn.Linear(width, NAMES)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """``ids``: batch × pieces; ``mask``: batch × pieces, 1 where a piece stands; None: everywhere."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.word(ids) + self.position(places)[None]))
        for layer in self.layers:
            x = layer(x, mask)
        seen = self.dropout(x)
        return x, self.anchors(seen), self.names(seen)


class Around(nn.Module):
    """The upper part: states around anchors in, parts of the statement and its act out."""

    def __init__(self, encoder: Encoder, dropout: float) -> None:
        super().__init__()
        width = encoder.width
        self.place = nn.Embedding(AROUND, width)
        self.kind = nn.Embedding(KINDS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, encoder.heads, encoder.inner) for _ in range(encoder.layers - SHARED)
        )
        self.dropout = nn.Dropout(dropout)
        self.labels = nn.Linear(width, LABELS)
        self.acts = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(ACTS)))
        nn.init.normal_(self.place.weight, std=0.02)
        nn.init.normal_(self.kind.weight, std=0.5)

    def forward(
        self, states: Tensor, kinds: Tensor, places: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """``states``: anchors × pieces × width; ``kinds``: which kind each is; ``places``: where each piece lies
        in the whole stretch around an anchor, that of the anchor itself being BEFORE.
        """
        here = (places == BEFORE).to(states.dtype)[None, :, None]
        x = self.norm(states + self.place(places)[None] + here * self.kind(kinds)[:, None])
        for layer in self.layers:
            x = layer(x, mask)
        x = self.dropout(x)
        return self.labels(x), self.acts((x * here.to(x.dtype)).sum(dim=1))


class Network(nn.Module):
    """Both parts, started from the encoder's weights."""

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        self.window = Window(encoder, dropout)
        self.around = Around(encoder, dropout)
        with torch.no_grad():
            self._start(encoder)

    def _start(self, encoder: Encoder) -> None:
        weights = {name: torch.from_numpy(array) for name, array in encoder.weights.items()}
        self.window.word.weight.copy_(weights["emb.word"])
        kind = weights["emb.type"][: encoder.width]  # the type of every piece is 0, so it goes into the place
        self.window.position.weight.copy_(weights["emb.pos"].view(512, encoder.width) + kind)
        self.window.norm.weight.copy_(weights["emb.ln.w"])
        self.window.norm.bias.copy_(weights["emb.ln.b"])
        for index, layer in enumerate([*self.window.layers, *self.around.layers]):
            _start_layer(layer, {k.split(".", 1)[1]: v for k, v in weights.items() if k.startswith(f"l{index}.")})


def _start_layer(layer: nn.Module, weights: dict[str, Tensor]) -> None:
    layer.qkv.weight.copy_(torch.cat([weights["q.w"], weights["k.w"], weights["v.w"]]))
    layer.qkv.bias.copy_(torch.cat([weights["q.b"], weights["k.b"], weights["v.b"]]))
    for name, part in (("out", "ao"), ("up", "fi"), ("down", "fo"), ("norm", "aln"), ("norm2", "oln")):
        getattr(layer, name).weight.copy_(weights[f"{part}.w"])
        getattr(layer, name).bias.copy_(weights[f"{part}.b"])


def around(states: Tensor, mask: Tensor, rows: Tensor, places: Tensor) -> tuple[Tensor, Tensor]:
    """The states around each anchor (row of the batch, place in the window), and which of them exist."""
    at = places[:, None] - BEFORE + torch.arange(AROUND, device=states.device)[None]
    inside = (at >= 0) & (at < states.shape[1])
    size = states.shape[1]
    flat = (rows[:, None] * size + at.clamp(0, size - 1)).reshape(-1)
    near = states.reshape(-1, states.shape[2]).index_select(0, flat)  # far faster backwards than two indices
    seen = mask.reshape(-1).index_select(0, flat).view(at.shape) * inside
    return near.view(*at.shape, -1), seen
