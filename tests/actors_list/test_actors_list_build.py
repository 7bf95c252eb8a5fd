from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from actors_list import build, merge, sources
from actors_list.names import key, plain, unnoted, without_initials
from actors_list.offices import joined, worded
from actors_list.ranks import ranks
from actors_list.sources import Draft
from wortlaut.actors.rows import Row, body, troubles

PERSONS = "de\ten\tother\tgender\toffices\tnote\n"
BODIES = "de\ten\tother\tplace\trole\tdomain\n"
CORE_PERSONS = "de\ten\tother\tgender\twikidata\toffices\tsource\n"
CORE_BODIES = "de\ten\tother\twikidata\tdomain\tsource\n"


@pytest.fixture
def hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "hand"
    for region in sources.REGIONS:
        (folder / region).mkdir(parents=True)
    (folder / "core" / "persons.tsv").write_text(
        CORE_PERSONS + "Pelle Zorvant\tPelle Zorvan\tZorvy\tm\t\tNO premier 2019-01-01\thand\n",
        encoding="utf-8",
    )
    (folder / "core" / "organisations.tsv").write_text(
        CORE_BODIES + "Fjordbund\tFjord League\tFJB\t\tfjord.example\thand\n", encoding="utf-8"
    )
    (folder / "north" / "persons.tsv").write_text(
        PERSONS
        + "Oona Velde\tOona Velde\tVelde|Уна Вельде\tf\tNO foreign 2012 2016-05-03|NO foreign 2021-02-01\t\n"
        + "Pelle Zorvant\tPelle Zorvan\tPelle A. Zorvan\tm\tNO premier 2019 2023-06-05|NO party 2018\t\n"
        + "Erik Holtmo\tErik Holtmo\t\tm\tNO mayor 2015\t\n"
        + "Bad Row\tBad Row\t\tm\tNO foreign 2016-05-03 2012\t\n"
        + "Bad Columns\tm\n",
        encoding="utf-8",
    )
    (folder / "org" / "persons.tsv").write_text(
        PERSONS + "Oona Velde\tOona Velde\t\tf\tUN envoy 2017-03\t\n", encoding="utf-8"
    )
    (folder / "north" / "bodies.tsv").write_text(
        BODIES
        + "norwegisches Hafenamt\tNorwegian Harbour Office\tHavneetaten|Morgen|FJB\tNO\tother\t\n"
        + "Fjord League\tFjord League\tFjordforbundet\tNO\tother\t\n"
        + "Die Woche\tDie Woche\t\tNO\toutlet\twoche.example\n"
        + "No Role\tNo Role\t\tNO\t\t\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(sources, "HAND", folder)
    return folder


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    people = [
        {"wikidata": "Q900000003", "name": "VELDE Oona", "legislature": "Norway/Storting",
         "names": {"en": ["Oona Velde"], "ru": ["Уна Вельде"], "fr": ["Oona Velde"]}},
        {"wikidata": "Q900000004", "name": "Erik Holtmo[3]", "legislature": "Sweden/Riksdag", "names": {}},
    ]  # fmt: skip
    with gzip.open(folder / "legislators-2015.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in people)
    terms = [
        {"type": "rep", "start": "2015-01-06", "end": "2017-01-03", "state": "MD", "party": "Tea"},
        {"type": "rep", "start": "2017-01-03", "end": "2019-01-03", "state": "MD", "party": "Tea"},
    ]
    with gzip.open(folder / "us-congress-executive-2026.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"wikidata": None, "name": "Una B. Marlow, Jr.", "terms": terms}) + "\n")
    (folder / "foreign-ministers-2023.csv").write_text(
        "person,name,country,countryLabel,position,positionLabel,start,psid\n"
        "Q900000005,Tor Halvmo,Q20,Norway,Q1,Minister,2016-05-03,x\n",
        encoding="utf-8",
    )
    (folder / "office-holders-international.csv").write_text(
        "position,person,personID,start,end\n"
        "Secretary-General of the United Nations,Ida Stille,Q900000006,2001-01-01,2002-12-31\n",
        encoding="utf-8",
    )
    return folder


def built(raw: Path) -> dict[str, Row]:
    text, _ = build.build(raw, "2026-02-03")
    return {row.id: row for row in (Row(*line.split("\t")) for line in body(text))}


def test_the_list_is_sound_the_same_each_time_and_leaves_out_what_is_malformed(hand: Path, raw: Path) -> None:
    text, faults = build.build(raw, "2026-02-03")
    assert list(troubles(text)) == []
    assert build.build(raw, "2026-02-03") == (text, faults)
    assert len(faults) == 3
    assert [fault.split(":")[0] for fault in faults] == [
        "north/persons.tsv 5", "north/persons.tsv 6", "north/bodies.tsv 5",
    ]  # fmt: skip


def test_one_person_of_several_sources_is_one_row(hand: Path, raw: Path) -> None:
    velde = built(raw)["oona-velde"]
    assert velde.wikidata == "Q900000003"
    assert velde.offices == "NO legislator|NO foreign 2012 2016-05-03|UN envoy 2017-03|NO foreign 2021-02-01"
    assert velde.other == "Уна Вельде"
    assert velde.source == "hand|legislators-2015"
    zorvan = built(raw)["pelle-zorvan"]
    assert (zorvan.rank, zorvan.other) == ("1", "Zorvy|Pelle A. Zorvan")
    assert zorvan.offices == "NO party 2018|NO premier 2019-01-01 2023-06-05"


def test_namesakes_of_two_countries_stay_two(hand: Path, raw: Path) -> None:
    found = built(raw)
    both = sorted(found[name].wikidata for name in ("erik-holtmo", "erik-holtmo-se"))
    assert both == ["", "Q900000004"]
    assert {found[name].rank for name in ("erik-holtmo", "erik-holtmo-se")} == {"3"}


def test_members_of_congress_have_their_terms_joined(hand: Path, raw: Path) -> None:
    marlow = built(raw)["una-marlow"]
    assert (marlow.other, marlow.offices) == ("Una B. Marlow", "US legislator 2015-01-06 2019-01-03")
    assert (marlow.wikidata, marlow.rank) == ("", "3")


def test_a_body_keeps_only_names_that_mean_it_alone(hand: Path, raw: Path) -> None:
    found = built(raw)
    assert found["norwegian-harbour-office"].other == "Havneetaten"  # a word, and another's initials
    assert found["fjord-league"].other == "FJB|Fjordforbundet"
    assert (found["fjord-league"].rank, found["fjord-league"].place) == ("1", "NO")
    assert found["die-woche"].rank == "3"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Una Marlow, Jr.", "Una Marlow"),
        ("Ri Jong-su[14]", "Ri Jong-su"),
        ("Ada Moor, Baroness Moor of Fen", "Ada Moor"),
        ("VELDE Oona", "Velde Oona"),
        ("OONA VELDE", "Oona Velde"),
        ("Una  B. Marlow", "Una B. Marlow"),
        ("Una Marlow (politician)", "Una Marlow"),
    ],
)
def test_odd_labels_are_made_plain(label: str, name: str) -> None:
    assert plain(label) == name


def test_names_are_compared_without_initials() -> None:
    assert without_initials("Una B. C. Marlow") == "Una Marlow"
    assert key("Una B. Marlow Jr.") == key("Una Marlow") != key("Ina Marlow")
    assert unnoted("Slate (magazine)") == "Slate"


def test_an_office_of_two_sources_is_one_with_the_most_exact_dates() -> None:
    offices = [
        ("NO", "foreign", "2012", ""), ("NO", "foreign", "2012-03-04", "2016"),
        ("NO", "foreign", "2019-01-01", ""),
        ("NO", "foreign", "2019-01-15", "2020-02-02"), ("SE", "foreign", "2012", ""),
    ]  # fmt: skip
    assert worded(joined(offices)) == (
        "SE foreign 2012|NO foreign 2012-03-04 2016|NO foreign 2019-01-01 2020-02-02"
    )


def test_ranks_tell_how_sure_a_name_is() -> None:
    def draft(name: str, *offices: tuple[str, str, str, str], core: bool = False) -> Draft:
        return Draft("person", name, name, gender="m", offices=list(offices), core=core)

    mayor, chief = ("NO", "mayor", "2015", ""), ("FR", "president", "2024-01-01", "")
    drafts = [draft(f"{given} Smith", mayor) for given in ["Erik"] * 1 + [f"Aa{i:02}" for i in range(30)]]
    erics = [draft(f"Erik Zz{i:02}", mayor) for i in range(30)]
    legislator = draft("Runa Quist", ("NO", "legislator", "", ""))
    leader, renowned = draft("Anton Quellmar", chief), draft("Ole Tarn", mayor, core=True)
    full = draft("Ida Wexholm", mayor)
    found = ranks([*drafts, *erics, legislator, leader, renowned, full], "2026-01-01")
    assert found[id(drafts[0])] == "3"  # Erik and Smith are both common
    assert found[id(drafts[1])] == "2"  # Smith is, the given name is not
    assert [found[id(d)] for d in (legislator, leader, renowned, full)] == ["3", "1", "1", "2"]


def test_persons_of_one_name_with_two_numbers_are_two() -> None:
    one = Draft("person", "Ada Moor", "Ada Moor", offices=[("NO", "mayor", "2015", "")], wikidata="Q1")
    two = Draft("person", "Ada Moor", "Ada Moor", offices=[("NO", "mayor", "2015", "")], wikidata="Q2")
    assert len(merge.persons([one], [two])) == 2


def test_what_ships_is_what_is_built() -> None:
    raw = Path(__file__).resolve().parents[3] / "shared" / "data" / "actors"
    if not raw.is_dir():
        pytest.skip(f"the lists of others are not at {raw}")
    text, _ = build.build(raw, build.DAY)
    assert text == build.SHIPPED.read_text(encoding="utf-8")
