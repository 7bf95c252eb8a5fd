"""Language knowledge as data: ``languages/<code>/<name>.toml``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(language: str, name: str) -> dict[str, Any]:
    """The table ``name`` of ``language`` (a code such as ``de``); empty where there is none."""
    file = resources.files("wortlaut.languages").joinpath(language, f"{name}.toml")
    if not file.is_file():
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))
