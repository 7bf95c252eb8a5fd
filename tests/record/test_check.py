from __future__ import annotations

import msgspec

from wortlaut.record import Contact, Report, Source, Statement, decode, encode, problems

REPORT = Report(
    id="r",
    text="Anna sagte, es regne.",
    language="de",
    statements=(
        Statement(id="s1", source=Source(span=(0, 4)), cue=(5, 10), content=((12, 20),), form="indirect"),
    ),
)


def test_a_sound_record_has_no_problems_and_survives_the_codec() -> None:
    assert problems(REPORT) == []
    assert decode(encode(REPORT)) == REPORT


def test_a_span_outside_the_text_is_a_problem() -> None:
    broken = msgspec.structs.replace(REPORT, body=((0, 99),))
    assert problems(broken) == ["body: span (0, 99) is not inside the text of 21 characters"]


def test_an_unknown_participant_is_a_problem() -> None:
    contact = Contact(id="c1", kind="call", participants=("a", "b"), evidence=((0, 4),))
    broken = msgspec.structs.replace(REPORT, contacts=(contact,))
    assert problems(broken) == [
        "contact c1: there is no actor a",
        "contact c1: there is no actor b",
    ]
