"""What a dateline tells: the day of publication, and whose report it is."""

from __future__ import annotations

import pytest

from wortlaut.body import Layout, lay_out
from wortlaut.record import Origin, Received

GERMAN = (
    "Die Präsidentin Ilva Soren hat mit dem Kanzler von Sarnau gesprochen. Das teilte ihr Büro am Abend mit."
)
ENGLISH = "President Ilva Soren spoke with the chancellor of Sarnau, her office said. No date was set."


def german(opening: str, outlet: str | None = None) -> Layout:
    text = f"Präsidentin reist nach Sarnau\n\n{opening} {GERMAN}\n\nSie lobte das Gespräch. Es gehe weiter."
    return lay_out(Received(id="x", text=text, outlet=outlet), "de")


def english(opening: str) -> Layout:
    text = f"President to visit Sarnau\n\n{opening} {ENGLISH}\n\nShe praised the talk. She would call again."
    return lay_out(Received(id="x", text=text), "en")


@pytest.mark.parametrize(
    ("opening", "day", "outlet"),
    [
        ("Belmora, 10. März 2026 (NOA) -", "2026-03-10", "NOA"),
        ("NORDHAVEN (Küstenpost) – 15. März 2026.", "2026-03-15", "Küstenpost"),
        ("Bad Orlen/Belmora, den 3.4.2026 (Seedienst) –", "2026-04-03", "Seedienst"),
        ("BELMORA (NOA, 10. März 2026) –", "2026-03-10", "NOA"),
        ("Belmora, 10. März 2026 –", "2026-03-10", None),
        ("(Nordwire) –", None, "Nordwire"),
        ("Belmora. (NOA)", None, "NOA"),
        ("Belmora, 5. März (NOA) –", None, "NOA"),
    ],
)
def test_a_german_dateline(opening: str, day: str | None, outlet: str | None) -> None:
    layout = german(opening)
    assert (layout.published, layout.outlet, layout.origin) == (day, outlet, None)


@pytest.mark.parametrize(
    ("opening", "day", "outlet"),
    [
        ("SARNAU, March 4, 2026 (Norden Wire) -", "2026-03-04", "Norden Wire"),
        ("LINDHOLM, 5 March (NW) —", None, "NW"),
        ("LINDHOLM, 5 March 2026 (NW) —", "2026-03-05", "NW"),
        ("LINDHOLM, 5 March 2026 —", "2026-03-05", None),
    ],
)
def test_an_english_dateline(opening: str, day: str | None, outlet: str | None) -> None:
    layout = english(opening)
    assert (layout.published, layout.outlet) == (day, outlet)


@pytest.mark.parametrize(
    "opening",
    [
        "Kanzler Tamo Orlen (SPD) –",
        "Belmora (Niedersachsen) –",
        "Ministerin Ilva Soren (Seepartei) –",
        "Tamo Orlen (62) –",
        "Der Kanzler (Volkspartei) hat am 3. März 2024 recht.",
        "Am 10. März 2026 – einem Dienstag – war Ruhe.",
        "Im Vertrag vom 10. März 2026: nichts.",
    ],
)
def test_what_only_looks_like_a_dateline(opening: str) -> None:
    layout = german(opening)
    assert (layout.published, layout.outlet, layout.origin) == (None, None, None)


def test_an_agency_that_is_known_and_one_in_another_paper_are_origins() -> None:
    assert german("Berlin (dpa) –").origin == Origin(outlet="dpa", language="de")
    layout = german("Belmora, 10. März 2026 (NOA) –", outlet="Hügelkurier")
    assert (layout.outlet, layout.origin) == ("Hügelkurier", Origin(outlet="NOA"))


def test_the_day_a_copy_appeared_goes_before_that_of_its_dateline() -> None:
    text = f"Präsidentin reist nach Sarnau\n\n11. März 2026\n\nBelmora, 10. März 2026 (NOA) – {GERMAN}"
    assert lay_out(Received(id="x", text=text), "de").published == "2026-03-11"


def test_the_day_in_a_headline_goes_behind_that_of_the_dateline() -> None:
    text = f"Urteil vom 3. Mai 2024 bleibt\n\nBelmora, 10. März 2026 (NOA) – {GERMAN}"
    assert lay_out(Received(id="x", text=text), "de").published == "2026-03-10"
