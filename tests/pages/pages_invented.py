"""Invented reports of invented states, with the findings and links that the pages show."""

from __future__ import annotations

from pages_cabinet import Cabinet, Links

from wortlaut.record import (
    Actor,
    Contact,
    Dispute,
    Furniture,
    Origin,
    Report,
    Source,
    Span,
    Statement,
    Time,
    Wording,
)

AGENCY = "mpa-1"
COPY = "kurier-1"
DENIAL = "herald-1"
HOSTILE = 'a/b c?d#e".json'
EVIL = "<script>document.title='owned'</script>"

_AGENCY_TEXT = """Tarn und Veldt telefonieren

Halden (mpa) – Präsidentin Anna Tarn hat am Montag mit dem Kanzler von Veldt, Jonas Brok, telefoniert.
„Wir öffnen die Häfen bis Freitag“, sagte Tarn. Brok erklärte, er „begrüße“ das.
Laut Tarns Sprecherin Mira Lund forderte Brok mehr Schiffe.
[Anzeige]
Foto: mpa
"""
_COPY_TEXT = """Häfen werden geöffnet

Die Häfen würden bis Freitag geöffnet, sagte Anna Tarn der Agentur mpa zufolge.
Quelle: https://mpa.example/1
"""
_DENIAL_TEXT = """Veldt denies the call

There was no call with Anna Tarn on Monday, Jonas Brok said. "We will open the ports by
Friday", Tarn had said.
"""


def at(text: str, snippet: str, nth: int = 0) -> Span:
    """Where ``snippet`` stands in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(snippet, start + 1)
    return start, start + len(snippet)


def agency() -> Report:
    t = _AGENCY_TEXT
    return Report(
        id=AGENCY, text=t, language="de", title="Tarn und Veldt telefonieren", published="2026-03-02",
        outlet="mpa", url="https://mpa.example/1",
        body=((0, at(t, "[Anzeige]")[0]),),
        furniture=(Furniture(span=at(t, "[Anzeige]"), kind="advertisement", reason="says “anzeige”"),),
        actors=(
            Actor(id="a1", name="Anna Tarn", kind="person", mentions=(
                at(t, "Präsidentin Anna Tarn"), at(t, "Tarn", 2), at(t, "Tarn", 3))),
            Actor(id="a2", name="Jonas Brok", kind="person", mentions=(
                at(t, "Kanzler von Veldt, Jonas Brok"), at(t, "Brok", 1), at(t, "Brok", 2))),
            Actor(id="a3", name="Mira Lund", kind="person", mentions=(at(t, "Tarns Sprecherin Mira Lund"),)),
            # words that name two at once, and a mention that holds a whole statement
            Actor(id="a4", name="Tarn und Veldt", kind="group", mentions=(
                at(t, "Tarn"), at(t, "mehr Schiffe."))),
            Actor(id="a5", name="Veldt", kind="country", mentions=(at(t, "Tarn"),)),
        ),
        times=(Time(span=at(t, "Montag"), type="DATE", value="2026-03-02"),),
        statements=(
            Statement(id="s1", source=Source(span=at(t, "Tarn", 2), actor="a1"), cue=at(t, "sagte"),
                content=(at(t, "Wir öffnen die Häfen bis Freitag"),), form="direct", act="promise",
                addressee=("a2",), medium="Telefonat", when="2026-03-02", rule="quotation with cue"),
            Statement(id="s2", source=Source(span=at(t, "Brok", 1), actor="a2"), cue=at(t, "erklärte"),
                content=(at(t, "er „begrüße“ das"),), form="mixed", act="praise"),
            Statement(id="s3", source=Source(span=at(t, "Tarns Sprecherin Mira Lund"), actor="a3"),
                cue=at(t, "Laut"), content=(at(t, "forderte Brok mehr Schiffe"),), form="indirect"),
            Statement(id="s4", source=Source(span=at(t, "Brok", 2), actor="a2"), cue=at(t, "forderte"),
                content=(at(t, "mehr Schiffe"),), form="indirect", act="demand", via=("a3",)),
        ),
        contacts=(
            Contact(id="c1", kind="call", participants=("a1", "a2"), when="2026-03-02", status="held",
                initiator="a1", rule="verb of calling", evidence=(
                    at(t, "hat am Montag mit dem Kanzler von Veldt, Jonas Brok, telefoniert"),)),
        ),
        disputes=(
            Dispute(claim=("s1",), denial=(Wording(span=at(t, "mehr Schiffe")),), about="die Häfen",
                kind="rejects the demand or plan"),
        ),
    )  # fmt: skip


def copy() -> Report:
    t = _COPY_TEXT
    return Report(
        id=COPY, text=t, language="de", title="Häfen werden geöffnet", published="2026-03-03",
        outlet="Hafenkurier", url="javascript:alert(1)",
        origin=Origin(outlet="mpa", url="javascript:alert(2)", language="de"),
        body=((0, at(t, "Quelle")[0]),),
        actors=(
            Actor(id="a1", name="Anna Tarn", kind="person", mentions=(at(t, "Anna Tarn"),)),
            Actor(id="a2", name="mpa", kind="organisation", mentions=(at(t, "mpa"),)),
        ),
        statements=(
            Statement(id="s1", source=Source(span=at(t, "Anna Tarn"), actor="a1"), cue=at(t, "sagte"),
                content=(at(t, "Die Häfen würden bis Freitag geöffnet"),), form="indirect", via=("a2",)),
        ),
    )  # fmt: skip


def denial() -> Report:
    t = _DENIAL_TEXT
    return Report(
        id=DENIAL, text=t, language="en", title="Veldt denies the call", published="2026-03-03",
        outlet="Orvek Herald", url="https://herald.example/call",
        body=((0, len(t)),),
        actors=(
            Actor(id="a1", name="Anna Tarn", kind="person", mentions=(at(t, "Anna Tarn"),)),
            Actor(id="a2", name="Jonas Brok", kind="person", mentions=(at(t, "Jonas Brok"),)),
        ),
        times=(Time(span=at(t, "Monday"), type="DATE", value="2026-03-02"),),
        statements=(
            Statement(id="s1", source=Source(span=at(t, "Jonas Brok"), actor="a2"), cue=at(t, "said"),
                content=(at(t, "There was no call with Anna Tarn on Monday"),), form="indirect", act="deny"),
            Statement(id="s2", source=Source(actor="a1"), cue=at(t, "had said"),
                content=(at(t, "We will open the ports by\nFriday"),), form="direct", act="promise"),
        ),
        contacts=(
            Contact(id="c1", kind="call", participants=("a1", "a2"), when="2026-03-02", status="denied",
                evidence=(at(t, "call with Anna Tarn on Monday"),)),
        ),
    )  # fmt: skip


def hostile() -> Report:
    """A report that tries to be more than text, in every field that a page shows."""
    t = f'{EVIL}\n"><img src=x onerror=alert(1)> {{{{ 7*7 }}}} said X {EVIL}\n'
    return Report(
        id=HOSTILE, text=t, language='de" onload="alert(1)', title=EVIL, published=f"2026-03-02{EVIL}",
        outlet=EVIL, url="JavaScript:alert(1)", origin=Origin(outlet=EVIL, url="data:text/html,x"),
        body=((0, len(t)),),
        furniture=(Furniture(span=(0, len(EVIL)), kind=EVIL, reason=EVIL),),
        actors=(Actor(id='x"><script>', name=EVIL, kind="person", wikidata='Q1"><script>',
            mentions=(at(t, "X"),)), Actor(id="y", name="Y", kind="person")),
        times=(Time(span=(3, 9), type="DATE", value=EVIL),),
        statements=(
            Statement(id='s"><script>', source=Source(span=at(t, "X"), actor='x"><script>'), cue=None,
                content=(at(t, "<img src=x onerror=alert(1)>"),), form="direct", medium=EVIL, when=EVIL,
                rule=EVIL),
        ),
        contacts=(
            Contact(id="c' onclick='", kind="talk", participants=('x"><script>', "y"), when=EVIL,
                evidence=(at(t, "said X"),), rule=EVIL),
        ),
        disputes=(Dispute(claim=('s"><script>',), denial=("c' onclick='",), about=EVIL,
            kind="denies the fact"),),
    )  # fmt: skip


def invented() -> Cabinet:
    """The four reports with their links."""
    return Cabinet(
        [agency(), copy(), denial(), hostile()],
        Links(
            same=[[(AGENCY, "s1"), (COPY, "s1"), (DENIAL, "s2")]],
            contacts=[[(AGENCY, "c1"), (DENIAL, "c1")]],
            disputes=[
                ([(AGENCY, "c1"), (AGENCY, "s1")], [(DENIAL, "s1")], "das Telefonat", "denies the contact")
            ],
            copies=[(COPY, AGENCY)],
            stories=[[AGENCY, COPY, DENIAL]],
        ),
    )
