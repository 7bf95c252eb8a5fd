"""Pages: the article's text, and what the page says of itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bad_inputs import PAGE, PARAGRAPHS
from wortlaut.intake import UnreadableError, receive
from wortlaut.intake.metadata import read_metadata
from wortlaut.intake.moments import iso
from wortlaut.intake.titles import Titles, best_title
from wortlaut.record import Received


def _page(head: str, body: str = f"<h1>Nordland verhandelt weiter</h1>{PARAGRAPHS}") -> str:
    return (
        f"<!doctype html><html lang='de-DE'><head>{head}</head><body><article>{body}</article></body></html>"
    )


def _read(page: str, tmp_path: Path) -> Received:
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (found,) = receive([str(tmp_path / "page.html")])
    assert isinstance(found, Received), str(found)
    return found


def _linked(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_a_page_gives_its_text_with_the_headline_on_top(tmp_path: Path) -> None:
    found = _read(PAGE, tmp_path)
    assert found.text.splitlines()[0] == found.title == "Nordland verhandelt weiter"
    assert "Anna Beispiel" in found.text
    assert "<p>" not in found.text
    assert found.html == PAGE
    assert (found.id, found.language) == ("page", "de")


def test_what_a_page_says_of_itself_is_read(tmp_path: Path) -> None:
    head = _linked(
        headline="Nordland verhandelt weiter",
        datePublished="2024-11-11T10:30:00+01:00",
        publisher={"name": "Nordbote Verlag"},
    )
    head += '<meta property="og:site_name" content="Nordbote"><link rel="canonical" href="https://nord.example/1">'
    found = _read(_page(head), tmp_path)
    assert found.published == "2024-11-11T10:30:00+01:00"
    assert (found.outlet, found.url, found.language) == ("Nordbote", "https://nord.example/1", "de-DE")


def test_a_script_in_a_title_is_text(tmp_path: Path) -> None:
    title = "&lt;script&gt;alert(1)&lt;/script&gt; sagt der Minister"
    found = _read(_page(f"<title>{title}</title>", f"<h1>{title}</h1>{PARAGRAPHS}"), tmp_path)
    assert found.title == "<script>alert(1)</script> sagt der Minister"


def test_a_page_without_an_article_says_so(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(_page("<title>Nordland</title>", ""), encoding="utf-8")
    (found,) = receive([str(tmp_path / "page.html")])
    assert isinstance(found, UnreadableError)
    assert (found.id, "no article text" in found.trouble) == ("page", True)


def test_the_text_in_the_data_of_a_page_built_by_script_is_taken(tmp_path: Path) -> None:
    body = " ".join(["Die Ministerin sagte, die Gespräche würden fortgesetzt."] * 20)
    found = _read(_page(_linked(headline="Nordland", articleBody=body), "<div id=app></div>"), tmp_path)
    assert body in found.text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-11-11", "2024-11-11"),
        ("2024-11-11T10:30:00Z", "2024-11-11T10:30:00Z"),
        ("2024-11-11 10:30:00 +0100", "2024-11-11T10:30:00+01:00"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
        ("Fri, 28 Apr 2023 19:20:36 GMT", "2023-04-28T19:20:36+00:00"),
        ("28.04.2023 19:20", "2023-04-28T19:20:00"),
        ("28.04.2023", "2023-04-28"),
        ("April 28, 2023", "2023-04-28"),
        ("gestern", None),
        ("", None),
        ("2024-13-45", None),
        ("9999-01-01", None),
        ("1" * 500, None),
        (5, None),
        (None, None),
    ],
)
def test_dates_become_iso_or_nothing(written: object, read: str | None) -> None:
    assert iso(written) == read


def test_a_bare_day_is_made_exact_by_another_source_of_the_same_day() -> None:
    head = _linked(datePublished="2024-11-11") + '<meta name="date" content="2024-11-11T10:30:00+01:00">'
    assert read_metadata(_page(head)).published == "2024-11-11T10:30:00+01:00"
    head = _linked(datePublished="2024-11-11") + '<meta name="date" content="2024-12-01T10:30:00+01:00">'
    assert read_metadata(_page(head)).published == "2024-11-11"


@pytest.mark.parametrize(
    ("linked", "shared", "headings", "window", "chosen"),
    [
        (
            "Nordland verhandelt",
            "Nordland verhandelt",
            ("Politik Nordland verhandelt",),
            None,
            "Nordland verhandelt",
        ),
        (
            "Für Suchmaschinen: Nordland",
            "Nordland verhandelt",
            ("Nordland verhandelt",),
            None,
            "Nordland verhandelt",
        ),
        (None, "Nordland verhandelt weiter | Nordbote", (), None, "Nordland verhandelt weiter"),
        (None, None, (), "Nordland verhandelt - Nordbote", "Nordland verhandelt"),
        ("Nordland verhandelt", None, ("Nordbote",), None, "Nordland verhandelt"),
        (None, None, ("Nordland",), None, "Nordland"),
        (None, None, (), None, None),
    ],
)
def test_the_title_is_the_one_most_sources_agree_on(
    linked: str | None, shared: str | None, headings: tuple[str, ...], window: str | None, chosen: str | None
) -> None:
    assert best_title(Titles(linked, shared, headings, window, "Nordbote")) == chosen
