"""What a page says of itself: JSON-LD, meta tags, headings, its language and address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wortlaut.intake.moments import iso
from wortlaut.intake.titles import Titles, best_title

_META = re.compile(r"<meta\b([^<>]{1,5000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_HTML = re.compile(r"<html\b([^<>]{0,2000})>", re.IGNORECASE)
_LINK = re.compile(r"<link\b([^<>]{1,3000})>", re.IGNORECASE)
_TIME = re.compile(r"<time\b([^<>]{1,1000})>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "date",
    "dc.date",
    "dcterms.created",
    "dc.date.issued",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
)
_ARTICLES = ("LiveBlogPosting", "BlogPosting", "Report", "ClaimReview")
_DEEPEST = 2000
_LONGEST = 3000

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself, each None where it says nothing; ``body`` is the text in its JSON-LD."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None


def read_metadata(page: str) -> Metadata:
    """Read the page's own words about itself; odd or broken mark-up is passed over."""
    article = _article(_items(_blobs(page)))
    meta = _meta(page)
    titles = Titles(
        linked=_text(article.get("headline") or article.get("name")),
        shared=_first(meta, "og:title", "twitter:title"),
        headings=tuple(_inner(content[:_LONGEST]) for _, content in _elements(page, "h1", 20)),
        window=next((_inner(content[:_LONGEST]) for _, content in _elements(page, "title", 1)), None),
        outlet=_outlet(article, meta),
    )
    return Metadata(
        title=best_title(titles),
        published=_published(article, meta, page),
        outlet=titles.outlet,
        language=_language(page, article, meta),
        url=_address(page, meta),
        body=_article_body(article),
    )


def _elements(page: str, name: str, most: int) -> Iterator[tuple[str, str]]:
    """The attributes and the content of the first ``most`` elements of a name that can't be nested."""
    end = 0
    for _ in range(most):
        opening = re.compile(rf"<{name}\b([^<>]{{0,5000}})>", re.IGNORECASE).search(page, end)
        closing = re.compile(rf"</{name}", re.IGNORECASE).search(page, opening.end()) if opening else None
        if opening is None or closing is None:
            return
        yield opening[1], page[opening.end() : closing.start()]
        end = closing.end()


def _blobs(page: str) -> Iterator[object]:
    for attributes, content in _elements(page, "script", _DEEPEST):
        if "ld+json" in attributes.lower():
            try:
                yield json.loads(_WRAPPING.sub("", content).strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue


def _items(blobs: Iterable[object]) -> Iterator[Json]:
    waiting = list(blobs)
    seen = 0
    while waiting and seen < _DEEPEST:
        found = waiting.pop(0)
        seen += 1
        if isinstance(found, list):
            waiting = found + waiting
        elif isinstance(found, dict):
            yield found
            waiting = [found[key] for key in ("@graph", "mainEntity") if key in found] + waiting


def _article(items: Iterable[Json]) -> Json:
    """Of the objects that are articles, the one that tells most; the first of equals."""
    articles = [item for item in items if _is_article(item)]
    keys = ("headline", "datePublished", "author", "articleBody")
    return max(articles, key=lambda item: sum(bool(item.get(key)) for key in keys), default={})


def _is_article(item: Json) -> bool:
    kinds = item.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and (kind.endswith("Article") or kind in _ARTICLES) for kind in named)


def _attributes(tag: str) -> dict[str, str]:
    return {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(tag)}


def _meta(page: str) -> dict[str, str]:
    """The first content of each meta tag, by its name in lower case."""
    found: dict[str, str] = {}
    for match in _META.finditer(page):
        tag = _attributes(match[1])
        key = (
            tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        ).lower()
        if key and tag.get("content", "").strip():
            found.setdefault(key, html.unescape(tag["content"]).strip())
    return found


def _first(meta: dict[str, str], *keys: str) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _text(value: object) -> str | None:
    """A string, or the first of a list, without mark-up."""
    if isinstance(value, list):
        value = next((entry for entry in value if isinstance(entry, str)), None)
    return _inner(html.unescape(value)) or None if isinstance(value, str) else None


def _inner(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _published(article: Json, meta: dict[str, str], page: str) -> str | None:
    stated = [_text(article.get("datePublished")), *(meta.get(key) for key in _PUBLISHED)]
    times = (_attributes(match[1]).get("datetime") for match in _TIME.finditer(page))
    found = [day for value in stated if (day := iso(value))]
    if found:
        # A bare day is made exact by another source of the same day.
        return next((other for other in found if len(other) > 10 and other[:10] == found[0][:10]), found[0])
    return next((day for value in times if (day := iso(value))), None)


def _outlet(article: Json, meta: dict[str, str]) -> str | None:
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    named = _text(publisher.get("name")) if isinstance(publisher, dict) else _text(publisher)
    return _first(meta, "og:site_name", "application-name") or named


def _language(page: str, article: Json, meta: dict[str, str]) -> str | None:
    match = _HTML.search(page[:20_000])
    tag = _attributes(match[1]) if match else {}
    spoken = article.get("inLanguage")
    return (
        tag.get("lang")
        or tag.get("xml:lang")
        or (spoken if isinstance(spoken, str) else None)
        or _first(meta, "content-language", "og:locale", "language", "dc.language")
    )


def _address(page: str, meta: dict[str, str]) -> str | None:
    links = (_attributes(match[1]) for match in _LINK.finditer(page))
    canonical = next(
        (tag["href"] for tag in links if tag.get("rel", "").lower() == "canonical" and tag.get("href")), None
    )
    for address in (canonical, meta.get("og:url")):
        if address and re.match(r"https?://[^\s/]", html.unescape(address)):
            return html.unescape(address).strip()
    return None


def _article_body(article: Json) -> str | None:
    body = article.get("articleBody")
    if isinstance(body, list):
        body = next((part for part in body if isinstance(part, str)), None)
    if not isinstance(body, str):
        return None
    plain = html.unescape(_TAG.sub("\n", html.unescape(body)))
    return "\n".join(line for part in plain.splitlines() if (line := part.strip())) or None
