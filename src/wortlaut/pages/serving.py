"""Serve the pages: loopback unless told otherwise, on the port asked for or the next free one."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

import uvicorn
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp

from wortlaut.errors import StoreError
from wortlaut.pages.app import app
from wortlaut.store import open_store

HOST = "127.0.0.1"
PORT = 8000
_TRIES = 50
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def serve(database: str | Path, host: str = HOST, port: int = PORT) -> None:
    """Serve the record in ``database`` until interrupted; prints the address first."""
    with listen(host, port) as listening, open_store(database) as store:
        _run(guarded(app(store), host), listening)


def guarded(pages: ASGIApp, host: str) -> ASGIApp:
    """On loopback only requests for loopback are answered, so that no web page elsewhere reads along."""
    if host not in _LOOPBACK:
        return pages
    return TrustedHostMiddleware(pages, allowed_hosts=["127.0.0.1", "localhost", "[::1]"])


def listen(host: str, port: int) -> socket.socket:
    """A socket listening on ``port`` or, where it is taken, on the next free one (0: any free one)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, min(port + _TRIES, 65536)):
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            listening.bind((host, number))
            listening.listen(128)
            return listening
        listening.close()
    raise StoreError(f"{host}:{port}", "nothing can be served there", "give another --host or --port")


def web_address(listening: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _run(pages: ASGIApp, listening: socket.socket) -> None:
    print(f"wortlaut: {web_address(listening)}  (Ctrl-C ends)", flush=True)
    server = uvicorn.Server(uvicorn.Config(pages, log_level="warning", access_log=False, server_header=False))
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
