"""The pages in a real browser, without a script running: what a reader sees, reaches and follows."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from pages_invented import AGENCY, HOSTILE, invented
from playwright.sync_api import Browser, Page, sync_playwright

from wortlaut.pages import app
from wortlaut.pages.address import address
from wortlaut.pages.serving import listen, web_address

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="the system's Chromium is not installed")

PAGES = (
    "/", "/contacts", "/disputes", "/actors", "/search?words=H%C3%A4fen", f"/report/{AGENCY}",
    "/actor/Anna%20Tarn", "/contact/k0", "/dispute/across0", "/utterance/u0", "/story/e0",
    f"/origin/{AGENCY}", address("report", HOSTILE),
)  # fmt: skip
WIDTHS = (390, 1280)

# Every piece of text with too little contrast to what lies behind it, half-transparent layers blended.
FAINT = """() => {
  const channels = c => { const p = c.match(/[0-9.]+/g).map(Number); return [p[0], p[1], p[2], p[3] ?? 1] };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const behind = e => {
    const layers = [];
    for (let n = e; n; n = n.parentElement) layers.push(channels(getComputedStyle(n).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const light = c => [0, 1, 2].map(i => c[i] / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const found = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility()) continue;
    const below = behind(e), above = over(channels(getComputedStyle(e).color), below);
    const [a, b] = [light(above), light(below)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push([e.tagName, e.className, ratio.toFixed(2), e.textContent.slice(0, 9)].join());
  }
  return found;
}"""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    listening = listen("127.0.0.1", 0)
    config = uvicorn.Config(app(invented()), log_level="critical", ws="none", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield web_address(listening).rstrip("/")
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield launched
        launched.close()


class Watched:
    """A page of the browser, and whatever it complained of."""

    def __init__(self, browser: Browser, site: str, width: int, **how: Any) -> None:
        settings: dict[str, Any] = {"locale": "de-DE", "java_script_enabled": False} | how
        self.context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("response", lambda r: self.complaints.extend([r.url] if r.status >= 400 else []))
        self.site = site

    def go(self, path: str) -> Page:
        answer = self.page.goto(self.site + path)  # None where only the fragment is another
        assert answer is None or answer.ok
        return self.page

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("language", ["de-DE", "en-GB"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_complaint_and_nothing_to_scroll_sideways(
    browser: Browser, site: str, width: int, language: str
) -> None:
    with Watched(browser, site, width, locale=language) as watched:
        for path in PAGES:
            assert wide(watched.go(path)) <= width, path
        assert watched.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_light_and_dark(browser: Browser, site: str, scheme: str) -> None:
    with Watched(browser, site, 1280, color_scheme=scheme) as watched:
        for path in (
            *PAGES,
            f"/report/{AGENCY}#w-s3",
            f"/report/{AGENCY}#f-w-s1",
            f"/report/{AGENCY}?span=3-90",
        ):
            assert watched.go(path).evaluate(FAINT) == [], path


def test_text_at_twice_its_size_needs_no_scrolling_sideways(browser: Browser, site: str) -> None:
    with Watched(browser, site, 1280) as watched:
        for path in PAGES:
            page = watched.go(path)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert wide(page) <= 1280, path


def test_a_hostile_report_runs_no_script_even_where_scripts_may_run(browser: Browser, site: str) -> None:
    with Watched(browser, site, 1280, java_script_enabled=True) as watched:
        for path in (
            address("report", HOSTILE),
            "/",
            "/contacts",
            "/disputes",
            "/actors",
            "/search?words=said",
        ):
            page = watched.go(path)
            assert page.title() != "owned"
            assert page.locator("script, img").count() == 0
        assert watched.complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_a_finding_goes_to_its_words_and_back(browser: Browser, site: str, width: int) -> None:
    with Watched(browser, site, width) as watched:
        page = watched.go(f"/report/{AGENCY}")
        page.locator("#f-w-s4 a.n").click()
        words = page.locator("#w-s4")
        assert page.url.endswith("#w-s4")
        assert words.inner_text() == "mehr Schiffe"
        assert in_view(page, words.bounding_box())
        lit = words.evaluate("e => getComputedStyle(e).backgroundColor")
        assert lit != "rgba(0, 0, 0, 0)"
        words.locator("a.n").first.click()
        assert page.url.endswith("#f-w-s4")
        assert in_view(page, page.locator("#f-w-s4").bounding_box())


def in_view(page: Page, box: Any) -> bool:
    size = page.viewport_size
    assert size is not None
    assert box is not None
    return bool(0 <= box["y"] <= size["height"] - 20)


def test_an_address_of_words_opens_on_them(browser: Browser, site: str) -> None:
    with Watched(browser, site, 390) as watched:
        page = watched.go(f"/report/{AGENCY}")
        page.locator("#f-w-s1").get_by_role("link", name="Adresse dieser Wörter").click()
        cited = page.locator("#cited")
        assert cited.inner_text().strip() == "Wir öffnen die Häfen bis Freitag"
        assert in_view(page, cited.bounding_box())


def test_the_keyboard_reaches_the_findings_in_the_order_of_the_text(browser: Browser, site: str) -> None:
    with Watched(browser, site, 1280) as watched:
        page = watched.go(f"/report/{AGENCY}")
        page.keyboard.press("Tab")
        assert focused(page).endswith("#main"), "the first stop skips to the content"
        page.keyboard.press("Enter")
        stops: list[str] = []
        while "#w-s4" not in stops and len(stops) < 120:
            page.keyboard.press("Tab")
            stops.append(focused(page))
        in_text = [stop for stop in stops if stop.startswith("#f-w-")]
        assert in_text == ["#f-w-c1", "#f-w-s1", "#f-w-s2", "#f-w-s3", "#f-w-s4"]
        listed = list(dict.fromkeys(stop for stop in stops if stop.startswith("#w-s")))
        assert listed == ["#w-s1", "#w-s2", "#w-s3", "#w-s4"]
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", "where the focus is can be seen"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('href') || ''"))


def test_forms_are_told_apart_without_colour(browser: Browser, site: str) -> None:
    with Watched(browser, site, 1280) as watched:
        page = watched.go(f"/report/{AGENCY}")
        drawn = """e => { const s = getComputedStyle(e);
            return [s.textDecorationLine, s.textDecorationStyle, s.borderTopStyle, s.borderBottomStyle,
                    s.backgroundImage.slice(0, 15)].join() }"""
        kinds = ("direct", "indirect", "mixed", "denial")
        looks = [page.locator(f".legend .m.{kind}").evaluate(drawn) for kind in (*kinds, "contact", "time")]
        assert len(set(looks)) == len(looks)


def test_fingers_hit_what_they_aim_at(browser: Browser, site: str) -> None:
    with Watched(browser, site, 390, has_touch=True, is_mobile=True) as watched:
        page = watched.go(f"/report/{AGENCY}")
        for selector in (".found > li > a.n", ".top nav a", ".switch", ".jumps a"):
            for link in page.locator(selector).all():
                box = link.bounding_box()
                assert box is not None
                assert min(box["width"], box["height"]) >= 24, selector


def test_print_leaves_out_what_paper_has_no_use_for(browser: Browser, site: str) -> None:
    with Watched(browser, site, 1280) as watched:
        page = watched.go(f"/report/{AGENCY}")
        page.emulate_media(media="print")
        assert not page.locator(".top").is_visible()
        assert page.locator("#w-s1").is_visible()


def test_the_language_switch_changes_the_interface_and_stays(browser: Browser, site: str) -> None:
    with Watched(browser, site, 390) as watched:
        page = watched.go("/contacts")
        page.locator("a.switch").click()
        assert page.locator("h1").inner_text() == "Contacts"
        page.get_by_role("link", name="Disputes", exact=True).click()
        assert page.locator("h1").inner_text() == "Disputes"
