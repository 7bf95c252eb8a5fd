"""The id of a report: stable from one run to the next."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

_PACKED = ".gz"


def stem(path: Path) -> str:
    """The name of a file without its endings: ``report`` of ``report.html.gz``."""
    name = path.name.removesuffix(_PACKED) or path.name
    return _spelt(Path(name).stem or name)


def ending(path: Path) -> str:
    """The ending that tells what is in a file, in lower case: ``.html`` of ``report.HTML.gz``."""
    return Path(path.name.lower().removesuffix(_PACKED)).suffix


def is_packed(path: Path) -> bool:
    """Is it a gzip file by its name?"""
    return path.name.lower().endswith(_PACKED)


def id_in_folder(path: Path, folder: Path) -> str:
    """The id of a file found in a folder that was given: its path from there, without endings.

    So files of one name in different folders keep apart, whatever else lies there.
    """
    return _spelt((path.relative_to(folder).parent / stem(path)).as_posix())


def ids_of_files(paths: Iterable[Path]) -> dict[Path, str]:
    """The ids of files given one by one: their names without endings.

    Files of one name are told apart by as many of their folders as it takes.
    """
    distinct = list(dict.fromkeys(paths))
    ids = {path: stem(path) for path in distinct}
    for depth in range(1, 32):
        count = Counter(ids.values())
        if all(number == 1 for number in count.values()):
            break
        for path in distinct:
            if count[ids[path]] > 1:
                ids[path] = "/".join([*map(_spelt, path.absolute().parent.parts[1:][-depth:]), stem(path)])
    return ids


def place_of(id: str, name: str, path: Path | None) -> str | None:
    """What tells one report from others of the same id: ``id:ID`` where its source gives it an id of its own.

    Else its file, and the number in it; None for standard input, which is a new place each time.
    ``name``: the id that the file goes by.
    """
    number = id.removeprefix(name)
    if not id.startswith(name) or (number and not (number[0] == ":" and number[1:].isdigit())):
        return f"id:{id}"
    return None if path is None else _spelt(os.path.realpath(path)) + number


def _spelt(name: str) -> str:
    """A name in letters: one that is not UTF-8 on the disk is read byte by byte."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("latin-1")
    return name


def id_of_address(address: str) -> str:
    """A stable hash of an address."""
    return sha256(address.strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]
