"""Which reports are copies of one origin: word for word, rewritten, translated, or by their own word.

Candidates come from two tables of keys: bands of MinHash over three words in a row (reprints and light
edits), and rare names and numbers (rewrites and translations). Only candidates are compared, by a sum
whose weights were fitted on the public half of the linking gold (see benchmarks/linking.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any
from zlib import crc32

import msgspec
import numpy as np
from rensa import RMinHash
from sqlalchemy import Connection, delete, insert, select, text

from wortlaut.link import texts
from wortlaut.link.dates import around, compatible
from wortlaut.link.features import Features, Likeness, Shelves
from wortlaut.link.names import key
from wortlaut.link.sentences import ENCODED, Vectors
from wortlaut.link.sets import Sets, mark
from wortlaut.store import tables

_PERMUTATIONS, _BANDS = 128, 64
_BLOCK = 60  # a key that more reports have tells nothing; of a band, each is compared with its neighbours
_SAME_LANGUAGE = (15.6, 12.3, 10.9, -10.3)  # containment of shingles, landmarks, pieces of four letters
_TRANSLATED = (16.5, 5.1, -5.5)  # landmarks, numbers
_ENOUGH = 0.5
_ENOUGH_UNREAD = 0.97  # where the sentences are in a language that the encoder does not know
_VERBATIM = 0.8
_REPRINT = 0.5  # so much word for word is no chance
_ALIGNED, _ALIGNED_STATED = 0.54, 0.48
_DAYS = 10
_SHORTEST = 12  # words, about: two lines may be alike by chance
_FIGURES, _COMMON_FIGURES = 3, 0.6

# what each report was found to be a copy of, or the origin of
Near = dict[str, list[tuple[Likeness, str]]]


def link_copies(connection: Connection) -> None:
    """Write which reports are copies, of which, and to which origin every report goes back."""
    shelves, vectors = Shelves(connection), Vectors(connection)
    _fill_keys(connection, shelves)
    sets: Sets[str] = Sets()
    found: Near = {}
    for one, other in _candidates(connection):
        if sets.together(one, other):
            continue
        likeness = compare(shelves.of(one), shelves.of(other), vectors)
        if likeness is not None:
            sets.join(one, other)
            found.setdefault(one, []).append((likeness, other))
            found.setdefault(other, []).append((likeness, one))
    for table in (tables.copy, tables.origin_of, tables.origin):
        connection.execute(delete(table))
    reports = list(connection.execute(select(tables.report.c.id).order_by(tables.report.c.id)).scalars())
    stated = _stated_addresses(connection)
    for address in sorted(stated):
        for other in stated[address][1:]:
            sets.join(stated[address][0], other)
    for group in sets.groups(reports):
        _write_group(connection, shelves, group, found, vectors)


def compare(one: Features, other: Features, vectors: Vectors) -> Likeness | None:
    """How far two reports are copies of one origin; None if they are not."""
    apart = not compatible(around(one.published, _DAYS, _DAYS), around(other.published, _DAYS, _DAYS))
    states = stated(one, other) or stated(other, one)
    if states == "address":
        return Likeness(1.0, "stated", ("one gives the other's address as its source",))
    short = min(len(one.shingles), len(other.shingles)) < _SHORTEST
    if apart or (short and one.shingles != other.shingles):
        return None
    same = one.language == other.language
    likeness = _same_language(one, other) if same else _translated(one, other)
    if likeness.probability < _ENOUGH:
        return None
    if states:
        reasons = (*likeness.reasons, "one names the other's outlet as its source")
        likeness = likeness._replace(reasons=reasons)
    if likeness.kind == "verbatim" or texts.containment(one.shingles, other.shingles) >= _REPRINT:
        return likeness
    return _aligned(one, other, likeness, _ALIGNED_STATED if states else _ALIGNED, vectors)


def _aligned(
    one: Features, other: Features, likeness: Likeness, enough: float, vectors: Vectors
) -> Likeness | None:
    """``likeness`` if the sentences of the shorter text are said in the other as well.

    Reports of one event have names and numbers in common; only copies have the sentences.
    """
    if not {one.language, other.language} <= ENCODED:
        return likeness if likeness.probability >= _ENOUGH_UNREAD else None
    short, long = sorted((one, other), key=lambda f: (len(f.sentences), f.id))
    if not short.sentences:
        return None
    found = vectors.of((*short.sentences, *long.sentences))
    table = np.array([found[s] for s in short.sentences]) @ np.array([found[s] for s in long.sentences]).T
    mean = round(float(table.max(axis=1).mean()), 2)
    if mean < enough:
        return None
    reasons = (
        *likeness.reasons,
        f"sentence by sentence the shorter says what the other says ({mean:.2f} of 1)",
    )
    return likeness._replace(probability=min(likeness.probability, 0.5 + mean / 2), reasons=reasons)


def _same_language(one: Features, other: Features) -> Likeness:
    contained = texts.containment(one.shingles, other.shingles)
    marks = texts.cosine(one.landmarks, other.landmarks)
    letters = texts.jaccard(one.grams, other.grams)
    probability = 0.0 if _is_form(one, other) else logistic(_SAME_LANGUAGE, contained, marks, letters)
    kind = "verbatim" if contained >= _VERBATIM else "rewritten"
    reasons = (
        f"{contained:.0%} of the shorter text stands in the other, three words at a time",
        f"names and numbers agree to {marks:.0%}",
    )
    return Likeness(probability, kind, reasons)


def _is_form(one: Features, other: Features) -> bool:
    """Do the texts have other figures throughout? Then one form was filled in twice (markets, weather)."""
    fewer = min(len(one.numbers), len(other.numbers))
    return fewer >= _FIGURES and len(one.numbers & other.numbers) < _COMMON_FIGURES * fewer


def _translated(one: Features, other: Features) -> Likeness:
    marks = texts.cosine(one.landmarks, other.landmarks)
    figures = texts.cosine(one.numbers, other.numbers)
    probability = logistic(_TRANSLATED, marks, figures)
    reasons = (
        f"names and numbers agree to {marks:.0%} between {one.language} and {other.language}",
        f"numbers alone agree to {figures:.0%}",
    )
    return Likeness(probability, "translated", reasons)


def logistic(weights: tuple[float, ...], *values: float) -> float:
    """The probability that a fitted sum gives; the last weight stands alone."""
    total = sum(w * v for w, v in zip(weights, values, strict=False)) + weights[-1]
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


def stated(copy: Features, source: Features) -> str | None:
    """Does ``copy`` say it was taken from ``source``: by its ``address``, its ``outlet``, or not at all?"""
    origin = copy.origin
    if origin is None:
        return None
    if origin.url and source.url and _bare(origin.url) == _bare(source.url):
        return "address"
    if origin.outlet and source.outlet and key(origin.outlet) == key(source.outlet):
        return "outlet"
    return None


def _bare(address: str) -> str:
    return address.split("#")[0].split("://")[-1].removeprefix("www.").rstrip("/").casefold()


def _fill_keys(connection: Connection, shelves: Shelves) -> None:
    for name in ("band", "landmark"):
        connection.execute(text(f"DROP TABLE IF EXISTS temp.{name}"))
        connection.execute(text(f"CREATE TEMP TABLE {name} (mark INTEGER NOT NULL, report TEXT NOT NULL)"))
    for report in list(connection.execute(select(tables.report.c.id).order_by(tables.report.c.id)).scalars()):
        features = shelves.of(report)
        _insert(connection, "band", report, bands(features.shingles))
        marks = [crc32(word.encode("utf-8", "surrogatepass")) for word in sorted(features.landmarks)]
        _insert(connection, "landmark", report, marks)
    for name in ("band", "landmark"):
        connection.execute(text(f"CREATE INDEX temp.{name}_by_mark ON {name} (mark, report)"))


def _insert(connection: Connection, table: str, report: str, marks: list[int]) -> None:
    if marks:
        rows = [{"mark": m, "report": report} for m in marks]
        connection.execute(text(f"INSERT INTO temp.{table} (mark, report) VALUES (:mark, :report)"), rows)


def bands(shingles: frozenset[int]) -> list[int]:
    """Marks that two texts share if they have much in common."""
    if not shingles:
        return []
    words = [str(shingle) for shingle in sorted(shingles)]
    digest = RMinHash.digests_from_token_sets([words], num_perm=_PERMUTATIONS, seed=42)[0]
    rows = _PERMUTATIONS // _BANDS
    return [crc32(repr((b, tuple(digest[b * rows : b * rows + rows]))).encode()) for b in range(_BANDS)]


def _candidates(connection: Connection) -> Iterator[tuple[str, str]]:
    """Pairs of reports that may be copies, each once, in an order that depends on the reports alone."""
    connection.execute(text("DROP TABLE IF EXISTS temp.pair"))
    connection.execute(text("CREATE TEMP TABLE pair (one TEXT, other TEXT, PRIMARY KEY (one, other))"))
    small = "SELECT mark FROM temp.{0} GROUP BY mark HAVING count(*) BETWEEN 2 AND {1}"
    connection.execute(
        text(f"""
        INSERT OR IGNORE INTO temp.pair
        SELECT a.report, b.report FROM temp.band a JOIN temp.band b ON a.mark = b.mark AND a.report < b.report
        WHERE a.mark IN ({small.format("band", _BLOCK)})""")
    )
    connection.execute(
        text(f"""
        INSERT OR IGNORE INTO temp.pair
        SELECT one, other FROM (
            SELECT lag(report) OVER (PARTITION BY mark ORDER BY report) AS one, report AS other FROM temp.band
            WHERE mark IN (SELECT mark FROM temp.band GROUP BY mark HAVING count(*) > {_BLOCK})
        ) WHERE one < other""")
    )
    connection.execute(
        text(f"""
        INSERT OR IGNORE INTO temp.pair
        SELECT a.report, b.report
        FROM temp.landmark a JOIN temp.landmark b ON a.mark = b.mark AND a.report < b.report
        WHERE a.mark IN ({small.format("landmark", _BLOCK)})
        GROUP BY a.report, b.report HAVING count(*) >= 5""")
    )
    pairs = text("SELECT one, other FROM temp.pair ORDER BY one, other").execution_options(yield_per=1000)
    for row in connection.execute(pairs):
        yield row.one, row.other


def _stated_addresses(connection: Connection) -> dict[str, list[str]]:
    """Reports by the address that they give as their source, or that they have themselves."""
    found: dict[str, list[str]] = {}
    own = tables.report.c
    for row in connection.execute(select(own.id, own.url, own.origin).order_by(own.id)):
        origin = msgspec.json.decode(row.origin) if row.origin else {}
        for address in {_bare(a) for a in (row.url, origin.get("url")) if a}:
            found.setdefault(address, []).append(row.id)
    return {address: reports for address, reports in found.items() if len(reports) > 1}


def _write_group(
    connection: Connection, shelves: Shelves, group: list[str], found: Near, vectors: Vectors
) -> None:
    """Write one origin with its reports: the first of them, and how each other came from it."""
    first = _first(shelves, group)
    features = shelves.of(first)
    name = (features.origin.outlet if features.origin else None) or features.outlet
    key_of = mark("o", min(group))
    connection.execute(insert(tables.origin).values({"id": key_of, "name": name}))
    connection.execute(insert(tables.origin_of), [{"report": r, "origin": key_of} for r in group])
    rows = [_copy_row(shelves, report, first, found, vectors) for report in group if report != first]
    if features.origin and (features.origin.outlet or features.origin.url):
        rows.append(_row(first, None, Likeness(1.0, "stated", ("the report names its source",))))
    if rows:
        connection.execute(insert(tables.copy), rows)


def _first(shelves: Shelves, group: list[str]) -> str:
    """The report that the others came from: named as source, naming none itself, then the earliest."""
    if len(group) == 1:
        return group[0]
    named = dict.fromkeys(group, 0)
    for one in group[:_BLOCK]:
        for other in group[:_BLOCK]:
            copy, source = shelves.of(one), shelves.of(other)
            if one != other and key(copy.outlet or one) != key(source.outlet or other):
                named[other] += 2 * (stated(copy, source) is not None) + copy.names(source.outlet)

    def order(report: str) -> tuple[int, bool, str, str]:
        features = shelves.of(report)
        return (-named[report], features.origin is not None, features.published or "9999", report)

    return min(group, key=order)


def _copy_row(shelves: Shelves, report: str, first: str, found: Near, vectors: Vectors) -> dict[str, Any]:
    direct = compare(shelves.of(report), shelves.of(first), vectors)
    if direct is not None:
        return _row(report, first, direct)
    if report not in found:
        return _row(report, first, Likeness(1.0, "stated", ("both name the same address as their source",)))
    likeness, nearest = max(found[report])
    return _row(report, nearest, likeness)


def _row(report: str, of: str | None, likeness: Likeness) -> dict[str, Any]:
    return {
        "report": report,
        "of": of,
        "kind": likeness.kind,
        "confidence": round(likeness.probability, 3),
        "reasons": msgspec.json.encode(likeness.reasons),
    }
