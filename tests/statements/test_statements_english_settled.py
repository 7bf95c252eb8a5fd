"""What nobody said, a reporter asked, whom a letter goes to, who is cited: none of it is what was said."""

from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements.english import find
from wortlaut.statements.english.assemble import source_end


def read(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (
            text[slice(*s.source.span)] if s.source.span else None,
            [text[slice(*piece)] for piece in s.content],
        )
        for s in find(passage(text, "en")).statements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hambrecht didn't say that Holm had lied.",
        "Hambrecht never said that Holm had lied.",
        "The ministry has not said whether Holm lied.",
        "The ministry did not confirm that Holm lied.",
    ],
)
def test_what_somebody_did_not_say_is_no_statement(text: str) -> None:
    assert read(text) == []


def test_a_denial_in_what_is_said_remains() -> None:
    assert read("Holm did not lie, Hambrecht said.") == [("Hambrecht", ["Holm did not lie"])]


@pytest.mark.parametrize("opening", ["Asked", "When asked"])
def test_a_reporters_question_is_no_statement_of_whom_they_asked(opening: str) -> None:
    text = f"{opening} whether she would publish the letter, Lindqvar said that she would think about it."
    assert read(text) == [("Lindqvar", ["that she would think about it"])]


def test_a_question_of_somebody_named_is_theirs() -> None:
    text = "Lindqvar asked whether Holm would resign."
    assert read(text) == [("Lindqvar", ["whether Holm would resign"])]


def test_the_second_of_two_speakers_stands_before_the_colon() -> None:
    text = "„We pay,“ said Greta Holm. And Viktor Hambrecht: „We don't.“"
    assert read(text) == [("Greta Holm", ["We pay"]), ("Viktor Hambrecht", ["We don't"])]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Keldt and Tasova spoke by telephone, a senior official told the Halden Courier.",
            "senior official", "Keldt and Tasova spoke by telephone",
        ),
        (
            "The two leaders spoke on Tuesday, a senior Ostmark official told the Halden Courier.",
            "senior Ostmark official", "The two leaders spoke on Tuesday",
        ),
    ],
)  # fmt: skip
def test_the_source_stands_between_the_comma_and_the_verb(text: str, source: str, content: str) -> None:
    assert read(text) == [(source, [content])]


def test_the_addressee_of_a_letter_is_not_what_it_says() -> None:
    text = "Quendel has written to President Lindqvar, demanding the release of the prisoners."
    assert read(text) == [("Quendel", ["the release of the prisoners"])]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The Halden Courier reported that Keldt met Tasova, citing two people familiar with the matter.",
            "that Keldt met Tasova",
        ),
        (
            "Keldt and Tasova met in May, the Halden Courier reported, citing two officials.",
            "Keldt and Tasova met in May",
        ),
    ],
)
def test_the_outlet_reports_and_those_it_cites_are_not_in_the_content(text: str, content: str) -> None:
    assert read(text) == [("Halden Courier", [content])]


def test_a_reason_cited_remains() -> None:
    assert read("Holm left the talks, citing security concerns.") == [("Holm", ["security concerns"])]


@pytest.mark.parametrize("mark", [" –", " -", " --", ":"])
def test_place_and_agency_at_the_beginning_are_no_part_of_the_source(mark: str) -> None:
    text = f"PORT HALDEN (Norden Wire){mark} Keldt has rejected the offer."
    assert read(text) == [("Keldt", ["the offer"])]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("PORT HALDEN (Norden Wire", "PORT HALDEN "),
        ("film “Harbor", "film "),
        ("Marta “Mia” Holm (Reform)", "Marta “Mia” Holm (Reform)"),
        ("Holm\nOsvald", "Holm"),
    ],
)
def test_a_source_holds_no_line_break_and_nothing_left_open(words: str, source: str) -> None:
    assert words[: source_end(words, 0, len(words))] == source
