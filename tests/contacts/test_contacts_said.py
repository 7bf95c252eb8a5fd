"""Which statements a report places in a contact."""

from __future__ import annotations

import pytest

from wortlaut.annotate import annotate
from wortlaut.record import Received, Report

CALL = "Präsidentin Ilka Tolm hat am Montag mit Premierminister Jan Velt telefoniert."


def report(text: str, language: str = "de") -> Report:
    return annotate(Received(id="x", text=text, language=language, published="2026-03-04"), fast=True)


def said(text: str, language: str = "de") -> list[list[str]]:
    """Per contact the words of the statements made in it."""
    read = report(text, language)
    words = {s.id: read.text[slice(*s.content[0])] for s in read.statements}
    return [[words[one] for one in contact.statements or ()] for contact in read.contacts]


@pytest.mark.parametrize(
    "sentence",
    [
        "In dem Gespräch sagte Velt, die Grenze bleibe offen.",
        "Velt erklärte während des Telefonats, die Grenze bleibe offen.",
        "Velt sagte zu Tolm, die Grenze bleibe offen.",
    ],
)
def test_what_is_said_in_a_call_belongs_to_it(sentence: str) -> None:
    assert ["die Grenze bleibe offen"] in said(f"{CALL} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nach dem Gespräch sagte Velt, die Grenze bleibe offen.",
        "Die Abgeordnete Mara Kolm sagte in einem Interview, die Grenze bleibe offen.",
        "Velt erklärte in einer Konferenz der Häfen, die Grenze bleibe offen.",
        "Velt sagte am Dienstag im Parlament, die Grenze bleibe offen.",
    ],
)
def test_what_is_said_elsewhere_does_not(sentence: str) -> None:
    assert ["die Grenze bleibe offen"] not in said(f"{CALL} {sentence}")


def test_running_speech_goes_on_in_it() -> None:
    sentence = "In dem Gespräch sagte Velt, die Grenze bleibe offen."
    found = said(f"{CALL} {sentence} Die Häfen seien davon nicht betroffen.")
    assert ["die Grenze bleibe offen", "Die Häfen seien davon nicht betroffen"] in found


def test_in_english_too() -> None:
    text = "President Ilka Tolm spoke by phone with Prime Minister Jan Velt on Monday."
    assert any(
        "border" in one
        for contact in said(f"{text} During the call, Velt said the border would stay open.", "en")
        for one in contact
    )


def test_nothing_is_said_in_a_contact_still_to_come() -> None:
    text = "Präsidentin Ilka Tolm wird am Freitag Premierminister Jan Velt treffen."
    assert all(
        not contact.statements
        for contact in report(f"{text} In dem Gespräch sagte Velt, es reiche.").contacts
        if contact.status == "planned"
    )
