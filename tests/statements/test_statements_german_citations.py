from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements import attribute, find_statements

Row = tuple[str, str, str]


def read(text: str) -> set[Row]:
    """Speaker, cue and content of each statement, as worded."""
    return {
        (
            text[slice(*s.source.span)] if s.source.span else "",
            text[slice(*s.cue)] if s.cue else "",
            " | ".join(text[slice(*span)] for span in s.content),
        )
        for s in find_statements(passage(text, "de"), fast=True)
    }


def test_who_is_cited_speaks_and_who_cites_says_so() -> None:
    text = "Die Agentur Nordwind zitierte Minister Karl Kolm mit der Aussage, dass er bleibe."
    assert read(text) == {
        ("Minister Karl Kolm", "Aussage", "dass er bleibe"),
        ("Agentur Nordwind", "zitierte", "Minister Karl Kolm mit der Aussage, dass er bleibe"),
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("„Wir bleiben“, zitierte die Zeitung den Minister.", ("Minister", "zitierte", "Wir bleiben")),
        ("Das Blatt zitiert Kolm mit den Worten: „Wir bleiben.“", ("Kolm", "Worten", "Wir bleiben")),
        ("Der Bote hatte einen Beamten zitiert, der sagte, Kolm habe gelogen.",
         ("Bote", "zitiert", "einen Beamten | der sagte, Kolm habe gelogen")),
        ("Laut der Sprecherin des Senats, Anna Berg, forderte Kolm die Stadt auf, Hilfe zu schicken.",
         ("Sprecherin des Senats, Anna Berg", "Laut",
          "forderte Kolm die Stadt auf, Hilfe zu schicken")),
        ("Der Stau geht nach Kolms Worten bald auf.", ("Kolms", "nach", "Der Stau geht | bald auf")),
        ("Am Montag kündigte Landau ein Treffen an, am Dienstag sagte Kolm ab.",
         ("Landau", "kündigte", "ein Treffen")),
        ("Kolm sagte, es regne.\n“Ein Teil beruhte auf dem gestrigen Gespräch mit Radek”, .",
         ("", "", "Ein Teil beruhte auf dem gestrigen Gespräch mit Radek")),
    ],
)  # fmt: skip
def test_those_who_pass_on_words(text: str, row: Row) -> None:
    assert row in read(text)


def test_who_cites_a_denial_denies_nothing() -> None:
    text = "Die Agentur Nordwind zitierte Minister Karl Kolm mit der Aussage, dass es kein Treffen gab."
    words = passage(text, "de")
    acts = {
        text[slice(*s.source.span)]: s.act
        for s in attribute(words, find_statements(words, fast=True), (), ())
        if s.source.span
    }
    assert acts == {"Agentur Nordwind": "state", "Minister Karl Kolm": "deny"}
