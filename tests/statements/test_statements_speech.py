"""Which texts are speeches, and that windows tell the network so."""

from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements.learned import is_speech
from wortlaut.statements.learned.network import pieces
from wortlaut.statements.learned.pieces import BEGIN, UNKNOWN
from wortlaut.statements.learned.windows import windows


@pytest.mark.parametrize(
    "text",
    [
        "Sehr geehrte Frau Präsidentin! Wir lehnen das ab.",
        "Wertes Präsidium! Wir sagen: Das Geld reicht nicht.",
        "Ich danke. " * 40 + "Das, meine Damen und Herren, sagt alles. Liebe Freunde, wir gehen.",
    ],
)
def test_who_addresses_an_audience_speaks(text: str) -> None:
    assert is_speech(passage(text, "de"))


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin sagte am Montag, die Brücke bleibe gesperrt.",
        "„Sehr geehrte Damen und Herren“, begann sie, „wir gehen.“ Dann schwieg sie.",
        "Ich danke. " * 40 + "Der Brief begann mit den Worten Sehr geehrte Nachbarn.",
        "",
    ],
)
def test_a_report_is_no_speech(text: str) -> None:
    assert not is_speech(passage(text, "de"))


def test_english_texts_are_reports() -> None:
    assert not is_speech(passage("Herr Präsident, Frau Präsidentin", "en"))


def test_windows_of_a_speech_open_with_another_piece() -> None:
    read = passage("Herr Präsident! Wir gehen.", "de")
    assert windows(read, pieces())[0].ids[0] == BEGIN
    assert windows(read, pieces(), speech=True)[0].ids[0] == UNKNOWN
