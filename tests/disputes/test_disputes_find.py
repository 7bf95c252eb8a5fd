"""One example for each way of denying, rejecting or counting otherwise, and words that only tempt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.disputes import find_disputes
from wortlaut.languages import passage
from wortlaut.record import Contact, Dispute, Source, Statement
from wortlaut.record.types import Act, Wording

Said = tuple[str, str, Act]


def say(text: str, *said: Said) -> list[Statement]:
    """Statements (source, content, act) by their words; ids a, b, c … in order."""
    found = []
    for name, (source, content, act) in zip("abcdef", said, strict=False):
        start = text.index(content)
        own = text.rindex(source, 0, start) if source in text[:start] else text.find(source) if source else -1
        span = (own, own + len(source)) if source else None
        where = Source(span=span, actor=source.lower() or None)
        content_span = ((start, start + len(content)),)
        found.append(
            Statement(id=name, source=where, cue=None, content=content_span, form="indirect", act=act)
        )
    return found


def find(text: str, *said: Said, language: str = "de", contacts: tuple[Contact, ...] = ()) -> list[Dispute]:
    found = list(find_disputes(passage(text, language), say(text, *said), contacts))
    for dispute in found:
        assert dispute.about
        assert dispute.claim
        assert dispute.denial
        assert dispute.rule
    return found


def sides(text: str, side: tuple[str | Wording, ...]) -> list[str]:
    return [text[slice(*item.span)] if isinstance(item, Wording) else item for item in side]


def test_an_accusation_is_sent_back() -> None:
    text = (
        "Die Aufsicht warf Kolm vor, Gelder der Stiftung veruntreut zu haben. Kolm wies den Vorwurf zurück."
    )
    (dispute,) = find(text, ("Aufsicht", "Gelder der Stiftung veruntreut zu haben", "accuse"))
    assert dispute.claim == ("a",)
    assert sides(text, dispute.denial) == ["Kolm wies den Vorwurf zurück"]
    assert dispute.kind == "denies the fact"


def test_the_denying_statement_carries_the_denial() -> None:
    text = "Radek behauptete, Kolm habe das Archiv verbrannt. Kolm bestritt, das Archiv verbrannt zu haben."
    (dispute,) = find(
        text,
        ("Radek", "Kolm habe das Archiv verbrannt", "state"),
        ("Kolm bestritt", "das Archiv verbrannt zu haben", "deny"),
    )
    assert dispute.claim[0] == "a"
    assert "b" in dispute.denial


def test_a_proposition_worded_only_by_its_denial_is_the_claim_too() -> None:
    text = "Das Amt widersprach der Ansicht, dass die Brücke der Westmark unsicher sei."
    (dispute,) = find(text, ("Amt", "dass die Brücke der Westmark unsicher sei", "deny"))
    assert sides(text, dispute.claim) == ["dass die Brücke der Westmark unsicher sei"]
    assert "a" in dispute.denial


def test_a_report_is_denied_in_the_sentence_that_relays_it() -> None:
    text = "Nordland hat Berichte zurückgewiesen, wonach die Grenze zur Westmark geschlossen werde."
    (dispute,) = find(text, ("Berichte", "die Grenze zur Westmark geschlossen werde", "state"))
    assert dispute.claim == ("a",)
    assert isinstance(dispute.denial[0], Wording)


def test_words_after_the_denial_are_the_claim_where_no_statement_is() -> None:
    text = "Nordland hat Berichte zurückgewiesen, die Grenze zur Westmark sei geschlossen."
    (dispute,) = find(text)
    assert sides(text, dispute.claim) == ["die Grenze zur Westmark sei geschlossen"]


def test_a_judgement_points_back() -> None:
    text = (
        "Die Zeitung schrieb, die Reederei plane den Verkauf der Werft. Radek nannte das reine Spekulation."
    )
    (dispute,) = find(
        text,
        ("Zeitung", "die Reederei plane den Verkauf der Werft", "state"),
        ("Radek", "reine Spekulation", "deny"),
    )
    assert dispute.claim == ("a",)
    assert "b" in dispute.denial


def test_a_demand_is_rejected() -> None:
    text = "Die Bauunion forderte, die Steuer auf Holz zu senken. Kolm lehnte die Forderung ab."
    (dispute,) = find(text, ("Bauunion", "die Steuer auf Holz zu senken", "demand"))
    assert dispute.kind == "rejects the demand or plan"
    assert dispute.claim == ("a",)


def test_the_object_says_what_is_rejected() -> None:
    text = "Kolm erteilte Forderungen nach einer Senkung der Holzsteuer eine Absage."
    (dispute,) = find(text)
    assert sides(text, dispute.claim) == ["Forderungen nach einer Senkung der Holzsteuer eine"]


def test_two_figures_for_one_thing() -> None:
    text = "Nach Angaben der Veranstalter kamen 9.000 Menschen, die Polizei zählte 3.000 Teilnehmer."
    (dispute,) = find(text)
    assert dispute.kind == "contradicts the number or detail"
    assert "9.000" in sides(text, dispute.claim)[0]
    assert "3.000" in sides(text, dispute.denial)[0]


def test_a_figure_is_carried_by_its_statement() -> None:
    text = "Die Veranstalter sprachen von 9.000 Menschen. Die Polizei zählte 3.000 Teilnehmer."
    (dispute,) = find(
        text, ("Veranstalter", "von 9.000 Menschen", "state"), ("Polizei", "3.000 Teilnehmer", "state")
    )
    assert (dispute.claim, dispute.denial) == (("a",), ("b",))


def test_two_denials_of_one_claim_are_one_dispute() -> None:
    first = "Die Aufsicht warf Kolm vor, Gelder veruntreut zu haben."
    text = first + " Kolm wies den Vorwurf zurück. Auch Radek bestritt diesen Vorwurf."
    (dispute,) = find(text, ("Aufsicht", "Gelder veruntreut zu haben", "accuse"))
    assert len(dispute.denial) == 2


def test_an_accused_answers_with_a_negation() -> None:
    first = "Die Aufsicht sagte, Kolm habe Gelder der Stiftung veruntreut."
    text = first + " Kolm sagte: Ich habe keine Gelder der Stiftung veruntreut."
    said: tuple[Said, Said] = (
        ("Aufsicht", "Kolm habe Gelder der Stiftung veruntreut", "state"),
        ("Kolm sagte", "Ich habe keine Gelder der Stiftung veruntreut", "state"),
    )
    (dispute,) = find(text, *said)
    assert (dispute.claim, dispute.denial, dispute.rule) == (("a",), ("b",), "answer")


def test_a_denied_contact_is_disputed_by_those_who_deny_it() -> None:
    text = "Eine Quelle sagte, Kolm habe mit Radek telefoniert. Nordland erklärte, es gab kein Telefonat."
    said: tuple[Said, Said] = (
        ("Quelle", "Kolm habe mit Radek telefoniert", "state"),
        ("Nordland", "es gab kein Telefonat", "deny"),
    )
    evidence = tuple(s.content[0] for s in say(text, *said))
    contact = Contact(
        id="c1", kind="call", participants=("kolm", "radek"), status="denied", evidence=evidence
    )
    dispute = find(text, *said, contacts=(contact,))[0]
    assert (dispute.claim, dispute.denial, dispute.kind) == (("c1", "a"), ("b",), "denies the contact")


ENGLISH: list[tuple[str, list[Said], str]] = [
    (
        "The union accused Kolm of selling the archive. Kolm denied the allegation.",
        [("union", "selling the archive", "accuse")],
        "denies the fact",
    ),
    (
        "The paper said Nordland had closed the harbour. Radek dismissed the report as baseless.",
        [("paper", "Nordland had closed the harbour", "state")],
        "denies the fact",
    ),
    (
        "The union demanded lower taxes on timber. Kolm turned down the demand.",
        [("union", "lower taxes on timber", "demand")],
        "rejects the demand or plan",
    ),
    (
        "Organisers counted 9,000 people. Police put the number of protesters at 3,000.",
        [("Organisers", "9,000 people", "state")],
        "contradicts the number or detail",
    ),
]


@pytest.mark.parametrize(("text", "said", "kind"), ENGLISH)
def test_english_denials(text: str, said: list[Said], kind: str) -> None:
    (dispute,) = find(text, *said, language="en")
    assert dispute.kind == kind
    assert dispute.claim == ("a",)


TEMPTING: list[tuple[str, list[Said]]] = [
    (
        "Radek und Sand bestreiten am Sonntag das Finale. Kolm sagte, alle freuten sich.",
        [("Kolm", "alle freuten sich", "state")],
    ),
    ("Unbestritten ist die Lage ernst.", []),
    ("Das Gericht lehnte die Forderung von Kolm ab.", [("Kolm", "Forderung", "demand")]),
    ("Kolm kritisierte den Beschluss scharf.", [("Kolm", "den Beschluss", "criticise")]),
    ("Die Veranstalter sprachen von 9.000 Menschen. Die Polizei zählte 9.000 Teilnehmer.", []),
    ("Kolm hat die Klage zurückgewiesen.", []),
]


@pytest.mark.parametrize(("text", "said"), TEMPTING)
def test_words_that_only_tempt(text: str, said: list[Said]) -> None:
    assert not find(text, *said)


def test_nobody_disputes_himself() -> None:
    text = "Kolm sagte, die Brücke sei sicher. Kolm bestritt Fehler."
    assert not find(text, ("Kolm", "die Brücke sei sicher", "state"), ("Kolm", "Fehler", "deny"))


def test_a_language_without_words_has_no_disputes() -> None:
    assert find_disputes(passage("Kolm nie tout.", "fr"), (), ()) == ()


WORDS = [
    "Kolm",
    "wies",
    "zurück",
    "den",
    "Vorwurf",
    ",",
    "dass",
    "bestritt",
    "nicht",
    "falsch",
    "sei",
    ".",
    "9.000",
    "Polizei",
    "Menschen",
    "Veranstalter",
    "\n",
    ":",
    "das",
]


@given(
    text=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)),
    language=st.sampled_from(["de", "en"]),
    cut=st.integers(0, 60),
)
def test_no_text_makes_it_raise(text: str, language: str, cut: int) -> None:
    middle = min(cut, len(text))
    halves = [span for span in ((0, middle), (middle, len(text))) if span[0] < span[1]]
    acts: tuple[Act, Act] = ("state", "deny")
    statements = [
        Statement(id=f"s{i}", source=Source(), cue=None, content=(span,), form="indirect", act=act)
        for i, (span, act) in enumerate(zip(halves, acts, strict=False))
    ]
    for dispute in find_disputes(passage(text, language), statements, ()):
        for side in (*dispute.claim, *dispute.denial):
            assert isinstance(side, str) or 0 <= side.span[0] < side.span[1] <= len(text)
