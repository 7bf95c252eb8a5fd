"""The day of publication: what is read as a date, and what is too doubtful to be one."""

from __future__ import annotations

import pytest

from wortlaut.body.dates import day_in, day_in_address
from wortlaut.body.outlets import at, host_of, named


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Nord Bote11/11/2024", "de", "2024-11-11"),
        ("Stand: 03.05.2024, 17:47 Uhr", "de", "2024-05-03"),
        ("3. Mai 2024", "de", "2024-05-03"),
        ("05/06/2024", "de", "2024-06-05"),
        ("05/06/2024", "en", None),
        ("05/16/2024", "en", "2024-05-16"),
        ("16/05/2024", "en", "2024-05-16"),
        ("May 3rd, 2024", "en", "2024-05-03"),
        ("3 May 2024", "en", "2024-05-03"),
        ("2024-05-03T10:00", "de", "2024-05-03"),
        ("1. Jänner 2024", "de", "2024-01-01"),
        ("31.02.2024", "de", None),
        ("3. Quark 2024", "de", None),
        ("12.12.1024", "de", None),
        ("", "de", None),
    ],
)
def test_dates_in_lines(text: str, language: str, day: str | None) -> None:
    assert day_in(text, language) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://nord.example/welt/bericht-20250320062607212.htm", "2025-03-20"),
        ("https://nord.example/2024/05/03/bericht", "2024-05-03"),
        ("https://nord.example/2024-05-03-bericht", "2024-05-03"),
        ("https://nord.example/bericht-ar906809.html", None),
        ("https://nord.example/99999999", None),
        (None, None),
    ],
)
def test_dates_in_addresses(address: str | None, day: str | None) -> None:
    assert day_in_address(address) == day


def test_outlets_go_by_name_and_by_domain() -> None:
    assert named("the  NEW york Times") is named("NYT") is not None
    assert named("Nordbote") is None
    known = at("https://www.english.reuters.com/a")
    assert known is not None
    assert known.name == "Reuters"
    unknown = at("https://nord-bote.de/a", "Bericht des Nord-Bote vom Montag")
    assert unknown is not None
    assert (unknown.name, unknown.language) == ("Nord-Bote", "de")
    assert at("kein Ort") is at(None) is None
    assert host_of("https://user@WWW.Nord.example:80/x") == "nord.example"
