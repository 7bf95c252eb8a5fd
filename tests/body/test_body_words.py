"""The furniture words of each language can match at all, and are as the tables promise."""

from __future__ import annotations

import re

import pytest

from wortlaut.languages import load

LANGUAGES = ("und", "de", "en")
FIELDS = {"whole", "starts", "contains", "tail", "colon", "signs", "picture", "heading", "closing"}
WORD = re.compile(r"#|[^\W\d_]+")


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_written_as_lines_are_read(language: str) -> None:
    for kind, table in load(language, "furniture").items():
        assert set(table) <= FIELDS, kind
        for field in ("whole", "starts", "contains", "tail"):
            for phrase in table.get(field, ()):
                assert " ".join(WORD.findall(phrase)) == phrase == phrase.lower(), (
                    f"{language} {kind} {field}: {phrase}"
                )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_single_word_never_stands_for_furniture_inside_a_line(language: str) -> None:
    common = {"die", "der", "das", "und", "the", "and", "of", "sagte", "said"}
    for kind, table in load(language, "furniture").items():
        for field in ("starts", "contains"):
            assert not common & set(table.get(field, ())), (kind, field)


def test_outlets_have_a_name_a_domain_and_a_language() -> None:
    rows = load("und", "outlets")["outlet"]
    domains = [domain for row in rows for domain in row["domains"]]
    assert len(domains) == len(set(domains))
    assert all(row["names"] and row["domains"] and re.fullmatch("[a-z]{2}", row["language"]) for row in rows)
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in domains)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_month_has_a_name(language: str) -> None:
    assert set(load(language, "header")["months"].values()) == set(range(1, 13))
