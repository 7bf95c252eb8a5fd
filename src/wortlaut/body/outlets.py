"""Publishers and agencies: who a domain or a name stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wortlaut.languages import load

_HOST = re.compile(r"^(?:https?:)?//(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)
_GENERAL = frozenset({"com", "org", "net", "co", "gov", "ac", "edu", "info", "or", "ne", "go"})
_SEEN = 20_000


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher or an agency (``wire``); ``language``: that of its own copy, or None."""

    name: str
    language: str | None
    wire: bool = False


@cache
def _tables() -> tuple[dict[str, Outlet], dict[str, Outlet], dict[str, str]]:
    data = load("und", "outlets")
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for row in data.get("outlet", ()):
        outlet = Outlet(row["names"][0], row.get("language"), row.get("wire", False))
        names.update({_squeezed(name): outlet for name in row["names"]})
        domains.update(dict.fromkeys(row["domains"], outlet))
    return names, domains, data.get("countries", {})


def named(name: str) -> Outlet | None:
    """The outlet of that name, or None; case and blanks don't matter."""
    return _tables()[0].get(_squeezed(name))


def host_of(address: str | None) -> str | None:
    """The host of an address, without ``www.``."""
    match = _HOST.match((address or "").strip())
    return match[1].lower().removeprefix("www.").rstrip(".") if match else None


def at(address: str | None, text: str = "") -> Outlet | None:
    """The outlet at an address: known, or named in ``text`` as its domain is, or called by its domain."""
    host = host_of(address)
    if not host:
        return None
    _, domains, countries = _tables()
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if known := domains.get(".".join(parts[start:])):
            return known
    return Outlet(_spelled(parts, text) or host, countries.get(parts[-1]))


def _label(parts: list[str]) -> str:
    """The part of a host that is the publisher's own."""
    own = [part for part in parts[:-1] if part not in _GENERAL]
    return own[-1].replace("-", "") if own else ""


def _spelled(parts: list[str], text: str) -> str | None:
    """The label as the text writes it: with capitals, perhaps with blanks."""
    label = _label(parts)
    if len(label) < 4:
        return None
    spaced = r"[ -]?".join(re.escape(letter) for letter in label)
    for match in re.finditer(rf"(?<![\w./@-]){spaced}(?![./@-]\w)", text[:_SEEN], re.IGNORECASE):
        if any(letter.isupper() for letter in match.group()):
            return match.group()
    return None


def _squeezed(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
