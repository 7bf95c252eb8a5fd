from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.pages import address

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=0, max_size=30)


@given(IDS)
def test_an_id_survives_its_address(key: str) -> None:
    piece = address.encode_key(key)
    assert address.decode_key(piece) == key
    assert piece.strip(".") != "", "browsers eat a piece of dots"
    assert not piece.endswith(".json")
    assert set(piece) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~%")


@given(st.lists(IDS, unique=True, max_size=8))
def test_anchors_of_different_ids_differ_and_need_no_quoting(keys: list[str]) -> None:
    anchors = [address.anchor(key) for key in keys]
    assert all(
        a.replace("-", "").replace(".", "").replace("_", "").replace("~", "").isalnum() for a in anchors
    )


def test_a_lone_surrogate_gives_an_address() -> None:
    assert address.address("report", "a\ud800b").startswith("/report/a")


@pytest.mark.parametrize(
    "worded", ["", "x", "1", "5-5", "9-2", "1-2,", "1-2;3-4", "1-2" + ",1-2" * 100, "-1-4"]
)
def test_what_is_no_span_is_none(worded: str) -> None:
    assert address.read_spans(worded) is None


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda p: (p[0], p[0] + p[1])), min_size=1)
)
def test_spans_survive_an_address(spans: list[tuple[int, int]]) -> None:
    spans = spans[:100]
    assert address.read_spans(address.spans_text(spans)) == tuple(spans)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " http://a.example", "java\nscript:x", "data:text/html,x",
     "http://", "//a.example", "http://[", "vbscript:x", "file:///x", "http://a.example/\x00", None, ""],
)  # fmt: skip
def test_only_the_web_is_linked(url: str | None) -> None:
    assert address.outside(url) is None


def test_an_address_of_the_web_stays_as_it_is() -> None:
    assert address.outside("https://a.example/x?y=1#z") == "https://a.example/x?y=1#z"
