from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.languages import passage


def sentences(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in passage(text, language).sentences]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Am 19. März sprach Dr. Berg mit J. R. Tal. Danach ging er.", 2),
        ("de", "„Es regnet.“ Er ging. „Warum?“, fragte sie.", 3),
        ("de", "Sie zögerte ... und ging. Dann … Schluss.", 3),
        ("de", "Es kostet 3 Mio. Euro usw. Das ist viel.", 2),
        ("en", "Mr. J. R. Vale lives in the U.S. He met Sen. Oak at 5 p.m. on Monday.", 2),
        ("en", "It rose to 12. The rest fell. “Why?” she asked. “Because.” He left.", 5),
        ("en", "The U.S. Army left at 5 p.m. Tuesday.", 1),
        ("en", "Headline without a stop\nThe first line.", 2),
    ],
)
def test_sentences_end_where_they_end(language: str, text: str, count: int) -> None:
    assert len(sentences(text, language)) == count


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministry of Arvonia announced today that it will send three more\n"
        "ships to the northern harbour, where the storm of last week broke the\n"
        "pier. The ships arrive on Friday.\n\nMedia contact\nPress office\n"
    )
    assert len(sentences(text, "en")) == 4


def test_short_lines_stay_apart() -> None:
    assert len(sentences("Share\nPrint\nmore reports\nThe harbour", "en")) == 4


@given(st.text(max_size=200))
def test_sentences_hold_every_token_once(text: str) -> None:
    words = passage(text, "en")
    covered = [index for s in words.sentences for index in range(s.first, s.last)]
    assert covered == list(range(len(words.tokens)))
    assert all(0 <= s.start < s.end <= len(text) for s in words.sentences)
