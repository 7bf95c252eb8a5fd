"""The passages we wrote to learn from keep every rule of their format."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from training import expand, marked  # noqa: E402
from wortlaut.record.types import ACTS  # noqa: E402


def parsed(words: str) -> marked.MarkedPassage:
    return marked.parse("@ de-test-001 test", words)


def test_every_passage_keeps_the_rules() -> None:
    assert marked.check(marked.files()) == []


def test_there_are_enough_of_them() -> None:
    found = marked.read()
    german = [p for p in found if p.language == "de"]
    assert len(german) >= 1500
    assert len(found) - len(german) >= 300
    acts = {s.act for p in german for s in p.statements}
    assert acts == set(ACTS)
    assert any(not p.statements for p in found), "passages without a statement teach what is none"


def test_a_part_of_each_language_is_kept_back_by_construction() -> None:
    kept = [p for p in marked.read() if p.construction in marked.KEPT_BACK]
    assert {p.language for p in kept} == {"de", "en"}
    varied = expand.expanded(random.Random(1), 2)
    assert not {p.construction for epoch in varied for p in epoch} & marked.KEPT_BACK


def test_marks_become_spans() -> None:
    found = parsed("[s1,v2=p.ahrend Ahrend] [q1 sagte], [c1 [s2=p.bor Bor] [q2 fordere] [c2/demand Geld]].")
    assert found.text == "Ahrend sagte, Bor fordere Geld."
    outer, inner = found.statements
    assert [found.text[a:b] for a, b in outer.content] == ["Bor fordere Geld"]
    assert (inner.act, inner.key) == ("demand", "p.bor")
    assert [(found.text[a:b], key) for (a, b), key in inner.via] == [("Ahrend", "p.ahrend")]


def test_content_in_pieces_and_a_speaker_from_the_context() -> None:
    found = parsed("„[c1 Nein]“, [q1 sagte] [s1=p.ahrend sie], „[c1 nie]“. [c2=p.ahrend Sie gehe].")
    assert len(found.statements[0].content) == 2
    assert found.statements[1].source is None
    assert found.statements[1].key == "p.ahrend"
    assert [marked.form(found, s) for s in found.statements] == ["direct", "indirect"]


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("[s1=p.ahrend Ahrend sagte", "never closed"),
        ("Ahrend] sagte", "closed but not opened"),
        ("[z1 Ahrend]", "mark at"),
        ("[s1 Ahrend] [q1 sagte], [c1 nein]", "has no key"),
        ("[q1 sagte] [q1 erklärte]", "twice"),
    ],
)
def test_broken_marks_are_named(words: str, trouble: str) -> None:
    with pytest.raises(marked.PassageError, match=trouble):
        parsed(words)


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("[s1=p.ahrend Ahrend] [q1 sagte] nichts.", "has no content"),
        ("[c1/shout Nein]", "no act"),
        ("[c1 Nein.]", "ends in a stop"),
        ("[c1 „Nein“]", "quotation marks"),
        ("[c1 Nein ]", "space"),
    ],
)
def test_broken_rules_are_named(words: str, trouble: str) -> None:
    assert any(trouble in problem for problem in marked.problems(parsed(words)))


def test_variants_keep_their_marks() -> None:
    words = "„[c1 Wir gehen]“, [q1 sagte] [s1=p.ahrend Mira Ahrend]. [c2=p.ahrend Ahrends Partei bleibe]."
    for seed in range(20):
        text = expand.varied(words, "de", ["Tolmin", "Weiss"], random.Random(seed))
        found = parsed(text)
        assert [s.number for s in found.statements] == [1, 2]
        assert found.text[slice(*found.statements[0].content[0])] == "Wir gehen"
        assert not marked._quoted_edges(found.text[slice(*found.statements[0].content[0])])
