"""Bytes → text: what encoding they are in; the text itself is never changed."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 4096
_HEAD = 4096


class NotTextError(ValueError):
    """The bytes are no text in any encoding we read."""


def decode(data: bytes) -> str:
    """The text of ``data``: a byte order mark rules, then UTF-8, unmarked UTF-16, last Windows-1252.

    Raises ``NotTextError`` for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, errors="replace"))
    if unmarked := _unmarked_utf16(data[:_SAMPLE]):
        return _checked(data.decode(unmarked, errors="replace"))
    return _checked(_eight_bit(data))


def decode_page(data: bytes) -> str:
    """The text of an HTML page: what is UTF-8 is read so; else its mark or the encoding it declares rules."""
    if _is_utf8(data):
        return decode(data)
    declared = None if data.startswith(tuple(mark for mark, _ in _MARKS)) else _CHARSET.search(data[:_HEAD])
    if declared:
        try:
            codec = codecs.lookup(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            codec = None
        if codec and codec.name not in {"utf-8", "iso8859-1", "utf-16", "utf-32"}:
            try:
                return _checked(codec.decode(data, "replace")[0])
            except (UnicodeError, ValueError, TypeError, AssertionError):  # codecs that are no text encodings
                return decode(data)
    return decode(data)


def is_wide(sample: bytes) -> bool:
    """Is text that begins so UTF-16 or UTF-32, marked or not? Then a line does not end with a byte."""
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
    return sample.startswith(marks) or _unmarked_utf16(sample[:_SAMPLE]) is not None


def is_binary(sample: bytes) -> bool:
    """Is what begins so no text?"""
    try:
        decode(sample)
    except NotTextError:
        return True
    return False


def _is_utf8(data: bytes) -> bool:
    """Are there letters beyond ASCII, and all of them UTF-8? That is no accident, whatever is declared."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 of mostly Western text: every other byte is zero."""
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.3:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _eight_bit(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    patched = data.decode("utf-8", errors="replace")
    broken = patched.count("\ufffd")
    whole = len(patched) - broken - sum(byte < 128 for byte in data)
    if whole > 4 * broken or (broken == 1 and patched.endswith("\ufffd")):
        return patched  # UTF-8 with a few bytes damaged, or cut off amid a letter
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) * 0.02 or "\x00" in sample:
        raise NotTextError
    return text
