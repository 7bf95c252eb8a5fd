"""Days of plans are still to come; days of what is told are past, though a plan stands beside."""

from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.times import find_times

PUBLISHED = "2026-03-10"  # a Tuesday


def values(text: str, language: str) -> list[str]:
    return [time.value for time in find_times(passage(text, language), PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two leaders plan to meet in Sarnau on Friday.", "2026-03-13"),
        ("The two are to hold a video call on Monday, the office said.", "2026-03-16"),
        ("Soren is to travel to Belmora on Sunday.", "2026-03-15"),
        ("A call planned for Thursday has been postponed.", "2026-03-12"),
        ("The meeting was postponed to Wednesday.", "2026-03-11"),
        ("The talks were pushed back until Friday.", "2026-03-13"),
        ("Orlen said he wanted to meet her on Friday.", "2026-03-13"),
        ("Orlen hopes to speak with Soren on Saturday.", "2026-03-14"),
        ("They agreed to meet again on Thursday, the ministry said.", "2026-03-12"),
        ("The planned meeting on Friday was called off.", "2026-03-13"),
        ("Orlen and Soren to meet on Friday", "2026-03-13"),
        ("The president said she will meet him in April.", "2026-04"),
        ("He intends to meet her in September.", "2026-09"),
        ("Orlen said he would stay until the end of May.", "2026-05"),
        ("He said they had met on Friday.", "2026-03-06"),
        ("Orlen is said to have met Soren on Friday.", "2026-03-06"),
        ("He refused to meet her on Monday, he said.", "2026-03-09"),
        ("They met in September.", "2025-09"),
        ("The group that plans to strike said so on Friday.", "2026-03-06"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert values(text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlen und Soren treffen sich am Freitag", "2026-03-13"),
        ("Orlen trifft Soren am Freitag", "2026-03-13"),
        ("Orlen und Soren beraten am Donnerstag über den Vertrag", "2026-03-12"),
        ("Der Kanzler will am Freitag mit Soren telefonieren.", "2026-03-13"),
        ("Der Kanzler wolle am Freitag mit Soren telefonieren, sagte er.", "2026-03-13"),
        ("Das Gespräch soll am Freitag beendet sein.", "2026-03-13"),
        ("Das für Donnerstag geplante Gespräch wurde abgesagt.", "2026-03-12"),
        ("Das geplante Treffen am Freitag wurde abgesagt.", "2026-03-13"),
        ("Das Gespräch wurde auf Mittwoch verschoben.", "2026-03-11"),
        ("Ein Treffen sei für Freitag vorgesehen, sagte die Sprecherin.", "2026-03-13"),
        ("Die beiden haben vereinbart, am Freitag zu telefonieren.", "2026-03-13"),
        ("Er plant, am Freitag mit ihr in Sarnau zusammenzukommen.", "2026-03-13"),
        ("Sie werde ihn im April treffen, sagte sie.", "2026-04"),
        ("Der Kanzler soll am Montag mit Soren telefoniert haben.", "2026-03-09"),
        ("Orlen soll am Freitag nach Belmora gereist sein, hieß es.", "2026-03-06"),
        ("Am Freitag sollen sie sich getroffen haben.", "2026-03-06"),
        ("Er bestreitet, sie am Freitag getroffen zu haben.", "2026-03-06"),
        ("Nach dem Treffen am Freitag sagte Orlen, er sei zufrieden.", "2026-03-06"),
        ("Er habe am Freitag mit ihr telefoniert, sagte er.", "2026-03-06"),
    ],
)
def test_german(text: str, expected: str) -> None:
    assert values(text, "de") == [expected]


def test_each_day_goes_by_its_own_clause() -> None:
    text = "Soren sagte am Montag, sie werde Orlen am Freitag treffen."
    assert values(text, "de") == ["2026-03-09", "2026-03-13"]
    text = "The ministry said on Monday that Orlen plans to travel to Sarnau on Friday."
    assert values(text, "en") == ["2026-03-09", "2026-03-13"]


@pytest.mark.parametrize(
    "text", ["Friday", "to Friday", "Orlen to on Friday", "for Friday", ", , Friday to have"]
)
def test_fragments(text: str) -> None:
    assert len(values(text, "en")) == 1
    assert values("am Freitag zu haben", "de")
    assert values("Freitag sein", "de")


def test_endless_words_and_sentences_are_read_in_time() -> None:
    assert values("soll am Freitag " + "ge" * 50_000 + "t haben", "de") == ["2026-03-13"]
    assert len(values("Orlen to meet on Friday " * 3_000, "en")) == 3_000
