"""Rules and network on one passage."""

from __future__ import annotations

import dataclasses

import numpy as np

from wortlaut.languages import Passage, passage
from wortlaut.record import Source, Span, Statement
from wortlaut.record.spans import likeness
from wortlaut.statements.combine import combine
from wortlaut.statements.learned.decode import ADDRESSEE, CONTENT, SOURCE
from wortlaut.statements.learned.decode import CUE as SIGNAL
from wortlaut.statements.learned.network import CUE, Reading
from wortlaut.statements.worded import Parts, Worded

TEXT = "Tolm und Weber sagten der Zeitung, es reiche. Der Kanal meint, die Bahn sei pleite."
LABELS = {
    "Tolm": SOURCE,
    "Weber": SOURCE,
    "sagten": SIGNAL,
    "Zeitung": ADDRESSEE,
    "es": CONTENT,
    "reiche": CONTENT,
}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return (start, start + len(words))


def read() -> Passage:
    return passage(TEXT, "de")


def reading(chance: float = 0.9, labels: dict[str, int] = LABELS) -> Reading:
    """What the network sees around „sagten“."""
    words = read()
    table = np.full((len(words.tokens), 7), 0.01, np.float32)
    for index in range(len(words.tokens)):
        table[index, labels.get(words.word(index), 0)] = 0.94
    anchor = next(i for i in range(len(words.tokens)) if words.word(i) == "sagten")
    return Reading(anchor, CUE, chance, 0, table, np.full(19, 1 / 19, np.float32))


def ruled(content: str, source: str, cue: str) -> Statement:
    return Statement(
        id="s1",
        source=Source(span=span(source)),
        cue=span(cue),
        content=(span(content),),
        form="indirect",
        rule="verb v2",
    )


def rules(*statements: Statement) -> Worded:
    return Worded(statements, {})


def test_each_speaker_has_a_statement_and_ids_follow_the_text() -> None:
    found = combine(read(), rules(), [reading()])
    assert [(s.id, s.source.span) for s in found.statements] == [("s1", span("Tolm")), ("s2", span("Weber"))]
    assert {s.rule for s in found.statements} == {"network"}
    assert set(found.parts) == {"s1", "s2"}


def test_what_both_found_stands_once_with_the_words_of_the_rule() -> None:
    found = combine(read(), rules(ruled("es reiche", "Tolm und Weber", "sagten")), [reading()])
    assert [s.source.span for s in found.statements] == [span("Tolm und Weber")]
    assert found.parts["s1"].addressee == (span("Zeitung"),)


def test_a_rule_that_the_network_does_not_bear_out_falls() -> None:
    one = ruled("die Bahn sei pleite", "Kanal", "meint")
    assert combine(read(), rules(one), []).statements == ()


def test_what_the_network_doubts_is_no_statement() -> None:
    assert combine(read(), rules(), [reading(chance=0.2)]).statements == ()


def test_a_source_that_the_network_does_not_see_gives_way() -> None:
    found = combine(read(), rules(ruled("es reiche", "Kanal", "sagten")), [reading()])
    assert span("Kanal") not in [s.source.span for s in found.statements]


def test_parties_are_those_who_speak_are_spoken_to_or_relay() -> None:
    assert combine(read(), rules(), [reading()]).parties() == [span("Tolm"), span("Weber"), span("Zeitung")]


def test_likeness_is_shared_over_joint_characters() -> None:
    assert likeness([(0, 10)], [(5, 15)]) == 5 / 15
    assert likeness([(0, 10)], [(10, 20)]) == 0


def test_two_readings_of_one_cue_are_one_statement() -> None:
    found = combine(read(), rules(ruled("es", "Tolm und Weber", "sagten")), [reading()])
    assert len(found.statements) == 1


def test_speech_told_within_speech_is_another_statement() -> None:
    inner = reading(
        labels={
            "Kanal": SOURCE,
            "meint": SIGNAL,
            "die": CONTENT,
            "Bahn": CONTENT,
            "sei": CONTENT,
            "pleite": CONTENT,
        }
    )
    words = read()
    anchor = next(i for i in range(len(words.tokens)) if words.word(i) == "meint")
    inner = dataclasses.replace(inner, token=anchor)
    outer = ruled("Der Kanal meint, die Bahn sei pleite", "Weber", "sagten")
    found = combine(
        words,
        rules(outer),
        [
            inner,
            reading(
                labels={"sagten": SIGNAL, "Weber": SOURCE}
                | dict.fromkeys(("Der", "Kanal", "meint", "die", "Bahn", "sei", "pleite"), CONTENT)
            ),
        ],
    )
    assert [TEXT[slice(*s.source.span)] for s in found.statements if s.source.span] == ["Weber", "Kanal"]


def test_whom_only_a_rule_sees_is_spoken_to() -> None:
    silent = {word: label for word, label in LABELS.items() if label != ADDRESSEE}
    one = ruled("es reiche", "Tolm und Weber", "sagten")
    said = Worded((one,), {"s1": Parts(addressee=(span("Zeitung"),))})
    assert combine(read(), said, [reading(labels=silent)]).parts["s1"].addressee == (span("Zeitung"),)
