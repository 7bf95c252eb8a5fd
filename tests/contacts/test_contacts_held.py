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
    text = "President Berta Kolm met Prime Minister Ivo Radek on 5 January 2031."
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
    ("en", "A meeting between President Berta Kolm and Minister Ivo Radek has not been confirmed."),
    ("de", "Ein Treffen zwischen Präsidentin Berta Kolm und Minister Ivo Radek wurde nicht bestätigt."),
    ("en", "President Berta Kolm has met Minister Ivo Radek, people familiar with the matter said."),
    ("de", "Laut Medienberichten hat Präsidentin Berta Kolm mit Minister Ivo Radek telefoniert."),
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
    text = ALLEGED[5][1] + " Kolm's spokesman Jan Sand confirmed that the president met Radek."
    assert statuses(text, "en") == ["held"]


def test_talks_of_others_give_a_call_no_day() -> None:
    text = (
        "Präsidentin Berta Kolm und Minister Ivo Radek telefonierten. "
        "Die Gespräche am 10. Januar 2031 würden schwierig, sagte Jan Sand."
    )
    report = annotate(Received(id="r", text=text, language="de", published=DAY))
    assert [(c.kind, c.when) for c in report.contacts] == [("call", None)]


def test_a_headline_of_another_word_has_the_status_of_the_body() -> None:
    text = "Berta Kolm besucht Ivo Radek\n\nPräsidentin Berta Kolm wird den Minister Ivo Radek treffen."
    assert set(statuses(text, "de")) == {"planned"}


CANCELLED = [
    ("en", "President Berta Kolm has called off a meeting with Minister Ivo Radek, her office said."),
    ("en", "The meeting between President Berta Kolm and Minister Ivo Radek fell through."),
    ("en", "Berta Kolm cancels meeting with Ivo Radek\n\nShe called off her talks with Minister Ivo Radek."),
    ("de", "Das Treffen zwischen Präsidentin Berta Kolm und Minister Ivo Radek kam nicht zustande."),
    ("de", "Ein Treffen von Präsidentin Berta Kolm mit Minister Ivo Radek ist geplatzt."),
    ("de", "Das Gespräch zwischen Präsidentin Berta Kolm und Minister Ivo Radek wurde gestrichen."),
]
PLANNED = [
    (
        "en",
        "President Berta Kolm will meet Minister Ivo Radek on Friday, her office said. "
        "The talks between Kolm and Radek are expected to last two hours.",
    ),
    ("de", "Präsidentin Berta Kolm verschob ihr Treffen mit Minister Ivo Radek."),
    ("en", "President Berta Kolm hosts Minister Ivo Radek on Friday."),
    ("en", "President Berta Kolm flies to Velm on Friday to meet Minister Ivo Radek."),
    ("en", "President Berta Kolm was supposed to meet Minister Ivo Radek."),
    ("en", "The meeting between President Berta Kolm and Minister Ivo Radek was postponed until May."),
    ("en", "President Berta Kolm and Minister Ivo Radek are to hold a call on Thursday, her office said."),
    ("en", "The ministry said President Berta Kolm would travel to Velm to meet Minister Ivo Radek."),
    ("de", "Präsidentin Berta Kolm und Minister Ivo Radek treffen sich am Freitag in Velm."),
    ("de", "Präsidentin Berta Kolm reist am 3. Januar zu Minister Ivo Radek."),
]
DENIED = [
    ("en", "President Berta Kolm denied meeting Minister Ivo Radek."),
    ("de", "Präsidentin Berta Kolm bestritt, Minister Ivo Radek getroffen zu haben."),
    ("de", "Präsidentin Berta Kolm bestritt, Minister Ivo Radek angerufen zu haben."),
    ("en", "President Berta Kolm denied having met Minister Ivo Radek."),
    ("en", "Her office dismissed reports that President Berta Kolm had met Minister Ivo Radek."),
    ("de", "Ein Sprecher wies Berichte zurück, wonach Präsidentin Berta Kolm mit Minister Ivo Radek sprach."),
    ("de", "Präsidentin Berta Kolm dementierte ein Treffen mit Minister Ivo Radek."),
]
NONE = [
    ("en", "President Berta Kolm urged Minister Ivo Radek to meet Jan Sand."),
    ("de", "Wenn Präsidentin Berta Kolm den Minister Ivo Radek trifft, fallen die Kurse."),
    ("en", "President Berta Kolm refused to meet Minister Ivo Radek."),
    ("en", "President Berta Kolm turned down a meeting with Minister Ivo Radek."),
    ("en", "President Berta Kolm hopes to meet Minister Ivo Radek."),
    ("en", "President Berta Kolm offered to speak with Minister Ivo Radek."),
    ("en", "No meeting took place between President Berta Kolm and Minister Ivo Radek."),
    ("de", "Präsidentin Berta Kolm lehnte ein Treffen mit Minister Ivo Radek ab."),
    ("de", "Präsidentin Berta Kolm verweigerte ein Treffen mit Minister Ivo Radek."),
    ("de", "Das Treffen zwischen Präsidentin Berta Kolm und Minister Ivo Radek fand nicht statt."),
]
HELD = [
    ("en", "President Berta Kolm flew to Velm to meet Minister Ivo Radek."),
    ("en", "President Berta Kolm rejected the claims after meeting with Minister Ivo Radek."),
    ("en", "After a meeting between President Berta Kolm and Minister Ivo Radek the gala was cancelled."),
    ("de", "Präsidentin Berta Kolm wies nach dem Treffen mit Minister Ivo Radek alle Berichte zurück."),
    (
        "de",
        "Präsidentin Berta Kolm sprach mit Minister Ivo Radek. "
        "Sie hätte das Gespräch nicht vorab ankündigen dürfen, kritisierte Jan Sand.",
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        (*case, status)
        for status, cases in (
            ("cancelled", CANCELLED),
            ("planned", PLANNED),
            ("denied", DENIED),
            ("held", HELD),
            (None, NONE),
        )
        for case in cases
    ],
)
def test_the_status_that_the_words_give(language: str, text: str, status: str | None) -> None:
    assert set(statuses(text, language)) == ({status} if status else set())
