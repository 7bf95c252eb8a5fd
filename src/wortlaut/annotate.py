"""One report → one record: the only place that knows the order of the stages."""

from __future__ import annotations

from wortlaut.actors import find_actors
from wortlaut.body import Layout, lay_out
from wortlaut.contacts import find_contacts
from wortlaut.disputes import find_disputes
from wortlaut.languages import detect, passage
from wortlaut.record import Received, Report
from wortlaut.statements import attribute, find_statements
from wortlaut.times import find_times


def annotate(received: Received) -> Report:
    """Read one report; the same input always gives the same record."""
    language = detect(received.text, received.language)
    layout = lay_out(received, language)
    words = passage(received.text, language, layout.body)
    times = find_times(words, layout.published)
    worded = find_statements(words)
    sources = [s.source.span for s in worded if s.source.span is not None]
    actors = find_actors(words, sources, layout.published, _outlets(layout))
    statements = attribute(words, worded, actors, times, layout.published)
    contacts = find_contacts(words, actors, times, statements)
    return Report(
        id=received.id,
        text=received.text,
        language=language,
        title=layout.title,
        published=layout.published,
        outlet=layout.outlet,
        origin=layout.origin,
        body=layout.body,
        actors=actors,
        times=times,
        statements=statements,
        contacts=contacts,
        disputes=find_disputes(words, statements, contacts),
        url=received.url,
        furniture=layout.furniture,
    )


def _outlets(layout: Layout) -> list[str]:
    origin = layout.origin.outlet if layout.origin else None
    return [name for name in (layout.outlet, origin) if name]
