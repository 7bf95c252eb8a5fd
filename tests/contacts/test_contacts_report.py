"""Contacts in whole reports, told from the text alone: invented states, towns and agencies."""

from __future__ import annotations

from wortlaut.annotate import annotate
from wortlaut.record import Received


def found(text: str, language: str = "de", published: str = "2031-05-14") -> list[tuple[str, str, set[str]]]:
    """Kind, status and names of the participants of each contact; the report is of a Wednesday."""
    report = annotate(Received(id="r", text=text, language=language, published=published))
    names = {actor.id: actor.name for actor in report.actors}
    return [(c.kind, c.status, {names[p] for p in c.participants}) for c in report.contacts]


def test_the_agency_of_the_dateline_takes_no_part() -> None:
    text = (
        "Velmburg (QNX) - Die ostravische Ministerin Paula Brandhorst und ihr quenischer Amtskollege "
        "Karl Meisner haben sich am Dienstag in Velmburg getroffen.\n\nQNX berichtete weiter."
    )
    assert found(text) == [("meeting", "held", {"Paula Brandhorst", "Karl Meisner"})]


def test_an_office_speaks_of_whom_the_report_is_about() -> None:
    text = (
        "Ostraviens Kanzlerin Paula Brandhorst will kommende Woche verreisen. Geplant sei ein Treffen mit "
        "Minister Karl Meisner am 20. Mai in Velmburg, teilte das Kanzleramt in Sarn mit."
    )
    assert ("meeting", "planned", {"Paula Brandhorst", "Karl Meisner"}) in found(text)


def test_a_verb_in_the_present_with_its_day_is_planned() -> None:
    text = "Kanzlerin Paula Brandhorst telefoniert am Freitag mit Minister Karl Meisner."
    assert found(text) == [("call", "planned", {"Paula Brandhorst", "Karl Meisner"})]


def test_two_who_want_to_meet_meet_each_other() -> None:
    text = (
        "Die Ministerin Ostraviens, Paula Brandhorst, und der quenische Minister Karl Meisner "
        "wollen sich am Freitag in Velmburg treffen."
    )
    assert found(text) == [("meeting", "planned", {"Paula Brandhorst", "Karl Meisner"})]


def test_a_title_in_the_plural_is_shared() -> None:
    text = "Am Dienstag trafen sich die Außenminister Brandhorst und Meisner in Velmburg."
    assert found(text) == [("meeting", "held", {"Brandhorst", "Meisner"})]


def test_what_is_to_happen_in_english_is_planned() -> None:
    text = "Chancellor Paula Brandhurst flies to Velm, where she is to meet Minister Carl Meisner on Friday."
    assert ("meeting", "planned", {"Paula Brandhurst", "Carl Meisner"}) in found(text, "en")


def test_who_called_it_off_cancelled_it() -> None:
    text = "Chancellor Paula Brandhurst has called off a meeting with Minister Carl Meisner."
    assert ("meeting", "cancelled", {"Paula Brandhurst", "Carl Meisner"}) in found(text, "en")


def test_a_call_by_phone_on_the_word_of_an_unnamed_official_is_alleged() -> None:
    text = (
        "Chancellor Paula Brandhurst spoke by phone with Minister Carl Meisner on Tuesday, "
        "a senior Ostravian official said on condition of anonymity."
    )
    assert found(text, "en") == [("call", "alleged", {"Paula Brandhurst", "Carl Meisner"})]


def test_a_state_before_an_english_office_takes_no_part() -> None:
    text = (
        "Quenland kept silent. Ostravian Foreign Minister Paula Brandhurst met her Quenland counterpart "
        "Carl Meisner in Velm on Tuesday. Quenish ships waited."
    )
    assert found(text, "en") == [("meeting", "held", {"Paula Brandhurst", "Carl Meisner"})]


def test_a_headline_that_names_the_state_for_its_chancellor_tells_the_same_call() -> None:
    text = (
        "Ostravien kündigt Telefonat mit Quenlands Kanzler an\n\n"
        "Die ostravische Kanzlerin Paula Brandhorst wird am Freitag mit dem quenländischen Kanzler "
        "Karl Meisner telefonieren."
    )
    assert found(text) == [("call", "planned", {"Paula Brandhorst", "Karl Meisner"})]
