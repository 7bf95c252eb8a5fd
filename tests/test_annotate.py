"""The whole of reading: always a sound record, always the same, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.annotate import annotate
from wortlaut.record import Received, decode, encode, problems

PIECES = st.sampled_from(
    ["„", "“", "”", '"', "'", "»", "«", "\n", "\n\n", " ", ". ", ", ", ": ", "[Anzeige_2]", "Kommentar (0)",
     "Anna Berg", "Präsident Kolm", "sagte", "said", "laut", "habe", "werde", "bestritt", "am Montag",
     "gestern", "telefonierte mit", "met", "on Friday", "dass", "that", "Der Kreml", "er", "she", "3.000",
     "\x00", "\u200f", "🙂"]
)  # fmt: skip


def test_a_record_is_sound_and_always_the_same() -> None:
    received = Received(id="r", text="Anna Berg sagte am Montag, es regne.\n", language="de")
    report = annotate(received)
    assert problems(report) == []
    assert annotate(received) == report


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60), st.sampled_from(["de", "en", "fr", "und", None]))
def test_no_text_raises_and_every_record_is_sound(pieces: list[str], language: str | None) -> None:
    text = " ".join(pieces)
    report = annotate(Received(id="r", text=text, language=language))
    assert report.text == text
    assert problems(report) == []
    assert decode(encode(report)) == report


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "a", "„", '"' * 999, "(" * 5000, "a " * 20000, "\ufeff", "😀" * 500]
)
def test_degenerate_texts_are_read(text: str) -> None:
    assert problems(annotate(Received(id="r", text=text))) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a déclaré lundi que la frontière resterait fermée."),
        ("ru", "Президент заявил в понедельник, что граница останется закрытой."),
        ("vi", "Tổng thống nói hôm thứ Hai rằng biên giới sẽ đóng cửa."),
        ("ja", "大統領は月曜日に国境は閉鎖されたままだと述べた。"),
    ],
)
def test_a_language_without_rules_is_read_without_statements(language: str, text: str) -> None:
    report = annotate(Received(id="r", text=text))
    assert problems(report) == []
    assert report.statements == ()
