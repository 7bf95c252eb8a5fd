from __future__ import annotations

from wortlaut.actors import find_actors
from wortlaut.languages import passage
from wortlaut.record import Actor


def read(text: str, language: str, *sources: str) -> list[Actor]:
    spans = [(text.index(s), text.index(s) + len(s)) for s in sources]
    return list(find_actors(passage(text, language), spans))


def mentions(text: str, actors: list[Actor]) -> dict[str, list[str]]:
    return {actor.name: [text[s:e] for s, e in actor.mentions] for actor in actors}


def test_a_state_that_no_list_knows_is_a_country_by_its_adjective_and_its_genitive() -> None:
    text = (
        "Ostravien und Quenland schweigen. Die ostravische Ministerin Paula Brandhorst reist ab. "
        "Quenlands Botschafter blieb."
    )
    actors = read(text, "de")
    kinds = {a.name: a.kind for a in actors}
    assert kinds["Ostravien"] == kinds["Quenland"] == "country"
    assert mentions(text, actors)["Quenland"] == ["Quenland", "Quenlands"]


def test_a_state_by_its_english_adjective() -> None:
    text = "Ostravia kept silent. Ostravian President Paula Brandhurst left for Quenland."
    kinds = {a.name: a.kind for a in read(text, "en")}
    assert kinds["Ostravia"] == "country"


def test_the_bearer_of_an_office_is_told_by_a_state_that_no_list_knows() -> None:
    text = "Ostraviens Kanzlerin reist. Paula Brandhorst, die Kanzlerin Ostraviens, fliegt am Abend."
    found = mentions(text, read(text, "de"))
    assert found["Paula Brandhorst"] == ["Ostraviens Kanzlerin", "Paula Brandhorst, die Kanzlerin Ostraviens"]


def test_plain_words_that_end_alike_are_no_states() -> None:
    text = (
        "Die politische Führung und die militärische Leitung prüften Garantien, Materialien und Studien. "
        "Inzwischen kam ein Vertreter des Ausland der Kritik."
    )
    assert all(actor.kind != "country" for actor in read(text, "de"))


def test_a_long_surname_with_a_slip_of_one_letter_is_the_same_person() -> None:
    text = "Der Sprecher Paul Brandhorst kam. Später lobte Brandhorzt den Plan."
    assert mentions(text, read(text, "de"))["Paul Brandhorst"][-1] == "Brandhorzt"


def test_a_body_keeps_the_adjective_that_says_whose_it_is() -> None:
    text = (
        "Die ostravische Regierung schwieg. Die quenische Regierung klagte. Die Regierung legte nach. "
        "Das Hafenamt Ostraviens zählte. Nach Angaben des ostravischen Hafenamts ruhte der Verkehr."
    )
    found = mentions(text, read(text, "de"))
    assert found["ostravische Regierung"] == ["ostravische Regierung"]
    assert found["quenische Regierung"] == ["quenische Regierung", "Regierung"]
    assert found["ostravisches Hafenamt"] == ["Hafenamt Ostraviens", "ostravischen Hafenamts"]


def test_a_body_named_by_its_noun_alone_takes_the_name_that_follows() -> None:
    text = "Hafenamt: Verkehr ruht\n\nDas ostravische Hafenamt zählte die Schiffe. Das Hafenamt schloss."
    found = mentions(text, read(text, "de"))
    assert found["ostravisches Hafenamt"] == ["Hafenamt", "ostravische Hafenamt", "Hafenamt"]


def test_english_governments_of_states_that_no_list_knows_stay_two() -> None:
    text = "The Ostravian government kept silent. The Quenish government complained."
    assert {"Ostravian government", "Quenish government"} <= mentions(text, read(text, "en")).keys()


def test_a_source_that_holds_two_actors_is_the_first() -> None:
    text = "Brandhurst cancels trip with Meisner\n\nPaula Brandhurst met Carl Meisner."
    actors = read(text, "en", "Brandhurst cancels trip with Meisner")
    assert mentions(text, actors)["Paula Brandhurst"][0] == "Brandhurst cancels trip with Meisner"
    assert len([a for a in actors if a.kind == "person"]) == 2


def test_no_name_of_an_actor_holds_a_mark_of_quotation() -> None:
    text = "Sie bescheinigte dem quenischen Staatsrat „Mut zur Lücke“."
    actors = read(text, "de", "quenischen Staatsrat „Mut")
    assert all("„" not in actor.name for actor in actors)


def test_an_outlet_in_quotation_marks_is_no_group_and_an_unnamed_adviser_is_unnamed() -> None:
    text = "Die „Velmer Posten“ schrieb davon. Ein Berater des quenischen Kanzlers widersprach."
    kinds = {a.name: a.kind for a in read(text, "de", "Velmer Posten", "Berater des quenischen Kanzlers")}
    assert kinds["Velmer Posten"] == "organisation"
    assert kinds["Berater des quenischen Kanzlers"] == "anonymous"
