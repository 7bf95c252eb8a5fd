from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.languages import passage
from wortlaut.record import Statement
from wortlaut.statements.english import find
from wortlaut.statements.english.model import model
from wortlaut.statements.english.reading import stem
from wortlaut.statements.english.units import QUOTATION, lines


def found(text: str) -> tuple[Statement, ...]:
    return find(passage(text, "en")).statements


def read(text: str) -> list[tuple[str | None, str | None, list[str], str]]:
    return [
        (
            text[slice(*s.source.span)] if s.source.span else None,
            text[slice(*s.cue)] if s.cue else None,
            [text[slice(*piece)] for piece in s.content],
            s.form,
        )
        for s in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "form"),
    [
        (
            "Nora Vale said that the harbor would open in May.",
            "Nora Vale", "said", ["that the harbor would open in May"], "indirect",
        ),
        ("The harbor opens in May, Vale said.", "Vale", "said", ["The harbor opens in May"], "indirect"),
        (
            "“The harbor will open in May,” said Nora Vale, the minister.",
            "Nora Vale, the minister", "said", ["The harbor will open in May"], "direct",
        ),
        (
            "\"We will open it,\" Vale said. \"The storm is over.\"",
            "Vale", "said", ["We will open it", "The storm is over"], "direct",
        ),
        (
            "The minister called the plan “a gift to the rich families of Arvonia.”",
            "minister", "called", ["the plan “a gift to the rich families of Arvonia"], "mixed",
        ),
        (
            "According to the report, the bridge was built in haste.",
            "report", "According to", ["the bridge was built in haste"], "indirect",
        ),
        (
            "A new poll shows that most voters want an election.",
            "new poll", "shows", ["that most voters want an election"], "indirect",
        ),
        ("Vale promised to lower taxes.", "Vale", "promised", ["to lower taxes"], "indirect"),
        (
            "Many voters believe that the bridge is unsafe.",
            "Many voters", "believe", ["that the bridge is unsafe"], "indirect",
        ),
        ("“Why did nobody ask?” Vale wrote.", "Vale", "wrote", ["Why did nobody ask?"], "direct"),
    ],
)  # fmt: skip
def test_each_construction_is_read(text: str, source: str, cue: str, content: list[str], form: str) -> None:
    assert (source, cue, content, form) in read(text)


def test_an_unquoted_sentence_without_speech_is_no_statement() -> None:
    assert read("The harbor opened in May. Two ships left on Monday.") == []


def test_words_in_quotation_marks_alone_are_no_statement() -> None:
    assert read("The “Old Harbor” lies in the north of Arvonia.") == []


def test_a_quotation_signed_behind_a_dash() -> None:
    assert read("“We have seen worse winters than this.” ― Nora Vale") == [
        ("Nora Vale", "―", ["We have seen worse winters than this"], "direct")
    ]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“We shall see what the winter brings,” Vale said. “It is long.\n\n“Then we shall decide.”"
    ((source, cue, content, form),) = read(text)
    assert (source, cue, form) == ("Vale", "said", "direct")
    assert content == ["We shall see what the winter brings", "It is long", "Then we shall decide"]


def test_a_transcript_is_read_turn_by_turn() -> None:
    text = "OAK: Will you resign?\n\nVALE: No. I was elected.\n\nOAK: So you will stay?\n"
    assert read(text) == [
        ("OAK", ":", ["Will you resign?"], "direct"),
        ("VALE", ":", ["No. I was elected"], "direct"),
        ("OAK", ":", ["So you will stay?"], "direct"),
    ]


def test_a_quotation_never_closed_does_not_hide_the_others() -> None:
    text = "“We will not go, Vale said.\n\n“They must go,” Oak replied. The hall was full."
    assert ("Oak", "replied", ["They must go"], "direct") in read(text)


def test_ids_count_in_the_order_of_the_text() -> None:
    text = "Vale said that it rained. Oak denied that it rained. Reed wrote that it snowed."
    statements = found(text)
    assert [s.id for s in statements] == [f"s{n}" for n in range(1, len(statements) + 1)]
    starts = [min(a for a, _ in s.content) for s in statements]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_every_statement_names_its_rule() -> None:
    assert all(s.rule for s in found("Vale said that it rained. “It snows again today, of course.”"))


WORDS = [
    "Vale",
    "said",
    "that",
    "it",
    "rains",
    "the",
    "minister",
    "“",
    "”",
    '"',
    "'",
    "„",
    ",",
    ".",
    "?",
    "\n",
    "―",
    ":",
]


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from([*WORDS, " "]), max_size=80))
def test_no_text_fails_and_every_span_lies_inside(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for statement in found(text):
        spans = [*statement.content, statement.cue, statement.source.span]
        assert statement.content
        for span in spans:
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200))
def test_any_characters_are_read(text: str) -> None:
    found(text)


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    # The time for one cue grows with its line: a line has to have an end.
    cut = lines(passage("Vale said that " * 2000, "en"))
    assert len(cut) > 10
    assert max(len(line.units) for line in cut) < 200


def test_a_quotation_is_one_unit_and_its_sentence_goes_on() -> None:
    (line,) = lines(passage("“It rains. It pours! Why?” Vale asked.", "en"))
    assert [unit.word for unit in line.units] == [QUOTATION, "Vale", "asked", "."]


@pytest.mark.parametrize(
    "forms", ["say says said saying", "argue argues argued arguing", "deny denies denied denying"]
)
def test_forms_of_one_verb_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_the_tagger_tells_a_noun_from_a_verb() -> None:
    tagger = model().tagger
    assert tagger.tags(["They", "plan", "to", "vote", "."])[1] == "VBP"
    assert tagger.tags(["The", "plan", "failed", "."])[1] == "NN"
