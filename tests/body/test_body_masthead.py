"""The publisher's name above the headline, and headlines that are no names."""

from __future__ import annotations

import pytest

from wortlaut.body import Layout, lay_out
from wortlaut.record import Origin, Received

GERMAN = (
    "Kanzler Orlen weist Vorwürfe aus Belmora zurück",
    "Der Kanzler Tamo Orlen hat die Vorwürfe zurückgewiesen. Das sagte er am Dienstag in Sarnau.",
    "Er habe mit niemandem telefoniert, betonte der Kanzler vor Journalisten der Hauptstadt.",
)
ENGLISH = (
    "Chancellor Orlen rejects Belmora's charges",
    "Chancellor Tamo Orlen rejected the charges on Tuesday. He said he had called nobody in Sarnau.",
    "He stressed before journalists in the capital that no talk of any kind had taken place.",
)


def read(language: str, *above: str, outlet: str | None = None) -> Layout:
    lines = (*above, *(GERMAN if language == "de" else ENGLISH))
    return lay_out(Received(id="x", text="\n\n".join(lines), outlet=outlet), language)


@pytest.mark.parametrize(
    ("language", "above", "outlet", "day"),
    [
        ("de", ("Hügelkurier",), "Hügelkurier", None),
        ("de", ("Hügelkurier", "12. März 2026"), "Hügelkurier", "2026-03-12"),
        ("de", ("Die Küstenpost",), "Die Küstenpost", None),
        ("de", ("Radio Seerland – Nachrichten vom 12. März 2026",), "Radio Seerland", "2026-03-12"),
        ("de", ("Seerland Eins – Nachrichten vom 12. März 2026",), "Seerland Eins", "2026-03-12"),
        ("de", ("Sarnauer Rundschau, Donnerstag, 12. März 2026",), "Sarnauer Rundschau", "2026-03-12"),
        ("en", ("The Harbour Gazette, 16 March 2026",), "The Harbour Gazette", "2026-03-16"),
        ("en", ("The Harbour Gazette",), "The Harbour Gazette", None),
        ("en", ("Norden Wire", "March 16, 2026"), "Norden Wire", "2026-03-16"),
    ],
)
def test_a_masthead(language: str, above: tuple[str, ...], outlet: str, day: str | None) -> None:
    layout = read(language, *above)
    assert (layout.outlet, layout.published) == (outlet, day)
    assert layout.title == (GERMAN if language == "de" else ENGLISH)[0]
    assert layout.furniture[0].kind == "masthead"


@pytest.mark.parametrize(
    ("language", "above"),
    [
        ("de", "Angebote"),
        ("de", "Nachrichten"),
        ("de", "Streit um Küstenpost"),
        ("de", "Orlen kritisiert Hügelkurier"),
        ("de", "Belmora, 12. März 2026"),
        ("de", "Mara Toll, 12. März 2026"),
        ("en", "Politics"),
        ("en", "Lindholm, 12 March 2026"),
        ("en", "Anger at Harbour Gazette"),
    ],
)
def test_a_kicker_a_place_or_a_headline_is_no_masthead(language: str, above: str) -> None:
    layout = read(language, above)
    assert layout.outlet is None
    assert "masthead" not in [piece.kind for piece in layout.furniture]


def test_a_masthead_right_above_the_text_is_no_headline() -> None:
    text = "\n\n".join(("Radio Seerland – Nachrichten vom 12. März 2026", *GERMAN[1:]))
    layout = lay_out(Received(id="x", text=text), "de")
    assert (layout.outlet, layout.title) == ("Radio Seerland", None)


def test_an_agency_below_a_masthead_is_the_origin() -> None:
    text = "\n\n".join(("Hügelkurier", GERMAN[0], f"SARNAU (NOA) – {GERMAN[1]}", GERMAN[2]))
    layout = lay_out(Received(id="x", text=text), "de")
    assert (layout.outlet, layout.origin) == ("Hügelkurier", Origin(outlet="NOA"))


def test_a_publisher_who_is_declared_goes_first() -> None:
    assert read("de", "Hügelkurier", outlet="Seebote").outlet == "Seebote"
