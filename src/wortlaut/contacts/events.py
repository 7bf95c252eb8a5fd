"""Tellings of one event made one contact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wortlaut.record import Contact, Span
from wortlaut.record.types import ContactKind, Status

_WEIGHT: dict[Status, int] = {"denied": 4, "cancelled": 3, "held": 2, "planned": 1, "alleged": 0}
_SAME: dict[ContactKind, frozenset[ContactKind]] = {
    "call": frozenset({"call", "talk"}),
    "video": frozenset({"video", "talk"}),
    "talk": frozenset({"call", "video", "talk", "meeting"}),
    "meeting": frozenset({"meeting", "talk"}),
    "visit": frozenset({"visit"}),
    "letter": frozenset({"letter"}),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One place of the text that tells of a contact; ``back`` where it points at one told before."""

    kind: ContactKind
    participants: tuple[str, ...]
    when: str | None
    status: Status
    initiator: str | None
    evidence: tuple[Span, ...]
    rule: str
    back: bool = False


def merge(tellings: Iterable[Telling]) -> tuple[Contact, ...]:
    """Contacts in the order of the text; a telling that only points back adds to the one it points at."""
    events: list[Telling] = []
    for telling in tellings:
        place = next((i for i in reversed(range(len(events))) if _same(events[i], telling)), None)
        if place is not None:
            events[place] = _joined(events[place], telling)
        elif len(telling.participants) > 1:
            events.append(telling)
    return tuple(_contact(f"c{number}", event) for number, event in enumerate(events, 1))


def _same(event: Telling, telling: Telling) -> bool:
    if telling.kind not in _SAME[event.kind] or not _dates_agree(event.when, telling.when):
        return False
    if {event.status, telling.status} == {"held", "planned"} and not telling.back:
        return False
    ours, theirs = set(event.participants), set(telling.participants)
    if telling.back:
        return not theirs or bool(ours & theirs)
    return ours <= theirs or theirs <= ours or len(ours & theirs) >= 2


def _dates_agree(left: str | None, right: str | None) -> bool:
    return left is None or right is None or left.startswith(right) or right.startswith(left)


def _joined(event: Telling, telling: Telling) -> Telling:
    status = max(event.status, telling.status, key=_WEIGHT.__getitem__)
    kind = telling.kind if event.kind == "talk" else event.kind
    when = max(event.when or "", telling.when or "", key=len) or None
    return replace(
        event,
        kind=kind,
        participants=tuple(dict.fromkeys([*event.participants, *telling.participants])),
        when=when,
        status=status,
        initiator=event.initiator or telling.initiator,
        evidence=tuple(dict.fromkeys([*event.evidence, *telling.evidence])),
    )


def _contact(name: str, event: Telling) -> Contact:
    return Contact(
        id=name,
        kind=event.kind,
        participants=event.participants,
        when=event.when,
        status=event.status,
        initiator=event.initiator,
        evidence=tuple(sorted(event.evidence)),
        rule=event.rule,
    )
