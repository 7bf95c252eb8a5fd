from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements import find_statements


@pytest.mark.parametrize(
    ("language", "line", "content"),
    [
        ("de", "Meldefix erreicht mehr als 900 Redaktionen in 40 Ländern.",
         "erreicht mehr als 900 Redaktionen in 40 Ländern"),
        ("en", "Wire Nine Service reaches 900 newsrooms.", "reaches 900 newsrooms"),
    ],
)  # fmt: skip
def test_an_organisation_speaks_of_itself_in_its_boilerplate(language: str, line: str, content: str) -> None:
    words = passage(line, language, body=())
    (claim,) = find_statements(words, fast=True)
    assert claim.source.span is not None
    assert line[slice(*claim.source.span)] == line.split(" e")[0].split(" r")[0]
    assert [line[slice(*span)] for span in claim.content] == [content]
    assert claim.cue is None


@pytest.mark.parametrize("line", ["Meldefix erreicht viele Redaktionen.", "Mehr als 900 erreicht er.", ""])
def test_what_holds_no_figure_or_no_name_is_no_claim(line: str) -> None:
    assert find_statements(passage(line, "de", body=()), fast=True) == ()


def test_in_the_article_it_is_the_reporter_who_speaks() -> None:
    line = "Meldefix erreicht mehr als 900 Redaktionen."
    assert not [s for s in find_statements(passage(line, "de"), fast=True) if s.rule == "self-claim"]
