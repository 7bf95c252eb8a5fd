"""What several tests share: where the shared texts and gold lie, and how to do without them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from contacts_cast import name_actors
from wortlaut.record import Actor

# the list of known actors is the one that ships, whatever whoever runs the tests has installed
os.environ["WORTLAUT_DATA"] = tempfile.mkdtemp(prefix="wortlaut-tests-")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five real reports; skips, saying so, where they are not at hand."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip(f"the five seed reports are not at {folder}")
    return folder


@pytest.fixture(scope="session")
def gold() -> Path:
    """The gold records; skips, saying so, where they are not at hand."""
    folder = SHARED / "gold"
    if not folder.is_dir():
        pytest.skip(f"the gold records are not at {folder}")
    return folder


@pytest.fixture(scope="session")
def named() -> Callable[..., list[Actor]]:
    """Finds the actors of an invented cast in a text."""
    return name_actors
