from __future__ import annotations

import pytest

from wortlaut.link.titles import _roles
from wortlaut.record import Report


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Außenminister Karl Kolm reist.", "Karl Kolm", {"foreign"}),
        ("AUSSENMINISTER Karl Kolm reist.", "Karl Kolm", set()),
        ("Karl Kolm, der neue Kanzler, reist.", "Karl Kolm", {"premier"}),
        ("Karl Kolm reist.", "Karl Kolm", set()),
    ],
)
def test_a_title_beside_the_name_is_its_office(text: str, name: str, role: set[str]) -> None:
    start = text.index(name)
    assert _roles(Report(id="r", text=text, language="de"), start, start + len(name)) == role
