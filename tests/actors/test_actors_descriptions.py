"""Persons spoken of by a description, and states by where one goes."""

from __future__ import annotations

import pytest

from wortlaut.actors import find_actors
from wortlaut.languages import passage

START = "Kanzlerin Paula Brandhorst traf am Montag den quenischen Minister Karl Meisner. "


def whom(text: str, words: str, language: str = "de") -> str | None:
    actors = find_actors(passage(text, language), [])
    place = (text.rindex(words), text.rindex(words) + len(words))
    return next((actor.name for actor in actors if place in actor.mentions), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Die 61-Jährige schwieg.", "61-Jährige", "Paula Brandhorst"),
        ("Der 50-Jährige schwieg.", "50-Jährige", "Karl Meisner"),
        ("Dann reiste die Erkrankte ab.", "Erkrankte", "Paula Brandhorst"),
        ("Paula Brandhorst dankte ihrem Gast.", "Gast", "Karl Meisner"),
        ("Der Quenier schwieg.", "Quenier", "Karl Meisner"),
        ("Dann reiste der Diplomat ab.", "Diplomat", None),
        ("Er lobte seine Gegner.", "Gegner", None),
    ],
)
def test_whom_a_description_means(text: str, words: str, name: str | None) -> None:
    assert whom(START + text, words) == name


def test_an_age_in_english() -> None:
    text = "Coach Paul Tal resigned on Monday. The 52-year-old has left the country."
    assert whom(text, "52-year-old", "en") == "Paul Tal"


@pytest.mark.parametrize(
    "text",
    ["Paula Brandhorst reiste nach Belmarien.", "Die Republik Belmarien schwieg.", "Er kam aus Belmarien."],
)
def test_a_state_is_told_by_whither_and_whence(text: str) -> None:
    kinds = {actor.name: actor.kind for actor in find_actors(passage(text, "de"), [])}
    assert kinds["Belmarien"] == "country"


def test_a_title_is_not_seen_inside_a_given_name() -> None:
    text = "Staatschef Samemir Radek kam."
    assert "Samemir Radek" in {actor.name for actor in find_actors(passage(text, "de"), [])}
