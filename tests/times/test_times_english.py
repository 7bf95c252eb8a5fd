from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.times import find_times

PUBLISHED = "2025-03-20"  # a Thursday


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [
        (text[t.span[0] : t.span[1]], t.type, t.value) for t in find_times(passage(text, "en"), published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met last Thursday.", ("last Thursday", "DATE", "2025-03-13")),
        ("They met on Thursday.", ("Thursday", "DATE", "2025-03-20")),
        ("They will meet on Monday.", ("Monday", "DATE", "2025-03-24")),
        ("It ended two weeks ago.", ("two weeks ago", "DATE", "2025-W10")),
        ("It ended six years ago.", ("six years ago", "DATE", "2019")),
        ("It closed in mid-March.", ("mid-March", "DATE", "2025-03")),
        ("Sales fell in 3Q 2025.", ("3Q 2025", "DATE", "2025-Q3")),
        ("Sales fell in the third quarter of 2024.", ("third quarter of 2024", "DATE", "2024-Q3")),
        ("It was built in the 1990s.", ("the 1990s", "DATE", "199")),
        ("She left on March 3, 2024.", ("March 3, 2024", "DATE", "2024-03-03")),
        ("She left on 3 March.", ("3 March", "DATE", "2025-03-03")),
        ("It opened in May 2010.", ("May 2010", "DATE", "2010-05")),
        ("They spoke this week.", ("this week", "DATE", "2025-W12")),
        ("It will end next month.", ("next month", "DATE", "2025-04")),
        ("They spoke late last year.", ("late last year", "DATE", "2024")),
        ("They spoke yesterday morning.", ("yesterday morning", "TIME", "2025-03-19TMO")),
        ("It took the past two years.", ("the past two years", "DURATION", "P2Y")),
        ("A three-month pause followed.", ("three-month", "DURATION", "P3M")),
        ("It took several days.", ("several days", "DURATION", "PXD")),
        ("They vote every four years.", ("every four years", "SET", "P4Y")),
        ("They vote every Monday.", ("every Monday", "SET", "XXXX-WXX-1")),
        ("They now agree.", ("now", "DATE", "PRESENT_REF")),
        ("They recently agreed.", ("recently", "DATE", "PAST_REF")),
        ("Call at 8 p.m. please.", ("8 p.m.", "TIME", "2025-03-20T20:00")),
    ],
)
def test_one_expression(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["She may march on.", "A 42-year-old pilot landed.", "About 2000 people came.", "As soon as possible."],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The palace confirmed that Queen Orla spoke by telephone with Duke Brann on Monday.", "2025-03-17"),
        ("They talked by radio on Monday evening.", "2025-03-17TEV"),
        ("Orla will meet her rival, Duke Perrin, in Velm on Monday, the palace confirmed.", "2025-03-24"),
        ("They must answer by Monday.", "2025-03-24"),
    ],
)  # fmt: skip
def test_the_verb_of_the_clause_says_on_which_side_a_weekday_lies(text: str, value: str) -> None:
    assert read(text)[0][2] == value
