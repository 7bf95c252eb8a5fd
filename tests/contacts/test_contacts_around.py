"""What the words around make of a contact: several who were named, called off, untrue, when, whose wish."""

from __future__ import annotations

import pytest

from wortlaut.annotate import annotate
from wortlaut.record import Received, Report

DAY = "2031-05-14"  # a Wednesday


def read(text: str, language: str = "de") -> Report:
    return annotate(Received(id="r", text=text, language=language, published=DAY), fast=True)


def found(text: str, language: str = "de") -> list[tuple[str, str, set[str]]]:
    report = read(text, language)
    names = {actor.id: actor.name for actor in report.actors}
    return [(c.kind, c.status, {names[p] for p in c.participants}) for c in report.contacts]


BOTH = {"Paula Brandhorst", "Karl Meisner"}
START = "Kanzlerin Paula Brandhorst hat am Dienstag mit Minister Karl Meisner telefoniert. "


@pytest.mark.parametrize(
    "text",
    [
        "Die beiden wollen sich im Juli in Velmburg treffen.",
        "Im Juli sind beide in Velmburg verabredet.",
        "Sie wollen im Juli in Velmburg zusammenkommen.",
        "Am 3. Juli soll weiterverhandelt werden.",
    ],
)
def test_words_for_several_stand_for_those_who_spoke_last(text: str) -> None:
    contacts = read(START + text).contacts
    assert [c.status for c in contacts] == ["held", "planned"]
    assert contacts[0].participants == contacts[1].participants
    assert (contacts[1].when or "").startswith("2031-07")


def test_a_number_of_things_is_nobody() -> None:
    assert len(found(START + "Im Gespräch ging es um zwei alte Brücken.")) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Paula Brandhorst wollte am Freitag Karl Meisner treffen. Daraus wird nichts.",
            "cancelled",
        ),
        (
            "Kanzlerin Paula Brandhorst wird am Freitag Minister Karl Meisner nicht treffen. "
            "Der Termin wurde abgesagt.",
            "cancelled",
        ),
        (
            "Einen Bericht, wonach Paula Brandhorst und Karl Meisner sich trafen, stritt das Amt ab.",
            "denied",
        ),
        ("Paula Brandhorst soll Karl Meisner getroffen haben. Der Minister nannte das eine Lüge.", "denied"),
        ("Paula Brandhorst soll Karl Meisner getroffen haben. Der Minister schwieg dazu.", "alleged"),
        ("Angeblich hat Paula Brandhorst mit Karl Meisner telefoniert.", "alleged"),
        ("Aus Regierungskreisen verlautete, Paula Brandhorst habe mit Karl Meisner telefoniert.", "alleged"),
        ("Kanzlerin Paula Brandhorst ist am Freitag mit Minister Karl Meisner verabredet.", "planned"),
    ],
)
def test_the_words_around_decide_the_status(text: str, status: str) -> None:
    assert [(s, p) for _, s, p in found(text)] == [(status, BOTH)]


@pytest.mark.parametrize(
    "text",
    [
        "Paula Brandhorst will Karl Meisner nur treffen, wenn er die Häfen öffnet.",
        "Paula Brandhorst bat Karl Meisner zum Gespräch. Der Minister will darüber nachdenken.",
        "Einen Anruf von Karl Meisner nahm Kanzlerin Paula Brandhorst nicht entgegen.",
    ],
)
def test_wishes_conditions_and_attempts_are_none(text: str) -> None:
    assert found(text) == []


def test_who_was_asked_to_come_and_came_did_meet() -> None:
    text = "Paula Brandhorst bat Karl Meisner zum Gespräch. Der Minister kam am Abend."
    assert [(s, p) for _, s, p in found(text)] == [("held", BOTH)]


def test_who_is_alleged_to_have_met_another_is_not_who_held_talks_with_both() -> None:
    text = (
        "Ostravien, Quenland und Belmarien haben am Montag in Sarn verhandelt. "
        "Aus Diplomatenkreisen hieß es, Ostravien und Quenland verhandelten auch allein."
    )
    assert [s for _, s, _ in found(text)] == ["held", "alleged"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paula Brandhorst hat mit Karl Meisner gesprochen, und zwar auf Meisners Wunsch.", "Karl Meisner"),
        ("Paula Brandhorst empfing Karl Meisner, den sie im April eingeladen hatte.", "Paula Brandhorst"),
        ("Paula Brandhorst hat das Gespräch mit Karl Meisner gesucht.", "Paula Brandhorst"),
        ("Paula Brandhorst erhielt einen Anruf von Karl Meisner.", "Karl Meisner"),
        ("Karl Meisner hat dem Kollegen Ivo Radek einen Brief geschickt.", "Karl Meisner"),
    ],
)
def test_on_whose_doing_it_came_about(text: str, name: str) -> None:
    report = read(text)
    names = {actor.id: actor.name for actor in report.actors}
    assert [names[c.initiator] for c in report.contacts if c.initiator] == [name]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Am Montag hat Paula Brandhorst nicht warten wollen und den Minister Karl Meisner angerufen.",
            "2031-05-12",
        ),
        ("Im Februar hatte Paula Brandhorst den Minister Karl Meisner empfangen.", "2031-02"),
        (
            "Das Treffen von Paula Brandhorst und Karl Meisner wird auf Sonntag verschoben.",
            "2031-05-18",
        ),
        ("09.10 Uhr: Paula Brandhorst hat Botschafter Karl Meisner einbestellt.", DAY),
    ],
)
def test_the_day_lies_where_the_status_asks_for_it(text: str, day: str) -> None:
    assert [c.when for c in read(text).contacts] == [day]


def test_a_letter_and_its_answer_are_two() -> None:
    text = (
        "Paula Brandhorst hat am Montag an Karl Meisner geschrieben. "
        "Meisner antwortete ihr am Dienstag mit einem kurzen Schreiben."
    )
    letters = [(c.kind, c.initiator) for c in read(text).contacts]
    assert [kind for kind, _ in letters] == ["letter", "letter"]
    assert letters[0][1] != letters[1][1]


ENGLISH = [
    ("President Berta Kolm called Ivo Radek on Monday.", "call", "held"),
    ("President Berta Kolm had dinner together with Ivo Radek.", "meeting", "held"),
    ("President Berta Kolm sat down with Ivo Radek on Monday.", "meeting", "held"),
    ("President Berta Kolm spoke to the trade minister, Ivo Radek, on Monday.", "talk", "held"),
    (
        "President Berta Kolm had been due to see Ivo Radek on Friday, but Radek pulled out.",
        "meeting",
        "cancelled",
    ),
    ("President Berta Kolm received a phone call from Ivo Radek.", "call", "held"),
    ("The office denied on Tuesday that Berta Kolm had met Ivo Radek.", "meeting", "denied"),
]


@pytest.mark.parametrize(("text", "kind", "status"), ENGLISH)
def test_english_constructions(text: str, kind: str, status: str) -> None:
    assert (kind, status, {"Berta Kolm", "Ivo Radek"}) in found(text, "en")


def test_calling_somebody_names_is_no_call() -> None:
    assert found("President Berta Kolm called Ivo Radek a liar on Monday.", "en") == []
