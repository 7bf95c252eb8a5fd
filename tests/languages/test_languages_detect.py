"""Detection: what is declared is believed if it is a language; else the letters decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.languages import detect

GERMAN = "Die Ministerin sagte am Montag, die Verhandlungen seien noch nicht beendet."


@pytest.mark.parametrize(
    "declared", ["de", "DE", "de-DE", "de_AT", "de_CH.UTF-8", "deu", "ger", "German", " Deutsch "]
)
def test_a_declared_language_is_believed_in_any_form(declared: str) -> None:
    assert detect("The minister said on Monday that talks were not over.", declared) == "de"


@pytest.mark.parametrize(
    "declared", [None, "", "xx", "und", "mul", "klingon", "99", "<script>", "-", "d" * 5000]
)
def test_nonsense_is_passed_over(declared: str | None) -> None:
    assert detect(GERMAN, declared) == "de"


@pytest.mark.parametrize("text", ["", " \n\t", "123", "!!!", "ok", "\ufeff", "1. 2. 3."])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert detect(text) == "und"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        ("Die Sprecherin schwieg.", "de"),
        ("The minister said the talks were over.", "en"),
        ("Le ministre a déclaré lundi que les négociations n'étaient pas terminées.", "fr"),
        ("Министр заявил в понедельник, что переговоры ещё не закончены.", "ru"),
        ("Bộ trưởng cho biết hôm thứ Hai rằng các cuộc đàm phán chưa kết thúc.", "vi"),
        ("部长周一表示，谈判尚未结束。", "zh"),
    ],
)
def test_the_letters_decide_where_nothing_is_declared(text: str, code: str) -> None:
    assert detect(text) == code


def test_a_language_without_rules_is_named_all_the_same() -> None:
    assert detect(GERMAN, "vi-VN") == "vi"


@given(st.text(), st.none() | st.text())
def test_any_text_has_an_answer(text: str, declared: str | None) -> None:
    assert detect(text, declared)
