from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import msgspec
import pytest
from pages_cabinet import Cabinet, Links
from pages_invented import AGENCY, COPY, DENIAL, EVIL, HOSTILE, agency, invented
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from wortlaut.pages import app
from wortlaut.pages.address import address
from wortlaut.record import Origin, Report

PAGES = (
    "/", "/day/2026-03-02", "/contacts", "/contacts?status=held&kind=call&by=tarn", "/disputes", "/actors",
    "/actors?name=brok", "/search", "/search?words=H%C3%A4fen", "/search?by=Brok&act=demand&since=2026-01-01",
    f"/report/{AGENCY}", f"/report/{AGENCY}?span=3-30,40-60&version=1", f"/report/{COPY}",
    f"/report/{DENIAL}",
    "/actor/Anna%20Tarn", "/actor/Anna%20Tarn?act=promise", "/contact/k0", "/dispute/across0",
    f"/dispute/{AGENCY}.d0", "/utterance/u0", "/story/e0", f"/origin/{AGENCY}", address("report", HOSTILE),
    address("actor", 'Q1"><script>'), "/story/e1",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages() -> ASGIApp:
    return app(invented())


@pytest.fixture
def client(pages: ASGIApp) -> TestClient:
    return TestClient(pages)


class Seen(HTMLParser):
    """What a page holds: its text, the elements with their attributes, and ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.ids = [a["id"] for _, a in self.tags if a.get("id")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert tag != "a" or "a" not in self.open, "a link within a link"
        if tag not in {"meta", "link", "input", "circle", "path", "br", "img"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        # An end tag that HTML lets one leave out is never left out here.
        assert self.open.pop() == tag, f"{tag} closes out of order"

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def json_address(page: str) -> str:
    path, question, parts = page.partition("?")
    return f"{'/index' if path == '/' else path}.json{question}{parts}"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_sound_in_both_languages(client: TestClient, page: str, language: str) -> None:
    answer = client.get(page, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    seen = Seen(answer.text)
    assert seen.open == []
    assert seen.all("html") == [{"lang": language}]
    assert len(seen.all("main")) == len(seen.all("h1")) == 1
    assert len(seen.ids) == len(set(seen.ids)), "an id is given twice"
    levels = [int(tag[1]) for tag, _ in seen.tags if re.fullmatch("h[1-6]", tag)]
    assert all(b <= a + 1 for a, b in pairwise(levels)), "a heading's level is left out"
    labelled = {a.get("for") for a in seen.all("label")}
    assert {a.get("id") for tag, a in seen.tags if tag in {"input", "select"}} <= labelled


@pytest.mark.parametrize("page", PAGES)
def test_each_page_has_its_json_with_the_same_content(client: TestClient, page: str) -> None:
    answer = client.get(json_address(page))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    told = answer.json()
    shown = " ".join(Seen(client.get(page).text).text.split())
    for entry in [s["entry"] for s in (*told.get("said", ()), *told.get("statements", ()))]:
        for words in entry["words"]:
            assert " ".join(words["text"].split())[:80] in shown
    for names in [a["name"] for a in told.get("actors", ()) if isinstance(a, dict)]:
        assert names in shown
    link = next(a for a in Seen(client.get(page).text).all("link") if a.get("type") == "application/json")
    assert client.get(link["href"] or "").json() == told


@pytest.mark.parametrize("page", PAGES)
def test_each_link_within_leads_somewhere(client: TestClient, page: str) -> None:
    for attrs in Seen(client.get(page).text).all("a"):
        href = attrs.get("href")
        if href and href.startswith("/"):
            target = client.get(href)
            assert target.status_code == 200, href
            fragment = unquote(urlsplit(href).fragment)
            assert not fragment or fragment in Seen(target.text).ids, href
        elif href and href.startswith("#"):
            assert unquote(href[1:]) in Seen(client.get(page).text).ids, href


@pytest.mark.parametrize("page", PAGES)
def test_no_page_can_run_or_load_anything_foreign(client: TestClient, page: str) -> None:
    answer = client.get(page)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    seen = Seen(answer.text)
    assert not {"script", "img", "iframe", "style", "object"} & {tag for tag, _ in seen.tags}
    for _, attrs in seen.tags:
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
    for attrs in seen.all("a"):
        href = attrs.get("href") or "/"
        if not href.startswith(("/", "#")):
            assert href.startswith(("https://", "http://"))
            assert {"noopener", "noreferrer", "nofollow"} <= set((attrs["rel"] or "").split())


def test_hostile_words_are_shown_as_words(client: TestClient) -> None:
    seen = Seen(client.get(address("report", HOSTILE)).text)
    assert EVIL in seen.text
    assert "{{ 7*7 }}" in seen.text
    tags = [a.get("lang") for a in seen.all("h1")]
    assert tags == ["und"], "a language tag that is none is not passed on"


def received(html: str) -> str:
    """The text of the report as it stands in the page, by a parser that is not ours."""
    start = html.index('<div class="text"')
    body = html[html.index(">", start) + 1 : html.index("</section>", start)]
    return Seen(body.rsplit("</div>", 1)[0]).text


@pytest.mark.parametrize("key", [AGENCY, COPY, DENIAL, HOSTILE])
def test_the_page_holds_the_text_as_received(client: TestClient, key: str) -> None:
    record = client.get(f"{address('report', key)}.json").json()["page"]["record"]
    assert received(client.get(address("report", key)).text) == record["text"]


ODD = ["", "\n", "\n\n\n", "one", "a\n\n b\t c \n", "x\u2028y\u00a0z\u200f", "ends\n\n", "{{ x }}<b>&amp;"]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_shown_as_received(text: str) -> None:
    client = TestClient(app(Cabinet([Report(id="r", text=text, language="de")], Links())))
    assert received(client.get("/report/r").text) == text


def test_every_finding_opens_on_its_words(client: TestClient) -> None:
    html = client.get(f"/report/{AGENCY}").text
    for key, begins in [("s1", "Wir öffnen"), ("s2", "er „begrüße“"), ("s3", "forderte"), ("s4", "mehr")]:
        after = html[html.index(f'id="w-{key}"') :]
        assert Seen_text(after[after.index(">") + 1 :]).startswith(begins)


def Seen_text(html: str) -> str:  # noqa: N802
    return re.sub(r"<[^>]*>", "", html)


def test_a_citation_lights_up_exactly_its_characters(client: TestClient) -> None:
    html = client.get(f"/report/{AGENCY}?span=0-4").text
    lit = re.findall(r'<mark class="m cited" id="cited">(.*?)</mark>', html, re.DOTALL)
    assert [Seen_text(piece) for piece in lit] == ["Tarn"]


def test_furniture_is_dimmed_and_says_why(client: TestClient) -> None:
    html = client.get(f"/report/{AGENCY}?lang=de").text
    line = re.search(r'<p class="furniture"[^>]*data-label="([^"]*)"[^>]*>\[Anzeige\]', html)
    assert line is not None
    assert line[1] == "Anzeige · enthält “anzeige”"
    outside = re.search(r'<p class="furniture"[^>]*data-label="([^"]*)"[^>]*>Foto', html)
    assert outside is not None
    assert outside[1] == "kein Artikeltext"


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("/nothing", 404), ("/report/nothing", 404), ("/report/", 404), ("/actor/x", 404), ("/story/x", 404),
        (f"/report/{AGENCY}?version=7", 404), (f"/report/{AGENCY}?version=x", 400), ("/contact/k999", 404),
        (f"/report/{AGENCY}?span=9-999999", 400), (f"/report/{AGENCY}?span=abc", 400), ("/utterance/x", 404),
        ("/search?act=shout", 400), ("/search?since=yesterday", 400), ("/contacts?page=0", 400),
        ("/contacts?kind=duel", 400), ("/day/2026-02-30", 400), ("/day/<script>", 400), ("/dispute/x", 404),
        ("/origin/x", 404), ("/static/../app.py", 404), ("/static/nothing.css", 404),
        ("/search?page=99999999999999999999", 400), ("/contacts?since=20260302", 400),
    ],
)  # fmt: skip
def test_what_is_missing_or_unclear_is_said_in_both_languages(
    client: TestClient, page: str, status: int
) -> None:
    german = client.get(page, headers={"Accept-Language": "de"})
    english = client.get(page, headers={"Accept-Language": "en"})
    assert german.status_code == english.status_code == status
    assert Seen(german.text).text != Seen(english.text).text
    assert not Seen(german.text).all("script")
    told = client.get(json_address(page))
    assert told.status_code == status
    assert told.json()["error"] == status


def test_a_failure_is_a_page_without_details() -> None:
    class Broken(Cabinet):
        def days(self) -> tuple[str, ...]:
            raise RuntimeError("secret detail")

    client = TestClient(app(Broken([], Links())), raise_server_exceptions=False)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "script-src 'none'" in answer.headers["content-security-policy"]


def test_an_empty_record_says_how_to_fill_it() -> None:
    client = TestClient(app(Cabinet([], Links())))
    assert "wortlaut read" in client.get("/").text
    assert client.get("/day/2026-03-02").status_code == 200
    for page in ("/contacts", "/disputes", "/actors", "/search?words=x"):
        assert client.get(page).status_code == 200


def test_the_language_asked_for_is_kept_and_the_switch_keeps_the_question(client: TestClient) -> None:
    fresh = TestClient(app(invented()))
    answer = fresh.get("/search?words=Tarn&lang=en", headers={"Accept-Language": "de"})
    assert "wortlaut-lang=en" in answer.headers["set-cookie"]
    assert fresh.get("/contacts", headers={"Accept-Language": "de"}).headers["content-language"] == "en"
    switch = next(a for a in Seen(answer.text).all("a") if a.get("class") == "switch")
    assert switch["href"] == "/search?words=Tarn&lang=de"
    assert "set-cookie" not in client.get("/?lang=xx").headers


def test_a_day_with_many_stories_is_shown_a_page_at_a_time() -> None:
    records = [msgspec.structs.replace(agency(), id=f"r{n}") for n in range(95)]
    records.append(msgspec.structs.replace(agency(), id="before", published="2026-02-01"))
    records.append(msgspec.structs.replace(agency(), id="undated", published=None))
    client = TestClient(app(Cabinet(records, Links())))
    pages = [client.get(f"/day/2026-03-02.json?page={n}").json() for n in (1, 2, 3)]
    assert [len(page["stories"]) for page in pages] == [40, 40, 15]
    assert [page["more"] for page in pages] == [True, True, False]
    assert "/day/2026-03-02?page=2" in client.get("/").text
    earlier = client.get("/day/2026-02-01.json").json()
    assert (len(earlier["stories"]), len(earlier["others"]), earlier["later"]) == (1, 12, "2026-03-02")


def test_on_whose_word_names_relayers_the_origin_of_a_copy_and_its_outlet() -> None:
    first, relayed = agency(), msgspec.structs.replace(agency(), outlet="Bote", origin=Origin(outlet="mpa"))
    shown = []
    for record in (first, relayed):
        html = TestClient(app(Cabinet([record], Links()))).get(f"/report/{AGENCY}?lang=de").text
        findings = html[html.index('id="f-w-s1"') :]
        shown += [
            " ".join(Seen_text(findings[findings.index(f'id="f-w-{key}"') :]).split()) for key in ("s1", "s4")
        ]
    assert "aus erster Hand" in shown[0]
    assert "Auf wessen Wort: Mira Lund → mpa" in shown[1]
    assert "Auf wessen Wort: mpa → Bote" in shown[2]
    assert "Auf wessen Wort: Mira Lund → mpa → Bote" in shown[3]


def test_a_story_tells_its_reports_in_order_with_its_contacts_and_disputes(client: TestClient) -> None:
    told = client.get("/story/e0.json").json()
    assert [ref["id"] for ref in told["story"]["reports"]] == [AGENCY, DENIAL, COPY]
    assert [contact["id"] for contact in told["contacts"]] == ["k0"]
    assert [dispute["id"] for dispute in told["disputes"]] == ["across0", f"{AGENCY}.d0"]


def test_contacts_are_listed_a_page_at_a_time_whatever_they_are_narrowed_to() -> None:
    statuses = ("held", "planned")
    contacts = [msgspec.structs.replace(c, status=s) for s in statuses for c in agency().contacts]
    records = [
        msgspec.structs.replace(agency(), id=f"r{n}", contacts=(contacts[n % 2],), disputes=())
        for n in range(130)
    ]
    client = TestClient(app(Cabinet(records, Links())))
    sizes = [len(client.get(f"/contacts.json?status=planned&page={n}").json()["contacts"]) for n in (1, 2, 3)]
    assert sizes == [40, 25, 0]
    assert "status=planned&amp;page=2" in client.get("/contacts?status=planned").text
    assert [len(client.get(f"/contacts.json?page={n}").json()["contacts"]) for n in (3, 4)] == [40, 10]


def test_stories_of_other_days_and_without_a_day_are_within_reach() -> None:
    days = ["2026-03-02", "2026-02-01", None]
    records = [msgspec.structs.replace(agency(), id=f"r{n}", published=day) for n, day in enumerate(days)]
    told = TestClient(app(Cabinet(records, Links()))).get("/index.json").json()
    assert told["day"] == "2026-03-02"
    assert [row["story"]["day"] for row in told["others"]] == ["2026-02-01", None]


def test_writing_is_refused(client: TestClient) -> None:
    answer = client.post("/search")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_ids_with_odd_characters_have_pages() -> None:
    keys = [
        "a/b",
        "a.json",
        "..",
        ".",
        "~x",
        "ä ö",
        "%2F",
        "a?b#c",
        "a&b=c",
        '"',
        "a\\b",
        "a//b",
        "/",
        "x.json.json",
    ]
    records = [msgspec.structs.replace(agency(), id=key) for key in keys]
    client = TestClient(app(Cabinet(records, Links())))
    for key in keys:
        assert client.get(f"{address('report', key)}.json").json()["page"]["ref"]["id"] == key
        assert client.get(address("report", key)).headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("words", ["Häfen", "hafen", "HÄFEN bis"])
def test_search_marks_the_words_in_the_statements_and_in_the_reports(client: TestClient, words: str) -> None:
    html = client.get("/search", params={"words": words}).text
    assert "<mark>Häfen</mark>" in html
    told = client.get("/search.json", params={"words": words}).json()
    assert told["all_statements"] == 2


def test_a_contact_shows_who_has_not_spoken(client: TestClient) -> None:
    told = client.get("/contact/k0.json").json()
    assert [ref["name"] for ref in told["silent"]] == ["Anna Tarn"]
    assert [station["status"] for station in told["ribbon"]] == ["held", "denied"]


def test_one_speaker_in_several_reports_is_one_station() -> None:
    records = [msgspec.structs.replace(agency(), id=key, published=day) for key, day in DAYS]
    links = Links(contacts=[[(key, "c1") for key, _ in DAYS]])
    told = TestClient(app(Cabinet(records, links))).get("/contact/k0.json").json()
    assert [station["first"] for station in told["ribbon"]] == ["2026-03-01"]
    voices = told["ribbon"][0]["voices"]
    assert [voice["report"]["id"] for voice in voices] == ["b", "a", "c"]


def test_renderings_of_one_utterance_are_one_on_the_page_of_its_speaker(client: TestClient) -> None:
    told = client.get("/actor/Anna%20Tarn.json").json()
    assert [(s["entry"]["report"]["id"], len(s["also"])) for s in told["said"]] == [(AGENCY, 2)]
    assert [act["statements"] for act in told["acts"]] == [2, 1]


DAYS = (("a", "2026-03-02"), ("b", "2026-03-01"), ("c", None))


def test_renderings_of_one_denial_are_folded() -> None:
    records = [msgspec.structs.replace(agency(), id=key, published=day) for key, day in DAYS]
    places = [(key, "s1") for key, _ in DAYS]
    links = Links(same=[places], disputes=[([("a", "c1"), ("a", "s4")], places, "x", "denies the fact")])
    client = TestClient(app(Cabinet(records, links)))
    told = client.get("/dispute/across0.json").json()
    assert [voiced["item"]["report"]["id"] for voiced in told["denial"]["voiced"]] == ["b"]
    assert [also["report"]["id"] for also in told["denial"]["voiced"][0]["also"]] == ["a", "c"]
    assert len(told["claim"]["contacts"]) == len(told["claim"]["voiced"]) == 1
    assert 'href="/report/a#w-s1"' in client.get("/dispute/across0").text


def test_renderings_stand_with_the_earliest_first_and_differences_marked(client: TestClient) -> None:
    told = client.get("/utterance/u0.json").json()
    assert [r["entry"]["report"]["id"] for r in told["renderings"]] == [AGENCY, DENIAL, COPY]
    assert [r["differs"] for r in told["renderings"]] == [False, False, True]
    assert "<mark>" in client.get("/utterance/u0").text


def test_pages_are_light(client: TestClient) -> None:
    assert all(len(client.get(page).content) < 150_000 for page in PAGES)
    assert len(client.get("/static/wortlaut.css").content) < 30_000


def test_json_is_what_the_record_says(client: TestClient) -> None:
    told = client.get(f"/report/{AGENCY}.json").json()
    assert told["page"]["record"] == json.loads(msgspec.json.encode(agency()))
    assert [s["label"] for s in told["statements"]] == ["1", "2", "3", "4"]
