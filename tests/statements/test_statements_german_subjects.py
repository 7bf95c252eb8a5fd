"""Whose words they are in German: clauses that share a subject, what is rejected, what has no speaker."""

from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements import find_statements


def read(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (
            text[slice(*s.source.span)] if s.source.span else None,
            text[slice(*s.cue)] if s.cue else None,
            [text[slice(*piece)] for piece in s.content],
        )
        for s in find_statements(passage(text, "de"), fast=True)
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Hambrecht wies den Vorwurf zurück, Ostmark habe die Zahlung verzögert.", "wies"),
        ("Hambrecht hat den Vorwurf zurückgewiesen, Ostmark habe die Zahlung verzögert.", "zurückgewiesen"),
    ],
)
def test_an_accusation_rejected_is_what_others_said(text: str, cue: str) -> None:
    assert read(text) == [("Hambrecht", cue, ["den Vorwurf", "Ostmark habe die Zahlung verzögert"])]


def test_an_accusation_raised_is_the_subjects() -> None:
    text = "Hambrecht erhob den Vorwurf, Ostmark habe die Zahlung verzögert."
    assert read(text) == [("Hambrecht", "Vorwurf", ["Ostmark habe die Zahlung verzögert"])]


@pytest.mark.parametrize("word", ["aber", "jedoch", "zugleich"])
def test_a_second_verb_behind_a_comma_shares_the_subject(word: str) -> None:
    text = f"Die Ministerin begrüßte die Einigung, forderte {word} eine vollständige Öffnung."
    assert read(text) == [
        ("Ministerin", "begrüßte", ["die Einigung"]),
        ("Ministerin", "forderte", ["eine vollständige Öffnung"]),
    ]


@pytest.mark.parametrize("subject", ["der Minister", "die Ministerin", "Hambrecht"])
def test_a_subject_behind_what_was_said_stays_the_subject(subject: str) -> None:
    text = f"Die Lage ist gut, sagte aber {subject}."
    assert read(text) == [(subject.split()[-1], "sagte", ["Die Lage ist gut"])]


def test_an_earlier_version_of_the_report_is_no_source() -> None:
    text = "In einer früheren Fassung hieß es, die Zahlung sei im Mai erfolgt."
    assert read(text) == [(None, "hieß", ["die Zahlung sei im Mai erfolgt"])]


def test_a_ministry_is_a_source_of_what_was_said_there() -> None:
    assert read("Im Amt hieß es, die Zahlung sei erfolgt.") == [("Amt", "hieß", ["die Zahlung sei erfolgt"])]


@pytest.mark.parametrize(
    "text", ["Man hofft auf eine Einigung.", "In Keldt hofft man, dass die Gespräche bald beginnen."]
)
def test_one_is_nobody(text: str) -> None:
    ((source, cue, _),) = read(text)
    assert (source, cue) == (None, "hofft")


@pytest.mark.parametrize("words", ["Wir nicht.", "Wir zahlen das nicht."])
def test_a_second_speaker_before_a_colon_says_the_quotation_behind_it(words: str) -> None:
    text = f"„Wir zahlen“, sagte Greta Holm. Und Viktor Hambrecht: „{words}“"
    found = [(source, content) for source, _, content in read(text)]
    assert found == [("Greta Holm", ["Wir zahlen"]), ("Viktor Hambrecht", [words.rstrip(".")])]


def test_a_colon_without_a_name_goes_on_with_the_speaker() -> None:
    text = "„Wir zahlen“, sagte Greta Holm. Und weiter: „Das ist gut so.“"
    assert [(s, c) for s, _, c in read(text)] == [("Greta Holm", ["Wir zahlen", "Das ist gut so"])]
