from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.languages.quotations import quotations

MARKS = "„“”‟\"»«‚‘’‛'‹›"


def inner(text: str) -> list[str]:
    return [text[slice(*q.inner)] for q in quotations(text)]


@pytest.mark.parametrize("pair", ["„“", "„”", "“”", '""', "»«", "«»", '„"', "‚‘", "‹›", "‘’", "''", "’’"])
def test_each_style_is_read(pair: str) -> None:
    text = f"Anna Berg sagte: {pair[0]}Es regnet.{pair[1]} Dann ging sie."
    (found,) = quotations(text)
    assert text[slice(*found.inner)] == "Es regnet."
    assert text[slice(*found.outer)] == f"{pair[0]}Es regnet.{pair[1]}"
    assert found.closed
    assert found.depth == 0


def test_marks_of_mixed_styles_close_one_another() -> None:
    assert inner('„Ja", sagte sie. “Nein", er. "Gut”, sie.') == ["Ja", "Nein", "Gut"]


def test_an_inner_quotation_is_deeper() -> None:
    found = quotations("»Er rief ›ja‹ und ging«, sagte Berg.")
    assert [q.depth for q in found] == [0, 1]


def test_apostrophes_are_no_marks() -> None:
    assert inner("Berg's voters don't like the workers' plan in the '90s, 'tis the boys' fault.") == []


def test_ascii_single_marks_around_words_with_apostrophes() -> None:
    assert inner("'We don't know our members' minds,' she said.") == ["We don't know our members' minds,"]


def test_feet_and_inches_are_no_marks() -> None:
    assert inner('At 6\'2" tall, Berg said "no".') == ["no"]


def test_a_quotation_over_paragraphs_has_one_piece_each() -> None:
    found = quotations("“One.\n\n“Two.\n\n“Three,” said Berg. “Four.”")
    assert [(q.closed, q.continued) for q in found] == [
        (False, False),
        (False, True),
        (True, True),
        (True, False),
    ]


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = "“It never ends, said Berg.\n\nThe town is small. The sea is near."
    (found,) = quotations(text)
    assert text[slice(*found.inner)] == "It never ends, said Berg."
    assert not found.closed


def test_a_mark_too_many_does_not_swallow_the_next_quotation() -> None:
    assert inner('"One, she said. "Two," he said. "Three," they said.')[1:] == ["Two,", "Three,"]


def test_a_long_line_is_not_swallowed_between_stray_marks() -> None:
    text = '"Lost ' + 'Berg said "no" to it. ' * 100 + 'and so on"'
    assert max(len(words) for words in inner(text)) < 200


def test_hard_wrapped_lines_hold_one_quotation() -> None:
    text = (
        "The minister said on Monday that “we shall see what the winter brings to\n"
        "the coast and to those who live there, and then we shall decide”, and he\n"
        "left the hall.\n"
    )
    assert len(inner(text)) == 1


@given(st.text(alphabet=MARKS + "as ,.\n", max_size=200))
def test_any_marks_are_read_and_lie_in_the_text(text: str) -> None:
    for found in quotations(text):
        assert 0 <= found.outer[0] <= found.inner[0] < found.inner[1] <= found.outer[1] <= len(text)


@given(st.text(alphabet=MARKS + "ab .", max_size=120))
def test_quotations_nest_or_stand_apart(text: str) -> None:
    around: list[tuple[int, int]] = []
    for found in quotations(text):
        start, end = found.outer
        around = [span for span in around if span[1] > start]
        assert all(end <= span[1] for span in around)
        around.append((start, end))


@pytest.mark.parametrize("unit", ['"', "“", "„ a", "‘a ", "“‘", "' ", "» "])
def test_many_marks_take_linear_time(unit: str) -> None:
    quotations(unit * 20_000)
