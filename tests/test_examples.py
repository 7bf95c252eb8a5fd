"""The bundled examples are of the kinds the issue of the main job names, and about invented people."""

from __future__ import annotations

from importlib import resources

from wortlaut.intake import receive
from wortlaut.record import Received

EXAMPLES = resources.files("wortlaut").joinpath("examples")


def reports() -> list[Received]:
    return [r for r in receive([str(EXAMPLES)]) if isinstance(r, Received)]


def test_there_are_eighteen_reports_in_two_languages() -> None:
    found = reports()
    assert len(found) == 18
    assert len({r.id for r in found}) == 18


def test_the_examples_name_no_real_state_or_leader() -> None:
    real = ("Russland", "Ukraine", "Trump", "Putin", "Selenskyj", "Merkel", "Scholz", "Biden", "Moskau")
    for report in reports():
        assert not [name for name in real if name in report.text], report.id


def test_the_kinds_found_in_the_wild_are_there() -> None:
    texts = "\n".join(r.text for r in reports())
    for mark in ("[Anzeige_2]", "Kommentar (0)", "No data", "Quelle: https://", "von einem Drittanbieter",
                 "Mit Material von MPA", "Siehe auch", "Translated from German"):  # fmt: skip
        assert mark in texts, mark
