"""The inflection of verbs, what counts as speech in quotation marks, and the decider."""

from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements.german.decide import decide
from wortlaut.statements.german.found import Found
from wortlaut.statements.german.lexicon import lexicon
from wortlaut.statements.german.quoted import spoken
from wortlaut.statements.german.units import trimmed, units


@pytest.mark.parametrize(
    ("word", "lemma", "mood"),
    [
        ("sagte", "sagen", "past"),
        ("sage", "sagen", "k1"),
        ("widersprach", "widersprechen", "past"),
        ("widersprochen", "widersprechen", "part"),
        ("mitgeteilt", "mit|teilen", "part"),
        ("mitzuteilen", "mit|teilen", "zuinf"),
        ("teilte", "mit|teilen", "past"),
        ("gäbe", "geben", "k2"),
        ("kritisiert", "kritisieren", "part"),
        ("fordere", "fordern", "k1"),
        ("antwortete", "antworten", "past"),
        ("sei", "*", "k1"),
    ],
)
def test_a_form_is_read_as_its_verb(word: str, lemma: str, mood: str) -> None:
    assert (lemma, mood) in {(form.lemma, form.mood) for form in lexicon().readings(word)}


def test_a_parted_verb_waits_for_its_prefix() -> None:
    assert {f.prefix for f in lexicon().readings("räumte") if f.lemma == "ein|räumen"} == {"ein"}
    assert {f.prefix for f in lexicon().readings("einräumte") if f.lemma == "ein|räumen"} == {""}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("„Wir gehen heute“, sagte Berg.", 1),
        ("„Die Lage“, sagte Berg, „ist ernst.“", 2),
        ("Er las die „Landauer Zeitung“ am Abend.", 0),
        ("Er sei „zutiefst besorgt“, sagte Berg.", 0),
        ("Sie gehen gegen «Leute, die nichts tun» mit Härte vor.", 0),
        ("Berg: „Nein!“", 1),
    ],
)
def test_speech_is_told_from_names_and_pieces(text: str, count: int) -> None:
    assert len(spoken(passage(text, "de"))) == count


def test_a_quotation_of_many_sentences_stays_in_one_unit() -> None:
    text = "Berg sagte: „Wir gehen. Wir kommen nie wieder. Das war es.“ Dann ging sie."
    outer = [u for u in units(passage(text, "de")) if not u.inside]
    assert [text[u.start : u.end] for u in outer] == [text[:-15], "Dann ging sie."]


def test_trimming_leaves_no_mark_at_the_edges() -> None:
    assert trimmed("„ Wir gehen.“,", (0, 14)) == (2, 11)
    assert trimmed("„.“", (0, 3)) is None


def candidate(weight: int, cue: tuple[int, int] | None, *content: tuple[int, int]) -> Found:
    return Found("test", weight, (), cue, None, content)


def test_of_two_candidates_with_one_cue_the_heavier_stays() -> None:
    light, heavy = candidate(10, (0, 4), (5, 20)), candidate(20, (0, 4), (5, 40))
    assert decide([light, heavy]) == (heavy,)


def test_running_speech_gives_way_to_a_statement_with_a_cue() -> None:
    cued, bare = candidate(60, (30, 35), (0, 29)), candidate(15, None, (0, 40))
    assert decide([bare, cued]) == (cued,)


def test_nested_statements_both_stay() -> None:
    outer, inner = candidate(60, (0, 4), (5, 60)), candidate(60, (10, 14), (15, 30))
    assert decide([inner, outer]) == (outer, inner)
