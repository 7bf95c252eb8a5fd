"""One example for each construction, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.contacts import find_contacts
from wortlaut.languages import passage
from wortlaut.record import Actor, Contact, Statement, Time

Named = Callable[..., list[Actor]]


def read(
    text: str,
    actors: Sequence[Actor],
    language: str,
    statements: Sequence[Statement] = (),
    times: Sequence[Time] = (),
) -> tuple[Contact, ...]:
    return find_contacts(passage(text, language), actors, times, statements)


def told(text: str, contacts: Sequence[Contact]) -> list[tuple[str, str, set[str]]]:
    assert all(0 <= s < e <= len(text) for c in contacts for s, e in c.evidence)
    return [(c.kind, c.status, set(c.participants)) for c in contacts]


GERMAN = [
    ("Berta Kolm telefonierte am Abend mit Ivo Radek.", "call", "held", "kolm radek"),
    ("Am Montag telefonierten Berta Kolm und Ivo Radek.", "call", "held", "kolm radek"),
    ("Berta Kolm rief am Morgen Ivo Radek an.", "call", "held", "kolm radek"),
    ("Kolm traf in der Hauptstadt Radek.", "meeting", "held", "kolm radek"),
    ("Kolm und Radek trafen sich am Rande der Messe.", "meeting", "held", "kolm radek"),
    ("Kolm kam mit Radek zusammen.", "meeting", "held", "kolm radek"),
    ("Kolm wurde von Radek empfangen.", "meeting", "held", "kolm radek"),
    ("Zum Auftakt empfing Kolm den Minister Radek.", "meeting", "held", "kolm radek"),
    ("Nach einem Treffen zwischen Kolm und Radek blieb vieles offen.", "meeting", "held", "kolm radek"),
    ("Trotz Kolms Gespräch mit Radek blieb vieles offen.", "talk", "held", "kolm radek"),
    ("Kolm führte Gespräche mit Radek.", "talk", "held", "kolm radek"),
    ("Kolm sprach mit Vertretern der Bauunion.", "talk", "held", "kolm union"),
    ("Kolm besuchte im Herbst Nordland.", "visit", "held", "kolm nordland"),
    ("Der Besuch von Kolm in Nordland dauerte zwei Tage.", "visit", "held", "kolm nordland"),
    ("Kolm reiste nach Nordland.", "visit", "held", "kolm nordland"),
    ("In einem Brief an Radek schlug Kolm eine Brücke vor.", "letter", "held", "kolm radek"),
    ("Kolm schrieb an Radek.", "letter", "held", "kolm radek"),
    ("Die Videokonferenz von Kolm und Radek dauerte lange.", "video", "held", "kolm radek"),
    ("Nordland hat den Gesandten Radek einbestellt.", "meeting", "held", "nordland radek"),
    ("Das sagte Kolm bei einer Pressekonferenz mit Radek.", "meeting", "held", "kolm radek"),
    ("Kolm wird Radek im Mai treffen.", "meeting", "planned", "kolm radek"),
    ("Das geplante Treffen von Kolm und Radek soll im Mai stattfinden.", "meeting", "planned", "kolm radek"),
    ("Kurz vor dem Besuch von Kolm in Nordland wurde gestreikt.", "visit", "planned", "kolm nordland"),
    ("Das Treffen von Kolm und Radek wurde auf Mai verschoben.", "meeting", "planned", "kolm radek"),
    ("Das Treffen zwischen Kolm und Radek wurde abgesagt.", "meeting", "cancelled", "kolm radek"),
    ("Kolm sagte das Treffen mit Radek ab.", "meeting", "cancelled", "kolm radek"),
    ("Kolm soll sich heimlich mit Radek getroffen haben.", "meeting", "alleged", "kolm radek"),
    ("Medienberichten zufolge sprach Kolm mit Radek.", "talk", "alleged", "kolm radek"),
    ("Nordland bestreitet ein Telefonat zwischen Kolm und Radek.", "call", "denied", "kolm radek"),
    (
        "Es habe kein Treffen von Kolm und Radek gegeben, dementierte Nordland.",
        "meeting",
        "denied",
        "kolm radek",
    ),
]

ENGLISH = [
    ("Kolm spoke with Radek on Monday.", "talk", "held", "kolm radek"),
    ("Kolm phoned Radek.", "call", "held", "kolm radek"),
    ("Berta Kolm met Foreign Minister Ivo Radek.", "meeting", "held", "kolm radek"),
    ("Kolm and Radek met on Monday.", "meeting", "held", "kolm radek"),
    ("Kolm was received by Radek.", "meeting", "held", "kolm radek"),
    ("Kolm hosted Radek at the palace.", "meeting", "held", "kolm radek"),
    ("Kolm visited Nordland.", "visit", "held", "kolm nordland"),
    ("Kolm's visit to Nordland lasted two days.", "visit", "held", "kolm nordland"),
    ("Kolm wrote to Radek.", "letter", "held", "kolm radek"),
    ("In a letter to Radek, Kolm asked for calm.", "letter", "held", "kolm radek"),
    ("Kolm held a phone call with Radek.", "call", "held", "kolm radek"),
    ("The talks between Kolm and Radek went on.", "talk", "held", "kolm radek"),
    ("Kolm travelled to Nordland.", "visit", "held", "kolm nordland"),
    ("Kolm will meet Radek in May.", "meeting", "planned", "kolm radek"),
    ("The planned meeting between Kolm and Radek is near.", "meeting", "planned", "kolm radek"),
    ("The summit between Kolm and Radek was postponed.", "meeting", "planned", "kolm radek"),
    ("The meeting between Kolm and Radek was cancelled.", "meeting", "cancelled", "kolm radek"),
    ("Kolm called off the meeting with Radek.", "meeting", "cancelled", "kolm radek"),
    ("Kolm reportedly met Radek.", "meeting", "alleged", "kolm radek"),
    ("Nordland denied a call between Kolm and Radek.", "call", "denied", "kolm radek"),
]

NONE_GERMAN = [
    "Kolm traf im Halbfinale auf Radek.",
    "Kolm und Radek haben eine Entscheidung getroffen.",
    "Kolm ist zu Gesprächen mit Radek bereit.",
    "Kolm fordert Verhandlungen mit Radek.",
    "Kolm sprach sich mit Radek im Blick für das Gesetz aus.",
    "Kolm besuchte die Ausstellung.",
    "Kolm hat Radek nicht getroffen.",
    "Kolm hat keine Pläne für ein Treffen mit Radek.",
    "Kolm versuchte, Radek anzurufen.",
    "Kolm lobte das Treffen.",
]

NONE_ENGLISH = [
    "Kolm is willing to meet Radek.",
    "Kolm called for talks with Radek.",
    "Kolm failed to meet the demands.",
    "Kolm did not meet Radek.",
    "Kolm offered talks with Radek.",
    "Kolm has no plans for a meeting with Radek.",
]


@pytest.mark.parametrize(("text", "kind", "status", "names"), GERMAN)
def test_german_words_of_contact(text: str, kind: str, status: str, names: str, named: Named) -> None:
    assert told(text, read(text, named(text), "de")) == [(kind, status, set(names.split()))]


@pytest.mark.parametrize(("text", "kind", "status", "names"), ENGLISH)
def test_english_words_of_contact(text: str, kind: str, status: str, names: str, named: Named) -> None:
    assert told(text, read(text, named(text), "en")) == [(kind, status, set(names.split()))]


@pytest.mark.parametrize("text", NONE_GERMAN)
def test_german_words_that_only_tempt(text: str, named: Named) -> None:
    assert not read(text, named(text), "de")


@pytest.mark.parametrize("text", NONE_ENGLISH)
def test_english_words_that_only_tempt(text: str, named: Named) -> None:
    assert not read(text, named(text), "en")


def test_a_language_without_words_has_no_contacts(named: Named) -> None:
    text = "Kolm telefonierte mit Radek."
    assert read(text, named(text), "fr") == ()


NAMES = [
    "Kolm",
    "Radek",
    "und",
    "mit",
    "zwischen",
    ",",
    "–",
    "(",
    ")",
    "traf",
    "Treffen",
    "nicht",
    ".",
    "\n",
    "'s",
    "“",
    "Brief",
    "an",
]


@given(
    text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(NAMES), max_size=20).map(" ".join)),
    language=st.sampled_from(["de", "en"]),
)
def test_no_text_makes_it_raise(text: str, language: str, named: Named) -> None:
    for contact in read(text, named(text), language):
        assert len(set(contact.participants)) >= 2
        assert all(0 <= s < e <= len(text) for s, e in contact.evidence)
