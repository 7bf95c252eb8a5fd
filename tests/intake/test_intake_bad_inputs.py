"""Whatever the input: no traceback, no hang, a word for each failure, and the good ones are read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bad_inputs import TEXT, Case, cases
from wortlaut.errors import IntakeError
from wortlaut.intake import Ignored, UnreadableError, receive
from wortlaut.record import Received

ALL = cases()
SECONDS = 20


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 200


@pytest.mark.parametrize("case", ALL, ids=lambda case: ascii(case.name)[1:40])
def test_each_is_read_or_says_why_not(case: Case, tmp_path: Path) -> None:
    path = tmp_path / case.name
    if "\x00" not in case.name and len(case.name) < 256:
        case.make(path)
    begun = time.monotonic()
    outcomes = list(receive([str(path)]))
    assert time.monotonic() - begun < SECONDS
    reports = [outcome for outcome in outcomes if isinstance(outcome, Received)]
    errors = [outcome for outcome in outcomes if isinstance(outcome, IntakeError)]
    assert len(reports) + len(errors) + sum(isinstance(outcome, Ignored) for outcome in outcomes) == len(
        outcomes
    )
    assert all(report.text.strip() and report.id for report in reports)
    assert all(error.trouble and error.remedy and "Traceback" not in str(error) for error in errors)
    if case.fate == "read":
        assert reports, [str(error) for error in errors]
        assert case.contains in reports[0].text
    elif case.fate == "error":
        assert errors
        assert not reports
        assert case.contains in str(errors[0])


def test_the_good_are_read_among_the_bad(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for case in ALL:
        if (
            "\x00" not in case.name
            and len(case.name) < 256
            and "bomb" not in case.name
            and "large" not in case.name
        ):
            case.make(folder / case.name)
    (folder / "zz-good.txt").write_text(TEXT, encoding="utf-8")
    outcomes = list(receive([str(folder), str(tmp_path / "none.txt"), str(folder / "zz-good.txt")]))
    last = outcomes[-1]
    assert isinstance(outcomes[-2], UnreadableError)
    assert isinstance(last, Received)
    assert last.text == TEXT
    good = {case.name for case in ALL if case.fate == "read"}
    assert len([outcome for outcome in outcomes if isinstance(outcome, Received)]) >= 0.8 * len(good)
