"""Putting a newer list of known actors in place: looked through first, then swapped in one step."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from wortlaut.actors import rows, table
from wortlaut.actors.table import Table
from wortlaut.errors import ActorsError

_KEPT = "check the file; the list in use stays"


def install(path: Path) -> Table:
    """Make the list at ``path`` the one in use; where it is not sound, the old one stays."""
    text = _sound(path)
    place = table.home() / table.FILE
    if str(place).startswith("~"):
        raise ActorsError("WORTLAUT_DATA", "there is no home for the list", "name a folder")
    place.parent.mkdir(parents=True, exist_ok=True)
    put(place, text)
    table.table.cache_clear()
    return Table(text)


def put(path: Path, text: str) -> None:
    """Write the file in one step: a broken run leaves no half of one."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _sound(path: Path) -> str:
    """The text of a list in which nothing is wrong."""
    try:
        if path.is_file() and path.stat().st_size > 4 * rows.LARGEST:
            raise ActorsError(str(path), "line 1: the file is too large for a list", _KEPT)
        data = path.read_bytes()
    except OSError as error:
        raise ActorsError(str(path), f"it can't be read ({error.strerror})", _KEPT) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ActorsError(str(path), f"line {line}: it is not UTF-8", _KEPT) from error
    fault = next(rows.troubles(text), None)
    if fault:
        raise ActorsError(str(path), fault, _KEPT)
    return text
