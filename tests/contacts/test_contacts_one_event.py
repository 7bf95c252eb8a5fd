"""Tellings of one event stay one, and named people are those who are named."""

from __future__ import annotations

from wortlaut.annotate import annotate
from wortlaut.contacts import find_contacts
from wortlaut.languages import passage
from wortlaut.record import Actor, Received, Report


def read(text: str, language: str = "de") -> Report:
    return annotate(Received(id="r", text=text, language=language, published="2026-03-05"), fast=True)


def named(report: Report) -> list[list[str]]:
    names = {actor.id: actor.name for actor in report.actors}
    return [[names[p] for p in contact.participants] for contact in report.contacts]


def test_what_is_denied_of_the_week_is_what_is_alleged_of_its_day() -> None:
    report = read(
        "The government on Thursday denied that President Jorun Salk had spoken "
        "with President Ilka Tolm this week. "
        "A newspaper had reported that the two presidents spoke by phone on Tuesday evening.",
        "en",
    )
    assert [(c.status, c.when) for c in report.contacts] == [("denied", "2026-03-03")]


def test_the_name_behind_a_counterpart_says_who_that_is() -> None:
    report = read(
        "Spokesman Tor Rubel spoke to reporters. "
        "Foreign Minister Mara Wex will meet her Norland counterpart, Henrik Osk, in Port Hall on Friday.",
        "en",
    )
    assert ["Mara Wex", "Henrik Osk"] in [sorted(one, reverse=True) for one in named(report)]
    assert all("Tor Rubel" not in one for one in named(report))


def test_ministers_of_both_states_who_are_named_are_those_who_met() -> None:
    report = read(
        "Nordland und Südmark streiten über Fische. "
        "Die Außenminister beider Länder, Mara Wex und Henrik Osk, "
        "hatten sich zuvor in Hafen getroffen."
    )
    assert [set(one) for one in named(report)] == [{"Mara Wex", "Henrik Osk"}]


def test_a_name_that_reaches_into_the_next_sentence_does_no_harm() -> None:
    text = "Das Treffen mit Ilka Tolm gab es nicht. Jorun Salk schwieg."
    words = passage(text, "de")
    long = Actor(id="a", name="Ilka Tolm", kind="person", mentions=((16, 49),))
    other = Actor(id="b", name="Jorun Salk", kind="person", mentions=((40, 50),))
    assert find_contacts(words, [long, other], [], []) == ()
