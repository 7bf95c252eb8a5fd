"""The shape of the code: what a reader can rely on before opening a file."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "wortlaut"
MODULES = sorted(PACKAGE.rglob("*.py"))
CATCH_ALL = {"util", "utils", "helper", "helpers", "manager", "common", "misc", "process", "handle"}
CLOCKS = {"time", "random", "socket", "urllib.request", "secrets"}
READING = ("record", "languages", "body", "times", "actors", "statements", "contacts", "disputes")


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_fits_its_name(module: Path) -> None:
    assert module.stem not in CATCH_ALL
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400, "split it: it has grown past its name"


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize("stage", READING)
def test_the_stages_of_reading_know_no_clock_chance_or_network(stage: str) -> None:
    for module in sorted((PACKAGE / stage).rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.append(node.module)
            assert not CLOCKS & set(names), f"{module}: {names}"
