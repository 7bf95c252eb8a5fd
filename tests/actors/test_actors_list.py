from __future__ import annotations

import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from lists_invented import ROWS, in_use, text
from wortlaut.actors import find_actors, rows
from wortlaut.actors.asking import find_known
from wortlaut.actors.known import Term
from wortlaut.actors.rows import Row, troubles
from wortlaut.actors.table import Table, shipped, table
from wortlaut.languages import passage
from wortlaut.record import Actor

SHIPPED = resources.files("wortlaut.actors").joinpath("data", "known.tsv").read_text(encoding="utf-8")
PUBLIC = {
    "government", "presidency", "parliament", "foreign", "defence", "interior", "finance", "justice",
    "economy", "health", "energy",
}  # fmt: skip
IN_THE_NEWS = (
    "US", "RU", "CN", "DE", "FR", "GB", "UA", "IL", "IR", "TR", "IN", "JP", "IT", "ES", "PL", "BR", "CA",
    "KR", "KP", "SA", "EG", "AT", "CH", "NL", "BE", "SE", "NO", "DK", "FI", "HU", "CZ", "SK", "RO", "BG",
    "GR", "RS", "HR", "BY", "LT", "LV", "EE", "GE", "AM", "AZ", "SY", "IQ", "LB", "JO", "YE", "QA", "AE",
    "AF", "PK", "TW", "VN", "ID", "PH", "AU", "MX", "AR", "VE", "ZA", "NG", "ET", "SD",
)  # fmt: skip


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    with in_use(tmp_path, monkeypatch):
        yield table()


def actors(words: str, language: str = "de", day: str | None = "2022-05-01") -> dict[str, Actor]:
    found = find_actors(passage(words, language), (), day)
    return {words[s:e]: actor for actor in found for s, e in actor.mentions}


def test_the_shipped_list_is_sound_dated_and_names_its_sources() -> None:
    assert list(troubles(SHIPPED)) == []
    assert rows.dated(SHIPPED) >= "2026-01-01"
    assert all(word in "\n".join(rows.credited(SHIPPED)) for word in ("hand", "CC0", "congress-legislators"))


def test_the_shipped_list_is_large_and_reaches_the_states_in_the_news() -> None:
    found = [Row(*line.split("\t")) for line in rows.body(SHIPPED)]
    assert len(found) >= 10_000
    bodies = [r for r in found if r.role in PUBLIC]
    holders = [
        r for r in found
        if any(role != "legislator" and (end or "9") >= "2010" for _, role, _, end in r.offices_held())
    ]  # fmt: skip
    assert len(bodies) + len(holders) >= 1_000
    for place in IN_THE_NEWS:
        assert any(r.place == place for r in bodies), f"no ministry or government of {place}"
        assert sum(any(o[0] == place for o in r.offices_held()) for r in holders) >= 5, place
    assert sum(r.role in ("agency", "outlet") for r in found) >= 500


def test_a_number_stands_only_where_a_source_other_than_ours_gives_it() -> None:
    for row in (Row(*line.split("\t")) for line in rows.body(SHIPPED)):
        if row.wikidata and row.kind == "person" and row.rank == "3":
            assert set(row.source.split("|")) - {"hand"}, row.id


def test_the_list_is_loaded_quickly() -> None:
    best = 9.0
    for _ in range(3):
        began = time.process_time()
        fresh = Table(SHIPPED)
        for language in ("de", "en"):
            assert fresh.spelt("Angela Merkel", language)
        assert fresh.holders("RU", "foreign", "2020-01-01", "de")
        best = min(best, time.process_time() - began)
    assert best < 0.5  # 0.17 s on an idle core; 0.3 s is what is promised


def test_who_held_an_office_on_a_day() -> None:
    found = {
        day: [k.name for k in shipped().holders("RU", "foreign", day, "de")]
        for day in ("2003-01-01", "2020-01-01")
    }
    assert found == {"2003-01-01": ["Igor Iwanow"], "2020-01-01": ["Sergej Lawrow"]}


@pytest.mark.parametrize(
    ("end", "day", "holds"),
    [
        ("2015", "2015-12-31", True),
        ("2015", "2016-01-01", False),
        ("2015-06", "2015-06-30", True),
        ("2015-06", "2015-07-01", False),
    ],
)
def test_a_year_or_month_alone_counts_whole(end: str, day: str, holds: bool) -> None:
    assert Term("NO", "foreign", "2010", end).holds(day) is holds


def test_the_office_of_a_day_by_words_code_or_name(invented: Table) -> None:
    asked = ("NO foreign", "der norwegische Außenminister", "the Norwegian foreign minister")
    for words in asked:
        assert [k.id for k in find_known(invented, words, "2018-01-01")] == ["tor-halvmo"], words
        assert [k.id for k in find_known(invented, words, "2022-01-01")] == ["oona-velde"], words
    assert [k.id for k in find_known(invented, "Evren Taskıran", None)] == ["evren-taskiran"]
    assert [k.id for k in find_known(invented, "zorvant", None)] == ["zorvant"]
    assert [k.id for k in find_known(invented, "Эрик Хольтмо", None)] == ["erik-holtmo"]
    assert [k.id for k in find_known(invented, "Taskiran", None)] == ["evren-taskiran"]
    assert find_known(invented, "Nobody Atall", None) == []


def test_on_the_day_of_a_change_nobody_is_guessed(invented: Table) -> None:
    words = "Der norwegische Außenminister reiste ab."
    assert actors(words, day="2016-05-03")["norwegische Außenminister"].wikidata is None
    assert actors(words, day="2015-01-01")["norwegische Außenminister"].id == "oona-velde"


def test_a_name_others_may_bear_needs_office_and_country(invented: Table) -> None:
    assert actors("Erik Holtmo gewann das Rennen in Norwegen.")["Erik Holtmo"].wikidata is None
    assert actors("Der Abgeordnete Erik Holtmo sprach in Wien.")["Abgeordnete Erik Holtmo"].wikidata is None
    found = actors("Der norwegische Abgeordnete Erik Holtmo sprach in Wien.")
    assert found["norwegische Abgeordnete Erik Holtmo"].wikidata == "Q900000001"
    found = actors("Lawmaker Erik Holtmo spoke in Oslo, Norway.", "en")
    assert found["Lawmaker Erik Holtmo"].wikidata == "Q900000001"
    swedish = actors("Der schwedische Abgeordnete Erik Holtmo sprach in Norwegen.")
    assert swedish["schwedische Abgeordnete Erik Holtmo"].wikidata is None


def test_a_full_name_is_found_whatever_its_marks(invented: Table) -> None:
    for name in ("Evren Taşkıran", "Evren Taskiran", "Evren Taskıran"):
        assert actors(f"Am Montag sprach {name} in Genf.")[name].id == "evren-taskiran", name
    assert actors("Oona Veldes Rede war kurz.")["Oona Veldes"].id == "oona-velde"


def test_a_surname_alone_means_rank_one_only(invented: Table) -> None:
    assert actors("Am Montag sagte Zorvant nichts.")["Zorvant"].id == "zorvant"
    assert "Velde" not in actors("Am Montag sagte Velde nichts.")


@pytest.mark.parametrize(
    "words", ["des norwegischen Verteidigungsministeriums", "Das norwegische Verteidigungsministerium"]
)
def test_a_ministry_in_any_case(invented: Table, words: str) -> None:
    found = actors(f"{words} widersprach der Sprecher." if words[0] == "d" else f"{words} widersprach.")
    assert {a.wikidata for a in found.values() if a.kind == "organisation"} == {"Q900000002"}


@pytest.mark.parametrize(
    "words", ["The Norwegian defence ministry", "The Norwegian Defense Ministry", "Norway's defence ministry"]
)
def test_an_english_ministry_in_small_letters(invented: Table, words: str) -> None:
    found = actors(f"{words} denied it.", "en")
    assert "Q900000002" in {a.wikidata for a in found.values()}


def test_a_common_word_is_an_outlet_only_as_one(invented: Table) -> None:
    assert "Beacon" not in actors("The Beacon Of Hope sank.", "en")
    assert actors("The newspaper Beacon said so.", "en")["Beacon"].kind == "organisation"


def test_who_is_not_listed_is_an_actor_all_the_same(invented: Table) -> None:
    found = actors("Ministerin Wilma Krahn sagte am Montag ab.")["Ministerin Wilma Krahn"]
    assert (found.kind, found.wikidata) == ("person", None)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("Q900000003", "Q900000001"), "number of line"),
        (("tor-halvmo\t", "oona-velde\t"), "stands twice"),
        (("erik-holtmo\t", "zz-holt\t"), "sorted by id"),
        (("2012 2016-05-03", "2012 2011-05-03"), "ends before it starts"),
        (("2012 2016-05-03", "2012 2016-02-30"), "no day, month or year"),
        (("NO legislator", "NO"), "no PLACE ROLE START END"),
        (("\t1\tinvented", "\t4\tinvented"), "no rank"),
        (("\tperson\tQ900000003", "\tperson\tM900000003"), "no Wikidata number"),
        (("Pelle Zorvan\t", "\t"), "the name is missing"),
        (("Pelle Zorvan\t", "Pelle\x07Zorvan\t"), "control character"),
        (("\t2\tinvented", "\t2\tinvented\tmore"), "columns"),
        (("# wortlaut known actors 1, 2026-02-03", "# something else"), "line 1"),
        (("1, 2026-02-03", "1, 2026-02-33"), "line 1"),
        (("id\tkind\t", "id\tsort\t"), "columns"),
        (("beacon.example\t3\tinvented", "beacon.example\t3\t"), "the source is missing"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_with_its_line(change: tuple[str, str], said: str) -> None:
    assert list(troubles(text())) == []
    assert change[0] in text()
    found = list(troubles(text().replace(*change)))
    assert found
    assert found[0].startswith("line ")
    assert said in found[0]


def test_the_list_is_written_sorted_whatever_the_order() -> None:
    assert text(tuple(reversed(ROWS))) == text()
    assert text().endswith("\n")


def test_everyday_words_and_cities_keep_their_kind() -> None:
    found = actors(
        "Die Union stritt mit der Linken, die Hamas schwieg. In Paris und Phoenix regnete es. "
        "Das Bild hing schief, die Zeit drängte, Thomas Müller traf das Tor."
    )
    assert found["Hamas"].kind == "organisation"
    assert found["Paris"].kind == "place"
    assert found["Thomas Müller"].wikidata is None
    bodies = {words for words, actor in found.items() if actor.kind == "organisation"}
    assert not {"Phoenix", "Bild", "Das Bild", "die Zeit"} & bodies


@pytest.mark.parametrize(
    "words",
    ["The New York ", "Ali Ali ", "US-", "United Nations ", "russisches Außenministerium ", "Al-Qaida "],
)
def test_names_over_and_over_cost_no_more_than_their_length(words: str) -> None:
    seconds = []
    for size in (4_000, 16_000):
        text = passage(words * (size // len(words)), "de")
        find_actors(text)
        began = time.process_time()
        find_actors(text)
        seconds.append(time.process_time() - began)
    assert seconds[1] < 8 * seconds[0] + 0.5
