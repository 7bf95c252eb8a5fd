from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.link.dates import around, compatible, stretch


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-03-05", "2026-03-05", "2026-03-05"),
        ("2026-03-05T18:00:00+01:00", "2026-03-05", "2026-03-05"),
        ("2026-W10", "2026-03-02", "2026-03-08"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_value_is_a_stretch_of_days(value: str, first: str, last: str) -> None:
    found = stretch(value)
    assert found is not None
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", [None, "", "PRESENT_REF", "2026-02-31", "P3D", "2026-W99", "0000", "0000-01-01"]
)
def test_what_is_no_day_is_unknown_and_agrees_with_everything(value: str | None) -> None:
    assert stretch(value) is None
    assert compatible(stretch(value), stretch("2026-03-05"))


@given(st.text(max_size=12))
def test_any_text_may_be_asked_for_its_days(value: str) -> None:
    around(value, 3, 3)


def test_days_agree_where_they_meet() -> None:
    assert compatible(stretch("2026-W10"), stretch("2026-03-08"))
    assert not compatible(stretch("2026-W10"), stretch("2026-03-09"))
    assert compatible(around("2026-03-09", 1, 0), stretch("2026-03-08"))
