"""One line of ``annotate`` for one item of intake."""

from __future__ import annotations

import msgspec

from wortlaut.annotate import annotate
from wortlaut.errors import IntakeError
from wortlaut.record import Received, encode


def line(item: object, fast: bool = False) -> tuple[bytes | None, str | None]:
    """The line for standard output (None for what is no report), and a message if something is wrong.

    ``fast`` as ``annotate`` has it.
    """
    if isinstance(item, IntakeError):
        return _failure(getattr(item, "id", None) or item.source, str(item))
    if not isinstance(item, Received):
        return None, f"ignored: {item}"
    try:
        return encode(annotate(item, fast)), None
    except Exception as error:  # noqa: BLE001 - one report must not end the run of thousands
        return _failure(item.id, f"{item.id}: it can't be read ({error!r}); please report this as an error")


def _failure(key: str, trouble: str) -> tuple[bytes, str]:
    return msgspec.json.encode({"id": _writable(key), "error": _writable(trouble)}), trouble


def _writable(words: str) -> str:
    """Names of files need not be UTF-8, JSON must."""
    return words.encode("utf-8", "backslashreplace").decode()
