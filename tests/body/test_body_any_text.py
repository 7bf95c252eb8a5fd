"""Whatever the text: no error, spans inside the text that never overlap, an answer soon."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.body import Layout, lay_out
from wortlaut.record import Received

PIECES = [
    *(
        "Foto: ",
        "Quelle: https://",
        "©",
        "(dpa)",
        "[Anzeige_2]",
        "Lesen Sie auch",
        "11.11.2024",
        "Von Anna Beispiel",
    ),
    *(
        "\r\n",
        "\n",
        "\n\n",
        "\u2028",
        "(",
        ")",
        "„",
        "“",
        ".",
        "!",
        "?",
        "Kommentar (0)",
        "– ",
        "Newsletter",
        "\x00",
    ),
    *("\ud83d", "😀", "\u200b", "日本語のニュース。", "שלום", "a" * 300, "1" * 40, "Photo by X / Reuters"),
    "Die Ministerin sagte am Montag, die Gespräche seien beendet. ",
]

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=40).map("".join)


def check(layout: Layout, text: str) -> None:
    spans = sorted([*layout.body, *(piece.span for piece in layout.furniture)])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = sum(end - start for start, end in spans)
    assert covered <= len(text)
    left = set(range(len(text))) - {i for start, end in spans for i in range(start, end)}
    assert all(text[i].isspace() or text[i] in "\x1c\x1d\x1e\x1f" for i in left), (
        "every line is one or the other"
    )


@given(
    text=texts | st.text(),
    title=st.none() | st.text(),
    language=st.sampled_from(["de", "en", "vi", "und", "../x", ""]),
)
def test_spans_lie_inside_and_never_overlap(text: str, title: str | None, language: str) -> None:
    check(lay_out(Received(id="r", text=text, title=title), language), text)


@given(text=texts)
def test_the_same_text_gives_the_same_layout(text: str) -> None:
    received = Received(id="r", text=text)
    assert lay_out(received, "de") == lay_out(received, "de")


@pytest.mark.parametrize(
    "piece",
    [
        *PIECES,
        "Foto: (",
        "Quelle: ",
        "(a",
        ". A",
        "Foto Foto: ",
        "von ",
        "– (",
        "x\n",
        "Ab Cd\n",
        "Aa.\n",
        "www.",
        "a@a.",
        "Bild: A",
    ],
    ids=lambda piece: ascii(piece)[1:20],
)
def test_hostile_repetition_takes_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.process_time()
    lay_out(Received(id="r", text=text, title="Ein Titel"), "de")
    assert time.process_time() - begun < 5
