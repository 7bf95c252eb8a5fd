"""Reports about invented people, put together by their words: spans are looked up in the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wortlaut.record import Actor, Contact, Origin, Received, Report, Source, Span, Statement
from wortlaut.record.types import Act, ContactKind, Status
from wortlaut.store import SqliteStore, open_store

Said = tuple[str, str] | tuple[str, str, Act]
Met = tuple[ContactKind, tuple[str, ...], str | None, Status, str]


def found(text: str, words: str) -> Span:
    """Where the words stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def told(
    key: str,
    text: str,
    *,
    published: str | None = "2026-03-05",
    outlet: str | None = None,
    language: str = "de",
    said: Sequence[Said] = (),
    met: Sequence[Met] = (),
    origin: Origin | None = None,
    url: str | None = None,
    numbers: dict[str, str] | None = None,
) -> Report:
    """A report in which each ``said`` (name, words, act) is a statement and each ``met`` a contact."""
    names = [one[0] for one in said] + [name for one in met for name in one[1]]
    ids = {name: f"a{number}" for number, name in enumerate(dict.fromkeys(names), 1)}
    actors = tuple(
        Actor(
            id=key_,
            name=name,
            kind="person",
            wikidata=(numbers or {}).get(name),
            mentions=(found(text, name),) if name in text else (),
        )
        for name, key_ in ids.items()
    )
    statements = tuple(
        Statement(
            id=f"s{number}",
            source=Source(span=found(text, one[0]) if one[0] in text else None, actor=ids[one[0]]),
            cue=None,
            content=(found(text, one[1]),),
            form="indirect",
            act=one[2] if len(one) == 3 else "state",
        )
        for number, one in enumerate(said, 1)
    )
    contacts = tuple(
        Contact(
            id=f"c{number}",
            kind=kind,
            participants=tuple(ids[name] for name in who),
            when=when,
            status=status,
            evidence=(found(text, words),),
        )
        for number, (kind, who, when, status, words) in enumerate(met, 1)
    )
    return Report(
        id=key,
        text=text,
        language=language,
        published=published,
        outlet=outlet,
        origin=origin,
        url=url,
        body=((0, len(text)),),
        actors=actors,
        statements=statements,
        contacts=contacts,
    )


def keep(store: SqliteStore, *reports: Report, program: str = "1") -> list[str]:
    """Put reports into the store; what each was to it."""
    at = "2026-03-09T08:00:00+00:00"
    return [
        store.put(report, Received(id=report.id, text=report.text, url=report.url), program, at)
        for report in reports
    ]


def kept(folder: Path, *reports: Report) -> SqliteStore:
    """A new store with these reports, linked."""
    from wortlaut.link import link

    store = open_store(folder / "record.db", create=True)
    keep(store, *reports)
    link(store)
    return store
