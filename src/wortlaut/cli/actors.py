"""The list of known actors: show one, install a newer list, build one from Wikidata."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wortlaut.cli.speaking import Progress, plainly, say, show

if TYPE_CHECKING:
    from wortlaut.actors.known import Known


@click.group("actors")
def command() -> None:
    """Show an actor of the list, install a newer list, or build one from Wikidata."""


@command.command("show")
@click.argument("name")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="The day for an office (today).")
@click.option("--language", type=click.Choice(["de", "en"]), default="de", help="Language of the names (de).")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of a table.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV instead of a table.")
def show_actor(name: str, on: datetime | None, language: str, as_json: bool, as_csv: bool) -> None:
    """Print the actor NAME, or who holds the office NAME ("RU foreign", "der russische Außenminister")."""
    from wortlaut.actors.asking import find_known
    from wortlaut.actors.table import table

    with plainly():
        day = on.date().isoformat() if on else _today()
        found = [_plain(known) for known in find_known(table(), name, day, language)]
        held = on.date().isoformat() if on else None
        show(found, as_json, as_csv, lambda known: _cells(known, held))
    if not found:
        raise SystemExit(1)


def _plain(known: Known) -> dict[str, Any]:
    """An actor as it is printed as JSON."""
    return {
        "id": known.id, "name": known.name, "kind": known.kind, "wikidata": known.wikidata,
        "names": known.names, "gender": known.gender, "offices": [term._asdict() for term in known.terms],
        "place": known.place, "role": known.role, "domain": known.domain, "rank": int(known.rank),
    }  # fmt: skip


def _cells(actor: dict[str, Any], day: str | None) -> dict[str, str]:
    from wortlaut.actors.known import Term

    held = [_office(office) for office in actor["offices"] if day is None or Term(**office).holds(day)]
    return {
        "id": actor["id"],
        "name": actor["name"],
        "kind": actor["kind"],
        "wikidata": actor["wikidata"] or "",
        "offices": "; ".join(held) or f"{actor['place']} {actor['role']}".strip(),
        "other names": ", ".join(actor["names"][1:]),
    }


def _office(office: dict[str, str]) -> str:
    """An office with its days."""
    start, end = office["start"], office["end"]
    dates = f" {start or '?'}–{end}" if start or end else ""
    return f"{office['place']} {office['role']}{dates}"


@command.command("update")
@click.argument("file", type=click.Path(path_type=Path))
def update(file: Path) -> None:
    """Look through the list FILE and use it from now on instead of the one that ships."""
    from wortlaut.actors.install import install
    from wortlaut.actors.table import FILE, home

    with plainly():
        new = install(file)
        say(f"{home() / FILE}: {len(new)} actors, list of {new.day}")


@command.command("refresh")
@click.option("--countries", "codes", help="Two-letter codes, parted by commas (all).")
@click.option("--out", type=click.Path(path_type=Path), default="known.tsv", help="The new list (known.tsv).")
@click.option(
    "--folder", type=click.Path(path_type=Path), default="wortlaut-actors", show_default=True,
    help="Where answers are kept, so that a broken run goes on.",
)  # fmt: skip
@click.option("--pause", type=click.FloatRange(0, 600), default=2.0, help="Seconds between questions (2).")
@click.option("--contact", default="", envvar="WORTLAUT_CONTACT", help="Your address, told to the server.")
@click.option("--address", default=None, envvar="WORTLAUT_WIKIDATA", help="Another endpoint than Wikidata's.")
def refresh_list(**given: Any) -> None:
    """Ask Wikidata for office holders, parties, ministries and media, and write a newer list."""
    from wortlaut.actors.install import put
    from wortlaut.actors.table import table
    from wortlaut.refresh import refresh
    from wortlaut.refresh.client import WIKIDATA, Client

    address = given["address"] or WIKIDATA
    if not address.startswith(("http://", "https://")):
        raise click.BadParameter(f"{address} is no http address", param_hint="--address")
    contact = " ".join(given["contact"].split())
    if not contact.isascii() or not contact.isprintable():
        raise click.BadParameter("plain letters only", param_hint="--contact")
    codes = _codes(given["codes"])
    client = Client(address, given["pause"], contact)
    with plainly():
        with Progress("questions", every=20) as progress:
            text, failures = refresh(client, codes, given["folder"], table(), _today(), progress.step)
        put(given["out"], text)
        for failure in failures:
            say(f"{failure.country} {failure.topic}: {failure.trouble}")
        say(f"{given['out']}: written; use it with: wortlaut actors update {given['out']}")
    if failures:
        say(f"{len(failures)} questions got no answer")
        raise SystemExit(1)


def _codes(worded: str | None) -> list[str]:
    """The countries asked for; all that have a number where none is named."""
    from wortlaut.actors.known import countries

    known = countries("en")
    if worded is None:
        return sorted(code for code, country in known.items() if country.known.wikidata)
    codes = list(dict.fromkeys(code.strip().upper() for code in worded.split(",") if code.strip()))
    for code in codes:
        if code not in known or not known[code].known.wikidata:
            raise click.BadParameter(f"{code} is no country of the list", param_hint="--countries")
    if not codes:
        raise click.BadParameter("no country is named", param_hint="--countries")
    return codes


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
