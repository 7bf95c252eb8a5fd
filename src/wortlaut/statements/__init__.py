"""Who said what: find statements, then say who, to whom, when and on whose word."""

from __future__ import annotations

from wortlaut.languages import Passage
from wortlaut.record import Statement
from wortlaut.statements import english, german
from wortlaut.statements.attribution import attribute
from wortlaut.statements.selfclaims import find_selfclaims

__all__ = ["attribute", "find_statements"]

_FINDERS = {"de": german.find, "en": english.find}


def find_statements(passage: Passage) -> tuple[Statement, ...]:
    """Statements with their spans (source, cue, content) and form, in the order of the text;
    what an organisation says of itself in its boilerplate comes last.

    Actors are not known yet: ``source.actor`` is None, act, addressee, medium, when and via are
    left at their defaults for ``attribute``. A language without a finder has no statements.
    """
    finder = _FINDERS.get(passage.language)
    said = finder(passage) if finder else ()
    return (*said, *find_selfclaims(passage, len(said)))
