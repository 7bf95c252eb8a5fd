"""The page of a contact shows what was said in it, each utterance once."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from invented_reports import kept
from wortlaut.annotate import annotate
from wortlaut.pages import app
from wortlaut.record import Received
from wortlaut.store.base import Query

TEXT = (
    "Präsidentin Ilka Tolm hat am Montag mit Premierminister Jan Velt telefoniert. "
    "In dem Gespräch sagte Velt, die Grenze bleibe bis zum Sommer offen. "
    "Die Abgeordnete Mara Kolm nannte den Plan zu teuer."
)


def test_a_contact_shows_what_was_said_in_it(tmp_path: Path) -> None:
    report = annotate(Received(id="one", text=TEXT, language="de", published="2026-03-04"), fast=True)
    store = kept(tmp_path, report)
    (contact,) = store.contacts(Query())
    page = TestClient(app(store)).get(f"/contact/{contact.id}", headers={"accept-language": "de"}).text
    said = page.partition("Darin gesagt")[2].partition("Beteiligte</h2>")[0]
    assert "die Grenze bleibe bis zum Sommer offen" in said
    assert "zu teuer" not in said
