from __future__ import annotations

import json
from pathlib import Path

from invented_reports import kept, told
from wortlaut.exports.jsonlines import lines
from wortlaut.record import decode


def test_what_holds_across_names_reports_and_findings_by_their_ids(tmp_path: Path) -> None:
    words = "die Häfen blieben bis Freitag geschlossen"
    reports = [
        told(
            key,
            f"Mara Lindqvist rief Jules Okoro an und sagte, {words}.",
            said=[("Mara Lindqvist", words)],
            met=[("call", ("Mara Lindqvist", "Jules Okoro"), "2026-03-03", "held", "rief Jules Okoro an")],
        )
        for key in ("b", "a")
    ]
    with kept(tmp_path, *reports) as store:
        *records, last = lines(store)
    assert [decode(line).id for line in records] == ["a", "b"]
    across = json.loads(last)
    assert across["same"] == [[{"report": "a", "statement": "s1"}, {"report": "b", "statement": "s1"}]]
    (contact,) = across["contacts"]
    assert [(part["report"], part["contact"]) for part in contact["reports"]] == [("a", "c1"), ("b", "c1")]
    assert {p["name"] for p in contact["participants"]} == {"Mara Lindqvist", "Jules Okoro"}
    assert [(c["copy"], c["of"]) for c in across["copies"]] == [("b", "a")]
