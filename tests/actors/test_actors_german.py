from __future__ import annotations

import pytest

from wortlaut.actors import find_actors
from wortlaut.languages import passage
from wortlaut.record import Actor


def read(text: str, *sources: str, published: str | None = None) -> list[Actor]:
    spans = []
    position = 0
    for source in sources:
        position = text.index(source, position)
        spans.append((position, position + len(source)))
        position += len(source)
    return list(find_actors(passage(text, "de"), spans, published))


def worded(text: str, actor: Actor) -> list[str]:
    return [text[start:end] for start, end in actor.mentions]


def named(actors: list[Actor], name: str) -> Actor:
    found = [actor for actor in actors if actor.name == name]
    assert len(found) == 1, [actor.name for actor in actors]
    return found[0]


def test_names_titles_and_surnames_are_one_actor() -> None:
    text = (
        "Verkehrsministerin Paula Brandhorst hat den Plan verteidigt. Frau Brandhorst sagte, er sei gut. "
        "Brandhorsts Vorschlag liegt vor. Die Ministerin reist heute ab."
    )
    actor = named(read(text), "Paula Brandhorst")
    assert actor.kind == "person"
    assert worded(text, actor) == [
        "Verkehrsministerin Paula Brandhorst", "Frau Brandhorst", "Brandhorsts", "Ministerin",
    ]  # fmt: skip


def test_a_title_with_its_genitive_and_the_name_behind_a_comma() -> None:
    text = "Das teilte die Sprecherin des Neustädter Rathauses, Anna Wiesengrund, am Abend mit."
    actor = named(read(text), "Anna Wiesengrund")
    assert worded(text, actor) == ["Sprecherin des Neustädter Rathauses, Anna Wiesengrund"]


def test_the_spokesman_of_somebody_is_not_that_somebody() -> None:
    text = "Peter Quendel schwieg. Ein Sprecher von Quendel sagte, es sei spät."
    actors = read(text, "Sprecher von Quendel")
    assert worded(text, named(actors, "Peter Quendel")) == ["Peter Quendel", "Quendel"]
    assert named(actors, "Sprecher von Quendel").kind == "anonymous"


def test_two_of_one_surname_stay_apart() -> None:
    text = "Karl Meisner und Maria Meisner kamen. Herr Meisner sprach, Frau Meisner schwieg."
    actors = read(text)
    assert worded(text, named(actors, "Karl Meisner")) == ["Karl Meisner", "Herr Meisner"]
    assert worded(text, named(actors, "Maria Meisner")) == ["Maria Meisner", "Frau Meisner"]


def test_a_slip_in_a_name_does_not_make_another_person() -> None:
    text = "Minister Georg Haverkamp kam an. Später sprach Georg Haverkampp mit der Presse."
    assert len([a for a in read(text) if a.kind == "person"]) == 1


def test_an_office_stands_for_its_bearer() -> None:
    text = (
        "Der norwegische Präsident Olaf Testmann traf den dänischen Präsidenten Jens Probe. "
        "Danach reiste der norwegische Präsident ab; der dänische Präsident blieb."
    )
    actors = read(text)
    assert worded(text, named(actors, "Olaf Testmann"))[-1] == "norwegische Präsident"
    assert worded(text, named(actors, "Jens Probe"))[-1] == "dänische Präsident"


def test_who_holds_a_known_office_goes_by_the_day_of_publication() -> None:
    text = "Der US-Präsident sprach am Abend."
    assert named(read(text, published="2010-05-01"), "Barack Obama").wikidata == "Q76"
    assert named(read(text, published="2022-05-01"), "Joe Biden").wikidata == "Q6279"
    assert [a.wikidata for a in read(text) if a.kind == "person"] == [None]


def test_becoming_something_is_no_mention_of_its_bearer() -> None:
    text = "Präsident Ulf Kestner trat ab. Im Herbst wurde Rita Ohlsen als Präsidentin vereidigt."
    assert worded(text, named(read(text), "Ulf Kestner")) == ["Präsident Ulf Kestner"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreml lehnte ab.",
        "Moskau lehnte ab.",
        "Moskaus Antwort: Nein.",
        "Die russische Regierung lehnte ab.",
    ],
)
def test_what_stands_for_a_government(text: str) -> None:
    actor = named(read(text), "russische Regierung")
    assert actor.kind == "organisation"
    assert "Russland" not in [a.name for a in read(text)]


def test_a_capital_as_a_place_is_a_place() -> None:
    actors = read("Das Treffen fand in Moskau statt.")
    assert [(a.name, a.kind) for a in actors] == [("Moskau", "place")]


def test_countries_in_all_cases_but_not_their_adjectives() -> None:
    text = (
        "Frankreichs Bauern, die französische Polizei, die Vereinigten Staaten; in den USA, aus Frankreich."
    )
    actors = read(text)
    assert worded(text, named(actors, "Frankreich")) == ["Frankreichs", "Frankreich"]
    assert worded(text, named(actors, "Vereinigte Staaten")) == ["Vereinigten Staaten", "USA"]
    assert named(actors, "französische Polizei").kind == "organisation"


def test_initials_in_brackets_are_those_of_the_name_before() -> None:
    text = "Die Gewerkschaft Neuer Schiffer (GNS) streikt. Die GNS fordert mehr Lohn."
    organisations = [a for a in read(text) if a.kind == "organisation"]
    assert len(organisations) == 1
    assert "GNS" in worded(text, organisations[0])


def test_a_company_and_a_court_without_a_list() -> None:
    names = {
        a.name
        for a in read("Die Brombacher Stahl AG klagte vor dem Landgericht Lindenau.")
        if a.kind == "organisation"
    }
    assert "Landgericht Lindenau" in names
    assert any(name.endswith("Stahl AG") for name in names)


def test_pronouns_go_back_to_whom_they_fit() -> None:
    text = "Minister Jonas Ahlbeck lobte Richterin Petra Sommerfeld. Er dankte ihr und sagte, sie habe recht."
    actors = read(text)
    assert "Er" in worded(text, named(actors, "Jonas Ahlbeck"))
    assert "sie" in worded(text, named(actors, "Petra Sommerfeld"))


def test_a_pronoun_in_the_same_clause_means_another() -> None:
    text = "Jonas Ahlbeck kam zu spät. Deshalb rief Karl Nebel ihn an."
    assert "ihn" in worded(text, named(read(text), "Jonas Ahlbeck"))


def test_every_source_is_a_mention_of_one_actor() -> None:
    text = (
        "Eine anonyme Quelle bestätigte das. Die Quelle sagte, es gebe Zeugen. "
        "Drei Anwohner widersprachen. Jutta Kranich, die dort wohnt, schwieg. Sie sagte nichts."
    )
    sources = ["anonyme Quelle", "Quelle", "Drei Anwohner", "Jutta Kranich", "Sie"]
    actors = read(text, *sources)
    quelle = next(a for a in actors if a.kind == "anonymous")
    assert worded(text, quelle) == ["anonyme Quelle", "Quelle"]
    assert worded(text, named(actors, "Jutta Kranich")) == ["Jutta Kranich", "Sie"]
    assert named(actors, "Drei Anwohner").kind == "group"


def test_a_relative_pronoun_as_source_goes_back() -> None:
    text = "Das weiß Helga Morgenroth, die am Montag sagte, es sei vorbei."
    actor = named(read(text, "die"), "Helga Morgenroth")
    assert worded(text, actor) == ["Helga Morgenroth", "die"]


def test_a_document_speaks_for_its_issuer() -> None:
    text = "Nach Angaben der Polizei gab es drei Verletzte. Die Polizei ermittelt."
    actor = named(read(text, "Angaben der Polizei"), "Polizei")
    assert "Angaben der Polizei" in worded(text, actor)


def test_known_spellings_are_one_known_person() -> None:
    text = "Selenskyj kam an. Später sprach Wolodymyr Zelenskyj, dann ging Selenskyj."
    people = [a for a in read(text) if a.kind == "person"]
    assert [(a.name, a.wikidata) for a in people] == [("Wolodymyr Selenskyj", "Q3874799")]


def test_a_name_lost_behind_its_title_is_the_one_who_is_never_introduced() -> None:
    text = (
        "Präsident hatte am Montag ein Gespräch mit dem französischen Präsidenten Emmanuel Macron. "
        "Das Gespräch mit Trump war kurz."
    )
    assert worded(text, named(read(text), "Donald Trump")) == ["Präsident", "Trump"]


def test_the_agency_of_the_dateline_is_an_organisation() -> None:
    text = "(Muster Blatt) – Anna Wiesengrund schwieg. Das Muster Blatt fragte nach."
    actor = named(read(text), "Muster Blatt")
    assert actor.kind == "organisation"
    assert worded(text, actor) == ["Muster Blatt", "Muster Blatt"]


def test_the_publisher_is_an_actor_where_the_text_names_it() -> None:
    text = "Tageskurier Neustadt fragte Anna Wiesengrund."
    actors = list(find_actors(passage(text, "de"), (), None, ["Tageskurier Neustadt", "Anderswo"]))
    assert [(a.name, a.kind) for a in actors] == [
        ("Tageskurier Neustadt", "organisation"), ("Anna Wiesengrund", "person"),
    ]  # fmt: skip


def test_a_common_word_is_an_outlet_only_where_it_is_marked() -> None:
    assert "Stern" not in [a.name for a in read("Der Stern leuchtet über dem Bild.")]
    assert "Stern" in [a.name for a in read("Das schreibt der „Stern“ am Montag.")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Er traf den dänischen Präsidenten.", "dänischer Präsident"),
        ("Er sprach mit der dänischen Außenministerin.", "dänische Außenministerin"),
    ],
)
def test_an_office_without_a_name_is_named_in_the_nominative(text: str, name: str) -> None:
    assert [a.name for a in read(text) if a.kind == "person"] == [name]


def test_a_name_that_ends_in_s_keeps_it() -> None:
    assert [a.name for a in read("Trainer Holger Mertens kam. Mertens lachte.")] == ["Holger Mertens"]
    assert [a.name for a in read("Holger Mertens Auto steht da. Holger Merten lachte.")] == ["Holger Merten"]


def test_a_surname_cut_to_its_initial() -> None:
    text = "Das Gericht verurteilte Bernd K. zu einer Strafe. Bernd K. schwieg."
    assert worded(text, named(read(text), "Bernd K.")) == ["Bernd K.", "Bernd K."]


def test_one_source_inside_another_keeps_both() -> None:
    text = "Anna Wiesengrund, Leiterin des Amtes, schwieg erst."
    actor = named(read(text, "Anna Wiesengrund"), "Anna Wiesengrund")
    spans = [(0, 16), (0, 35)]
    both = next(a for a in find_actors(passage(text, "de"), spans) if a.name == actor.name)
    assert set(spans) <= set(both.mentions)
