from __future__ import annotations

import re
import tomllib
from importlib import resources

import pytest

from wortlaut.languages import load
from wortlaut.pages.locale import LANGUAGES, choose, locale
from wortlaut.record import ACTOR_KINDS, ACTS, CONTACT_KINDS, DISPUTE_KINDS, FORMS, STATUSES, TIME_TYPES
from wortlaut.store.base import Counts

KNOWN = {
    "act": ACTS, "form": FORMS, "status": STATUSES, "contact": CONTACT_KINDS, "dispute": DISPUTE_KINDS,
    "actor": ACTOR_KINDS, "time": TIME_TYPES, "copy": ("verbatim", "rewritten", "translated", "stated"),
    "change": ("new", "changed", "reread"),
}  # fmt: skip
TEMPLATES = resources.files("wortlaut.pages").joinpath("templates")


def table(language: str) -> dict[str, dict[str, str]]:
    file = resources.files("wortlaut.pages").joinpath("locales", f"{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_both_languages_have_the_same_words() -> None:
    german, english = table("de"), table("en")
    german.pop("reason")  # reasons are given in English
    assert {t: set(words) for t, words in german.items()} == {t: set(words) for t, words in english.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_record_has_a_word(language: str) -> None:
    words = table(language)
    for name, values in KNOWN.items():
        assert set(words[name]) == set(values), name
        assert all(words[name].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_furniture_has_a_word(language: str) -> None:
    kinds = {kind for code in ("und", "de", "en") for kind in load(code, "furniture")}
    assert kinds <= set(table(language)["furniture"])


def test_gaps_are_the_same_in_both_languages() -> None:
    german, english = table("de"), table("en")
    gap = re.compile(r"\{(\w+)\}")
    for name, words in english.items():
        for key, text in words.items():
            assert set(gap.findall(text)) == set(gap.findall(german[name][key])), f"{name}.{key}"


def test_every_word_a_template_asks_for_is_there() -> None:
    words = locale("de").words
    for file in TEMPLATES.iterdir():
        source = file.read_text(encoding="utf-8")
        for key in re.findall(r"""\bt\(["']([a-z_]+\.\w+)["'][,)]""", source):
            assert key in words, f"{file.name}: {key}"
        for key in re.findall(r"""\bt\.(?:count|noun)\(["'](\w+\.\w+)["']""", source):
            assert {f"{key}_one", f"{key}_many"} <= set(words), f"{file.name}: {key}"


def test_everything_that_is_counted_has_its_nouns() -> None:
    counted = set(Counts.__struct_fields__) - {"versions", "changes"}
    assert {f"ui.{name}_{form}" for name in counted for form in ("one", "many")} <= set(locale("de").words)


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "chosen"),
    [
        ("en", "de", "de", "en"),
        (None, "en", "de", "en"),
        ("xx", "yy", "fr;q=0.9, en-GB;q=0.8, de;q=0.3", "en"),
        (None, None, "", "de"),
        (None, None, "en;q=nonsense, de;q=0.1", "de"),
        (None, None, "zh", "de"),
    ],
)
def test_the_language_is_asked_kept_accepted_or_german(
    asked: str | None, kept: str | None, accepted: str, chosen: str
) -> None:
    assert choose(asked, kept, accepted) == chosen


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2026-03-02", "02.03.2026", "Mar 2, 2026"),
        ("2026-03", "März 2026", "March 2026"),
        ("2026", "2026", "2026"),
        ("2026-03-02T08:05:00Z", "02.03.2026, 08:05", "Mar 2, 2026, 8:05\u202fAM"),
        ("2026-W10", "KW 10 2026", "week 10, 2026"),
        ("PAST_REF", "PAST_REF", "PAST_REF"),
        ("2026-99-99", "2026-99-99", "2026-99-99"),
        ("9999999", "9999999", "9999999"),
        ("<b>", "<b>", "<b>"),
        (None, "", ""),
    ],
)
def test_dates_are_written_as_one_does_and_anything_else_stays(
    value: str | None, german: str, english: str
) -> None:
    assert locale("de").date(value) == german
    assert locale("en").date(value) == english


def test_reasons_are_put_into_german_as_far_as_words_are_known() -> None:
    known = locale("de").reason("stands below a line that says “anzeige”")
    assert known == "steht unter einer Zeile, die Beiwerk ist (enthält “anzeige”)"
    told = locale("de").reason("names and numbers agree to 41% between en and de")
    assert told == "Namen und Zahlen stimmen zu 41% überein (en gegen de)"
    assert locale("de").reason("something new") == "something new"
    assert locale("en").reason("says “x”") == "says “x”"


def test_gaps_of_reasons_are_filled() -> None:
    gap = re.compile(r"\{(\w+)\}")
    for given, worded in table("de")["reason"].items():
        assert sorted(gap.findall(given)) == sorted(gap.findall(worded)), given
