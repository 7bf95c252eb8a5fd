from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from lists_invented import in_use
from wortlaut.link.people import Name, People


def test_spellings_and_scripts_of_a_listed_name_are_one() -> None:
    names = [
        Name("person", name, None)
        for name in ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy", "Володимир Зеленський")
    ]
    people = People(Counter(names))
    assert {people.entity(name) for name in names} == {"Q3874799"}


def test_listed_names_without_a_number_are_one_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with in_use(tmp_path, monkeypatch):
        names = [Name("person", "Pelle Zorvant", None), Name("person", "Pelle Zorvan", None)]
        other = Name("organisation", "Pelle Zorvant", None)
        people = People(Counter([*names, other]))
        assert len({people.entity(name) for name in names}) == 1
        assert people.entity(other) != people.entity(names[0])


def test_a_name_others_may_bear_is_nobody_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with in_use(tmp_path, monkeypatch):
        people = People(Counter([name := Name("person", "Erik Holtmo", None)]))
        assert "Q" not in people.entity(name)
        assert "listed" not in people.entity(name)
