"""One report → one record: the only place that knows the order of the stages."""

from __future__ import annotations

import msgspec

from wortlaut.actors import find_actors
from wortlaut.body import lay_out
from wortlaut.contacts import find_contacts, with_statements
from wortlaut.disputes import find_disputes
from wortlaut.languages import SUPPORTED, detect, passage
from wortlaut.record import Received, Report
from wortlaut.statements import attribute, read_statements
from wortlaut.times import find_times


def annotate(received: Received, fast: bool = False) -> Report:
    """Read one report; the same input always gives the same record.

    ``fast`` finds statements by rules alone, without the network: several times as quick, and it finds fewer.

    A report in a language without rules (``SUPPORTED`` has those that have them) keeps its layout
    and what its header tells; nothing is found in it.
    """
    language = detect(received.text, received.language)
    layout = lay_out(received, language)
    report = Report(
        id=received.id,
        text=received.text,
        language=language,
        title=layout.title,
        published=layout.published,
        outlet=layout.outlet,
        origin=layout.origin,
        body=layout.body,
        url=received.url,
        furniture=layout.furniture,
    )
    return _with_findings(report, fast) if language in SUPPORTED else report


def _with_findings(report: Report, fast: bool) -> Report:
    words = passage(report.text, report.language, report.body)
    times = find_times(words, report.published)
    worded = read_statements(words, fast)
    actors = find_actors(words, worded.parties(), report.published, _outlets(report))
    statements = attribute(words, worded.statements, actors, times, report.published, worded.parts)
    contacts = find_contacts(words, actors, times, statements, report.published)
    contacts = with_statements(words, contacts, statements)
    return msgspec.structs.replace(
        report,
        actors=actors,
        times=times,
        statements=statements,
        contacts=contacts,
        disputes=find_disputes(words, statements, contacts),
    )


def _outlets(report: Report) -> list[str]:
    origin = report.origin.outlet if report.origin else None
    return [name for name in (report.outlet, origin) if name]
