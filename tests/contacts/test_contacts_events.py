"""Tellings of one event are one contact; dates, initiators and what others say of it."""

from __future__ import annotations

from collections.abc import Callable

from wortlaut.contacts import find_contacts
from wortlaut.languages import passage
from wortlaut.record import Actor, Contact, Source, Statement, Time
from wortlaut.record.types import Act

Named = Callable[..., list[Actor]]


def find(
    text: str, actors: list[Actor], *said: Statement, times: dict[str, str] | None = None
) -> list[Contact]:
    dated = [
        Time(span=(text.index(words), text.index(words) + len(words)), type="DATE", value=value)
        for words, value in (times or {}).items()
    ]
    return list(find_contacts(passage(text, "de"), actors, dated, said))


def say(text: str, source: str, content: str, actor: str | None, act: Act = "state") -> Statement:
    start, own = text.index(content), text.index(source)
    return Statement(
        id="s1",
        source=Source(span=(own, own + len(source)), actor=actor),
        cue=None,
        content=((start, start + len(content)),),
        form="indirect",
        act=act,
    )


def test_what_points_back_adds_to_the_contact_and_makes_none(named: Named) -> None:
    text = (
        "Kolm telefonierte mit Radek. Während dieses Telefonats lachte Sand. Nach dem Telefonat schwieg Kolm."
    )
    (contact,) = find(text, named(text))
    assert set(contact.participants) == {"kolm", "radek"}
    assert [text[s:e] for s, e in contact.evidence] == [
        "Kolm telefonierte mit Radek",
        "Während dieses Telefonats lachte Sand",
        "Nach dem Telefonat schwieg Kolm",
    ]


def test_two_days_are_two_contacts(named: Named) -> None:
    text = "Kolm traf Radek am 3. Mai. Am 9. Mai traf Kolm den Minister Radek erneut."
    contacts = find(text, named(text), times={"3. Mai": "2031-05-03", "9. Mai": "2031-05-09"})
    assert [c.when for c in contacts] == ["2031-05-03", "2031-05-09"]


def test_one_day_told_twice_is_one_contact_with_the_day(named: Named) -> None:
    text = "Kolm traf Radek. Das Treffen von Kolm und Radek am 3. Mai dauerte lange."
    (contact,) = find(text, named(text), times={"3. Mai": "2031-05-03T10:00"})
    assert contact.when == "2031-05-03"


def test_what_was_held_is_not_what_is_planned(named: Named) -> None:
    text = "Kolm traf Radek. Im Mai wird Kolm den Minister Radek wieder treffen."
    assert [c.status for c in find(text, named(text))] == ["held", "planned"]


def test_a_visit_and_a_meeting_during_it_are_two(named: Named) -> None:
    text = "Kolm besuchte Nordland. Dort traf Kolm den Minister Radek."
    assert [c.kind for c in find(text, named(text))] == ["visit", "meeting"]


def test_separate_talks_are_as_many_as_partners(named: Named) -> None:
    text = "Kolm führte getrennte Gespräche mit Radek und Sand."
    assert [set(c.participants) for c in find(text, named(text))] == [{"kolm", "radek"}, {"kolm", "sand"}]


def test_an_enumeration_that_the_text_parts_later_is_parted(named: Named) -> None:
    text = (
        "Kolm sprach mit Radek und Sand. Kolms Gespräch mit Radek war kurz. Kolms Gespräch mit Sand war lang."
    )
    assert [set(c.participants) for c in find(text, named(text))] == [{"kolm", "radek"}, {"kolm", "sand"}]


def test_their_conference_is_held_by_those_spoken_of(named: Named) -> None:
    text = "Kolm telefonierte mit Radek. Es war der erste Kontakt seit ihrer Videokonferenz."
    contacts = find(text, named(text))
    assert [(c.kind, set(c.participants)) for c in contacts] == [
        ("call", {"kolm", "radek"}),
        ("video", {"kolm", "radek"}),
    ]


def test_a_pronoun_stands_for_its_actor(named: Named) -> None:
    text = "Kolm schwieg. Nur sein Treffen mit Radek lobte er."
    (contact,) = find(text, named(text, kolm="sein"))
    assert set(contact.participants) == {"kolm", "radek"}


def test_whose_wish_it_was(named: Named) -> None:
    text = "Das Telefonat zwischen Kolm und Radek kam auf Wunsch von Radek zustande."
    assert find(text, named(text))[0].initiator == "radek"
    text = "In einem Brief an Radek klagte Kolm."
    assert find(text, named(text))[0].initiator == "kolm"
    text = "Nordland hat den Gesandten Radek einbestellt."
    assert find(text, named(text))[0].initiator == "nordland"


def test_an_unnamed_source_only_alleges(named: Named) -> None:
    text = "Eine anonyme Quelle sagte, Kolm habe mit Radek telefoniert."
    source = Actor(id="quelle", name="anonyme Quelle", kind="anonymous", mentions=((5, 19),))
    said = say(text, "anonyme Quelle", "Kolm habe mit Radek telefoniert", "quelle")
    assert find(text, [*named(text), source], said)[0].status == "alleged"


def test_a_party_that_tells_it_makes_it_held(named: Named) -> None:
    text = "Kolm sagte, Kolm habe mit Radek telefoniert."
    said = say(text, "Kolm", "Kolm habe mit Radek telefoniert", "kolm")
    assert find(text, named(text), said)[0].status == "held"


def test_a_denial_by_act_weighs_more_than_the_telling(named: Named) -> None:
    first = "Eine Quelle sprach von einem Telefonat zwischen Kolm und Radek."
    text = first + " Sand erklärte, ein Telefonat zwischen Kolm und Radek sei erfunden."
    said = say(text, "Sand", "ein Telefonat zwischen Kolm und Radek sei erfunden", "sand", "deny")
    alleged = say(text, "Eine Quelle", "von einem Telefonat zwischen Kolm und Radek", None)
    (contact,) = find(text, named(text), said, alleged)
    assert contact.status == "denied"


def test_the_speaker_takes_part_in_what_he_says_of_himself(named: Named) -> None:
    text = "Kolm plant, mit Radek zu telefonieren."
    said = say(text, "Kolm", "mit Radek zu telefonieren", "kolm", "intend")
    (contact,) = find(text, named(text), said)
    assert (contact.status, set(contact.participants)) == ("planned", {"kolm", "radek"})


def test_every_contact_names_its_rule(named: Named) -> None:
    text = "Kolm telefonierte mit Radek."
    assert find(text, named(text))[0].rule == "de:with:telefonierte"
