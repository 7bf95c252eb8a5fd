"""The scorers of shared/bench as modules."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from typing import Any

from benchmarks.gold import SHARED


@cache
def scorer(name: str) -> Any:
    """The module ``shared/bench/NAME.py``."""
    folder = str(SHARED / "bench")
    if folder not in sys.path:
        sys.path.insert(0, folder)  # score_acts imports score_statements
    found = importlib.util.spec_from_file_location(name, SHARED / "bench" / f"{name}.py")
    if found is None or found.loader is None:
        raise FileNotFoundError(f"{SHARED / 'bench' / name}.py is not here")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module
