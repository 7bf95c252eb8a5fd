"""Neighbours among contents are those that comparing all would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wortlaut.record.spans import shared
from wortlaut.statements.nearby import Nearby

spans = st.tuples(st.integers(0, 4000), st.integers(1, 1800)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(spans, max_size=20), spans)
def test_whoever_shares_a_character_is_near(others: list[tuple[int, int]], one: tuple[int, int]) -> None:
    near = Nearby([[other] for other in others]).near([one])
    assert {n for n, other in enumerate(others) if shared([one], [other])} <= set(near)
    assert [others[n][0] for n in near] == sorted(others[n][0] for n in near)


def test_what_stands_far_away_is_not_near() -> None:
    assert Nearby([[(0, 50)], [(9000, 9050)]]).near([(10, 60)]) == [0]
