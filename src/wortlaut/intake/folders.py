"""The reports that lie in a folder, and what else lies there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wortlaut.intake.identity import ending, id_in_folder
from wortlaut.intake.kinds import kind_of
from wortlaut.intake.outcome import Ignored, UnreadableError


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold reports, and the id it goes by."""

    path: Path
    id: str


def reports_in(folder: Path) -> Iterator[Found | Ignored | UnreadableError]:
    """Every file below ``folder`` in the order of the names; links to folders are not followed."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                names = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield UnreadableError(
                str(place), f"can't be opened: {error.strerror}", "check the rights of the folder"
            )
            continue
        deeper = []
        for entry in names:
            if _is_folder(entry) and not entry.name.startswith("."):
                deeper.append(Path(entry.path))
            else:
                reason = _no_report(entry)
                path = Path(entry.path)
                yield Ignored(entry.path, reason) if reason else Found(path, id_in_folder(path, folder))
        waiting += reversed(deeper)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _no_report(entry: os.DirEntry[str]) -> str | None:
    """Why the file is no report, by its name and kind; None if it may be one."""
    if entry.name.startswith("."):
        return "is hidden"
    try:
        state = entry.stat()
    except OSError as error:
        return f"can't be looked at: {error.strerror}"
    if stat.S_ISDIR(state.st_mode):
        return "is a link to a folder"
    if not stat.S_ISREG(state.st_mode):
        return "is a pipe, a device or a socket"
    if kind_of(ending(Path(entry.name))) is None:
        return "has no ending of text, HTML or JSON"
    return "is empty" if state.st_size == 0 else None
