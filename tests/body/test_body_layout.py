"""The layout: which lines are the article, why the others are not, what header and footer tell."""

from __future__ import annotations

from wortlaut.body import Layout, lay_out
from wortlaut.record import Origin, Received

LEAD = "Die Regierung von Nordland hat ein Telefonat mit dem Präsidenten von Südland am Montag bestritten."
SECOND = "„Ein solches Gespräch hat es nie gegeben“, sagte Sprecherin Anna Beispiel in der Hauptstadt."
THIRD = (
    "Zuvor hatte eine Zeitung aus Südland berichtet, beide Seiten hätten sich auf Waffenruhe verständigt. "
    "Die Zeitung berief sich auf einen Beamten, der ungenannt bleiben wollte. Nordland wies das zurück."
)
TITLE = "Nordland bestreitet Telefonat mit Südland"


def read(*lines: str, title: str | None = None, url: str | None = None, language: str = "de") -> Layout:
    return lay_out(Received(id="r", text="\n".join(lines), title=title, url=url), language)


def kept(*lines: str, title: str | None = None, language: str = "de") -> list[str]:
    text = "\n".join(lines)
    layout = lay_out(Received(id="r", text=text, title=title), language)
    return [line for start, end in layout.body for line in text[start:end].split("\n") if line.strip()]


def kinds(layout: Layout) -> list[str]:
    return [piece.kind for piece in layout.furniture]


def test_an_article_alone_is_all_body() -> None:
    assert kept(TITLE, LEAD, SECOND, THIRD) == [TITLE, LEAD, SECOND, THIRD]


def test_adjacent_lines_are_one_span() -> None:
    layout = read(TITLE, "", LEAD, "[Anzeige_2]", SECOND)
    assert len(layout.body) == 2


def test_what_follows_the_article_is_furniture_with_a_reason() -> None:
    end = (
        "[Anzeige_2]",
        "Kommentar (0)",
        "No data",
        "Gleiches Thema",
        "Ostland empfängt seine Gäste mit Salut und Blumen.",
    )
    layout = read(TITLE, LEAD, SECOND, THIRD, *end)
    assert kinds(layout) == ["advertisement", "comments", "placeholder", "related", "after"]
    assert all(piece.reason for piece in layout.furniture)
    assert kept(TITLE, LEAD, SECOND, THIRD, *end) == [TITLE, LEAD, SECOND, THIRD]


def test_captions_credits_and_bylines_are_furniture() -> None:
    caption = "Die Präsidenten von Nordland und Südland bei einem Treffen im vorigen Jahr (Foto: Nordbild)."
    layout = read(
        TITLE, "Von Anna Beispiel", "11.11.2024, 10:30 Uhr", LEAD, caption, SECOND, "© Nordbild", THIRD
    )
    assert kinds(layout) == ["byline", "date", "caption", "credit"]


def test_the_line_before_a_credit_is_its_caption() -> None:
    layout = read(
        TITLE,
        LEAD,
        THIRD,
        "Präsident Beispiel winkt beim Treffen im vorigen Jahr.",
        "Foto: Nordbild",
        THIRD[:-1] + " erneut.",
    )
    assert kinds(layout) == ["caption", "credit"]


def test_a_crosshead_stays() -> None:
    assert "Streit um die Waffenruhe" in kept(
        TITLE, LEAD, SECOND, "Streit um die Waffenruhe", THIRD, "Werbung"
    )


def test_a_report_about_newsletters_and_cookies_stays() -> None:
    line = "Die Ministerin will Newsletter und Cookies strenger regeln, sagte sie am Dienstag der Presse."
    assert kept(TITLE, LEAD, line, THIRD, "Werbung") == [TITLE, LEAD, line, THIRD]


def test_an_inserted_sentence_is_cut_off_its_paragraph() -> None:
    inserted = "Melden Sie sich für unseren Newsletter an."
    layout = read(TITLE, f"{inserted} {LEAD}", SECOND, THIRD)
    assert kinds(layout) == ["newsletter"]
    text = "\n".join((TITLE, f"{inserted} {LEAD}", SECOND, THIRD))
    assert any(text[start:end].startswith(LEAD) for start, end in layout.body)


def test_a_text_wrapped_at_a_fixed_width_is_read_by_paragraphs() -> None:
    wrapped = [
        "Die Regierung von Nordland hat ein Telefonat mit dem Präsidenten von",
        "Südland bestritten, wie am Montag aus der Hauptstadt bekannt wurde, und",
        "forderte die Zeitung auf, ihren Bericht über die Waffenruhe, den sie am",
        "vergangenen Freitag gedruckt hatte, vor aller Augen zurückzunehmen und",
        "sich zu entschuldigen.",
    ]
    assert kept(*wrapped, "", *wrapped[:-1], "das zu tun.") == [*wrapped, *wrapped[:-1], "das zu tun."]


def test_a_fragment_is_no_furniture_unless_it_says_so() -> None:
    assert kept("Nordland dementiert") == ["Nordland dementiert"]
    assert kept("„Nein“, sagte er.") == ["„Nein“, sagte er."]
    assert kept("Kommentar (0)") == []
    assert read("").body == ()


def test_the_headline_is_the_declared_one_or_the_one_that_reads_like_it() -> None:
    assert read(TITLE, LEAD, SECOND).title == TITLE
    assert read(LEAD, SECOND).title is None
    assert read("Politik", TITLE, LEAD, SECOND, title="Ganz anders").title == "Ganz anders"
    doubled = read(f"{TITLE} aus dem Süden.", "", f"{TITLE} aus dem Süden", LEAD, THIRD)
    assert doubled.title == f"{TITLE} aus dem Süden"
    assert kinds(doubled) == ["repeated"]


def test_the_masthead_names_the_outlet() -> None:
    layout = read("nord heute", "Fachportal für den Norden", TITLE, LEAD, SECOND, THIRD)
    assert (layout.outlet, layout.title) == ("nord heute", TITLE)
    assert kinds(layout) == ["masthead", "masthead"]


def test_a_kicker_is_no_outlet() -> None:
    assert read("Naher Süden", TITLE, LEAD, SECOND, THIRD).outlet is None


def test_a_stated_address_is_the_origin_and_may_date_the_report() -> None:
    layout = read(LEAD, SECOND, "Quelle: https://nordbote.com.vn/welt/bericht-20250320062607212.htm")
    assert layout.origin == Origin(
        outlet="nordbote.com.vn",
        url="https://nordbote.com.vn/welt/bericht-20250320062607212.htm",
        language="vi",
    )
    assert layout.published == "2025-03-20"


def test_the_text_spells_the_name_of_the_origin() -> None:
    layout = read(
        TITLE, "Nord BoteNord Bote11/11/2024", LEAD, SECOND, "Quelle: https://nordbote.vn/bericht-906809.html"
    )
    assert layout.origin is not None
    assert (layout.origin.outlet, layout.published) == ("Nord Bote", "2024-11-11")


def test_a_dateline_names_the_agency() -> None:
    assert read(TITLE, f"Nordstadt (dpa) – {LEAD}", SECOND).origin == Origin(outlet="dpa", language="de")
    assert read(TITLE, f"Nordstadt (Süd) – {LEAD}", SECOND).origin is None


def test_a_wire_whose_small_print_stands_below_is_the_outlet() -> None:
    note = "Der Artikel wird von einem Drittanbieter bereitgestellt. Nordwire gibt keine Zusicherungen ab."
    layout = read(f"(Nordwire) – {LEAD}", SECOND, THIRD, note)
    assert (layout.outlet, layout.origin) == ("Nordwire", None)
    assert kinds(layout) == ["disclaimer"]


def test_notices_and_signatures_name_the_origin() -> None:
    assert read(TITLE, LEAD, SECOND, "Mit Material von Reuters.").origin == Origin(
        outlet="Reuters", language="en"
    )
    assert read(TITLE, LEAD, f"{SECOND} (dpa)").origin == Origin(outlet="dpa", language="de")
    story = (
        "Nordland denies call with its neighbour",
        "Nordland denied on Monday that any such call took place.",
    )
    first = read(*story, "This article first appeared on Nord Bote.", language="en").origin
    assert first == Origin(outlet="Nord Bote")


def test_a_picture_has_a_source_that_is_no_origin() -> None:
    caption = "Die Präsidenten von Nordland und Südland bei einem Treffen (Quelle: Reuters)"
    assert read(TITLE, LEAD, caption, SECOND).origin is None


def test_a_copy_is_no_origin_of_itself() -> None:
    layout = read(TITLE, LEAD, "Quelle: https://www.nord.example/1", url="https://nord.example/1")
    assert layout.origin is None


def test_english_pages_have_their_own_words() -> None:
    story = (
        "Nordland denies call with Southland",
        "Nordland denied on Monday that its president had spoken with his counterpart in Southland.",
        "“There was no such call,” spokeswoman Anna Example told reporters. She did not take questions.",
    )
    page = (
        story[0],
        "Share this article",
        "By Anna Example",
        *story[1:],
        "Related articles",
        "Sign up",
        "Comments",
    )
    assert kept(*page, language="en") == list(story)


def test_other_languages_fall_back_on_what_every_page_has() -> None:
    story = (
        "La Nordlandia nega una telefonata con il presidente",
        "Il governo ha negato lunedì che il presidente abbia parlato con il suo omologo del Sud.",
        "«Non c'è stata alcuna telefonata», ha detto la portavoce Anna Esempio nella capitale.",
    )
    assert kept(
        story[0], "Facebook", "Twitter", "12/11/2024", *story[1:], "© Nordbild", "Facebook", language="it"
    ) == list(story)
