"""Files, folders and standard input → reports as received."""

from __future__ import annotations

import gzip
import io
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from wortlaut.intake.decoding import NotTextError, decode, is_binary, is_wide
from wortlaut.intake.folders import Found, reports_in
from wortlaut.intake.identity import ending, ids_of_files, is_packed, place_of
from wortlaut.intake.jsonlines import from_document, from_lines
from wortlaut.intake.kinds import Kind, kind_of, sniffed
from wortlaut.intake.outcome import LIMIT, Ignored, Outcome, UnreadableError, of_readable_length, too_large
from wortlaut.intake.webpage import from_page
from wortlaut.record import Received

_STDIN = "-"
_SAMPLE = 1 << 12
_HELD = 1000
_EMPTY = "is empty"
_BINARY = "is no text"
_NO_REPORT = frozenset({_EMPTY, _BINARY, "has no “text”", "is no object"})

Stream = io.BufferedReader | gzip.GzipFile


def receive(sources: Iterable[str]) -> Iterator[Outcome]:
    """Each report found under ``sources`` (paths of files or folders, ``-`` for standard input), in order.

    What can't be read yields an error in its place, and what is no report in a folder says why it
    was passed over; the rest goes on. Nothing is held but the report at hand.
    """
    return (outcome for outcome, _ in receive_placed(sources))


def receive_placed(sources: Iterable[str]) -> Iterator[tuple[Outcome, str | None]]:
    """As ``receive``, each with the place that a report keeps from one run to the next (``place_of``)."""
    for path, name, outcomes in _outcomes(sources):
        for outcome in outcomes:
            yield outcome, place_of(outcome.id, name, path) if isinstance(outcome, Received) else None


def _outcomes(sources: Iterable[str]) -> Iterator[tuple[Path | None, str, Iterator[Outcome]]]:
    """Each file with the id it goes by, and what is in it."""
    given = list(sources)
    ids = ids_of_files(Path(source) for source in given if source != _STDIN and not _is_folder(source))
    for source in given:
        if source == _STDIN:
            yield None, "stdin", _from_stdin()
        elif _is_folder(source):
            for found in reports_in(Path(source)):
                if isinstance(found, Found):
                    yield found.path, found.id, _from_folder(found)
                else:
                    yield None, "", iter((found,))
        else:
            path = Path(source)
            yield path, ids[path], _from_file(path, ids[path])


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):  # a name too long, or with a null in it
        return False


def _from_folder(found: Found) -> Iterator[Outcome]:
    """A file of a folder: one that holds no report at all is passed over there, not a failure."""
    held: list[UnreadableError] = []  # what may be no more than a sign of a file of another kind
    outcomes = _from_file(found.path, found.id)
    for outcome in outcomes:
        if isinstance(outcome, UnreadableError) and outcome.trouble in _NO_REPORT and len(held) < _HELD:
            held.append(outcome)
            continue
        yield from held
        yield outcome
        yield from outcomes
        return
    if held:
        yield Ignored(str(found.path), held[0].trouble)


def _from_file(path: Path, id: str) -> Iterator[Outcome]:
    source = str(path)
    try:
        if trouble := _not_a_file(path):
            yield UnreadableError(source, trouble, "give a file, a folder, or - for standard input", id=id)
            return
        with _opened(path) as stream:
            yield from _from_stream(stream, source, id, kind_of(ending(path)))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield UnreadableError(
            source, f"can't be read: {reason}", "check the path, the rights and that it is whole", id=id
        )


def _not_a_file(path: Path) -> str | None:
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        return None
    return "is a named pipe" if stat.S_ISFIFO(mode) else "is no file but a device or a socket"


def _opened(path: Path) -> Stream:
    return gzip.open(path, "rb") if is_packed(path) else path.open("rb")


def _from_stdin() -> Iterator[Outcome]:
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:
        yield UnreadableError("standard input", "is closed", "pipe a report into it", id="stdin")
        return
    try:
        stream = raw if hasattr(raw, "peek") else io.BufferedReader(raw)
        yield from _from_stream(stream, "standard input", "stdin", None)
    except (OSError, ValueError) as error:
        yield UnreadableError(
            "standard input", f"can't be read: {error}", "pipe a report into it", id="stdin"
        )


def _from_stream(stream: Stream, source: str, id: str, kind: Kind | None) -> Iterator[Outcome]:
    """Reports of one stream; ``kind``: what it is by its name, None to find out."""
    first = stream.peek(_SAMPLE)
    kind = kind or sniffed(first)
    if kind == "lines" and not is_wide(first) and not is_binary(first):
        yield from from_lines(stream, source, id)
        return
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        yield too_large(source, id)
    elif not data.strip():
        yield UnreadableError(source, _EMPTY, "give a file with a report in it", id=id)
    else:
        yield from _from_bytes(data, source, id, kind)


def _from_bytes(data: bytes, source: str, id: str, kind: Kind) -> Iterator[Outcome]:
    try:
        if kind == "lines":
            yield from from_lines(io.BytesIO(decode(data).encode("utf-8", "replace")), source, id)
        elif kind == "document":
            yield from from_document(data, source, id)
        elif kind == "page":
            yield from_page(data, source, id)
        else:
            yield _from_text(decode(data), source, id)
    except NotTextError:
        yield UnreadableError(source, _BINARY, "give text, HTML or JSON Lines", id=id)


def _from_text(text: str, source: str, id: str) -> Received | UnreadableError:
    if not text.strip("\ufeff\ufffd \t\r\n\v\f"):
        return UnreadableError(source, _EMPTY, "give a file with a report in it", id=id)
    return of_readable_length(Received(id=id, text=text), source)
