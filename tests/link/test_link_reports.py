"""Links across invented reports: each test is a small story of what outlets do with one another's reports."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from invented_reports import keep, kept, told
from wortlaut.exports.jsonlines import lines
from wortlaut.link import link
from wortlaut.record import Origin, Report
from wortlaut.store import SqliteStore, open_store
from wortlaut.store.base import ContactEntry, Query
from wortlaut.store.check import problems

MARA, JULE = "Mara Lindqvist", "Jules Okoro"
LONG = """Der Hafen von Port Sellin bleibt bis zum 14. April gesperrt. Mara Lindqvist sagte am Dienstag,
die Ebbe habe 37 Kähne auf Grund gesetzt. Die Bergung werde 12 Tage dauern. Jules Okoro forderte eine zweite
Fahrrinne. Der Lotsenverband rechnet mit Kosten von 4,2 Millionen Talern. In Sellin warteten
am Abend 19 Schiffe."""
REWRITTEN = """Port Sellins Hafen ist noch bis 14. April dicht. Die Ebbe habe 37 Kähne auf Grund gesetzt,
sagte Mara Lindqvist am Dienstag. 12 Tage werde die Bergung dauern. Eine zweite Fahrrinne forderte Jules
Okoro. Mit Kosten von 4,2 Millionen Talern rechnet der Lotsenverband. Am Abend warteten in Sellin
19 Schiffe."""
ENGLISH = """The port of Port Sellin remains closed until 14 April. Mara Lindqvist said on Tuesday that
the low tide had grounded 37 barges. The salvage would take 12 days. Jules Okoro called for a second fairway.
The pilots' association expects costs of 4.2 million thalers. In Sellin 19 ships were waiting in
the evening."""
OTHER = """In den Bergen von Tamar hat es 30 Stunden lang geschneit. Die Seilbahn steht still, sagte Betreiber
Nils Aubert. Am Pass sind 5 Lawinen abgegangen. Niemand wurde verletzt. Die Schule bleibt zu."""


def copies(store: SqliteStore) -> dict[str, tuple[str | None, str]]:
    found: dict[str, tuple[str | None, str]] = {}
    for ref in store.reports():
        page = store.report(ref.id)
        assert page is not None
        found.update({c.copy.id: (c.of.id if c.of else None, c.kind) for c in page.copies})
    return found


def test_a_reprint_a_rewrite_and_a_translation_go_back_to_one_origin(tmp_path: Path) -> None:
    reports = [
        told("agency", LONG, outlet="Nordagentur", published="2026-03-03"),
        told("paper", "Sellin – " + LONG, outlet="Sellin Kurier", published="2026-03-04"),
        told("portal", REWRITTEN, outlet="Hafenblick", published="2026-03-04"),
        told("abroad", ENGLISH, outlet="Tide Times", published="2026-03-04", language="en"),
        told("snow", OTHER, outlet="Bergbote", published="2026-03-04"),
    ]
    with kept(tmp_path, *reports) as store:
        assert copies(store) == {
            "paper": ("agency", "verbatim"),
            "portal": ("agency", "rewritten"),
            "abroad": ("agency", "translated"),
        }
        assert store.counts().origins == 2
        page = store.report("portal")
        assert page is not None
        assert page.origin is not None
        assert [ref.id for ref in page.origin.reports] == ["abroad", "agency", "paper", "portal"]
        assert all(copy.reasons for copy in page.copies)


def test_another_count_of_the_same_event_is_no_copy(tmp_path: Path) -> None:
    own = """Okoro streitet mit Lindqvist über Port Sellin. Unser Reporter war am Kai: Fischer flicken Netze,
    ein Kran rostet, und die Wirtin im Anker schenkt Freibier aus. Niemand glaubt hier an den 14. April."""
    with kept(tmp_path, told("agency", LONG), told("own", own)) as store:
        assert copies(store) == {}


def test_a_stated_address_settles_the_origin(tmp_path: Path) -> None:
    source = told("a", LONG, url="https://example.org/sellin", published="2026-03-04")
    copy = told("b", OTHER, origin=Origin(url="http://www.example.org/sellin/"), published="2026-03-01")
    lost = told("c", REWRITTEN.upper(), origin=Origin(outlet="Nirgendblatt"), published="2025-01-01")
    with kept(tmp_path, source, copy, lost) as store:
        found = copies(store)
        assert found["b"] == ("a", "stated")
        assert found["c"] == (None, "stated")


def test_one_utterance_in_two_languages_is_one_and_another_number_is_another(tmp_path: Path) -> None:
    reports = [
        told("de", f"{MARA} sagte, die Ebbe habe 37 Kähne auf Grund gesetzt.",
             said=[(MARA, "die Ebbe habe 37 Kähne auf Grund gesetzt")]),
        told("en", f"{MARA} said the low tide had run 37 barges aground.", language="en",
             said=[(MARA, "the low tide had run 37 barges aground")]),
        told("more", f"{MARA} sagte, die Ebbe habe 52 Kähne auf Grund gesetzt.",
             said=[(MARA, "die Ebbe habe 52 Kähne auf Grund gesetzt")]),
        told("not", f"{MARA} sagte, die Ebbe habe keine Kähne auf Grund gesetzt.",
             said=[(MARA, "die Ebbe habe keine Kähne auf Grund gesetzt")]),
        told("who", f"{JULE} sagte, die Ebbe habe 37 Kähne auf Grund gesetzt.",
             said=[(JULE, "die Ebbe habe 37 Kähne auf Grund gesetzt")]),
    ]  # fmt: skip
    with kept(tmp_path, *reports) as store:
        said = {entry.report.id: entry.utterance for entry in store.statements(Query())}
        assert said["de"] is not None
        assert said["de"] == said["en"]
        assert {said["more"], said["not"], said["who"]} == {None}
        utterance = store.utterance(said["de"])
        assert utterance is not None
        assert utterance.reasons


def contacts(store: SqliteStore) -> list[ContactEntry]:
    return sorted(store.contacts(Query()), key=lambda c: [part.report.id for part in c.reports])


def call(key: str, when: str | None, status: str = "held", published: str | None = "2026-03-05") -> Report:
    text = f"{MARA} und {JULE} haben telefoniert ({key})."
    return told(
        key,
        text,
        published=published,
        met=[("call", (MARA, JULE), when, status, "haben telefoniert")],  # type: ignore[list-item]
    )


def test_a_call_of_two_reports_is_one_if_the_day_is_one(tmp_path: Path) -> None:
    with kept(tmp_path, call("a", "2026-03-03"), call("b", "2026-03-03"), call("c", "2026-02-03")) as store:
        assert [[p.report.id for p in c.reports] for c in contacts(store)] == [["a", "b"], ["c"]]
        assert contacts(store)[0].reports[1].reasons


def test_a_call_without_a_day_goes_to_that_of_the_same_days(tmp_path: Path) -> None:
    with kept(tmp_path, call("a", "2026-03-03"), call("b", None), call("c", "2025-10-01")) as store:
        assert [[p.report.id for p in c.reports] for c in contacts(store)] == [["a", "b"], ["c"]]


def test_a_call_that_nothing_dates_stays_alone(tmp_path: Path) -> None:
    undated = told(
        "b", f"{JULE} rief {MARA} an.", published=None, met=[("call", (MARA, JULE), None, "held", "rief")]
    )
    with kept(tmp_path, call("a", "2026-03-03"), undated) as store:
        assert [len(c.reports) for c in contacts(store)] == [1, 1]


def test_a_call_and_a_meeting_of_one_day_are_two(tmp_path: Path) -> None:
    meeting = told("m", f"{MARA} traf {JULE}.", met=[("meeting", (MARA, JULE), "2026-03-03", "held", "traf")])
    with kept(tmp_path, call("a", "2026-03-03"), meeting) as store:
        assert len(contacts(store)) == 2


def test_a_planned_call_that_took_place_is_one_call_held(tmp_path: Path) -> None:
    with kept(tmp_path, call("a", "2026-03-06", "planned"), call("b", "2026-03-06")) as store:
        assert [(c.status, len(c.reports)) for c in contacts(store)] == [("held", 2)]
        assert {voice.status for voice in contacts(store)[0].voices} == {"planned", "held"}


def test_a_call_that_another_report_denies_is_a_dispute(tmp_path: Path) -> None:
    denial = told(
        "denial",
        f"{JULE} bestritt ein Telefonat mit {MARA}.",
        said=[(JULE, f"ein Telefonat mit {MARA}", "deny")],
        met=[("call", (MARA, JULE), "2026-03-03", "denied", f"ein Telefonat mit {MARA}")],
    )
    with kept(tmp_path, call("a", "2026-03-03"), denial) as store:
        assert [c.status for c in contacts(store)] == ["denied"]
        (dispute,) = store.disputes(Query())
        assert dispute.kind == "denies the contact"
        assert dispute.across
        assert [item.report.id for item in dispute.claim] == ["a"]
        assert [item.statement.statement.id for item in dispute.denial if item.statement] == ["s1"]
        assert contacts(store)[0].disputes == (dispute.id,)


def test_linking_twice_does_nothing_and_again_gives_the_same(tmp_path: Path) -> None:
    with kept(tmp_path, call("a", "2026-03-03"), call("b", None)) as store:
        before = list(lines(store))
        assert not link(store)
        assert link(store, again=True)
        assert list(lines(store)) == before
        assert list(problems(store)) == []


@pytest.mark.parametrize("seed", range(3))
def test_links_do_not_depend_on_the_order_of_reading(tmp_path: Path, seed: int) -> None:
    reports = [
        told(
            "agency", LONG, said=[(MARA, "die Ebbe habe 37 Kähne auf Grund gesetzt")], published="2026-03-03"
        ),
        told("portal", REWRITTEN, said=[(MARA, "Die Ebbe habe 37 Kähne auf Grund gesetzt")]),
        told("abroad", ENGLISH, said=[(MARA, "the low tide had grounded 37 barges")], language="en"),
        *(call(f"call{n}", "2026-03-03" if n % 2 else None) for n in range(5)),
    ]
    with kept(tmp_path, *reports) as store:
        expected = list(lines(store))
    random.Random(seed).shuffle(reports)
    with open_store(tmp_path / "other.db", create=True) as store:
        for report in reports:  # linked in between, as after an interruption
            keep(store, report)
            if report.id in ("portal", "call2"):
                link(store)
        link(store)
        assert list(lines(store)) == expected


def test_a_contact_in_the_background_makes_no_story(tmp_path: Path) -> None:
    talk, treaty, behind = (
        f"{MARA} und {JULE} haben telefoniert.",
        f"{MARA} und Nils Aubert trafen sich.",
        "Der Hafen blieb am Abend geschlossen. Die Lotsen warteten. Am Kai war es still. " * 2,
    )
    own = "Es geht um Zölle auf Holz. Beide Seiten lobten den Ton. Ein Papier soll bald folgen. " * 2
    called = ("call", (MARA, JULE), "2026-03-04", "held", "haben telefoniert")
    met = ("meeting", (MARA, "Nils Aubert"), "2026-03-05", "held", "trafen sich")
    reports = [
        told("a", f"{talk} {behind} {behind}", met=[called]),  # type: ignore[list-item]
        told("b", f"{talk} Niemand weiß mehr. Es regnete stark.", met=[called]),  # type: ignore[list-item]
        told("c", f"{treaty} {own} {talk}", met=[met, called]),  # type: ignore[list-item]
    ]
    with kept(tmp_path, *reports) as store:
        stories = {frozenset(ref.id for ref in story.reports) for story in store.stories()}
    assert stories == {frozenset("ab"), frozenset("c")}


def test_a_story_is_seen_on_every_day_on_which_it_was_reported(tmp_path: Path) -> None:
    first, second = call("a", "2026-03-03"), call("b", "2026-03-03", published="2026-03-04")
    with kept(tmp_path, first, second) as store:
        assert store.days() == ("2026-03-05", "2026-03-04")
        for day, order in (("2026-03-05", ["a", "b"]), ("2026-03-04", ["b", "a"])):
            assert [[ref.id for ref in story.reports] for story in store.stories(day)] == [order]
        assert store.stories("2026-03-03") == ()


def test_one_denial_of_a_contact_is_one_dispute_named_by_the_contact(tmp_path: Path) -> None:
    import msgspec

    from wortlaut.record import Dispute

    words = f"ein Telefonat mit {MARA}"
    denial = told(
        "denial",
        f"{JULE} bestritt {words}.",
        said=[(JULE, words, "deny")],
        met=[("call", (MARA, JULE), "2026-03-03", "denied", words)],
    )
    twice = tuple(
        Dispute(claim=("c1",), denial=("s1",), about="bestritt", kind=kind)
        for kind in ("denies the contact", "denies the fact")
    )
    denial = msgspec.structs.replace(denial, disputes=twice)
    with kept(tmp_path, call("a", "2026-03-03"), denial) as store:
        (dispute,) = store.disputes(Query())
    assert (dispute.kind, dispute.across) == ("denies the contact", True)
    assert dispute.about == "Telefonat Lindqvist – Okoro am 3. März 2026"
    assert [item.report.id for item in dispute.claim] == ["a"]


def test_a_sentence_of_a_long_post_is_not_the_whole_post_in_one_report(tmp_path: Path) -> None:
    short, long = (
        "die Ebbe habe viele Kähne auf Grund gesetzt",
        "Ich danke allen Helfern am Kai. Die Ebbe hat viele Kähne auf Grund gesetzt. Bald wird alles gut.",
    )
    post = told("a", f"{MARA} sagte, {short}. {long}", said=[(MARA, short), (MARA, long)])
    with kept(tmp_path, post) as store:
        assert {entry.utterance for entry in store.statements(Query())} == {None}
