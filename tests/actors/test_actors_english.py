from __future__ import annotations

from wortlaut.actors import find_actors
from wortlaut.languages import passage
from wortlaut.record import Actor


def read(text: str, *sources: str) -> list[Actor]:
    spans = [(text.index(s), text.index(s) + len(s)) for s in sources]
    return list(find_actors(passage(text, "en"), spans))


def worded(text: str, actors: list[Actor], name: str) -> list[str]:
    found = [actor for actor in actors if actor.name == name]
    assert len(found) == 1, [actor.name for actor in actors]
    return [text[start:end] for start, end in found[0].mentions]


def test_names_titles_and_pronouns_are_one_actor() -> None:
    text = (
        "Transport Minister Paula Brandhurst defended the plan. Brandhurst said she had read it. "
        "Ms. Brandhurst's office declined to comment."
    )
    assert worded(text, read(text), "Paula Brandhurst") == [
        "Transport Minister Paula Brandhurst", "Brandhurst", "she", "Ms. Brandhurst's",
    ]  # fmt: skip


def test_an_apposition_belongs_to_the_mention() -> None:
    text = "Daniel Harrowgate, director of the Riverton Water Board, said the dam was safe."
    actors = read(text, "Daniel Harrowgate, director of the Riverton Water Board")
    assert worded(text, actors, "Daniel Harrowgate")[0].startswith("Daniel Harrowgate, director")


def test_organisations_by_the_words_in_their_names() -> None:
    text = "The Riverton Teachers Association sued Harrowgate Holdings Inc on Monday."
    kinds = {a.name: a.kind for a in read(text)}
    assert kinds["Riverton Teachers Association"] == "organisation"
    assert any(name.startswith("Harrowgate Holdings") for name in kinds)


def test_seats_of_government_and_countries_apart() -> None:
    text = "The Kremlin rejected the offer. Russia had asked for talks in Geneva, Moscow said."
    actors = read(text)
    assert worded(text, actors, "Russian government") == ["Kremlin", "Moscow"]
    assert worded(text, actors, "Russia") == ["Russia"]


def test_an_unnamed_official_is_anonymous() -> None:
    text = "A senior administration official said the talks had failed."
    actors = read(text, "senior administration official")
    assert [a.kind for a in actors] == ["anonymous"]


def test_a_campaign_is_not_its_candidate() -> None:
    text = "Rosalind Peakes won. The Peakes campaign said turnout was high."
    actors = read(text, "The Peakes campaign")
    assert "The Peakes campaign" not in worded(text, actors, "Rosalind Peakes")


def test_peoples_and_places_are_no_persons() -> None:
    text = "Polish Americans gathered in Long Beach and at Camp Nowhere."
    assert [a for a in read(text) if a.kind == "person"] == []
