"""What a store holds, told in a page of the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.cli.asking import names, quoted
from wortlaut.store import SqliteStore
from wortlaut.store.base import ContactEntry, CopyLink, DisputeEntry, DisputeItem, Query

_MOST = 6


def findings(store: SqliteStore) -> Iterator[str]:
    """Counts, then the first stories, contacts, copies and disputes, a line or two each."""
    counts = store.counts()
    yield (
        f"{counts.reports} reports from {counts.origins} origins: {counts.statements} statements, "
        f"{counts.utterances} utterances in several renderings, {counts.contacts} contacts, "
        f"{counts.copies} copies, {counts.disputes} disputes, {counts.actors} actors"
    )
    yield "\nStories"
    for story in store.stories(limit=_MOST):
        yield f"  {story.day or '':10}  {_short(story.title)}"
        of = f"{len(story.reports)} reports, {story.origins} independent, {story.disputes} disputes"
        yield f"  {'':10}  {of}"
    yield "\nContacts"
    for contact in _several(store.contacts(Query(limit=200))):
        yield from _contact(contact)
    yield "\nCopies and origins"
    for link in _copies(store)[:_MOST]:
        yield f"  {_copy(link)}"
    yield "\nDisputes"
    for dispute in _weighty(store.disputes(Query(limit=200))):
        yield from _dispute(dispute)


def _several(contacts: tuple[ContactEntry, ...]) -> list[ContactEntry]:
    """Those that most reports tell of first."""
    return sorted(contacts, key=lambda c: -len(c.reports))[:_MOST]


def _weighty(disputes: tuple[DisputeEntry, ...]) -> list[DisputeEntry]:
    """Those of contacts first, then those with most on either side."""
    return sorted(disputes, key=lambda d: (d.kind != "denies the contact", -len(d.claim) * len(d.denial)))[
        :_MOST
    ]


def _contact(contact: ContactEntry) -> Iterator[str]:
    said = dict.fromkeys(
        f"{voice.status} by {names(voice.by) or voice.report.outlet or voice.report.id}"
        for voice in contact.voices
    )
    who = f"{names(contact.participants)} ({len(contact.reports)} reports)"
    yield f"  {contact.when or '':10}  {contact.kind}: {who}"
    yield f"  {'':10}  {'; '.join(said)}"


def _copies(store: SqliteStore) -> list[CopyLink]:
    found: dict[str, CopyLink] = {}
    for ref in store.reports(limit=1000):
        page = store.report(ref.id)
        for link in page.copies if page else ():
            found.setdefault(link.copy.id, link)
    return [found[key] for key in sorted(found)]


def _copy(link: CopyLink) -> str:
    told = link.copy.outlet or link.copy.id
    if link.of is not None:
        return f"{told}: {link.kind} from {link.of.outlet or link.of.id} ({'; '.join(link.reasons)})"
    source = (link.stated.outlet or link.stated.url) if link.stated else None
    return f"{told}: says it was taken from {source}"


def _dispute(dispute: DisputeEntry) -> Iterator[str]:
    yield f"  {_short(dispute.about)} ({dispute.kind})"
    for name, items in (("claim", dispute.claim), ("denial", dispute.denial)):
        for item in items[:3]:
            yield f"    {name:6}  {_item(item)}"


def _item(item: DisputeItem) -> str:
    speaker = item.statement.speaker if item.statement else None
    who = speaker.name if speaker else item.report.outlet or item.report.id
    return f"{who}: {_short(quoted(item.words))}"


def _short(words: str) -> str:
    return words if len(words) <= 90 else words[:89] + "…"
