from __future__ import annotations

from wortlaut.annotate import annotate
from wortlaut.record import Received, problems


def test_a_record_is_sound_and_always_the_same() -> None:
    received = Received(id="r", text="Anna Berg sagte am Montag, es regne.\n", language="de")
    report = annotate(received)
    assert problems(report) == []
    assert annotate(received) == report
