"""The pages as an ASGI application: addresses, the two forms of each answer, errors, headers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wortlaut.pages import views
from wortlaut.pages.address import decode_key
from wortlaut.pages.ask import Ask, MissingError, UnclearError
from wortlaut.pages.locale import LANGUAGES, choose
from wortlaut.pages.rendering import render
from wortlaut.store.base import Store

View = Callable[[Store, Ask], msgspec.Struct]

COOKIE = "wortlaut-lang"
_YEAR = 365 * 24 * 3600
_HEADERS = {
    # Nothing is loaded from elsewhere and no script runs, whatever a report's text holds.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_LISTS: dict[str, View] = {
    "actors": views.actors,
    "contacts": views.contacts,
    "disputes": views.disputes,
    "search": views.search,
}
_SINGLE: dict[str, View] = {
    "actor": views.actor,
    "contact": views.contact,
    "day": views.day,
    "dispute": views.dispute,
    "origin": views.origin,
    "report": views.report,
    "story": views.story,
    "utterance": views.utterance,
}


def app(store: Store) -> ASGIApp:
    """The pages over one store; it is only read, never changed."""
    inside = Starlette(
        routes=[
            Mount("/static", StaticFiles(packages=[("wortlaut.pages", "static")])),
            *_start_routes(store),
            *(route for name, view in _LISTS.items() for route in _list_routes(store, name, view)),
            *(Route(f"/{name}/{{key:path}}", _answer(store, name, view)) for name, view in _SINGLE.items()),
        ],
        exception_handlers={
            MissingError: _missing,
            UnclearError: _unclear,
            HTTPException: _http_error,
            Exception: _failed,
        },
    )
    return _with_headers(inside)


def _start_routes(store: Store) -> list[Route]:
    return [Route(path, _answer(store, "day", views.day)) for path in ("/", "/.json", "/index.json")]


def _list_routes(store: Store, name: str, view: View) -> list[Route]:
    return [Route(path, _answer(store, name, view)) for path in (f"/{name}", f"/{name}.json")]


def _answer(store: Store, name: str, view: View) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        page = view(store, Ask(_key(request), dict(request.query_params)))
        if _wants_json(request):
            return _json(page)
        return _html(request, name, page)

    return answer


def _raw_path(request: Request) -> str:
    """The path as it was sent: only there an id's own ``/`` and ``.json`` are told from the address's."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return raw.partition(b"?")[0].decode("latin-1")


def _wants_json(request: Request) -> bool:
    return _raw_path(request).endswith(".json")


def _key(request: Request) -> str:
    if "key" not in request.path_params:
        return ""
    piece = _raw_path(request).split("/", 2)[2]
    return decode_key(piece.removesuffix(".json"))


def _json(page: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(page), status, media_type="application/json")


def _html(request: Request, name: str, page: object, status: int = 200) -> Response:
    asked = request.query_params.get("lang")
    language = choose(asked, request.cookies.get(COOKIE), request.headers.get("accept-language", ""))
    body = render(name, page, language, _here(request, language))
    answer = Response(body, status, media_type="text/html")
    answer.headers["Vary"] = "Accept-Language, Cookie"
    answer.headers["Content-Language"] = language
    if asked in LANGUAGES:
        answer.set_cookie(COOKIE, asked, max_age=_YEAR, httponly=True, samesite="lax")
    return answer


def _here(request: Request, language: str) -> dict[str, Any]:
    """The addresses of this very page: as JSON, in the other language, and with other parts."""
    path = _raw_path(request)
    parts = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    asked = f"?{urlencode(parts)}" if parts else ""
    other = next(code for code in LANGUAGES if code != language)
    return {
        "path": path,
        "parts": dict(parts),
        "json": f"{'/index' if path == '/' else path}.json{asked}",
        "other": other,
        "switch": f"{path}?{urlencode([*parts, ('lang', other)])}",
    }


def _missing(request: Request, error: Exception) -> Response:
    return _error(request, 404, what=getattr(error, "source", ""))


def _unclear(request: Request, error: Exception) -> Response:
    return _error(request, 400, part=getattr(error, "source", ""), value=getattr(error, "trouble", ""))


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    known = status if status in (400, 404, 405) else 500
    answer = _error(request, known, what=request.url.path, part="", value=request.url.path)
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


def _failed(request: Request, error: Exception) -> Response:
    return _error(request, 500)


def _error(request: Request, status: int, **told: str) -> Response:
    if _wants_json(request):
        return _json({"error": status, **told}, status)
    return _html(request, "error", {"status": status, **told}, status)


def _with_headers(inside: ASGIApp) -> ASGIApp:
    async def outside(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        await inside(scope, receive, send_with_headers)

    return outside
