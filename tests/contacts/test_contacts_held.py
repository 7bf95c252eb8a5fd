"""Only what took place is held: told from the text alone, with invented people."""

from __future__ import annotations

import pytest

from wortlaut.annotate import annotate
from wortlaut.record import Received

DAY = "2031-01-01"


def statuses(text: str, language: str, published: str | None = DAY) -> list[str]:
    report = annotate(Received(id="r", text=text, language=language, published=published))
    return [contact.status for contact in report.contacts]


def test_what_lies_after_the_day_of_publication_is_not_held() -> None:
    text = "President Berta Kolm meets Prime Minister Ivo Radek on 5 January 2031."
    assert statuses(text, "en") == ["planned"]
    assert statuses(text, "en", "2031-01-09") == ["held"]


@pytest.mark.parametrize(
    ("heading", "body", "status"),
    [
        (
            "Berta Kolm trifft Ivo Radek",
            "Präsidentin Berta Kolm wird Ministerpräsident Ivo Radek treffen.",
            "planned",
        ),
        (
            "Berta Kolm empfängt Ivo Radek",
            "Präsidentin Berta Kolm hat den Minister Ivo Radek empfangen.",
            "held",
        ),
    ],
)
def test_a_headline_has_the_status_of_the_body(heading: str, body: str, status: str) -> None:
    contacts = statuses(f"{heading}\n\n{body}", "de")
    assert contacts == [status]


ALLEGED = [
    ("en", "President Berta Kolm met Minister Ivo Radek, the Velm Courier reported, citing two people."),
    ("en", "President Berta Kolm met Minister Ivo Radek, an official said on condition of anonymity."),
    (
        "de",
        "Präsidentin Berta Kolm hat mit Minister Ivo Radek gesprochen, "
        "berichtete der Velmer Kurier unter Berufung auf Regierungskreise.",
    ),
]


@pytest.mark.parametrize(("language", "text"), ALLEGED)
def test_an_unnamed_source_alone_alleges(language: str, text: str) -> None:
    assert statuses(text, language) == ["alleged"]


def test_the_word_of_a_partys_office_makes_it_held() -> None:
    text = ALLEGED[1][1] + " Kolm's spokesman Jan Sand confirmed that the president met Radek."
    assert statuses(text, "en") == ["held"]


def test_talks_of_others_give_a_call_no_day() -> None:
    text = (
        "Präsidentin Berta Kolm und Minister Ivo Radek telefonierten. "
        "Die Gespräche am 10. Januar 2031 würden schwierig, sagte Jan Sand."
    )
    report = annotate(Received(id="r", text=text, language="de", published=DAY))
    assert [(c.kind, c.when) for c in report.contacts] == [("call", None)]
