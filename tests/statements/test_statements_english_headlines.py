"""Headlines: the verb behind a name is a verb, whatever else it could be."""

from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements.english import find

BODY = "\n\nThe harbor of Port Halden opened on Monday. Two ships left in the morning.\n"


def read(headline: str) -> list[tuple[str | None, str | None, list[str]]]:
    text = headline + BODY
    return [
        (
            text[slice(*s.source.span)] if s.source.span else None,
            text[slice(*s.cue)] if s.cue else None,
            [text[slice(*piece)] for piece in s.content],
        )
        for s in find(passage(text, "en")).statements
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Cabinet denies call between Holm and Osvald", "Cabinet", "denies", "call between Holm and Osvald"),
        ("Keldt Denies Secret Call With Tasova", "Keldt", "Denies", "Secret Call With Tasova"),
        ("Keldt rejects Tasova offer", "Keldt", "rejects", "Tasova offer"),
        ("Ostmark confirms talks with Norland", "Ostmark", "confirms", "talks with Norland"),
        ("Ostmark denies delaying payments", "Ostmark", "denies", "delaying payments"),
        ("Ministers reject plan for new port", "Ministers", "reject", "plan for new port"),
        ("Call to Keldt did not happen, says Osvald", "Osvald", "says", "Call to Keldt did not happen"),
        ("Tasova agrees to ceasefire, Osvald says", "Osvald", "says", "Tasova agrees to ceasefire"),
    ],
)  # fmt: skip
def test_the_name_before_the_verb_is_the_source(text: str, source: str, cue: str, content: str) -> None:
    assert read(text) == [(source, cue, [content])]


@pytest.mark.parametrize(
    "text",
    [
        "Tasova cancels meeting with Osvald",
        "Talks between Keldt and Tasova resume",
        "Tasova to meet Osvald in Keldt",
        "Keldt plans dismissed",
        "Hopes fade for talks",
        "Row over claims of secret payments",
    ],
)
def test_a_headline_in_which_nobody_says_anything_is_no_statement(text: str) -> None:
    assert read(text) == []


def test_a_second_verb_has_the_source_of_the_first() -> None:
    assert read("Ostmark denies payments were late, accuses Norland of lying") == [
        ("Ostmark", "denies", ["payments were late"]),
        ("Ostmark", "accuses", ["Norland of lying"]),
    ]


def test_a_sentence_with_its_full_stop_is_no_headline() -> None:
    assert ("Keldt", "said", ["that the government denies calls to Tasova"]) in read(
        "Keldt said that the government denies calls to Tasova."
    )
