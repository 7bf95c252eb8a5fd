from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.times import find_times

PUBLISHED = "2025-03-20T08:15:00+01:00"  # a Thursday


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [
        (text[t.span[0] : t.span[1]], t.type, t.value) for t in find_times(passage(text, "de"), published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 19. März trat sie vor die Presse.", ("19. März", "DATE", "2025-03-19")),
        ("Am 3. Jänner 2024 kam der Bescheid.", ("3. Jänner 2024", "DATE", "2024-01-03")),
        ("Am Mittwoch, den 12. Februar, wurde gewählt.", ("Mittwoch, den 12. Februar", "DATE", "2025-02-12")),
        ("Der Vertrag vom 14.6.1979 gilt.", ("14.6.1979", "DATE", "1979-06-14")),
        ("Stand: 11/11/2024", ("11/11/2024", "DATE", "2024-11-11")),
        ("Stand: 2024-11-09", ("2024-11-09", "DATE", "2024-11-09")),
        ("Das Treffen wird am 10. Januar beginnen.", ("10. Januar", "DATE", "2025-01-10")),
        ("Im Jahr 1871 stand dort ein Turm.", ("Jahr 1871", "DATE", "1871")),
        ("Bis 2027 soll es so bleiben.", ("2027", "DATE", "2027")),
        ("Er kam im August vorigen Jahres.", ("August vorigen Jahres", "DATE", "2024-08")),
        ("Im Frühjahr 2015 begann der Bau.", ("Frühjahr 2015", "DATE", "2015-SP")),
        ("Im dritten Quartal 2023 sank der Absatz.", ("dritten Quartal 2023", "DATE", "2023-Q3")),
        ("In den fünfziger Jahren stand hier Wald.", ("fünfziger Jahren", "DATE", "195")),
        ("In den 1990er-Jahren stand hier Wald.", ("1990er-Jahren", "DATE", "199")),
        ("Die Burg ist aus dem 15. Jahrhundert.", ("15. Jahrhundert", "DATE", "14")),
        ("Ostermontag 2025 bleibt frei.", ("Ostermontag 2025", "DATE", "2025-04-21")),
        ("Sie beriet gestern mit ihm.", ("gestern", "DATE", "2025-03-19")),
        ("Im gestrigen Gespräch ging es um Wasser.", ("gestrigen", "DATE", "2025-03-19")),
        ("Heute Abend wird abgestimmt.", ("Heute Abend", "TIME", "2025-03-20TEV")),
        ("Übermorgen wird abgestimmt.", ("Übermorgen", "DATE", "2025-03-22")),
        ("Am Dienstag wurde abgestimmt.", ("Dienstag", "DATE", "2025-03-18")),
        ("Am Dienstag wird abgestimmt.", ("Dienstag", "DATE", "2025-03-25")),
        ("Am vergangenen Donnerstag war Wahl.", ("vergangenen Donnerstag", "DATE", "2025-03-13")),
        ("Der Rat tagte diese Woche.", ("diese Woche", "DATE", "2025-W12")),
        ("Ende kommender Woche ist Schluss.", ("Ende kommender Woche", "DATE", "2025-W13")),
        ("Anfang des Monats war Pause.", ("Anfang des Monats", "DATE", "2025-03")),
        ("Mitte nächsten Jahres ist Schluss.", ("Mitte nächsten Jahres", "DATE", "2026")),
        ("Heuer gibt es vier Kurse.", ("Heuer", "DATE", "2025")),
        ("Im Vorjahr gab es drei.", ("Vorjahr", "DATE", "2024")),
        ("Vor sechs Tagen forderte er Geld.", ("Vor sechs Tagen", "DATE", "2025-03-14")),
        ("Vor wenigen Minuten fiel die Entscheidung.", ("Vor wenigen Minuten", "TIME", "PAST_REF")),
        ("Das war vor zwanzig Jahren.", ("zwanzig Jahren", "DURATION", "P20Y")),
        ("Die Feier fand 23 Tage nach der Wahl statt.", ("23 Tage", "DURATION", "P23D")),
        ("Er saß zwei Jahre und sieben Monate.", ("zwei Jahre und sieben Monate", "DURATION", "P2Y7M")),
        ("Sie warteten eineinhalb Jahre.", ("eineinhalb Jahre", "DURATION", "P18M")),
        ("Der dreijährige Krieg endete.", ("dreijährige", "DURATION", "P3Y")),
        ("Nach jahrelangem Streit war Ruhe.", ("jahrelangem", "DURATION", "PXY")),
        ("Die Frist beträgt rund 48 Stunden.", ("rund 48 Stunden", "DURATION", "PT48H")),
        ("In den kommenden Wochen folgt mehr.", ("kommenden Wochen", "DATE", "FUTURE_REF")),
        ("Gewählt wird alle vier Jahre.", ("alle vier Jahre", "SET", "P4Y")),
        ("Sie tagen jeden Montag.", ("jeden Montag", "SET", "XXXX-WXX-1")),
        ("Der Brief erscheint einmal im Monat.", ("einmal im Monat", "SET", "P1M")),
        ("Kürzlich kam ein Brief.", ("Kürzlich", "DATE", "PAST_REF")),
        ("Derzeit ist niemand da.", ("Derzeit", "DATE", "PRESENT_REF")),
    ],
)
def test_one_expression(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


def test_list_of_days_shares_its_month() -> None:
    assert [v for _, _, v in read("Am 11., 18. und 25. April wird gespielt.")] == [
        "2025-04-11",
        "2025-04-18",
        "2025-04-25",
    ]


def test_clock_hangs_on_the_day_of_its_sentence() -> None:
    assert read("Am 9. April öffnet das Amt von 14 bis 17.30 Uhr.") == [
        ("9. April", "DATE", "2025-04-09"),
        ("14", "TIME", "2025-04-09T14:00"),
        ("17.30 Uhr", "TIME", "2025-04-09T17:30"),
    ]


def test_day_told_of_counts_for_the_day_before() -> None:
    assert read("Am 5. März kam er an. Tags zuvor, am Vortag, war er in Nordland.")[-1][2] == "2025-03-04"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Am 19. März kam sie.", "XXXX-03-19"),
        ("Sie kam am Donnerstag.", "XXXX-WXX-4"),
        ("Sie kam gestern.", "XXXX-XX-XX"),
        ("Sie kam diese Woche.", "XXXX-WXX"),
        ("Am selben Tag kam sie.", "XXXX-XX-XX"),
        ("Sie kam im Vorjahr.", "XXXX"),
    ],
)
def test_without_publication_the_unknown_stays_open(text: str, value: str) -> None:
    assert [v for _, _, v in read(text, None)] == [value]


def test_without_publication_the_year_named_before_is_taken() -> None:
    assert read("Anfang 2019 begannen Gespräche. Am 10. Januar brachen sie ab.", None)[-1][2] == "2019-01-10"


@pytest.mark.parametrize(
    "text",
    [
        "Die 29-jährige Pilotin landete.",
        "Es kostete 2000 Euro.",
        "Am 30. Februar lacht niemand.",
        "Das kommt früher oder später.",
        "Guten Morgen, sagte sie.",
        "In den USA leben viele.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Orla Brann besucht am Montag ihren Kollegen.", "2025-03-24"),
        ("Das berichtet am Montag der Sender.", "2025-03-17"),
        ("Ein für Montag vorgesehenes Treffen wurde gestrichen.", "2025-03-24"),
    ],
)
def test_a_verb_in_the_present_before_a_day_looks_ahead(text: str, value: str) -> None:
    assert read(text)[0][2] == value
