"""Each construction of German reported speech, with invented people and states."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.languages import passage
from wortlaut.statements import find_statements

Row = tuple[str | None, str | None, tuple[str, ...], str]


def read(text: str) -> list[Row]:
    """Source, cue, content and form of each statement, as words."""
    found = find_statements(passage(text, "de"), fast=True)
    return [
        (
            text[slice(*s.source.span)] if s.source.span else None,
            text[slice(*s.cue)] if s.cue else None,
            tuple(text[slice(*c)] for c in s.content),
            s.form,
        )
        for s in found
    ]


CASES = {
    "dass behind the verb": (
        "Ministerin Anna Berg sagte am Montag, dass die Brücke gesperrt bleibe.",
        [("Ministerin Anna Berg", "sagte", ("dass die Brücke gesperrt bleibe",), "indirect")],
    ),
    "subject behind the verb": (
        "Am Montag erklärte die Sprecherin des Senats, Anna Berg, dass der Hafen öffne.",
        [("Sprecherin des Senats, Anna Berg", "erklärte", ("dass der Hafen öffne",), "indirect")],
    ),
    "a main clause in the Konjunktiv": (
        "Der Präsident von Landau sagte, die Lage sei ruhig.",
        [("Präsident von Landau", "sagte", ("die Lage sei ruhig",), "indirect")],
    ),
    "the saying at the end": (
        "Die Lage sei ruhig, teilte das Ministerium mit.",
        [("Ministerium", "teilte", ("Die Lage sei ruhig",), "indirect")],
    ),
    "auxiliary and participle": (
        "Landau hat jedoch erklärt, dass es nur eine Lösung akzeptieren werde.",
        [("Landau", "erklärt", ("dass es nur eine Lösung akzeptieren werde",), "indirect")],
    ),
    "a subject that a relative clause interrupts": (
        "Landau, das den Hafen besetzt hält, hat erklärt, dass es bleiben werde.",
        [("Landau", "erklärt", ("dass es bleiben werde",), "indirect")],
    ),
    "infinitive": (
        "Velt versprach, den Hafen zu öffnen.",
        [("Velt", "versprach", ("den Hafen zu öffnen",), "indirect")],
    ),
    "object": (
        "Er forderte 20 weitere Boote und stellte klar, dass sie nichts kosten dürften.",
        [
            ("Er", "forderte", ("20 weitere Boote",), "indirect"),
            ("Er", "stellte", ("dass sie nichts kosten dürften",), "indirect"),
        ],
    ),
    "object before a parted prefix": (
        "Die Regierung von Landau lehnte den Vorschlag des Nachbarn ab.",
        [("Regierung von Landau", "lehnte", ("den Vorschlag des Nachbarn",), "indirect")],
    ),
    "object before the verb": (
        "Den Vorschlag lehnte sie ab.",
        [("sie", "lehnte", ("Den Vorschlag",), "indirect")],
    ),
    "phrase with a preposition": (
        "Anna Berg warnt vor neuen Fluten am Unterlauf.",
        [("Anna Berg", "warnt", ("vor neuen Fluten am Unterlauf",), "indirect")],
    ),
    "laut": (
        "Laut Anna Berg gibt es keine Pläne für einen Umbau.",
        [("Anna Berg", "Laut", ("gibt es keine Pläne für einen Umbau",), "indirect")],
    ),
    "laut with an apposition": (
        "Laut der Sprecherin des Senats, Anna Berg, öffnet der Hafen morgen.",
        [("Sprecherin des Senats, Anna Berg", "Laut", ("öffnet der Hafen morgen",), "indirect")],
    ),
    "nach Angaben amid the clause": (
        "Die Arbeiten sollen nach Angaben des Ministeriums im Herbst enden.",
        [("Ministeriums", "nach Angaben", ("Die Arbeiten sollen", "im Herbst enden"), "indirect")],
    ),
    "zufolge": (
        "Medienberichten zufolge brach der Damm am Abend.",
        [("Medienberichten", "zufolge", ("brach der Damm am Abend",), "indirect")],
    ),
    "so": (
        "Diese Politik spalte, so Berg, die ganze Stadt.",
        [("Berg", "so", ("Diese Politik spalte", "die ganze Stadt"), "indirect")],
    ),
    "wie jemand mitteilte": (
        "Wie die Polizei mitteilte, blieb der Damm dicht.",
        [("Polizei", "mitteilte", ("blieb der Damm dicht",), "indirect")],
    ),
    "quotation before": (
        "„Der Austausch wird fortgesetzt“, sagte Frau Berg.",
        [("Frau Berg", "sagte", ("Der Austausch wird fortgesetzt",), "direct")],
    ),
    "quotation behind a colon, over two sentences": (
        "Velt betonte: »Wir bleiben. Wir gehen nie.« Danach ging er.",
        [("Velt", "betonte", ("Wir bleiben. Wir gehen nie",), "direct")],
    ),
    "quotation that goes on": (
        "„Wir hatten klare Ziele“, sagte Berg. „Aber wir haben sie verfehlt.“",
        [("Berg", "sagte", ("Wir hatten klare Ziele", "Aber wir haben sie verfehlt"), "direct")],
    ),
    "mixed": (
        "Velt versprach, den Streit „innerhalb eines Tages“ zu beenden.",
        [("Velt", "versprach", ("den Streit „innerhalb eines Tages“ zu beenden",), "mixed")],
    ),
    "running indirect speech": (
        "Berg sagte, der Hafen sei voll. Ein Teil der Schiffe habe nie angelegt.",
        [
            ("Berg", "sagte", ("der Hafen sei voll",), "indirect"),
            (None, None, ("Ein Teil der Schiffe habe nie angelegt",), "indirect"),
        ],
    ),
    "plans": (
        "Die Regierung will das Gesetz noch im Herbst ändern.",
        [("Regierung", "will", ("das Gesetz noch im Herbst ändern",), "indirect")],
    ),
    "attitude": (
        "Berg ist überzeugt, dass der Damm hält.",
        [("Berg", "überzeugt", ("dass der Damm hält",), "indirect")],
    ),
    "headline": (
        "Landau bestreitet Gespräch mit Osterland",
        [("Landau", "bestreitet", ("Gespräch mit Osterland",), "indirect")],
    ),
    "joint speakers": (
        "Anna Berg und Jan Velt einigten sich darauf, dass der Hafen öffnet.",
        [
            ("Anna Berg", "einigten", ("dass der Hafen öffnet",), "indirect"),
            ("Jan Velt", "einigten", ("dass der Hafen öffnet",), "indirect"),
        ],
    ),
    "nested": (
        "Reuter berichtete, dass Berg sagte, der Hafen sei voll.",
        [
            ("Reuter", "berichtete", ("dass Berg sagte, der Hafen sei voll",), "indirect"),
            ("Berg", "sagte", ("der Hafen sei voll",), "indirect"),
        ],
    ),
    "a noun as cue": (
        "Diese Zahlen nährten den Vorwurf, die Stadt habe den Damm vernachlässigt.",
        [(None, "Vorwurf", ("die Stadt habe den Damm vernachlässigt",), "indirect")],
    ),
    "an interrupted quotation": (
        "„Die Lage“, sagte Berg, „ist ernst.“",
        [("Berg", "sagte", ("Die Lage", "ist ernst"), "direct")],
    ),
    "a document as source": (
        "Wie aus einem Bericht des Senats hervorgeht, ist die Brücke marode.",
        [("Bericht des Senats", "hervorgeht", ("ist die Brücke marode",), "indirect")],
    ),
    "es heißt in": (
        "In einer Mitteilung des Hafens heißt es, man bedauere den Vorfall.",
        [("Mitteilung des Hafens", "heißt", ("man bedauere den Vorfall",), "indirect")],
    ),
    "eigene Angaben": (
        "Die Firma hat nach eigenen Angaben 300 Boote.",
        [("Firma", "nach eigenen Angaben", ("Die Firma hat", "300 Boote"), "indirect")],
    ),
    "a listener in the dative": (
        "Der Landauer Zeitung sagte Berg, sie habe nichts gewusst.",
        [("Berg", "sagte", ("sie habe nichts gewusst",), "indirect")],
    ),
    "an object behind whom it is said to": (
        "Dagegen wirft die Opposition, allen voran die Roten, der Regierung Versagen vor.",
        [("Opposition", "wirft", ("Versagen",), "indirect")],
    ),
    "accused in the passive": (
        "Dem Mann wird vorgeworfen, ein Boot beschädigt und versenkt zu haben.",
        [(None, "vorgeworfen", ("ein Boot beschädigt und versenkt zu haben",), "indirect")],
    ),
    "a participle behind an apposition": (
        "Zuvor hatte Jan Velt, der frühere Wirt, die Pläne scharf kritisiert.",
        [("Jan Velt, der frühere Wirt", "kritisiert", ("die Pläne",), "indirect")],
    ),
    "a headline's speaker": (
        "Jan Velt: „Wir haben Fehler gemacht“",
        [("Jan Velt", None, ("Wir haben Fehler gemacht",), "direct")],
    ),
    "wishes reported in the Konjunktiv are no plan": (
        "Er wolle den Hafen öffnen.",
        [(None, None, ("Er wolle den Hafen öffnen",), "indirect")],
    ),
    "a quoted name is part of the source": (
        "Das Portal „Landau heute“ meldete, dass der Damm brach.",
        [("Portal „Landau heute", "meldete", ("dass der Damm brach",), "indirect")],
    ),
    "passive": (
        "Auf die Frage wurde mitgeteilt, dass der Hafen öffne.",
        [(None, "mitgeteilt", ("dass der Hafen öffne",), "indirect")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_construction(text: str, expected: list[Row]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Damm brach in der Nacht, und das Wasser lief in die Keller.",
        "Die Anlage, die seit Jahren stillstand, wurde abgerissen.",
        "Ein Taifun erreichte am Sonntag die Küste von Landau.",
        "Berg sagte nicht, ob sie komme.",
    ],
)
def test_no_statement_where_nobody_says_anything(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("marks", ["„“", "»«", "“”", "''", '""', "«»", "‚‘", "‟”"])
def test_every_style_of_quotation_mark(marks: str) -> None:
    text = f"{marks[0]}Der Hafen wird heute geöffnet{marks[1]}, sagte Berg."
    assert read(text) == [("Berg", "sagte", ("Der Hafen wird heute geöffnet",), "direct")]


def test_the_parted_prefix_is_kept() -> None:
    text = "Das Ministerium teilte mit, dass der Hafen öffne."
    (statement,) = find_statements(passage(text, "de"), fast=True)
    assert isinstance(statement.particle, tuple)
    assert text[slice(*statement.particle)] == "mit"
    assert statement.rule == "verb that"


def test_ids_run_in_the_order_of_the_text() -> None:
    text = "Berg sagte, es regne. Velt bestritt das Gespräch. Reuter warnte vor dem Wasser."
    assert [s.id for s in find_statements(passage(text, "de"), fast=True)] == ["s1", "s2", "s3"]


def test_nothing_is_read_outside_the_body() -> None:
    text = "Berg sagte, es regne.\n\nVelt sagte, es schneie."
    found = find_statements(passage(text, "de", ((0, 21),)), fast=True)
    assert len(found) == 1


WORDS = (
    "sagte teilte mit , dass „ “ \" « » Berg die der er sei laut so nach Angaben zufolge : – ( ) und will . "
    "wie Vorwurf zu 12 ' hieß es ob einigten sich aus"
)
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_without_error_and_all_spans_lie_in_it(text: str) -> None:
    for statement in find_statements(passage(text, "de"), fast=True):
        spans = [*statement.content, *(s for s in (statement.cue, statement.source.span) if s)]
        assert statement.content
        assert all(0 <= start < end <= len(text) for start, end in spans)
