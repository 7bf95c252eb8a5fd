"""A polite client: one question at a time, pauses, waits as long as the server asks, gives up in the end."""

from __future__ import annotations

import email.utils
import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

from wortlaut import __version__
from wortlaut.errors import ActorsError

WIKIDATA = "https://query.wikidata.org/sparql"
_LARGEST = 100_000_000  # bytes of an answer
_TRIES = 4
_LONGEST = 300.0  # seconds that are waited at most before asking again
_BUSY = (429, 500, 502, 503, 504)
_LATER = "run the same command later: it goes on where it ended"


class UnreachableError(ActorsError):
    """Nobody answers at the address, twice in a row: no other question would get an answer now."""


@dataclass
class Client:
    """Asks a SPARQL endpoint. ``pause``: seconds between questions; ``contact``: who asks, for the server."""

    address: str = WIKIDATA
    pause: float = 2.0
    contact: str = ""
    _last: float | None = None

    def ask(self, query: str) -> list[dict[str, Any]]:
        """The rows that answer ``query``; raises ActorsError where there is no answer."""
        trouble = ""
        for attempt in range(_TRIES):
            self._wait(self.pause)
            try:
                with urllib.request.urlopen(self._request(query), timeout=90) as reply:
                    body = reply.read(_LARGEST + 1)
                    wait = reply.headers.get("Retry-After")
            except urllib.error.HTTPError as error:
                trouble = f"it answers {error.code} ({error.reason})"
                wait = error.headers.get("Retry-After") if error.headers else None
                lag = _is_lag(error.read(10_000))
                error.close()
                if error.code not in _BUSY and not lag:
                    break
            except (OSError, http.client.HTTPException) as error:
                trouble, wait = f"no answer ({getattr(error, 'reason', None) or error!r})", None
                if attempt:
                    raise UnreachableError(self.address, trouble, _LATER) from error
            else:
                if len(body) > _LARGEST:
                    trouble = "its answer is too large"
                    break
                rows = _rows(body)
                if rows is not None:
                    return rows
                trouble = "it lags behind" if _is_lag(body) else "its answer is no list of results"
                if not _is_lag(body):
                    break
            seconds = _seconds(wait, 5.0 * 2**attempt * min(self.pause, 1.0))
            if seconds > _LONGEST:
                trouble += f", and asks to be left alone for {seconds:.0f} seconds"
                break
            if attempt + 1 < _TRIES:
                time.sleep(seconds)
        raise ActorsError(self.address, trouble, _LATER)

    def _request(self, query: str) -> urllib.request.Request:
        fields = {"query": query, "format": "json", "maxlag": "5"}
        contact = f"; {self.contact}" if self.contact else ""
        headers = {
            "User-Agent": f"wortlaut/{__version__} (list of known actors{contact}) python-urllib",
            "Accept": "application/sparql-results+json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return urllib.request.Request(self.address, urllib.parse.urlencode(fields).encode(), headers)

    def _wait(self, seconds: float) -> None:
        if self._last is not None:
            time.sleep(max(0.0, self._last + seconds - time.monotonic()))
        self._last = time.monotonic()


def _rows(body: bytes) -> list[dict[str, Any]] | None:
    try:
        rows = json.loads(body)["results"]["bindings"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return rows if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else None


def _is_lag(body: bytes) -> bool:
    """Is it the answer of a server that is behind with its work?"""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return False
    error = answer.get("error") if isinstance(answer, dict) else None
    return isinstance(error, dict) and error.get("code") == "maxlag"


def _seconds(wait: str | None, otherwise: float) -> float:
    """What a Retry-After asks for: seconds, or a date."""
    if not wait:
        return otherwise
    if wait.isdigit() and len(wait) < 10:
        return float(wait)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(wait).timestamp() - time.time())
    except (ValueError, TypeError):
        return otherwise
