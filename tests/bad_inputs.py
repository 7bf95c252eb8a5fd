"""More than 200 inputs as they should not be, made by rule; what each must become."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SENTENCE = "Die Ministerin von Nordland, Anna Beispiel, sagte am Montag, die Gespräche würden fortgesetzt."
TEXT = f"{SENTENCE}\n\nEin Sprecher von Südland bestätigte das. Größere Fortschritte gebe es nicht.\n"
PARAGRAPHS = "".join(
    f"<p>{SENTENCE} Das sei der {n}. Schritt auf dem Weg zu einem Vertrag.</p>" for n in range(1, 9)
)
PAGE = (
    '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">'
    "<title>Nordland verhandelt weiter</title></head>"
    f"<body><article><h1>Nordland verhandelt weiter</h1>{PARAGRAPHS}</article></body></html>"
)

Fate = Literal["read", "error", "either"]


@dataclass(frozen=True)
class Case:
    """A file and what becomes of it: ``read``, an ``error``, or ``either`` as long as it is one of them."""

    name: str
    make: Callable[[Path], object]
    fate: Fate
    contains: str = ""


def cases() -> list[Case]:
    """All of them, each under its own name."""
    found = [
        *_encodings(),
        *_binaries(),
        *_lines(),
        *_documents(),
        *_pages(),
        *_packed(),
        *_places(),
        *_cut(),
    ]
    assert len({case.name for case in found}) == len(found)
    return found


def _bytes(name: str, data: bytes, fate: Fate, contains: str = "") -> Case:
    return Case(name, lambda path: path.write_bytes(data), fate, contains)


def _encodings() -> Iterator[Case]:
    good = (
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "latin-1",
        "iso8859-15",
    )
    for code in good:
        yield _bytes(f"text-{code}.txt", TEXT.encode(code), "read", "Gespräche")
        yield _bytes(f"lone-{code}.txt", SENTENCE.encode(code), "read", "Gespräche")
    for code in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        yield _bytes(
            f"page-{code}.html", PAGE.replace('<meta charset="utf-8">', "").encode(code), "read", "Gespräche"
        )
    for declared in (
        "utf-8",
        "windows-1252",
        "nonsense",
        "zlib_codec",
        "rot13",
        "idna",
        "utf-7",
        "../../x",
        "punycode",
    ):
        page = PAGE.replace('charset="utf-8"', f'charset="{declared}"')
        yield _bytes(f"declares-{declared.replace('/', '_')}.html", page.encode(), "read", "Gespräche")
    for code in ("koi8-r", "cp1251", "shift_jis", "gb18030", "euc-kr", "big5"):
        words = {"koi8-r": "Министр заявил", "cp1251": "Министр заявил"}.get(code, "会談")
        yield _bytes(f"other-{code}.txt", (words * 20).encode(code, "ignore"), "either")
    for name, breaks in (
        ("crlf", "\r\n"),
        ("cr", "\r"),
        ("nel", "\x85"),
        ("ls", "\u2028"),
        ("mixed", "\r\n\n\r"),
    ):
        yield _bytes(f"breaks-{name}.txt", breaks.join([SENTENCE] * 4).encode(), "read", breaks)
    for name, mark in (
        ("bom-twice", "\ufeff\ufeff"),
        ("zero-width", "\u200b"),
        ("rtl", "\u202e"),
        ("combining", "a\u0301" * 50),
    ):
        yield _bytes(f"marks-{name}.txt", (mark + TEXT).encode(), "read", "Gespräche")


def _binaries() -> Iterator[Case]:
    heads = {
        "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
        "gif": b"GIF89a\x01\x00\x01\x00\x80\x00\x00",
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01\x02\x03",
        "zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
        "elf": b"\x7fELF\x02\x01\x01\x00\x00\x00",
        "sqlite": b"SQLite format 3\x00\x10\x00",
        "mp3": b"ID3\x03\x00\x00\x00\x00\x00\x00",
        "nulls": b"\x00" * 64,
    }
    for kind, head in heads.items():
        data = head + bytes(range(256)) * 8
        for ending in ("txt", "html", "jsonl", "json"):
            yield _bytes(f"{kind}-as.{ending}", data, "error")
        yield _bytes(f"{kind}-bare", data, "error")
    yield _bytes("null-inside.txt", b"Nord\x00land " * 50, "error")
    yield _bytes("controls.txt", bytes(range(1, 32)) * 30, "error")
    for byte in (0x80, 0x81, 0xC3, 0xE2, 0xF0, 0xFE, 0xFF):
        yield _bytes(f"only-{byte:02x}.txt", bytes([byte]) * 200, "either")


def _lines() -> Iterator[Case]:
    good = json.dumps({"text": TEXT}).encode()
    broken = {
        "cut": good[:-5],
        "number": b"17",
        "string": b'"text"',
        "null": b"null",
        "list": b'["text"]',
        "no-text": b'{"id": "a"}',
        "null-text": b'{"id": "a", "text": null}',
        "number-text": b'{"id": "a", "text": 5}',
        "list-text": b'{"id": "a", "text": ["x"]}',
        "empty-text": b'{"id": "a", "text": ""}',
        "blank-text": b'{"id": "a", "text": " \\n "}',
        "python": b"{'text': 'Nordland'}",
        "nan": b'{"text": NaN}',
        "bare-key": b"{text: 1}",
        "comma": b'{"text": "a",}',
        "comment": b'{"text": "a"} // x',
        "two": good + good,
        "deep-list": b"[" * 100_000,
        "deep-object": b'{"text":' * 50_000,
        "deep-closed": b'{"text": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        "lone-surrogate": b'{"text": "\\ud800"}',
        "control": b'{"text": "a\x01b"}',
        "huge-number": b'{"id": 1' + b"0" * 5000 + b"}",
    }
    for name, line in broken.items():
        yield _bytes(f"{name}.jsonl", line + b"\n", "error")
        yield _bytes(f"amid-{name}.jsonl", good + b"\n" + line + b"\n" + good + b"\n", "read", "Gespräche")
    odd = {
        "id-number": {"id": 7, "text": TEXT},
        "id-object": {"id": {}, "text": TEXT},
        "id-true": {"id": True, "text": TEXT},
        "id-slashes": {"id": "../../etc", "text": TEXT},
        "date-nonsense": {"published": "gestern", "text": TEXT},
        "date-number": {"published": 5, "text": TEXT},
        "url-list": {"url": ["a"], "text": TEXT},
        "url-script": {"url": "javascript:alert(1)", "text": TEXT},
        "title-script": {"title": "<script>alert(1)</script>", "text": TEXT},
        "language-long": {"language": "d" * 9999, "text": TEXT},
        "more": {"text": TEXT, "actors": 5, "body": "x", "statements": None},
    }
    for name, report in odd.items():
        yield _bytes(f"odd-{name}.jsonl", json.dumps(report).encode(), "read", "Gespräche")
    yield _bytes("blank-lines.jsonl", b"\n\n" + good + b"\n\n\n", "read", "Gespräche")
    yield _bytes("only-blank.jsonl", b"\n \n\t\n", "either")
    yield _bytes("marked.jsonl", b"\xef\xbb\xbf" + good, "read", "Gespräche")
    yield _bytes("crlf.jsonl", good + b"\r\n" + good + b"\r\n", "read", "Gespräche")
    yield _bytes(
        "utf16.jsonl", json.dumps({"text": TEXT}, ensure_ascii=False).encode("utf-16"), "read", "Gespräche"
    )
    yield _bytes(
        "unmarked-utf16.jsonl", (good + b"\n" + good).decode().encode("utf-16-le"), "read", "Gespräche"
    )
    yield _bytes(
        "cp1252.jsonl", json.dumps({"text": TEXT}, ensure_ascii=False).encode("cp1252"), "read", "Gespräche"
    )


def _documents() -> Iterator[Case]:
    report = {"text": TEXT}
    for name, found, fate in (
        ("object", report, "read"),
        ("list", [report, report], "read"),
        ("mixed-list", [1, report, None], "read"),
        ("late-list", [{}] * 5 + [report], "read"),
        ("empty-object", {}, "error"),
        ("string", "text", "error"),
        ("true", True, "error"),
    ):
        for indent in (None, 2):
            data = json.dumps(found, indent=indent).encode()
            yield _bytes(f"{name}-{indent}.json", data, "read" if fate == "read" else "error")
    yield _bytes("empty-list.json", b"[]", "either")
    yield _bytes("cut.json", json.dumps([report]).encode()[:-4], "error")
    yield _bytes("deep.json", b"[" * 200_000, "error")
    yield _bytes("lines-in.json", json.dumps(report).encode() + b"\n" + json.dumps(report).encode(), "either")


def _pages() -> Iterator[Case]:
    bad = {
        "no-body": "<html></html>",
        "empty-body": "<html><body></body></html>",
        "only-head": "<html><head><title>Nordland</title></head></html>",
        "only-script": "<html><body><script>var x = 1;</script></body></html>",
        "only-style": "<html><style>p {color: red}</style></html>",
        "only-comment": "<!-- nothing -->",
        "only-image": "<html><body><img src=x></body></html>",
        "frames": "<html><frameset><frame src=a></frameset></html>",
        "deep-div": "<html><body>" + "<div>" * 100_000 + SENTENCE,
        "deep-b": "<html><body>" + "<b>" * 30_000 + SENTENCE,
        "deep-table": "<html><body>" + "<table><tr><td>" * 20_000,
    }
    for name, page in bad.items():
        yield _bytes(f"{name}.html", page.encode(), "error")
    odd = {
        "no-html": f"<article><h1>Nordland</h1>{PARAGRAPHS}</article>",
        "unclosed": PAGE.replace("</p>", "").replace("</article>", ""),
        "cut": PAGE[:-400],
        "upper": PAGE.replace("<p>", "<P>").replace("</p>", "</P>"),
        "xml": '<?xml version="1.0" encoding="utf-8"?>' + PAGE,
        "script-title": PAGE.replace("Nordland verhandelt weiter", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        "broken-ld": _with_data('{"a": '),
        "deep-ld": _with_data("[" * 50_000),
        "odd-ld": _with_data('{"@type": "Article", "headline": 5, "publisher": [7], "datePublished": {}}'),
        "odd-meta": PAGE.replace("</head>", "<meta content=x><meta name=date content=''></head>"),
        "odd-lang": PAGE.replace('lang="de"', 'lang="&quot;><x"'),
        "entity": PAGE.replace("Montag", "&#xD800;&#999999999;&bogus;"),
        "many-attributes": PAGE.replace("<body>", "<body " + " ".join(f"a{n}=1" for n in range(5000)) + ">"),
        "open-meta": PAGE.replace("</head>", "<meta " + "a" * 20_000 + "</head>"),
        "open-tags": PAGE + "<" * 20_000,
        "open-h1": PAGE + "<h1>" * 500,
        "cdata": PAGE.replace("<h1>", "<![CDATA[ x ]]><h1>"),
    }  # fmt: skip
    for name, page in odd.items():
        yield _bytes(f"odd-{name}.html", page.encode(), "read", "Ministerin")


def _with_data(data: str) -> str:
    return PAGE.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')


def _packed() -> Iterator[Case]:
    yield _bytes("good.txt.gz", gzip.compress(TEXT.encode()), "read", "Gespräche")
    yield _bytes("good.html.gz", gzip.compress(PAGE.encode()), "read", "Gespräche")
    yield _bytes("good.jsonl.gz", gzip.compress(json.dumps({"text": TEXT}).encode()), "read", "Gespräche")
    yield _bytes("two.txt.gz", gzip.compress(TEXT.encode()) * 2, "read", "Gespräche")
    yield _bytes("cut.txt.gz", gzip.compress(TEXT.encode() * 50)[:-20], "error")
    yield _bytes("plain.txt.gz", TEXT.encode(), "error")
    yield _bytes("empty.txt.gz", b"", "error")
    yield _bytes("packed-nothing.txt.gz", gzip.compress(b""), "error")
    yield _bytes("bomb.txt.gz", gzip.compress(b"a" * 50_000_000), "error", "20 MB")
    yield _bytes("bomb.jsonl.gz", gzip.compress(b"a" * 50_000_000), "error", "20 MB")
    yield _bytes("wrong-sum.txt.gz", gzip.compress(TEXT.encode())[:-8] + b"\x00" * 8, "error")


def _places() -> Iterator[Case]:
    yield Case("missing.txt", lambda path: None, "error", "No such file")
    yield Case("a-folder.txt", lambda path: path.mkdir(), "either")
    yield Case("pipe.txt", lambda path: os.mkfifo(path), "error", "pipe")
    yield Case("loop.txt", lambda path: path.symlink_to(path), "error")
    yield Case("dangling.txt", lambda path: path.symlink_to("nowhere"), "error")
    yield Case("device.txt", lambda path: path.symlink_to("/dev/zero"), "error", "device")
    yield Case("n" * 300 + ".txt", lambda path: None, "error")
    yield Case("nul\x00l.txt", lambda path: None, "error")
    yield _bytes("name with  blanks ü.txt", TEXT.encode(), "read", "Gespräche")
    yield _bytes("-dash.txt", TEXT.encode(), "read", "Gespräche")
    yield _bytes("...txt", TEXT.encode(), "read", "Gespräche")
    yield _bytes(".txt", TEXT.encode(), "read", "Gespräche")
    yield _bytes("UPPER.TXT", TEXT.encode(), "read", "Gespräche")
    yield _bytes("no-ending", TEXT.encode(), "read", "Gespräche")
    yield _bytes("page-without-ending", PAGE.encode(), "read", "Gespräche")
    yield _bytes("lines-without-ending", json.dumps({"text": TEXT}).encode() + b"\n", "read", "Gespräche")
    yield _bytes("line\nbreak.txt", TEXT.encode(), "read", "Gespräche")
    yield _bytes("line\nbreak.jsonl", b"{", "error")
    yield _bytes("escape\x1b[31m.json", b"{", "error")
    yield _bytes("Gr\udcf6\udcdfe.txt", TEXT.encode(), "read", "Gespräche")  # Latin-1 on the disk
    yield _bytes("Gr\udcf6\udcdfe.jsonl", b"{", "error")
    yield _bytes("long.txt", b"Ein Satz. " * 35_000, "error", "350,000 characters")
    yield _bytes("long.jsonl", json.dumps({"text": "Wort " * 70_000}).encode(), "error", "characters")
    yield _bytes("large.txt", b"a" * 25_000_000, "error", "20 MB")
    yield _bytes("long-line.jsonl", b'{"text": "' + b"a" * 25_000_000, "error", "20 MB")
    for name, data in (
        ("empty", b""),
        ("blank", b" \n\t \r\n"),
        ("bom", b"\xef\xbb\xbf"),
        ("bom16", b"\xff\xfe"),
    ):
        for ending in ("txt", "html", "json"):
            yield _bytes(f"{name}.{ending}", data, "error")


def _cut() -> Iterator[Case]:
    """UTF-8 cut off after each of its last bytes, and single bytes damaged."""
    data = "Größe – „Ruhe“".encode() * 20
    for size in range(1, 9):
        yield _bytes(f"cut-{size}.txt", data[:-size], "read", "Größe")
    for place in range(0, 40, 4):
        yield _bytes(f"damaged-{place}.txt", data[:place] + b"\xff" + data[place:], "read", "Größe")
