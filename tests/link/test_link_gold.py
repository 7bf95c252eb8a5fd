"""The links on the hand-made records of the five real reports, against the hand-made links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from invented_reports import kept
from wortlaut.exports.jsonlines import across
from wortlaut.record import decode
from wortlaut.store import SqliteStore
from wortlaut.store.base import Query


@pytest.fixture(scope="module")
def expected(gold: Path) -> Any:
    return json.loads((gold / "seeds" / "across.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def store(gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    files = [file for file in sorted((gold / "seeds").glob("*.json")) if file.name != "across.json"]
    records = [decode(file.read_bytes()) for file in files]
    with kept(tmp_path_factory.mktemp("gold"), *records) as opened:
        yield opened


def places(parts: list[dict[str, str]], what: str) -> frozenset[tuple[str, str]]:
    return frozenset((part["report"], part[what]) for part in parts)


def test_every_contact_is_put_together_as_by_hand(store: SqliteStore, expected: Any) -> None:
    ours = {places([{"report": p.report.id, "contact": p.contact.id} for p in c.reports], "contact"): c.status
            for c in store.contacts(Query(limit=1000))}  # fmt: skip
    assert ours == {places(c["reports"], "contact"): c["status"] for c in expected["contacts"]}


def test_no_utterance_is_joined_that_is_not_one(store: SqliteStore, expected: Any) -> None:
    ours = {places(same, "statement") for same in across(store)["same"]}  # type: ignore[attr-defined]
    wide = [places(same, "statement") for same in expected["same"]]
    assert wide[1] in ours
    between = {same for same in ours if len({report for report, _ in same}) > 1}
    assert between <= set(wide)


def test_the_alleged_call_is_the_one_dispute_of_a_contact(store: SqliteStore) -> None:
    (dispute,) = [d for d in store.disputes(Query()) if d.kind == "denies the contact"]
    claims = {item.statement.statement.id for item in dispute.claim if item.statement}
    denials = {item.statement.statement.id for item in dispute.denial if item.statement}
    assert "s8" in claims
    assert {"s1", "s3"} <= denials
