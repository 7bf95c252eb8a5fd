"""JSON objects, one a line or in one list → reports as received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import msgspec

from wortlaut.intake.decoding import NotTextError, decode
from wortlaut.intake.identity import id_of_address
from wortlaut.intake.moments import iso
from wortlaut.intake.outcome import LIMIT, UnreadableError, of_readable_length, too_large
from wortlaut.record import Received

_CHUNK = 1 << 20
_FIELDS = ("url", "title", "language", "outlet")


class Lines(Protocol):
    """What lines are read from."""

    def readline(self, size: int, /) -> bytes:
        """The next line, or at most ``size`` bytes of it."""


def from_lines(stream: Lines, source: str, name: str) -> Iterator[Received | UnreadableError]:
    """One outcome per line that is not empty, in order; no more than one line is held at a time.

    A report without id and address is named ``name:LINE``.
    """
    number = 0
    while line := stream.readline(LIMIT + 1):
        number += 1
        if len(line) > LIMIT:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            yield too_large(source, f"{name}:{number}", number)
        elif line.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
            yield _from_line(line, source, f"{name}:{number}", number)


def from_document(data: bytes, source: str, name: str) -> Iterator[Received | UnreadableError]:
    """The reports of one JSON document: an object (named ``name``), or a list of them (``name:PLACE``)."""
    try:
        found = msgspec.json.decode(decode(data).lstrip())
    except (msgspec.MsgspecError, RecursionError, NotTextError, ValueError):
        yield UnreadableError(
            source, "is no JSON", "give an object or a list of objects with “text”", id=name
        )
        return
    if not isinstance(found, list):
        yield _report(found, source, name, None)
        return
    for place, entry in enumerate(found, 1):
        yield _report(entry, source, f"{name}:{place}", place)


def _from_line(line: bytes, source: str, name: str, number: int) -> Received | UnreadableError:
    try:
        found = msgspec.json.decode(decode(line).strip())
    except (msgspec.MsgspecError, RecursionError, NotTextError, ValueError):
        remedy = "write one object with “text” on each line"
        return UnreadableError(source, "is no JSON", remedy, id=name, line=number)
    return _report(found, source, name, number)


def _report(found: Any, source: str, name: str, number: int | None) -> Received | UnreadableError:
    """The report in a decoded object; ``name`` where it has neither an id nor an address."""
    if not isinstance(found, dict):
        remedy = "write objects with at least “text”"
        return UnreadableError(source, "is no object", remedy, id=name, line=number)
    url = _string(found.get("url"))
    own = _identifier(found.get("id")) or (id_of_address(url) if url else None)
    text = found.get("text")
    if not isinstance(text, str) or not text.strip():
        trouble = (
            "has no “text”"
            if text is None
            else "has an empty “text”"
            if text == ""
            else "has a “text” that is none"
        )
        remedy = "give the words of the report as “text”"
        return UnreadableError(source, trouble, remedy, id=own or name, line=number)
    known = {field: _string(found.get(field)) for field in _FIELDS}
    received = Received(id=own or name, text=text, published=iso(found.get("published")), **known)
    return of_readable_length(received, source, number)


def _identifier(value: object) -> str | None:
    """An id as a string; numbers will do."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
