"""The five real reports, from their files to the record: what the main job must show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wortlaut.cli.reading import Tally, read
from wortlaut.link import link
from wortlaut.store import SqliteStore, open_store
from wortlaut.store.base import ContactEntry, Query, ReportPage
from wortlaut.store.check import problems


@pytest.fixture(scope="module")
def store(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    with open_store(tmp_path_factory.mktemp("seeds") / "record.db", create=True) as opened:
        tally = Tally()
        read(opened, [str(seeds)], tally)
        assert (tally.new, tally.failed) == (5, 0)
        link(opened)
        yield opened


def page(store: SqliteStore, number: str) -> ReportPage:
    key = next(ref.id for ref in store.reports() if ref.id.startswith(number))
    found = store.report(key)
    assert found is not None
    return found


def contacts(store: SqliteStore, *names: str, when: str | None = None) -> list[ContactEntry]:
    return [
        contact
        for contact in store.contacts(Query(limit=1000))
        if {p.name.split()[-1] for p in contact.participants} == set(names)
        and (when is None or contact.when == when)
    ]


def test_the_record_is_sound(store: SqliteStore) -> None:
    assert list(problems(store)) == []


@pytest.mark.parametrize(("other", "when"), [("Putin", "2025-03-18"), ("Selenskyj", "2025-03-19")])
def test_a_call_of_march_2025_is_one_contact_of_two_reports(
    store: SqliteStore, other: str, when: str
) -> None:
    (call,) = contacts(store, "Trump", other, when=when)
    assert (call.kind, call.status, call.origins) == ("call", "held", 2)
    assert {part.report.id[:3] for part in call.reports} == {"000", "004"}
    assert all(part.words for part in call.reports)


def test_the_alleged_call_is_a_dispute_with_both_sides(store: SqliteStore) -> None:
    (call,) = contacts(store, "Trump", "Putin", when="2024-11-07")
    assert call.status == "denied"
    assert call.disputes
    disputes = [found for key in call.disputes if (found := store.dispute(key))]
    denied_by = {
        i.statement.speaker.name for d in disputes for i in d.denial if i.statement and i.statement.speaker
    }
    claims = [i.statement for d in disputes for i in d.claim if i.statement]
    assert "Dmitri Peskow" in denied_by
    assert any("Washington Post" in {via.name for via in claim.via} for claim in claims)
    assert any(claim.speaker and claim.speaker.kind == "anonymous" for claim in claims)


def test_the_planned_call_is_planned(store: SqliteStore) -> None:
    assert any(call.status == "planned" and call.kind == "call" for call in contacts(store, "Biden", "Putin"))


def test_a_post_is_direct_speech_of_its_author_however_spelt(store: SqliteStore) -> None:
    post = next(
        s
        for s in page(store, "002").statements
        if s.statement.form == "direct" and "Wir hatten ein ausgezeichnetes Gespräch" in s.words[0].text
    )
    assert post.speaker is not None
    assert (post.speaker.name, post.statement.medium) == ("Mark Rutte", "X")


def test_two_renderings_of_one_sentence_are_one_utterance(store: SqliteStore) -> None:
    one = next(s for s in page(store, "000").statements if "Wünschen und Bedürfnissen" in s.words[-1].text)
    other = next(s for s in page(store, "004").statements if "Wünsche und Bedürfnisse" in s.words[-1].text)
    assert one.utterance is not None
    assert one.utterance == other.utterance


def test_a_misspelt_name_is_the_same_person(store: SqliteStore) -> None:
    actors = {a.id for a in store.actors("Leavit")}
    assert len(actors) == 1


def test_outlets_origins_and_dates_are_read(store: SqliteStore) -> None:
    first, second = page(store, "000").record, page(store, "001").record
    assert first.origin is not None
    assert (first.origin.outlet, (first.published or "")[:10]) == ("Dan Tri", "2025-03-20")
    assert second.origin is not None
    assert (second.origin.outlet, (second.published or "")[:10]) == ("VTC News", "2024-11-11")


def test_the_source_of_the_source_relays_what_was_said(store: SqliteStore) -> None:
    via = {via.name for s in page(store, "001").statements for via in s.via}
    assert "Sputnik" in via


def test_the_wires_own_figures_are_its_statement_in_furniture(store: SqliteStore) -> None:
    own = [
        s
        for s in page(store, "004").statements
        if s.speaker and s.speaker.name == "SeaPRwire" and not s.in_article
    ]
    assert own
