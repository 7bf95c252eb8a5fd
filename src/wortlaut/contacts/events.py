"""Tellings of one event made one contact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from wortlaut.record import Contact, Span
from wortlaut.record.types import ContactKind, Status
from wortlaut.times.calendar import at_grain

_WEIGHT: dict[Status, int] = {"denied": 4, "cancelled": 3, "held": 2, "planned": 1, "alleged": 0}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RECENT = 100  # events looked back at, places kept of one: no text takes more than linear time
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
    """One place of the text that tells of a contact; ``back`` where it points at one told before.

    ``heading``: in a headline, which may tell of what is to come in the present; ``confirmed``: on the word
    of a party or of its office; ``several``: "talks", which point back at no single call; ``loose``: its
    noun names one side, and the other is only a state or office that speaks of it; ``likely``: who takes
    part if it points back at nothing.
    """

    kind: ContactKind
    participants: tuple[str, ...]
    when: str | None
    status: Status
    initiator: str | None
    evidence: tuple[Span, ...]
    rule: str
    own: tuple[str, ...] = ()
    back: bool = False
    definite: bool = False
    told: bool = False
    attended: bool = False
    heading: bool = False
    confirmed: bool = False
    several: bool = False
    loose: bool = False
    parts: tuple[frozenset[str], ...] = ()
    likely: tuple[str, ...] = ()


def _by_day(telling: Telling, day: str) -> Telling:
    """The telling; planned, not held, where it gives a day after ``day`` (YYYY-MM-DD, or empty)."""
    later = _DAY.fullmatch(telling.when or "") and _DAY.fullmatch(day) and (telling.when or "") > day
    return replace(telling, status="planned") if later and telling.status == "held" else telling


def merge(tellings: Iterable[Telling], published: str = "") -> tuple[Contact, ...]:
    """Contacts in the order of the text; a telling that only points back adds to the one it points at.

    What lies after the day ``published`` (YYYY-MM-DD, empty where it is not known) was not held yet.
    """
    events: list[Telling] = []
    pending: list[Telling] = []
    for each in tellings:
        telling = _by_day(each, published)
        recent = range(len(events) - 1, max(len(events) - _RECENT, 0) - 1, -1)
        place = next((i for i in recent if _same(events[i], telling)), None)
        if place is not None:
            events[place] = _joined(events[place], telling)
        elif len(telling.participants) > 1:
            events.append(_foretold(telling, pending))
        elif len(telling.likely) > 1:
            doer = telling.likely[0] if telling.kind == "letter" else telling.initiator
            events.append(replace(telling, participants=telling.likely, back=False, initiator=doer))
        elif telling.status == "denied" and telling.own:
            pending = [*pending, telling][-3:]
    events = [_by_the_body(event, events) for event in events[:_RECENT]] + events[_RECENT:]
    whole = [_by_day(part, published) for event in events for part in _parted(event)]
    return tuple(_contact(f"c{number}", event) for number, event in enumerate(whole, 1))


def _foretold(event: Telling, pending: list[Telling]) -> Telling:
    """As in "Ein Treffen mit A gab es nicht", and only then who is said to have met A."""
    denied = any(p.kind == event.kind and set(p.own) <= set(event.participants) for p in pending)
    return replace(event, status="denied") if denied and event.status == "alleged" else event


def _by_the_body(event: Telling, events: list[Telling]) -> Telling:
    """What only a headline tells has the status that the body gives the same people, if it gives one."""
    if not event.heading or event.status != "held":
        return event
    who = set(event.participants)
    body = [e.status for e in events[:_RECENT] if not e.heading and set(e.participants) == who]
    return event if "held" in body or not body else replace(event, status=body[0])


def _same(event: Telling, telling: Telling) -> bool:
    if _told_and_denied(event, telling):
        return True
    if event.kind == "letter" and event.initiator and telling.initiator not in (None, event.initiator):
        return False  # an answer is a letter of its own
    if telling.kind not in _SAME[event.kind] or not _dates_agree(event.when, telling.when):
        return False
    if telling.back:
        if telling.several and event.kind in ("call", "video"):
            return False
        return set(telling.own) <= set(event.participants)
    if event.loose != telling.loose:
        loose, firm = (event, telling) if event.loose else (telling, event)
        if event.kind == telling.kind and set(loose.own) <= set(firm.participants):
            return True
    if not _statuses_agree(event, telling):
        return False
    ours, theirs = set(event.participants), set(telling.participants)
    return ours <= theirs or theirs <= ours or len(ours & theirs) >= 2


def _told_and_denied(event: Telling, telling: Telling) -> bool:
    """As in "soll B besucht haben; er habe ihn nie getroffen": what is alleged is what is denied."""
    faces = {event.kind, telling.kind} <= {"meeting", "visit", "talk"}
    both = {event.status, telling.status}
    if "denied" not in both or not both <= {"alleged", "denied"} or not (faces or event.kind == telling.kind):
        return False
    return set(event.participants) == set(telling.participants) and _dates_agree(event.when, telling.when)


def _statuses_agree(event: Telling, telling: Telling) -> bool:
    """What was held is not what is planned; what the report itself tells as held is not what is denied."""
    if telling.definite and set(telling.own) == set(event.participants):
        return True
    if event.heading or telling.heading:
        return True
    both = {event.status, telling.status}
    if both == {"held", "planned"}:
        return False
    if (
        "alleged" in both
        and both & {"held", "planned"}
        and set(event.participants) != set(telling.participants)
    ):
        return event.loose or telling.loose
    if both == {"planned", "cancelled"} and telling.when is not None and telling.when != event.when:
        return False
    if both == {"planned", "denied"} and set(event.participants) != set(telling.participants):
        return False
    if both == {"held", "denied"} and (event if event.status == "held" else telling).confirmed:
        return False
    return both != {"held", "denied"} or event.told or telling.told


def _dates_agree(left: str | None, right: str | None) -> bool:
    if left is None or right is None or left.startswith(right) or right.startswith(left):
        return True
    return _week(left) == right or _week(right) == left


def _week(when: str) -> str:
    """The week of a day (2026-03-03: 2026-W10); empty for what is no day."""
    if not _DAY.fullmatch(when[:10]):
        return ""
    return at_grain(date.fromisoformat(when[:10]), "W")


def _joined(event: Telling, telling: Telling) -> Telling:
    added = telling.participants if telling.attended or not telling.back else ()
    if telling.loose and not event.loose:
        added = ()
    held = () if event.loose and not telling.loose else event.participants
    return replace(
        event,
        kind=telling.kind if event.kind == "talk" and (not telling.back or telling.definite) else event.kind,
        participants=tuple(dict.fromkeys([*held, *added])),
        loose=event.loose and telling.loose,
        when=max(event.when or "", telling.when or "", key=len) or None,
        status=_status(event, telling),
        heading=event.heading and (telling.heading or telling.back),
        confirmed=event.confirmed or telling.confirmed,
        initiator=event.initiator or telling.initiator,
        evidence=tuple(dict.fromkeys([*event.evidence, *telling.evidence]))[:_RECENT],
        parts=(*event.parts, frozenset(telling.own))[-_RECENT:] if len(telling.own) == 2 else event.parts,
    )


def _status(event: Telling, telling: Telling) -> Status:
    """The status of both: a headline has that of the body; what is alleged and confirmed was held."""
    if "alleged" in (event.status, telling.status) and (event.confirmed or telling.confirmed):
        return "held"
    if event.heading and event.status == "held" and not telling.back:
        return telling.status
    if telling.heading and telling.status == "held":
        return event.status
    if (telling.back or telling.definite) and telling.status in ("held", "planned"):
        return event.status
    return _graver(event, telling)


def _graver(event: Telling, telling: Telling) -> Status:
    return max(event.status, telling.status, key=_WEIGHT.__getitem__)


def _parted(event: Telling) -> list[Telling]:
    """As in "A sprach mit B und C", later "das Gespräch von A mit B" and "das von A mit C": two contacts."""
    pairs = [pair for pair in dict.fromkeys(event.parts) if pair < set(event.participants)]
    if len(pairs) < 2 or not frozenset.intersection(*pairs):
        return [event]
    ordered = [tuple(a for a in event.participants if a in pair) for pair in pairs]
    return [replace(event, participants=pair) for pair in ordered]


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
