"""What the list is made from, read as rows: tables by hand, and lists of office holders of others."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actors_list.names import latin, plain, unnoted, without_initials
from wortlaut.actors.known import countries, fold
from wortlaut.actors.rows import office_fault

Office = tuple[str, str, str, str]
SCRIPTS = ("ru", "uk", "ar", "zh", "ja", "ko", "he", "el", "fa")
HAND = Path(__file__).parent / "hand"
REGIONS = ("core", "east", "west", "orient", "asia", "north", "south", "org")


@dataclass
class Draft:
    """An actor while sources are joined; names of ``other`` in the order found.

    ``core``: its names were tried on reports, those of ``own`` mean it though they are single words.
    """

    kind: str
    de: str
    en: str
    other: list[str] = field(default_factory=list)
    gender: str = ""
    offices: list[Office] = field(default_factory=list)
    place: str = ""
    role: str = ""
    domain: str = ""
    wikidata: str = ""
    core: bool = False
    own: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """All names, each once."""
        return list(dict.fromkeys([self.en, self.de, *self.other]))

    def places(self) -> set[str]:
        """Where the offices are held, and the place of a body."""
        return {office[0] for office in self.offices} | ({self.place} if self.place else set())


def _table(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Number and fields of each row of a table by hand, after comments and the line of column names."""
    if not path.exists():
        return
    rows = [
        (number, line)
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if line.strip() and not line.startswith("#")
    ]
    for number, line in rows[1:]:
        yield number, [cell.strip() for cell in line.rstrip("\r").split("\t")]


def _parts(cell: str) -> list[str]:
    return [" ".join(part.split()) for part in cell.split("|") if part.strip()]


def persons_by_hand(faults: list[str]) -> Iterator[Draft]:
    """Persons of all regions; rows that are malformed are left out and said in ``faults``."""
    for region in REGIONS:
        path = HAND / region / "persons.tsv"
        for number, cells in _table(path):
            core = region == "core"
            if len(cells) != (7 if core else 6):
                faults.append(f"{region}/persons.tsv {number}: {len(cells)} columns")
                continue
            de, en, other, gender, *rest = cells
            wikidata, offices, source = rest if core else ("", rest[0], "hand")
            worded = _parts(offices)
            wrong = [fault for office in worded if (fault := _trouble(office, dated=not core))]
            if wrong or not de or not en or gender not in ("m", "f", "x", ""):
                faults.append(f"{region}/persons.tsv {number}: {wrong or 'a name or the gender is missing'}")
                continue
            yield Draft(
                "person", unnoted(de), unnoted(en), _parts(other), gender.replace("x", ""),
                [_office(office) for office in worded], wikidata=wikidata, core=core,
                own=_parts(other) if core else [], sources=source.split("|"),
            )  # fmt: skip


def bodies_by_hand(faults: list[str]) -> Iterator[Draft]:
    """Bodies of all regions; rows that are malformed are left out and said in ``faults``."""
    for number, cells in _table(HAND / "core" / "organisations.tsv"):
        if len(cells) != 6:
            faults.append(f"core/organisations.tsv {number}: {len(cells)} columns")
            continue
        de, en, other, wikidata, domain, source = cells
        yield Draft(
            "organisation", de, en, _parts(other), domain=domain, wikidata=wikidata, core=True,
            own=_parts(other), sources=source.split("|"),
        )  # fmt: skip
    for region in REGIONS[1:]:
        for number, cells in _table(HAND / region / "bodies.tsv"):
            if len(cells) != 6 or not cells[0] or not cells[1] or not cells[4]:
                faults.append(f"{region}/bodies.tsv {number}: {len(cells)} columns, or name or role missing")
                continue
            de, en, other, place, role, domain = cells
            fault = office_fault(f"{place or 'XX'} {role}")
            if fault or "." not in (domain or "."):
                faults.append(f"{region}/bodies.tsv {number}: {fault or domain}")
                continue
            yield Draft(
                "organisation",
                unnoted(de),
                unnoted(en),
                _parts(other),
                place=place,
                role=role,
                domain=domain,
                sources=["hand"],
            )


def _trouble(office: str, *, dated: bool) -> str:
    fault = office_fault(office)
    return fault or ("no start" if dated and len(office.split(" ")) < 3 else "")


def _office(worded: str) -> Office:
    place, role, start, end = (*worded.split(" "), "", "")[:4]
    return place, role, start, end


_LEGISLATURES = {
    "UK": "GB", "Scotland": "GB", "Wales": "GB", "Northern_Ireland": "GB", "United_States_of_America": "US",
    "Puerto_Rico": "PR", "Faroe_Islands": "FO", "Cook_Islands": "CK", "Gibraltar": "GI", "Aland": "AX",
    "Falkland_Islands": "FK", "New_Caledonia": "NC", "Isle_of_Man": "IM", "British_Virgin_Islands": "VG",
    "Turks_and_Caicos_Islands": "TC", "Wallis_and_Futuna": "WF", "Saint_Barthelemy": "BL",
    "Saint_Martin": "MF",
    "Saint_Pierre_and_Miquelon": "PM", "Macao": "MO", "Hong_Kong": "HK",
    "Northern_Cyprus": "XN", "Abkhazia": "XA",
    "Moldova": "MD", "Taiwan": "TW", "North_Korea": "KP", "Czech_Republic": "CZ", "Cape_Verde": "CV",
}  # fmt: skip


def _country_codes() -> dict[str, str]:
    return {fold(name): code for code, c in countries("en").items() for name in c.known.names}


def legislators(folder: Path) -> Iterator[Draft]:
    """Members of legislatures as of November 2015, with Wikidata numbers; their terms are not told."""
    codes = _country_codes()
    with gzip.open(folder / "legislators-2015.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            country = row["legislature"].split("/")[0]
            place = _LEGISLATURES.get(country) or codes.get(fold(country.replace("_", " ")), "")
            labels: dict[str, list[str]] = row["names"]
            en = plain(next(iter(labels.get("en", ())), "") or row["name"])
            de = plain(next(iter(labels.get("de", ())), "") or en)
            if not en or not place:
                continue
            if not latin(de) or not latin(en):
                continue
            other = [plain(names[0]) for code in SCRIPTS if (names := labels.get(code))]
            other = [name for name in other if not latin(name) and "," not in name]
            yield Draft(
                "person", de, en, list(dict.fromkeys(other)), offices=[(place, "legislator", "", "")],
                wikidata=row["wikidata"], sources=["legislators-2015"],
            )  # fmt: skip


_CONGRESS = {"rep": "legislator", "sen": "legislator", "prez": "president", "viceprez": "vice"}


def congress(folder: Path) -> Iterator[Draft]:
    """Members of Congress and the presidents and vice-presidents of the United States with their terms."""
    with gzip.open(folder / "us-congress-executive-2026.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            name = plain(row["name"])
            offices = _joined([("US", _CONGRESS[t["type"]], t["start"], t["end"]) for t in row["terms"]])
            short = without_initials(name)
            yield Draft(
                "person", short, short, [name] if name != short else [], offices=offices,
                wikidata=row.get("wikidata") or "", sources=["congress-legislators"],
            )  # fmt: skip


def _joined(offices: list[Office]) -> list[Office]:
    """Terms of one office that follow each other within days, as one."""
    found: list[Office] = []
    for office in sorted(offices, key=lambda o: (o[1], o[2])):
        last = found[-1] if found else None
        if last and last[:2] == office[:2] and (last[3] >= office[2] or last[3][:7] == office[2][:7]):
            found[-1] = (*last[:3], max(last[3], office[3]))
        else:
            found.append(office)
    return found


def foreign_ministers(folder: Path) -> Iterator[Draft]:
    """Foreign ministers as of January 2023, with Wikidata numbers."""
    numbers = {c.known.wikidata: code for code, c in countries("en").items() if c.known.wikidata}
    for row in _csv(folder / "foreign-ministers-2023.csv"):
        place = numbers.get(row["country"], "")
        place = place or {"Q458": "EU", "Q148": "CN", "Q55": "NL", "Q29999": "NL", "Q756617": "DK"}.get(
            row["country"], ""
        )
        name = plain(row["name"])
        if row["person"] and place and name and latin(name):
            office = (place, "foreign", row["start"], "")
            yield Draft(
                "person",
                name,
                name,
                offices=[office],
                wikidata=row["person"],
                sources=["foreign-ministers-2023"],
            )


_INTERNATIONAL = {
    "Secretary-General of the United Nations": ("UN", "secretary"),
    "Deputy Secretary-General of the United Nations": ("UN", "deputy"),
    "Director-General of the World Trade Organization": ("WTO", "secretary"),
    "Judge of the International Court of Justice": ("ICJ", "judge"),
    "OSCE High Commissioner on National Minorities": ("OSCE", "commissioner"),
    "President of the International Court of Justice": ("ICJ", "president"),
    "President of the United Nations General Assembly": ("UNGA", "president"),
    "Speaker of the Arab Parliament": ("ArabLeague", "speaker"),
    "Under-Secretary-General of the United Nations": ("UN", "under-secretary"),
    "Vice President of the International Court of Justice": ("ICJ", "vice"),
    "president of the Parliamentary Assembly of the Council of Europe": ("PACE", "president"),
}


def international(folder: Path) -> Iterator[Draft]:
    """Holders of international offices since 2001, with Wikidata numbers."""
    for row in _csv(folder / "office-holders-international.csv"):
        office = _INTERNATIONAL.get(row["position"], ("UN", "un"))
        name = plain(row["person"])
        if name and latin(name) and row["personID"].startswith("Q"):
            yield Draft(
                "person", name, name, offices=[(*office, row["start"], row["end"])], wikidata=row["personID"],
                sources=["office-holders-international"],
            )  # fmt: skip


def _csv(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
