"""What must hold of any text, and of every rule of every language."""

from __future__ import annotations

import re
import time
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.languages import load, passage
from wortlaut.record import TIME_TYPES
from wortlaut.times import find_times
from wortlaut.times.find import _MAKERS
from wortlaut.times.grammar import _rules
from wortlaut.times.pieces import lexicon

TIMEX = re.compile(
    r"(PRESENT_REF|PAST_REF|FUTURE_REF"
    r"|P(\d+|X)(Y|M|W|D|DE|CE|WE)([\dXYMWD]*)|PT(\d+|X)[HMS]([\dHMS]*)"
    r"|([\dX]{2,4}|BC\d{4})(-(W[\dX]{2}(-(WE|[1-7X]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI|[\dX]{2}"
    r"(-[\dX]{2})?))?(T(MO|MI|AF|EV|NI|DT|[\dX]{2}(:[\dX]{2})?(:[\dX]{2})?))?)"
)
FIGURES = {
    "DAY": "7", "MNUM": "3", "YEAR": "2019", "ANYYEAR": "1403", "NUMBER": "5", "HOUR": "9", "MINUTE": "30",
    "CLOCK": "17:30", "DMY": "3.4.2021", "DM": "3.4", "TENS": "1980",
}  # fmt: skip


def wordings(language: str) -> list[str]:
    """Every way every rule can run, in words."""
    words = lexicon(language)
    examples = dict(chain.from_iterable(((tag, word) for tag in tags) for word, tags in words.items()))
    rules = {id(rule): rule for entries in _rules(language).values() for rule in entries}
    return [
        " ".join((examples | FIGURES).get(alternatives[0], alternatives[0]) for alternatives in rule.symbols)
        for rule in rules.values()
    ]


def check(text: str, language: str, published: str | None) -> None:
    found = find_times(passage(text, language), published)
    ends = 0
    for time_found in found:
        start, end = time_found.span
        assert 0 <= start < end <= len(text)
        assert start >= ends
        ends = end
        assert time_found.type in TIME_TYPES
        assert TIMEX.fullmatch(time_found.value), (text, time_found)
        assert (time_found.type == "DURATION") <= time_found.value.startswith("P")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("published", [None, "2024-02-29", "0001-01-01", "9999-12-31", "gestern"])
def test_every_wording_gives_valid_values(language: str, published: str | None) -> None:
    for text in wordings(language):
        check(text, language, published)


@pytest.mark.parametrize("language", ["de", "en"])
def test_rules_name_known_tags_and_readings(language: str) -> None:
    tags = {tag for entry in lexicon(language).values() for tag in entry} | set(FIGURES)
    for entry in load(language, "times")["rules"]:
        assert entry["make"] in _MAKERS.keys() | {"nothing"}
        for symbol in re.findall(r"[A-Z][A-Z0-9]+", " ".join(entry["patterns"])):
            assert symbol in tags


@given(st.text(max_size=200), st.sampled_from(["de", "en", "fr"]), st.sampled_from([None, "2024-02-29"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str, language: str, published: str | None) -> None:
    check(text, language, published)


VOCABULARY = [*lexicon("de"), *lexicon("en"), *FIGURES.values(), ".", ",", "-", "und", "vor", "am", "\n"]


@given(st.lists(st.sampled_from(VOCABULARY), max_size=40), st.sampled_from(["de", "en"]))
@settings(max_examples=200, deadline=None)
def test_any_row_of_words_of_time_is_read(words: list[str], language: str) -> None:
    check(" ".join(words), language, "2024-02-29")


def test_time_grows_with_the_length_of_the_text() -> None:
    def seconds(text: str) -> float:
        words = passage(text, "de")
        before = time.process_time()
        find_times(words, "2024-02-29")
        return time.process_time() - before

    hostile = "vor 1. , 2. , 3 und 4 bis jeden ersten Montag "
    seconds(hostile)
    assert seconds(hostile * 800) < 40 * max(seconds(hostile * 100), 0.01)
