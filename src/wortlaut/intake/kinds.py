"""What a file holds: by its ending, or by its first bytes."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from wortlaut.intake.decoding import NotTextError, decode

Kind = Literal["text", "page", "lines", "document"]

KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "document",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(ending: str) -> Kind | None:
    """What a file with this ending (``.txt``) holds, or None."""
    return KINDS.get(ending)


def sniffed(head: bytes) -> Kind:
    """What begins with these bytes: JSON Lines, a JSON document, a page, or else text."""
    try:
        start = decode(head).lstrip("\ufeff \t\r\n")
    except NotTextError:
        return "text"
    if start.startswith("{"):
        return _object_or_lines(start)
    if start.startswith("["):
        return "document" if re.match(r"\[\s*(?:\{|\])", start) else "text"
    return "page" if _PAGE.match(start) else "text"


def _object_or_lines(start: str) -> Kind:
    """A first line that is a whole object, or one cut off by the sample, is JSON Lines."""
    line, newline, _ = start.partition("\n")
    if not re.match(r"\{\s*(?:\"|\}|$)", line):
        return "text"
    try:
        msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        goes_on = newline and (len(line.strip()) <= 1 or line.strip().endswith((",", "{", "[")))
        return "document" if goes_on else "lines"
    return "lines"
