"""The network: pieces, windows, spans out of labels, and what it finds."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.languages import Passage, passage
from wortlaut.statements import find_statements
from wortlaut.statements.learned import decode, network
from wortlaut.statements.learned.network import CUE, Reading, pieces
from wortlaut.statements.learned.windows import LONGEST, windows

TEXT = "Die Ministerin Vera Tolm sagte am Montag, die Brücke bleibe gesperrt. Danach fuhr sie nach Ostrau."


def words(text: str = TEXT, language: str = "de") -> Passage:
    return passage(text, language)


def reading(read: Passage, labels: dict[str, int]) -> Reading:
    """A reading that is sure of the labels of the given words, and of nothing else."""
    table = np.full((len(read.tokens), 7), 0.01, np.float32)
    for index in range(len(read.tokens)):
        table[index, labels.get(read.word(index), 0)] = 0.94
    return Reading(4, CUE, 0.9, 0, table, np.full(19, 1 / 19, np.float32))


def test_known_words_are_one_piece_and_unknown_ones_several() -> None:
    assert len(pieces().cut("sagte", True)) == 1
    assert len(pieces().cut("Xqtzwvbrk", True)) > 2
    assert pieces().cut("sagte", True) != pieces().cut("sagte", False)


def test_a_sign_that_no_piece_has_is_unknown_not_lost() -> None:
    assert len(pieces().cut("🜨", False)) == 1


def test_every_word_of_the_article_is_read_once() -> None:
    read = words("\n\n".join([TEXT] * 30))
    covered = [index for w in windows(read, pieces()) for index in range(w.core, w.last)]
    assert covered == list(range(len(read.tokens)))


def test_furniture_is_not_read() -> None:
    read = passage(f"Teilen\n\n{TEXT}", "de", ((8, 8 + len(TEXT)),))
    first = windows(read, pieces())[0]
    assert read.tokens[first.first].start == 8


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=1500))
def test_windows_have_bounds_whatever_the_text(text: str) -> None:
    read = passage(text, "de")
    for window in windows(read, pieces()):
        assert len(window.ids) <= LONGEST
        assert len(window.firsts) == window.last - window.first
        assert window.first <= window.core <= window.last


def test_one_long_sentence_is_cut_into_windows() -> None:
    read = words("und so fort " * 900)
    assert len(windows(read, pieces())) > 5
    assert max(len(w.ids) for w in windows(read, pieces())) <= LONGEST


def test_spans_are_drawn_from_labels() -> None:
    read = words()
    sure = {"Ministerin": 1, "Vera": 1, "Tolm": 1, "sagte": 2}
    sure |= dict.fromkeys(("die", "Brücke", "bleibe", "gesperrt", "."), 3)
    drawn = decode.draw(read, reading(read, sure))
    assert drawn is not None
    assert [TEXT[a:b] for a, b in drawn.sources] == ["Ministerin Vera Tolm"]
    assert drawn.cue is not None
    assert TEXT[slice(*drawn.cue)] == "sagte"
    assert TEXT[slice(*drawn.content[0])] == "die Brücke bleibe gesperrt"


def test_a_doubted_word_does_not_tear_the_content() -> None:
    read = words()
    one = reading(read, {"sagte": 2, **dict.fromkeys(("die", "Brücke", "gesperrt"), 3)})
    row = next(i for i in range(len(read.tokens)) if read.word(i) == "bleibe")
    one.labels[row] = [0.55, 0, 0, 0.45, 0, 0, 0]
    drawn = decode.draw(read, one)
    assert drawn is not None
    assert [TEXT[a:b] for a, b in drawn.content] == ["die Brücke bleibe gesperrt"]


def test_speakers_joined_by_und_speak_once_each() -> None:
    text = "Tolm und Weber sagten, es reiche."
    read = words(text)
    drawn = decode.draw(read, reading(read, {"Tolm": 1, "Weber": 1, "sagten": 2, "es": 3, "reiche": 3}))
    assert drawn is not None
    assert [text[a:b] for a, b in drawn.sources] == ["Tolm", "Weber"]


def test_without_content_there_is_no_statement() -> None:
    read = words()
    assert decode.draw(read, reading(read, {"Tolm": 1, "sagte": 2})) is None


def test_the_network_loads_in_time() -> None:
    network.load.cache_clear()
    network.pieces.cache_clear()
    begun = time.perf_counter()
    network.load()
    network.pieces()
    assert time.perf_counter() - begun < 20, "two seconds are promised; ten times that is a fault everywhere"


@pytest.mark.parametrize(
    ("text", "language", "who", "what"),
    [
        (TEXT, "de", "Tolm", "die Brücke bleibe gesperrt"),
        ("Mayor Ines Tolm said on Monday that the bridge would stay closed.", "en", "Tolm", "stay closed"),
        ("„Wir brauchen mehr Zeit“, forderte der Bürgermeister von Ostrau.", "de", "Bürger", "Wir brauchen"),
    ],
)  # fmt: skip
def test_plain_statements_are_found(text: str, language: str, who: str, what: str) -> None:
    found = find_statements(passage(text, language))
    assert len(found) == 1
    span = found[0].source.span
    assert span is not None
    assert who in text[slice(*span)]
    assert what in text[slice(*found[0].content[0])]


def test_the_same_text_gives_the_same_statements() -> None:
    assert find_statements(words()) == find_statements(words())


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="„“”\"»«'.,:; \nabcABC sagte dass 1", max_size=400))
def test_any_marks_are_read(text: str) -> None:
    read = passage(text, "de")
    for statement in find_statements(read):
        assert all(0 <= a < b <= len(text) for a, b in statement.content)


def test_content_does_not_break_off_at_an_article() -> None:
    text = "Tolm sagte, dass die Truppen in Ostrau bleiben."
    read = words(text)
    drawn = decode.draw(
        read, reading(read, {"Tolm": 1, "sagte": 2, "dass": 3, "die": 3, "Truppen": 3, "in": 3})
    )
    assert drawn is not None
    assert [text[a:b] for a, b in drawn.content] == ["dass die Truppen in Ostrau bleiben"]


def test_half_a_quotation_becomes_all_of_it() -> None:
    text = "„Wir bleiben hier, solange es nötig ist“, sagte Tolm."
    read = words(text)
    sure = dict.fromkeys(("bleiben", "hier", "solange", "es", "nötig"), 3) | {"sagte": 2, "Tolm": 1}
    drawn = decode.draw(read, reading(read, sure))
    assert drawn is not None
    assert [text[a:b] for a, b in drawn.content] == ["Wir bleiben hier, solange es nötig ist"]
