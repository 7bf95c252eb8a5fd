"""Who says what how, to whom, when and on whose word: short reports with given spans and actors."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from wortlaut.languages import passage
from wortlaut.record import Actor, Form, Source, Span, Statement
from wortlaut.statements import attribute
from wortlaut.times import find_times

PUBLISHED = "2025-03-20"


@dataclass(frozen=True)
class Told:
    """A statement by its words: each is looked for in the text, from the beginning."""

    content: str
    cue: str | None = None
    source: str | None = None
    form: Form = "indirect"


def span(text: str, words: str | None) -> Span | None:
    if words is None:
        return None
    start = text.find(words)
    return (start, start + len(words)) if start >= 0 else None


def read(text: str, told: list[Told], actors: dict[str, list[str]], language: str = "de") -> list[Statement]:
    words = passage(text, language)
    statements = []
    for number, one in enumerate(told):
        content = span(text, one.content)
        assert content is not None
        source = Source(span=span(text, one.source))
        statements.append(
            Statement(
                id=f"s{number}", source=source, cue=span(text, one.cue), content=(content,), form=one.form
            )
        )
    found = [
        Actor(id=mentions[0], name=mentions[0], kind=kind, mentions=_mentions(text, mentions))  # type: ignore[arg-type]
        for kind, mentions in ((k.split()[0], m) for k, m in actors.items())
    ]
    return list(attribute(words, statements, found, find_times(words, PUBLISHED), PUBLISHED))


def _mentions(text: str, names: list[str]) -> tuple[Span, ...]:
    return tuple(found for name in names if (found := span(text, name)) is not None)


BERG, BRAND, SENDER = (
    {"person 1": ["Anna Berg"]},
    {"person 2": ["Otto Brand"]},
    {"organisation": ["Sender Nordfunk"]},
)


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        (
            "Anna Berg warf Otto Brand vor, die Wahl gefälscht zu haben.",
            "warf",
            "die Wahl gefälscht zu haben",
            "accuse",
        ),
        ("Anna Berg teilte mit, dass es regne.", "teilte", "dass es regne", "state"),
        ("Anna Berg kündigte eine Reform an.", "kündigte", "eine Reform", "announce"),
        ("Anna Berg räumte ein, dass Geld fehle.", "räumte", "dass Geld fehle", "confirm"),
        ("Anna Berg wies die Vorwürfe zurück.", "wies", "die Vorwürfe", "deny"),
        ("Anna Berg wies den Plan zurück.", "wies", "den Plan", "refuse"),
        ("Anna Berg will im Mai abtreten.", "will", "im Mai abtreten", "intend"),
        ("Anna Berg will nicht abtreten.", "will", "nicht abtreten", "refuse"),
        ("Anna Berg sagte zu, zu kommen.", "sagte", "zu kommen", "promise"),
        ("Anna Berg sagte zu Otto Brand, dass es regne.", "sagte", "dass es regne", "state"),
        ("Anna Berg sagte, das sei frei erfunden.", "sagte", "das sei frei erfunden", "deny"),
        ("Anna Berg nannte den Plan eine Katastrophe.", "nannte", "den Plan eine Katastrophe", "criticise"),
        ("Anna Berg nannte den Plan hervorragend.", "nannte", "den Plan hervorragend", "praise"),
        ("Anna Berg erhob den Vorwurf, man habe gelogen.", "erhob", "man habe gelogen", "accuse"),
        ("Anna Berg antwortete auf die Frage, es regne.", "antwortete", "es regne", "state"),
        ("Nach Ansicht von Anna Berg regnet es zu viel.", "Ansicht", "regnet es zu viel", "believe"),
        ("Anna Berg sagte, Otto Brand müsse gehen.", "sagte", "Otto Brand müsse gehen", "demand"),
        ("Anna Berg sagte, man müsse warten.", "sagte", "man müsse warten", "state"),
        ("Anna Berg geht davon aus, dass es regnen wird.", "geht", "dass es regnen wird", "expect"),
        ("Anna Berg geht davon aus, dass es regnet.", "geht", "dass es regnet", "believe"),
        ("Anna Berg wird den Rat warnen, dass Geld fehlt.", "warnen", "dass Geld fehlt", "intend"),
        ("Anna Berg bestand auf einem Abzug.", "bestand", "einem Abzug", "demand"),
        ("Anna Berg schloss Zugeständnisse aus.", "schloss", "Zugeständnisse", "refuse"),
        ("Anna Berg schloss aus, dass es ein Unfall war.", "schloss", "dass es ein Unfall war", "state"),
        ("Anna Berg zeigte sich zuversichtlich, dass es gelingt.", "zeigte", "dass es gelingt", "expect"),
    ],
)
def test_german_act(text: str, cue: str, content: str, act: str) -> None:
    (found,) = read(text, [Told(content, cue, "Anna Berg")], BERG | BRAND)
    assert found.act == act


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        ("Anna Berg denied that she had lied.", "denied", "that she had lied", "deny"),
        ("Anna Berg accused Otto Brand of lying.", "accused", "of lying", "accuse"),
        ("Anna Berg said talks would resume.", "said", "talks would resume", "state"),
        ("Anna Berg promised to help.", "promised", "to help", "promise"),
        ("Anna Berg plans to leave.", "plans", "to leave", "intend"),
        ("Anna Berg called the plan a disgrace.", "called", "the plan a disgrace", "criticise"),
        ("Anna Berg dismissed the reports.", "dismissed", "the reports", "deny"),
        ("Anna Berg rejected the allegations.", "rejected", "the allegations", "deny"),
        ("Anna Berg rejected the offer.", "rejected", "the offer", "refuse"),
        ("Anna Berg called for a ceasefire.", "called", "for a ceasefire", "demand"),
        ("Anna Berg ruled that it was legal.", "ruled", "that it was legal", "state"),
        ("Anna Berg hopes it rains.", "hopes", "it rains", "expect"),
        ("Anna Berg swore to stay.", "swore", "to stay", "promise"),
    ],
)
def test_english_act(text: str, cue: str, content: str, act: str) -> None:
    (found,) = read(text, [Told(content, cue, "Anna Berg")], BERG | BRAND, "en")
    assert found.act == act


def test_question_is_asked() -> None:
    text = "„Wann kommt ihr?“, sagte Anna Berg."
    (found,) = read(text, [Told("Wann kommt ihr?", "sagte", "Anna Berg", "direct")], BERG)
    assert found.act == "ask"


def test_sentence_before_introduces_the_act_and_whom_it_is_aimed_at() -> None:
    text = "Anna Berg erhob schwere Vorwürfe gegen Otto Brand. „Er hat gelogen“, so Anna Berg."
    (found,) = read(text, [Told("Er hat gelogen", "so", "Anna Berg", "direct")], BERG | BRAND)
    assert (found.act, found.addressee) == ("accuse", ("Otto Brand",))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Anna Berg forderte Otto Brand auf, zu gehen.", "forderte", "zu gehen"),
        ("Anna Berg sagte dem Minister Otto Brand, dass es regne.", "sagte", "dass es regne"),
        ("Gegenüber Otto Brand sagte Anna Berg, dass es regne.", "sagte", "dass es regne"),
        ("Am Montag, als Anna Berg Otto Brand vorwarf, er lüge, war Streit.", "vorwarf", "er lüge"),
        ("Anna Berg verlangt Hilfe von Otto Brand.", "verlangt", "Hilfe von Otto Brand"),
    ],
)
def test_addressee(text: str, cue: str, content: str) -> None:
    actors = {"person 1": ["Anna Berg"], "person 2": ["Otto Brand", "Minister Otto Brand"]}
    (found,) = read(text, [Told(content, cue, "Anna Berg")], actors)
    assert found.addressee == ("Otto Brand",)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Anna Berg sagte nach dem Besuch von Otto Brand, dass es regne.", "sagte", "dass es regne"),
        ("Anna Berg sagte mit Otto Brand, dass es regne.", "sagte", "dass es regne"),
        ("Anna Berg sagte, dass Otto Brand komme.", "sagte", "dass Otto Brand komme"),
    ],
)
def test_no_addressee(text: str, cue: str, content: str) -> None:
    (found,) = read(text, [Told(content, cue, "Anna Berg")], BERG | BRAND)
    assert found.addressee == ()


def test_english_addressee() -> None:
    (found,) = read(
        "Anna Berg told Otto Brand that it rained.",
        [Told("that it rained", "told", "Anna Berg")],
        BERG | BRAND,
        "en",
    )
    assert found.addressee == ("Otto Brand",)
    (found,) = read(
        "Anna Berg accused Otto Brand of lying.",
        [Told("Otto Brand of lying", "accused", "Anna Berg")],
        BERG | BRAND,
        "en",
    )
    assert found.addressee == ("Otto Brand",)


def test_who_is_attacked_may_be_all_the_content() -> None:
    text = "Otto Brand: Nun attackiert auch Anna Berg."
    (found,) = read(text, [Told("Otto Brand", "attackiert", "Anna Berg")], BERG | BRAND)
    assert (found.act, found.addressee) == ("criticise", ("Otto Brand",))


def test_speech_goes_on_with_the_outer_speaker() -> None:
    text = "Anna Berg sagte, Otto Brand wolle gehen. Das sei gut."
    told = [
        Told("Otto Brand wolle gehen", "sagte", "Anna Berg"),
        Told("gehen", "wolle", "Otto Brand"),
        Told("Das sei gut"),
    ]
    assert [s.source.actor for s in read(text, told, BERG | BRAND)] == [
        "Anna Berg",
        "Otto Brand",
        "Anna Berg",
    ]


def test_criticism_of_words_does_not_relay_them() -> None:
    text = "Anna Berg kritisierte die Ankündigung von Otto Brand, zu gehen."
    told = [
        Told("die Ankündigung von Otto Brand, zu gehen", "kritisierte", "Anna Berg"),
        Told("zu gehen", "Ankündigung", "Otto Brand"),
    ]
    assert [s.via for s in read(text, told, BERG | BRAND)] == [(), ()]


def test_partners_of_an_agreement_address_each_other() -> None:
    text = "Anna Berg und Otto Brand einigten sich darauf, zu handeln."
    told = [Told("zu handeln", "einigten", "Anna Berg"), Told("zu handeln", "einigten", "Otto Brand")]
    one, two = read(text, told, BERG | BRAND)
    assert (one.act, one.addressee, two.addressee) == ("agree", ("Otto Brand",), ("Anna Berg",))


def test_medium_and_day_as_the_clause_tells_them() -> None:
    text = "Auf einer Pressekonferenz am 19. März sagte Anna Berg, dass am 1. Februar Wahl war."
    (found,) = read(text, [Told("dass am 1. Februar Wahl war", "sagte", "Anna Berg")], BERG)
    assert (found.medium, found.when) == ("Pressekonferenz", "2025-03-19")


def test_day_of_an_occasion_named_in_the_sentence_before() -> None:
    text = "Am 18. März telefonierten beide. Während dieses Telefonats versprach Anna Berg, zu kommen."
    (found,) = read(text, [Told("zu kommen", "versprach", "Anna Berg")], BERG)
    assert (found.medium, found.when) == ("Telefonat", "2025-03-18")


def test_name_of_a_medium_goes_before_a_word_for_it() -> None:
    text = "In einem Beitrag auf Truth Social schrieb Anna Berg, es regne."
    (found,) = read(text, [Told("es regne", "schrieb", "Anna Berg")], BERG)
    assert found.medium == "Truth Social"


def test_nothing_is_said_after_the_day_of_publication() -> None:
    text = "Vor dem Treffen am 30. April sagte Anna Berg, es regne."
    (found,) = read(text, [Told("es regne", "sagte", "Anna Berg")], BERG)
    assert found.when is None


def test_outlet_that_is_spoken_to_relays_this_and_what_follows() -> None:
    text = "„Es regnet“, sagte Anna Berg gestern dem Sender Nordfunk. Man müsse warten."
    told = [Told("Es regnet", "sagte", "Anna Berg", "direct"), Told("Man müsse warten")]
    first, second = read(text, told, BERG | SENDER)
    assert (first.via, first.addressee) == (("Sender Nordfunk",), ("Sender Nordfunk",))
    assert (second.source.actor, second.via, second.addressee) == ("Anna Berg", ("Sender Nordfunk",), ())
    assert first.when == second.when == "2025-03-19"


def test_outlet_that_only_stands_in_the_sentence_relays_nothing() -> None:
    text = "Anna Berg sagte, der Sender Nordfunk lüge."
    (found,) = read(text, [Told("der Sender Nordfunk lüge", "sagte", "Anna Berg")], BERG | SENDER)
    assert found.via == ()


def test_speech_within_speech_is_had_through_all_who_tell_it() -> None:
    text = "Der Sender Nordfunk berichtete, dass Anna Berg sagte, Otto Brand fordere Geld."
    told = [
        Told("dass Anna Berg sagte, Otto Brand fordere Geld", "berichtete", "Sender Nordfunk"),
        Told("Otto Brand fordere Geld", "sagte", "Anna Berg"),
        Told("Geld", "fordere", "Otto Brand"),
    ]
    assert [s.via for s in read(text, told, BERG | BRAND | SENDER)] == [
        (),
        ("Sender Nordfunk",),
        ("Anna Berg", "Sender Nordfunk"),
    ]


def test_nobody_named_is_nobody() -> None:
    text = "Es wurde gefordert, dass alle gehen. Anna Berg schwieg."
    (found,) = read(text, [Told("dass alle gehen", "gefordert")], BERG)
    assert (found.source.actor, found.act) == (None, "demand")


def test_two_named_by_one_word_speak_one_statement_each() -> None:
    text = "Beide sagten, es regne."
    told = [Told("es regne", "sagten", "Beide")] * 2
    actors = {"person 1": ["Anna Berg", "Beide"], "person 2": ["Otto Brand", "Beide"]}
    words = passage(text, "de")
    mentions = ((0, 5),)
    found = attribute(
        words,
        [
            Statement(
                id=f"s{i}", source=Source(span=(0, 5)), cue=(6, 12), content=((14, 22),), form="indirect"
            )
            for i in range(len(told))
        ],
        [Actor(id=names[0], name=names[0], kind="person", mentions=mentions) for names in actors.values()],
        [],
    )
    assert [s.source.actor for s in found] == ["Anna Berg", "Otto Brand"]
