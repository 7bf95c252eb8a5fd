"""Who said what: find statements, then say who, to whom, when and on whose word."""

from __future__ import annotations

from wortlaut.languages import Passage
from wortlaut.record import Statement
from wortlaut.statements import english, german, learned
from wortlaut.statements.attribution import attribute
from wortlaut.statements.combine import combine
from wortlaut.statements.selfclaims import find_selfclaims
from wortlaut.statements.worded import Worded

__all__ = ["Worded", "attribute", "find_statements", "read_statements"]

_FINDERS = {"de": german.find, "en": english.find}


def find_statements(passage: Passage, fast: bool = False) -> tuple[Statement, ...]:
    """Statements with their spans (source, cue, content) and form, in the order of the text;
    what an organisation says of itself in its boilerplate comes last.

    Actors are not known yet: ``source.actor`` is None, act, addressee, medium, when and via are
    left at their defaults for ``attribute``. A language without a finder has no statements.
    ``fast`` leaves out the network: rules alone.
    """
    return read_statements(passage, fast).statements


def read_statements(passage: Passage, fast: bool = False) -> Worded:
    """As ``find_statements``, with what was read of each statement beyond its spans."""
    finder = _FINDERS.get(passage.language)
    network = None if fast or finder is None else learned.begun(passage)
    ruled = finder(passage) if finder else Worded((), {})
    said = combine(passage, ruled, network()) if network else ruled
    return said._replace(statements=(*said.statements, *find_selfclaims(passage, len(said.statements))))
