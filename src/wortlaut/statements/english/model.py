"""What was learned from annotated news, read once from ``model.json.gz`` beside this module."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from wortlaut.statements.english.functions import Functions
from wortlaut.statements.english.roles import LABELS
from wortlaut.statements.english.tagger import Tagger


@dataclass(frozen=True, slots=True)
class Model:
    """Weights as whole hundredths: of features for a cue, of features and label steps for roles."""

    tagger: Tagger
    functions: Functions
    cue_stems: frozenset[str]
    cue_weights: Mapping[str, int]
    role_weights: Mapping[str, tuple[tuple[int, int], ...]]
    role_steps: tuple[tuple[str, int], ...]


@cache
def model() -> Model:
    """The shipped model."""
    file = resources.files("wortlaut.statements.english").joinpath("model.json.gz")
    return build(json.loads(gzip.decompress(file.read_bytes())))


def build(learned: dict[str, Any]) -> Model:
    """A model from its JSON form."""
    tagger, cues, roles = (learned[part] for part in ("tagger", "cues", "roles"))
    return Model(
        tagger=Tagger(tagger["sure"], tagger["weights"]),
        functions=Functions(**tagger["functions"]),
        cue_stems=frozenset(cues["stems"]),
        cue_weights=cues["weights"],
        role_weights={
            name: tuple((LABELS.index(label), weight) for label, weight in by_label.items())
            for name, by_label in roles["weights"].items()
        },
        role_steps=tuple(sorted(roles["steps"].items())),
    )


def confidence(score: float) -> int:
    """A cue score (log odds) as a digit from 0 (surely none) to 9."""
    return max(0, min(9, round(score + 4)))
