"""Records as JSON Lines."""

from __future__ import annotations

import msgspec

from wortlaut.record.types import Report

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Report)


def encode(report: Report) -> bytes:
    """One record as one line of JSON, UTF-8, without the line end."""
    return _encoder.encode(report)


def decode(line: bytes | str) -> Report:
    """One line of JSON as a record; raises ``msgspec.ValidationError`` where it breaks the format."""
    return _decoder.decode(line)
