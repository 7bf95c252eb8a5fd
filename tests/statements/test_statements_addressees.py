"""Whom something is said to, where it is a plain noun and no name."""

from __future__ import annotations

import pytest

from wortlaut.languages import passage
from wortlaut.statements import german


def addressed(text: str) -> list[str]:
    """The words that name those addressed, of the first statement."""
    found = german.find(passage(text, "de"))
    parts = found.parts.get(found.statements[0].id)
    return [text[a:b] for a, b in parts.addressee] if parts else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolm riet den Anwohnern, die Fenster zu schließen.", "Anwohnern"),
        ("Nachdem die Anwältin dem Richter mitgeteilt hatte, dass er fehle, ging sie.", "Richter"),
        ("Kolm forderte die Landesregierung auf, den Damm zu bauen.", "Landesregierung"),
        ("Zudem appellierte Jan Velt an private Reedereien, zu helfen.", "private Reedereien"),
        ("Der Partei wurde vorgeworfen, sie habe die Wahl manipuliert.", "Partei"),
        ("Die Behörde wurde aufgefordert, die Zahlen zu nennen.", "Behörde"),
        ("Am Freitag drohte das Gericht neun führenden Köpfen, sie zu verhaften.", "neun führenden Köpfen"),
        ("In einem Interview mit dem Sender erklärte sie: „Das bleibt so.“", "Sender"),
        ("Den Fonds, der seit Mai berät, forderte er auf, nichts zu zahlen.", "Fonds"),
        ("Velt sagte ihnen, dass der Hafen schließe.", "ihnen"),
        ("Die Züge fahren, wie die Leiterin dem Landfunk sagte.", "Landfunk"),
    ],
)  # fmt: skip
def test_object_of_the_verb_is_addressed(text: str, expected: str) -> None:
    assert addressed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Der Sprecher der Polizei sagte, alles sei ruhig.",
        "Die Leiterin bestätigte den Befund: Der Schwarm ziehe fort.",
        "Er hat dem Vernehmen nach gesagt, es sei ihm kalt gewesen.",
        "Das sagte der Leiter der Behörde: „Wir haben keine Lust mehr.“",
    ],
)
def test_who_speaks_and_what_is_said_is_not_addressed(text: str) -> None:
    assert addressed(text) == []
