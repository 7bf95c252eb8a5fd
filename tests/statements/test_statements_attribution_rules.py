"""What must hold whatever the statements, and of the words the rules ask for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.languages import load, passage
from wortlaut.record import ACTS, Actor, Source, Span, Statement
from wortlaut.statements import attribute
from wortlaut.statements.attribution.via import is_outlet
from wortlaut.statements.attribution.words import act_words

LANGUAGES = ["de", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_signals_an_act_there_is(language: str) -> None:
    words = act_words(language)
    signs = [sign for signs in words.verbs.values() for sign in signs] + list(words.nouns.values())
    assert {sign.act for sign in signs} - {"judge"} <= set(ACTS)
    assert {sign.act for sign in signs} >= set(ACTS) - {"state"}
    assert set(words.beside.values()) <= set(ACTS)
    assert len({sign.lemma for sign in signs}) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_lemma_signals_one_act_only(language: str) -> None:
    entries = [lemma for lemmas in load(language, "acts")["verbs"].values() for lemma in lemmas]
    assert [lemma for lemma in entries if entries.count(lemma) > 1] == []


@pytest.mark.parametrize(
    ("name", "outlet"), [("Nordland-Zeitung", True), ("AFP", True), ("Anna Berg", False)]
)
def test_outlets(name: str, outlet: bool) -> None:
    assert is_outlet(name, "de") is outlet


def test_language_without_words_still_has_its_speakers() -> None:
    text = "Anna Berg a dit qu'il pleut."
    told = Statement(id="s", source=Source(span=(0, 9)), cue=(12, 15), content=((16, 27),), form="indirect")
    actor = Actor(id="a", name="Anna Berg", kind="person", mentions=((0, 9),))
    (found,) = attribute(passage(text, "fr"), [told], [actor], [])
    assert (found.source.actor, found.act, found.via) == ("a", "state", ())


WORDS = [
    "Anna",
    "Berg",
    "sagte",
    "warf",
    "vor",
    "zu",
    "so",
    "laut",
    "der",
    "Zeitung",
    "will",
    "müsse",
    "?",
    ",",
    ".",
    "\n",
    "told",
]


def _spans(length: int) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, length - 1), st.integers(1, length))
    return ends.map(lambda pair: (min(pair), max(pair[1], pair[0] + 1, min(pair) + 1)))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_spans_are_read(data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30)))
    language = data.draw(st.sampled_from([*LANGUAGES, "fr"]))
    span = _spans(len(text))
    told = [
        Statement(
            id=f"s{i}",
            source=Source(span=data.draw(st.none() | span)),
            cue=data.draw(st.none() | span),
            content=tuple(sorted(data.draw(st.lists(span, max_size=2)))),
            form=data.draw(st.sampled_from(["direct", "indirect", "mixed"])),
        )
        for i in range(data.draw(st.integers(0, 4)))
    ]
    actors = [
        Actor(
            id=f"a{i}",
            name=data.draw(st.sampled_from(["Anna", "Zeitung"])),
            kind="person",
            mentions=(data.draw(span),),
        )
        for i in range(3)
    ]
    found = attribute(passage(text, language), told, actors, [], "2025-03-20")
    ids = {actor.id for actor in actors}
    assert [s.id for s in found] == [s.id for s in told]
    for before, after in zip(told, found, strict=True):
        assert (after.content, after.cue, after.source.span, after.form) == (
            before.content,
            before.cue,
            before.source.span,
            before.form,
        )
        assert after.act in ACTS
        assert {*after.via, *after.addressee} <= ids
        assert len(set(after.via)) == len(after.via)
        assert after.source.actor is None or after.source.actor not in after.via


def test_time_grows_with_the_number_of_statements() -> None:
    def seconds(number: int) -> float:
        sentence = "Anna Berg sagte der Zeitung, es regne. "
        text = sentence * number
        starts = [i * len(sentence) for i in range(number)]
        told = [
            Statement(
                id=f"s{s}",
                source=Source(span=(s, s + 9)),
                cue=(s + 10, s + 15),
                content=((s + 29, s + 37),),
                form="indirect",
            )
            for s in starts
        ]
        actors = [
            Actor(id="a", name="Anna Berg", kind="person", mentions=tuple((s, s + 9) for s in starts)),
            Actor(
                id="z", name="Zeitung", kind="organisation", mentions=tuple((s + 20, s + 27) for s in starts)
            ),
        ]
        words = passage(text, "de")
        before = time.process_time()
        attribute(words, told, actors, [])
        return time.process_time() - before

    seconds(10)
    assert seconds(400) < 40 * max(seconds(50), 0.01)
