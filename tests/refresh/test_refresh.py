from __future__ import annotations

import json
from pathlib import Path

import pytest

from wikidata_invented import Reply, recorded, serving
from wortlaut.actors.rows import Row, body, credited, dated, troubles, written
from wortlaut.actors.table import Table
from wortlaut.errors import ActorsError
from wortlaut.refresh import refresh
from wortlaut.refresh.answers import role_of
from wortlaut.refresh.client import Client, UnreachableError
from wortlaut.refresh.queries import TOPICS, query

OLD = (
    Row("pelle-zorvan", "person", "", "Pelle Zorvant", "Pelle Zorvan", "", "", "NO premier 2019-01-01", "",
        "", "", "1", "hand"),
    Row("swedish-tea-board", "organisation", "", "", "Swedish Tea Board", "", "", "", "SE", "other", "",
        "2", "hand"),
)  # fmt: skip


@pytest.fixture
def old() -> Table:
    return Table(written(OLD, "2025-01-01", ["hand: by us"]))


def by_id(text: str) -> dict[str, Row]:
    return {row.id: row for row in (Row(*line.split("\t")) for line in body(text))}


def test_answers_become_rows_and_confirm_those_that_are_there(old: Table, tmp_path: Path) -> None:
    with serving() as asked:
        text, failures = refresh(Client(asked.address, 0), ["NO"], tmp_path, old, "2026-03-04")
    assert failures == []
    assert list(troubles(text)) == []
    assert dated(text) == "2026-03-04"
    assert credited(text)[0] == "hand: by us"
    assert "CC0" in credited(text)[-1]
    found = by_id(text)
    assert found["swedish-tea-board"] == OLD[1]
    zorvan = found["pelle-zorvan"]
    assert (zorvan.wikidata, zorvan.rank, zorvan.source) == ("Q900000012", "1", "hand|wikidata")
    assert zorvan.offices == "NO premier 2019-01-01 2023-06-05"
    solvik = found["runa-solvik"]
    assert (solvik.wikidata, solvik.gender, solvik.other) == ("Q900000010", "f", "Руна Сольвик")
    assert solvik.offices == "NO party 2022-05|NO foreign 2024-03-02"
    assert (found["kelp-party"].de, found["kelp-party"].role, found["kelp-party"].place) == (
        "Tangpartei",
        "party",
        "NO",
    )
    assert (found["norwegian-ministry-of-energy"].role, found["norwegian-ministry-of-energy"].domain) == (
        "energy", "energy.example",
    )  # fmt: skip
    assert found["fjord-wire"].role == "agency"
    assert len(found) == 6  # deputies, offices without a start and what has no number are left out


def test_it_says_who_asks_and_for_one_country_at_a_time(old: Table, tmp_path: Path) -> None:
    with serving() as asked:
        refresh(Client(asked.address, 0, "desk@paper.example"), ["NO", "SE"], tmp_path, old, "2026-03-04")
    assert len(asked.queries) == 2 * len(TOPICS)
    assert all("wortlaut/" in agent and "desk@paper.example" in agent for agent in asked.agents)
    assert all(fields["maxlag"] == ["5"] for fields in asked.fields)
    assert sum("wd:Q20 " in q or "wd:Q20\n" in q for q in asked.queries) == len(TOPICS)


def test_a_broken_run_goes_on_where_it_ended(old: Table, tmp_path: Path) -> None:
    def halting(question: str) -> Reply:
        return recorded(question) if "P1906" in question else (400, {}, b"no")

    with serving(halting) as asked:
        text, failures = refresh(Client(asked.address, 0), ["NO"], tmp_path, old, "2026-03-04")
        assert [(f.country, f.topic) for f in failures] == [("NO", topic) for topic in TOPICS[1:]]
        assert "400" in failures[0].trouble
        assert "runa-solvik" in by_id(text)
    (tmp_path / "NO-media.json").write_text("{broken", encoding="utf-8")
    with serving() as asked:
        text, failures = refresh(Client(asked.address, 0), ["NO"], tmp_path, old, "2026-03-04")
    assert failures == []
    assert len(asked.queries) == len(TOPICS) - 1
    assert "fjord-wire" in by_id(text)
    again = Client("http://127.0.0.1:9/", 0)
    assert refresh(again, ["NO"], tmp_path, old, "2026-03-04") == (text, [])


@pytest.mark.parametrize(
    "busy",
    [
        (429, {"Retry-After": "0"}, b"slow down"),
        (503, {"Retry-After": "Mon, 01 Jan 2024 00:00:00 GMT"}, b""),
        (200, {"Retry-After": "0"}, json.dumps({"error": {"code": "maxlag"}}).encode()),
    ],
)
def test_it_waits_as_it_is_told_and_asks_again(busy: Reply) -> None:
    replies = iter([busy, busy])
    with serving(lambda question: next(replies, None) or recorded(question)) as asked:
        assert Client(asked.address, 0).ask(query("media", "Q20"))
    assert len(asked.queries) == 3


def test_it_waits_no_longer_than_is_sensible() -> None:
    with serving(lambda _: (429, {"Retry-After": "86400"}, b"")) as asked:
        with pytest.raises(ActorsError, match="86400 seconds"):
            Client(asked.address, 0).ask("SELECT")
        assert len(asked.queries) == 1


def test_it_waits_the_seconds_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("wortlaut.refresh.client.time.sleep", waited.append)
    replies = iter([(503, {"Retry-After": "7"}, b"")])
    with serving(lambda question: next(replies, None) or recorded(question)) as asked:
        Client(asked.address, 3).ask(query("media", "Q20"))
    assert 7.0 in waited
    assert any(2 < pause <= 3 for pause in waited)


@pytest.mark.parametrize("body_", [b"<html>", b"[]", b'{"results": {"bindings": 3}}', b"[" * 100_000])
def test_an_answer_that_is_none_is_a_failure(body_: bytes) -> None:
    with serving(lambda _: (200, {}, body_)) as asked, pytest.raises(ActorsError, match="no list of results"):
        Client(asked.address, 0).ask("SELECT")


def test_nobody_there_ends_the_run_in_one_line(old: Table, tmp_path: Path) -> None:
    client = Client("http://127.0.0.1:9/sparql", 0)
    with pytest.raises(UnreachableError, match="no answer") as failure:
        refresh(client, ["NO", "SE"], tmp_path, old, "2026-03-04")
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize(
    ("label", "head", "role"),
    [
        ("Minister of Foreign Affairs", "", "foreign"),
        ("Prime Minister of Norway", "", "premier"),
        ("Monarch of Norway", "president", "monarch"),
        ("King of Norway", "president", "monarch"),
        ("President of Norway", "president", "president"),
        ("Deputy Prime Minister", "", "deputy"),
        ("Deputy Minister of Defence", "", ""),
        ("Chancellor of the Exchequer", "", "finance"),
        ("Minister of Fisheries", "", ""),
    ],
)
def test_the_role_of_an_office(label: str, head: str, role: str) -> None:
    assert role_of(label, head) == role


@pytest.mark.parametrize("topic", TOPICS)
def test_queries_are_balanced_and_name_the_country(topic: str) -> None:
    asked = query(topic, "Q20")
    assert asked.count("{") == asked.count("}")
    assert "wd:Q20" in asked
    assert "{country}" not in asked
