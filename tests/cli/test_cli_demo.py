from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from wortlaut.cli import main
from wortlaut.store import open_store
from wortlaut.store.base import Query, UtteranceEntry


def test_the_demo_reads_the_examples_and_tells_what_it_found(tmp_path: Path) -> None:
    db = str(tmp_path / "demo.db")
    done = CliRunner().invoke(main, ["demo", "--no-serve", "--db", db])
    assert done.exit_code == 0, done.output
    for heading in ("Stories", "Contacts", "Copies and origins", "Disputes"):
        assert f"\n{heading}\n" in done.stdout
    with open_store(db) as store:
        counts = store.counts()
        assert counts.reports >= 16
        assert counts.copies >= 4
        assert counts.disputes
        assert any(len(c.reports) > 1 for c in store.contacts(Query()))
        assert any({s.report.language for s in u.statements} == {"de", "en"} for u in _utterances(db))


def _utterances(db: str) -> Iterator[UtteranceEntry]:
    with open_store(db) as store:
        for key in {s.utterance for s in store.statements(Query(limit=1000)) if s.utterance}:
            found = store.utterance(key)
            assert found is not None
            yield found
