"""The form of a statement: are its words quoted?"""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.languages import Passage
from wortlaut.record import Span
from wortlaut.record.spans import contains
from wortlaut.record.types import Form

__all__ = ["form"]


def form(passage: Passage, content: Sequence[Span]) -> Form:
    """``direct`` if all of the content is quoted, ``mixed`` if part of it is, else ``indirect``.

    Quotation marks at its edges, which belong to no content, change nothing.
    """
    touched = [passage.quoted(span) for span in content]
    if not any(touched):
        return "indirect"
    whole = all(
        any(contains(quotation.inner, span) for quotation in near)
        for span, near in zip(content, touched, strict=True)
    )
    return "direct" if whole else "mixed"
