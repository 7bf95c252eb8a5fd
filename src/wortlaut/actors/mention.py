"""A mention as it is found: which words, which of them are the name, and what they say of its bearer."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.actors.known import Known
from wortlaut.record.types import ActorKind


@dataclass(frozen=True, slots=True)
class Office:
    """An office as worded: its head noun, the role it stands for, its place (a code, or empty), gender."""

    head: str
    role: str = ""
    place: str = ""
    gender: str = ""
    past: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``[start, end)`` that mention someone; ``[head, head_end)`` are the name, or the noun.

    ``name`` is the name in the nominative as far as the words give it; empty for an office alone.
    ``known`` is the known actor it surely means. ``family`` is the surname of a person. In a ``gap``
    the name behind the title was lost on the way of the text.
    """

    start: int
    end: int
    head: int
    head_end: int
    kind: ActorKind
    name: str
    known: Known | None = None
    office: Office | None = None
    gender: str = ""
    family: str = ""
    definite: bool = True
    plural: bool = False
    gap: bool = False
