"""The documents tell the truth: every command and option is described, every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from wortlaut.cli import main
from wortlaut.cli.registry import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference" / "commands.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None, f"{name} is listed but there is no such command"
    text = REFERENCE.read_text(encoding="utf-8")
    section = re.split(r"^## ", text, flags=re.M)
    mine = next((part for part in section if part.startswith(f"wortlaut {name}")), "")
    assert mine, f"docs/reference/commands.md has no section on {name}"
    for parameter in command.params:
        for option in parameter.opts:
            assert option.startswith("-") is False or option in mine, f"{name} {option} is not described"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_readme_names_every_command() -> None:
    text = "\n".join(p.read_text(encoding="utf-8") for p in PAGES)
    for name in COMMANDS:
        assert f"wortlaut {name}" in text or f"make {name}" in text, name
