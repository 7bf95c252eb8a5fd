"""A small server that answers as Wikidata does, about invented persons; what it is asked is kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

ENTITY = "http://www.wikidata.org/entity/"
Reply = tuple[int, dict[str, str], bytes]


class Asked:
    """What the server was asked: the query, and the headers."""

    def __init__(self) -> None:
        self.queries: list[str] = []
        self.fields: list[dict[str, list[str]]] = []
        self.agents: list[str] = []
        self.address = ""


def cells(**values: str) -> dict[str, Any]:
    """A row of an answer; a value that begins with Q is an entity."""
    return {
        name: {"type": "uri", "value": ENTITY + value}
        if value[:1] == "Q" and value[1:].isdigit()
        else {"type": "literal", "value": value}
        for name, value in values.items()
    }


def answer(*rows: dict[str, Any]) -> bytes:
    """Rows as the server sends them."""
    return json.dumps({"head": {"vars": []}, "results": {"bindings": list(rows)}}).encode()


OFFICES = answer(
    cells(
        actor="Q900000010", office="Q900000011", officeName="Minister of Foreign Affairs of Norway",
        start="2024-03-02T00:00:00Z", startExact="11", gender="Q6581072", en="Runa Solvik", de="Runa Solvik",
        ru="Руна Сольвик",
    ),
    cells(
        actor="Q900000012", office="Q900000013", officeName="Prime Minister of Norway", head="premier",
        start="2019-01-01T00:00:00Z", startExact="9", end="2023-06-05T00:00:00Z", endExact="11",
        gender="Q6581097", en="Pelle Zorvan", de="Pelle Zorvant",
    ),
    cells(actor="Q900000014", officeName="Deputy Minister of Finance", start="2020-01-01T00:00:00Z",
          startExact="11", en="Ole Under"),
    cells(actor="Q900000015", officeName="Minister of Finance", en="Without Start"),
    cells(actor="nonsense", officeName="Minister of Finance", start="2020-01-01T00:00:00Z",
          startExact="11", en="X"),
)  # fmt: skip
PARTIES = answer(
    cells(actor="Q900000020", party="Q900000020", partyName="Kelp Party", en="Kelp Party", de="Tangpartei"),
    cells(actor="Q900000010", party="Q900000020", partyName="Kelp Party", start="2022-05-00T00:00:00Z",
          startExact="10", en="Runa Solvik"),
)  # fmt: skip
MINISTRIES = answer(
    cells(actor="Q900000030", en="Norwegian Ministry of Energy", de="norwegisches Energieministerium",
          website="https://www.energy.example/en"),
)  # fmt: skip
MEDIA = answer(
    cells(actor="Q900000040", agency="agency", en="Fjord Wire", website="https://fjordwire.example/"),
)
ANSWERS = {"P1906": OFFICES, "P488": PARTIES, "Q192350": MINISTRIES, "Q192283": MEDIA}


def recorded(query: str) -> Reply:
    """The recorded answer to a query."""
    body = next(body for mark, body in ANSWERS.items() if mark in query)
    return 200, {}, body


@contextmanager
def serving(reply: Callable[[str], Reply] = recorded) -> Iterator[Asked]:
    """Serve inside; every query gets what ``reply`` says."""
    asked = Asked()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            asked.queries.append(fields["query"][0])
            asked.fields.append(fields)
            asked.agents.append(self.headers["User-Agent"])
            status, headers, body = reply(fields["query"][0])
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    asked.address = f"http://127.0.0.1:{server.server_address[1]}/sparql"
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
