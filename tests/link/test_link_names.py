from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented_reports import kept, told
from wortlaut.link.bodies import body
from wortlaut.link.names import SAME_NAME, alike, can_be_one, key
from wortlaut.link.people import Name, People

LENA = "Lena Sorokow"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lena Sorokow", "Лена Сороков"),
        ("Wiktor Schtschukin", "Viktor Shchukin"),
        ("Tarnoff, Jurij", "Yuriy Tarnov"),
        ("Ilse Marwantt", "Ilse Marwant"),
        ("Zora Velitsky", "Sora Welitskyj"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Anna Berg", "Hanna Burg"), ("Paul Stein", "Paula Steiner")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == pytest.approx(alike(other, one))
    assert alike(one, one) in (0.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hanna Weller", "Ханна Веллер"),
        ("Wright Olsson", "Райт Олссон"),
        ("Jurij Tarnow", "Tarnoff, Yuri"),
        ("Tarnow", "Jurij Tarnow"),
        ("Bob Hale", "Bob J. Hale"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one, other) >= SAME_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Michael Lowrie", "Michael Kent"),
        ("Sara Collins", "Joan Collins"),
        ("David Perdew", "David Petrie"),
        ("Tarn", "Jurij Weller"),
    ],
)
def test_brothers_and_namesakes_are_not(one: str, other: str) -> None:
    assert alike(one, other) < SAME_NAME


def test_one_name_with_two_numbers_is_two_people() -> None:
    names = [
        Name("person", "Paul Stein", "Q1"),
        Name("person", "Paul Stein", "Q2"),
        Name("person", "Paul Stein", None),
    ]
    people = People(Counter(names))
    assert len({people.entity(name) for name in names}) == 3


def test_a_name_known_by_one_number_takes_it_over() -> None:
    people = People(Counter([Name("person", "Lena Sorokow", "Q7"), Name("person", "Лена Сороков", None)]))
    assert people.entity(Name("person", "Лена Сороков", None)) == "Q7"


def test_a_bare_surname_joins_the_only_full_name_in_like_company(tmp_path: Path) -> None:
    full = told(
        "a",
        "Lena Sorokow und Ole Kamp sagten, es regne.",
        said=[(LENA, "es regne"), ("Ole Kamp", "es regne")],
    )
    bare = told(
        "b",
        "Sorokow lobte, Ole Kamp schwieg nicht.",
        said=[("Sorokow", "lobte"), ("Ole Kamp", "schwieg nicht")],
    )
    with kept(tmp_path, full, bare) as store:
        page = store.actor("lena-sorokov")
        assert page is not None
        assert {name.name for name in page.names} == {LENA, "Sorokow"}
        assert any("surname" in reason for reason in page.reasons)


def test_a_bare_surname_of_two_people_joins_neither(tmp_path: Path) -> None:
    reports = [
        told(
            f"r{n}",
            f"{who} und Ole Kamp sagten, es regne.",
            said=[(who, "es regne"), ("Ole Kamp", "es regne")],
        )
        for n, who in enumerate((LENA, "Igor Sorokow", "Sorokow"))
    ]
    with kept(tmp_path, *reports) as store:
        assert len(store.actors("Sorokow")) == 3


def test_whoever_is_not_named_is_never_joined(tmp_path: Path) -> None:
    import msgspec

    plain = [
        told(f"r{n}", "Ein Beamter sagte, es regne.", said=[("Ein Beamter", "es regne")]) for n in range(2)
    ]
    hidden = [
        msgspec.structs.replace(
            r, actors=tuple(msgspec.structs.replace(a, kind="anonymous") for a in r.actors)
        )
        for r in plain
    ]
    with kept(tmp_path, *hidden) as store:
        assert store.counts().actors == 2


def test_two_that_one_report_tells_apart_are_two_in_all(tmp_path: Path) -> None:
    both = told(
        "a", "Jan Nowak lobte es. Jana Nowak nicht.", said=[("Jan Nowak", "lobte"), ("Jana Nowak", "nicht")]
    )
    one = told("b", "Jana Nowak schwieg.", said=[("Jana Nowak", "schwieg")])
    with kept(tmp_path, both, one) as store:
        page = store.actor("ian-novak")
        assert {actor.name for actor in store.actors("Nowak")} == {"Jan Nowak", "Jana Nowak"}
        assert page is not None
        assert [name.name for name in page.names] == ["Jan Nowak"]


def test_spellings_that_one_report_has_side_by_side_are_two_actors(tmp_path: Path) -> None:
    text = "Ilse Marwand sprach mit Ilse Marwant."
    both = told("a", text, said=[("Ilse Marwand", "sprach"), ("Ilse Marwant", "mit")])
    with kept(tmp_path, both, told("b", text, said=[("Ilse Marwand", "sprach")])) as store:
        assert len(store.actors("Ilse")) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jan Nowak", "Jana Nowak", False),
        ("Daniel Nowak", "Daniela Nowak", False),
        ("Lena Nowak", "Lina Nowak", False),
        ("J. Nowak", "Jan Nowak", True),
        ("Volodymyr Nowak", "Wladimir Nowak", True),
        ("Bartolin Nowak", "Bartolim Nowak", True),
    ],
)
def test_other_given_names_are_other_people(one: str, other: str, same: bool) -> None:
    assert can_be_one(one, other) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kestrische Regierung", "Kestrian government"),
        ("Regierung Kestriens", "kestrische Regierung"),
        ("valdorisches Präsidialamt", "Valdoria's presidential office"),
    ],
)
def test_a_body_is_told_by_whose_it_is(one: str, other: str) -> None:
    assert body(one) == body(other) is not None


@pytest.mark.parametrize("name", ["Regierung", "Präsidialamt", "office", "hochrangiger Beamter", "Polizei"])
def test_the_noun_alone_joins_nothing(tmp_path: Path, name: str) -> None:
    reports = [told(key, f"{name} sagte, es regne.", said=[(name, "es regne")]) for key in "ab"]
    with kept(tmp_path, *reports) as store:
        assert store.counts().actors == 2


def test_a_title_tells_which_of_two_a_surname_means(tmp_path: Path) -> None:
    president, brother = "Mara Lindqvar", "Ole Lindqvar"
    text = f"Die Präsidentin {president} und ihr Bruder {brother} schwiegen lange."
    both = told("a", text, said=[(president, "schwiegen"), (brother, "lange")])
    bare = told("b", "Präsidentin Lindqvar sagte nichts.", said=[("Lindqvar", "nichts")])
    with kept(tmp_path, both, bare) as store:
        page = store.actor("lindkvar-mara")
        assert page is not None
        assert {name.name for name in page.names} == {president, "Lindqvar"}
