from __future__ import annotations

from pathlib import Path

from wortlaut.record import Received, Report
from wortlaut.store import open_store
from wortlaut.store.base import Query, ReportHit

TEXT = (
    "Kurz: Häfen zu\n"
    "Der Kanzler von Veldt erklärte am Montag in Halden, alle Häfen des Landes blieben bis Freitag "
    "für Schiffe gesperrt, die aus Tarn kommen\n"
    "Hafenmeister"
)


def hit(folder: Path, words: str, text: str = TEXT) -> ReportHit:
    with open_store(folder / "a.db", create=True) as store:
        store.put(Report(id="r", text=text, language="de"), Received(id="r", text=text), "1", "2026-03-02")
        return store.search(Query(words=words)).reports[0]


def test_each_place_comes_with_whole_words_of_its_line(tmp_path: Path) -> None:
    found = hit(tmp_path, "hafen")
    assert [words.text for words in found.words] == ["Häfen", "Häfen", "Hafen"]
    assert [words.text for words in found.around] == [
        "Kurz: Häfen zu",
        "erklärte am Montag in Halden, alle Häfen des Landes blieben bis Freitag für",
        "Hafenmeister",
    ]


def test_what_stands_around_a_place_holds_it_and_is_the_text(tmp_path: Path) -> None:
    text = "x" * 300 + "Häfen" + "y" * 300 + "\nHäfen\n \n" + "Häfen" * 3
    found = hit(tmp_path, "häfen", text)
    for words, around in zip(found.words, found.around, strict=True):
        assert around.span[0] <= words.span[0] < words.span[1] <= around.span[1]
        assert around.text == text[around.span[0] : around.span[1]]
        assert "\n" not in around.text
        assert len(around.text) <= 85
