"""Addresses of pages: made here, read here, so that any id survives the way there and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote, unquote, urlencode, urlsplit

from wortlaut.record import Span

_SPANS = re.compile(r"\d{1,12}-\d{1,12}(?:,\d{1,12}-\d{1,12}){0,99}")
_ONLY_DOTS = re.compile(r"\.*")


def address(kind: str, key: str, **ask: object) -> str:
    """The address of one page, e.g. ``/report/a%20b``; ``ask`` becomes the query, None left out."""
    return f"/{kind}/{encode_key(key)}{query(**ask)}"


def query(**ask: object) -> str:
    """``?a=b&c=d`` of what is neither None nor empty; nothing at all if nothing is left."""
    asked = {name: str(value) for name, value in ask.items() if value not in (None, "")}
    return f"?{urlencode(asked)}" if asked else ""


def encode_key(key: str) -> str:
    """An id as one piece of a path; ids of dots only would be eaten by browsers, so ``~`` goes before."""
    guarded = f"~{key}" if key.startswith("~") or _ONLY_DOTS.fullmatch(key) else key
    quoted = quote(guarded.encode("utf-8", "surrogatepass"), safe="")
    # ``.json`` at the end asks for JSON; an id that ends so keeps its dot encoded.
    return f"{quoted[:-5]}%2Ejson" if quoted.endswith(".json") else quoted


def decode_key(piece: str) -> str:
    """The id in a piece of a path (inverse of ``encode_key``)."""
    key = unquote(piece, errors="replace")
    return key[1:] if key.startswith("~") else key


def anchor(key: str) -> str:
    """The id of a finding's words within its report's page, safe in an attribute and in a fragment."""
    return "w-" + quote(key.encode("utf-8", "surrogatepass"), safe="").replace("%", ".")


def words_address(report: str, key: str) -> str:
    """Where the words of a statement or contact stand (``key``: its id within the report)."""
    return f"{address('report', report)}#{anchor(key)}"


def citation(report: str, spans: Sequence[Span], version: int | None = None) -> str:
    """The address that opens on these very characters of this version of the report."""
    return f"{address('report', report, version=version, span=spans_text(spans))}#cited"


def spans_text(spans: Iterable[Span]) -> str:
    """Spans as in an address: ``12-40,52-60``."""
    return ",".join(f"{start}-{end}" for start, end in spans)


def read_spans(worded: str) -> tuple[Span, ...] | None:
    """Spans from an address; None where it has none that can be read."""
    if not _SPANS.fullmatch(worded):
        return None
    pairs = (piece.split("-") for piece in worded.split(","))
    spans = tuple((int(start), int(end)) for start, end in pairs)
    return spans if all(start < end for start, end in spans) else None


def outside(url: str | None) -> str | None:
    """``url`` if a reader may be sent there: http or https with a host; else None."""
    if not url or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None
