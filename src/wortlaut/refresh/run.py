"""The run over all countries: answers are kept as they come, so that a broken run goes on where it ended."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from wortlaut.actors.install import put
from wortlaut.actors.known import countries
from wortlaut.actors.rows import Row, troubles, written
from wortlaut.actors.table import Table
from wortlaut.errors import ActorsError
from wortlaut.refresh.answers import rows_of
from wortlaut.refresh.client import Client, UnreachableError
from wortlaut.refresh.merging import merged
from wortlaut.refresh.queries import TOPICS, query

_CREDIT = "wikidata: asked of Wikidata (CC0 1.0) by wortlaut actors refresh."


class Failure(NamedTuple):
    """A question that got no answer."""

    country: str
    topic: str
    trouble: str


def refresh(
    client: Client,
    codes: Sequence[str],
    folder: Path,
    old: Table,
    day: str,
    done: Callable[[], None] = lambda: None,
) -> tuple[str, list[Failure]]:
    """A list of ``day``: the ``old`` one with what the answers add, and the questions that got none.

    Answers lie in ``folder``, one file for each country and topic; those that are there are not asked again.
    An address that can't be reached ends the run with an UnreachableError; the answers so far stay.
    """
    numbers = {code: country.known.wikidata for code, country in countries("en").items()}
    folder.mkdir(parents=True, exist_ok=True)
    new: list[Row] = []
    failures: list[Failure] = []
    for code in codes:
        for topic in TOPICS:
            try:
                answer = _answer(client, query(topic, numbers[code] or ""), folder / f"{code}-{topic}.json")
            except UnreachableError:
                raise
            except ActorsError as error:
                failures.append(Failure(code, topic, str(error)))
            else:
                new += rows_of(topic, code, answer)
            done()
    credits = [*(line for line in old.sources if line != _CREDIT), _CREDIT]
    text = written(merged((old.row(n) for n in range(len(old))), new), day, credits)
    wrong = next(troubles(text), None)
    if wrong:
        raise ActorsError("the new list", wrong, "please report this as an error of the program")
    return text, failures


def _answer(client: Client, question: str, file: Path) -> list[dict[str, Any]]:
    """The kept answer, else a new one, which is kept."""
    kept = _kept(file, question)
    if kept is not None:
        return kept
    rows = client.ask(question)
    put(file, json.dumps({"query": question, "rows": rows}, ensure_ascii=False))
    return rows


def _kept(file: Path, question: str) -> list[dict[str, Any]] | None:
    """An answer to the same question of an earlier run; None where there is none, or it is broken."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        rows = kept["rows"] if kept["query"] == question else None
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return rows if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else None
