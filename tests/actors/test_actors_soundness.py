from __future__ import annotations

import time
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.actors import find_actors
from wortlaut.languages import passage
from wortlaut.record import ACTOR_KINDS, Span

PIECES = st.lists(
    st.sampled_from(
        [
            "Minister",
            "Anna",
            "Berg",
            "der",
            "die",
            "und",
            "Kreml",
            "Moskau",
            "„",
            "“",
            "(",
            ")",
            ".",
            ",",
            "-",
            "'",
            "’s",
            "sagte",
            "er",
            "sie",
            "Präsident",
            "des",
            "von",
            "US-",
            "EU",
            "Regierung",
            "Herr",
            "Dr",
            ".",
            "Zeitung",
            "AG",
            "The",
            "President",
            "of",
            "said",
            "he",
            "who",
            "it",
            "'s",
            "É",
            "47",
            "\n",
            "\t",
            "\u200b",
            "𝔘",
            "Sprecher",
            "beiden",
        ]
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(
    pieces=PIECES,
    language=st.sampled_from(["de", "en", "fr"]),
    cut=st.tuples(st.integers(0, 60), st.integers(1, 20)),
)
def test_any_text_gives_sound_actors(pieces: list[str], language: str, cut: tuple[int, int]) -> None:
    text = " ".join(pieces)
    source: Span = (min(cut[0], max(0, len(text) - 1)), min(cut[0] + cut[1], len(text)))
    sources = [source] if source[0] < source[1] else []
    actors = find_actors(passage(text, language), sources, "2024-01-01", ["Zeitung AG"])
    ids = [actor.id for actor in actors]
    assert len(ids) == len(set(ids))
    for actor in actors:
        assert actor.kind in ACTOR_KINDS
        assert actor.name
        assert actor.mentions
        assert all(0 <= start < end <= len(text) for start, end in actor.mentions)
    for span in sources:
        if any(c.isalnum() for c in text[span[0] : span[1]]):
            assert sum(span in actor.mentions for actor in actors) <= 1


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_odd_characters_never_raise(text: str) -> None:
    find_actors(passage(text, "de"), [(0, len(text))] if text else [])


def test_the_order_is_that_of_the_first_mention_and_always_the_same() -> None:
    words = passage("Anna Berg traf Paul Tal. Das Weiße Haus schwieg.", "de")
    actors = find_actors(words)
    assert [a.id for a in actors] == ["anna-berg", "paul-tal", "us-government"]
    assert find_actors(words) == actors


def test_a_long_text_takes_time_in_proportion() -> None:
    piece = "Minister Anna Berg{n} kennt Paul Tal{n}. Die GBK{n} und das Landgericht Berge schwiegen. "
    endings = ["abcdefghij"[i % 10] * (1 + i // 10 % 7) for i in range(1500)]
    text = "".join(piece.format(n=ending) for ending in endings)
    find_actors(passage(text[:2000], "de"))
    words = passage(text, "de")
    began = time.process_time()
    find_actors(words)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("name", ["countries.tsv", "given-names.tsv"])
def test_the_lists_are_sorted_and_whole(name: str) -> None:
    text = resources.files("wortlaut.actors").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    assert lines[1:] == sorted(lines[1:])
    assert len({line.count("\t") for line in lines}) == 1
    assert len({line.split("\t")[0] for line in lines}) == len(lines)
