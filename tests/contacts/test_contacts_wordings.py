"""Many ways to say that two people spoke, met or wrote, each in a sentence of its own."""

from __future__ import annotations

import pytest

from wortlaut.annotate import annotate
from wortlaut.record import Received


def told(text: str, language: str) -> list[tuple[str, str, int]]:
    """Kind and status of the contacts of a text, and how many took part."""
    received = Received(id="x", text=text, language=language, published="2024-03-12")
    return [(c.kind, c.status, len(c.participants)) for c in annotate(received, fast=True).contacts]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Kanzlerin Greta Falk ließ sich am Montag mit Pavel Dorn verbinden.", "call", "held"),
        ("Am Abend saßen Greta Falk und Pavel Dorn zwei Stunden lang beieinander.", "meeting", "held"),
        ("Pavel Dorn, der am Dienstag von Königin Astrid empfangen wurde, schwieg.", "meeting", "held"),
        ("Greta Falk klingelte am Montag bei Pavel Dorn durch.", "call", "held"),
        ("Greta Falk und Pavel Dorn korrespondierten jahrelang.", "letter", "held"),
        ("Greta Falk und Pavel Dorn traten am Montag zusammen.", "meeting", "held"),
        ("Greta Falk bestritt, Pavel Dorn jemals begegnet zu sein.", "meeting", "denied"),
        ("Pavel Dorn und Greta Falk hätten nie ein Wort gewechselt, sagte ein Sprecher.", "talk", "denied"),
        ("Ein Gespräch zwischen Pavel Dorn und Greta Falk hat es nie gegeben, hieß es.", "talk", "denied"),
        ("Die Videokonferenz von Pavel Dorn mit Greta Falk fiel ins Wasser.", "video", "cancelled"),
        ("Pavel Dorn antwortete Greta Falk am Mittwoch per Mail.", "letter", "held"),
        ("Trainer Arne Holm und Präsident Olaf Stein sprachen sich am Sonntag aus.", "talk", "held"),
        ("Greta Falk sprach am Montag im Rathaus mit Pavel Dorn.", "meeting", "held"),
        ("Greta Falk unterrichtete Pavel Dorn telefonisch über die Lage.", "call", "held"),
    ],
)  # fmt: skip
def test_german_wordings(text: str, kind: str, status: str) -> None:
    assert told(text, "de") == [(kind, status, 2)]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Arvid Holm and Greta Falk sat across from each other for two hours.", "meeting", "held"),
        ("Greta Falk, who was received by King Olaf on Tuesday, praised the country.", "meeting", "held"),
        ("Arvid Holm wrote Greta Falk a letter last week.", "letter", "held"),
        ("Talks between Arvid Holm and Greta Falk broke down on Monday.", "talk", "held"),
        ("Arvid Holm sent a message of condolence to President Greta Falk.", "letter", "held"),
        ("In a telephone call on Monday, Arvid Holm urged Greta Falk to resign.", "call", "held"),
        ("No meeting between Arvid Holm and Greta Falk took place, a spokesman said.", "meeting", "denied"),
    ],
)  # fmt: skip
def test_english_wordings(text: str, kind: str, status: str) -> None:
    assert told(text, "en") == [(kind, status, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Nordland und Ostravien unterhalten seit Jahren keine Beziehungen.",
        "Die Frage, ob Greta Falk mit Pavel Dorn gesprochen habe, blieb offen.",
        "Pavel Dorn traf am Montag eine Entscheidung.",
    ],
)
def test_no_contact(text: str) -> None:
    assert told(text, "de") == []


def test_a_surname_of_two_parts_is_the_same_person() -> None:
    text = "Präsident Ilan Resk-Moor traf Greta Falk. Am Freitag wird Resk-Moor auch Pavel Dorn treffen."
    contacts = annotate(
        Received(id="x", text=text, language="de", published="2024-03-12"), fast=True
    ).contacts
    assert len({who for contact in contacts for who in contact.participants}) == 3


def test_a_day_and_nobody_named_means_the_two_of_the_sentence_before() -> None:
    text = (
        "Konzernchef Arne Holm und Greta Falk streiten weiter. Ein Gespräch am Montag endete ohne Ergebnis."
    )
    assert told(text, "de") == [("talk", "held", 2)]


def test_what_is_called_off_later_was_not_held() -> None:
    text = (
        "Greta Falk sollte am Freitag von König Olaf empfangen werden. Viele freuten sich darauf. "
        "Nun wurde der Besuch abgesagt."
    )
    assert "cancelled" in [status for _, status, _ in told(text, "de")]


def test_a_state_that_no_list_knows_is_one_by_what_it_is_called() -> None:
    text = "Der Präsident von Quorsal schwieg. Am Montag besuchte Greta Falk die Republik Quorsal."
    assert told(text, "de") == [("visit", "held", 2)]
