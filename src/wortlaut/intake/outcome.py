"""What becomes of a source: a report, an error, or nothing, and why."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.errors import IntakeError
from wortlaut.record import Received

LIMIT = 20_000_000
"""The most bytes that one file, one line or one page may have (unpacked)."""

LONGEST = 300_000
"""The most characters that the text of one report may have: some 45,000 words, more than any article has."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file in a folder that is no report: ``reason`` says why it was passed over."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class UnreadableError(IntakeError):
    """A report that can't be read. ``id``: its own, if known; ``line``: its number in a JSON Lines file."""

    def __init__(
        self, source: str, trouble: str, remedy: str, *, id: str | None = None, line: int | None = None
    ) -> None:
        super().__init__(source if line is None else f"{source}:{line}", trouble, remedy)
        self.id = id
        self.line = line


Outcome = Received | IntakeError | Ignored


def too_large(source: str, id: str | None = None, line: int | None = None) -> UnreadableError:
    """The error for what is over the limit."""
    return UnreadableError(
        source,
        f"is larger than {LIMIT // 1_000_000} MB, the most one report may have",
        "split it",
        id=id,
        line=line,
    )


def of_readable_length(
    received: Received, source: str, line: int | None = None
) -> Received | UnreadableError:
    """The report itself, or the error where its text is too long to be one."""
    if len(received.text) <= LONGEST:
        return received
    trouble = f"has {len(received.text):,} characters, more than the {LONGEST:,} one report may have"
    return UnreadableError(source, trouble, "split it into its reports", id=received.id, line=line)
