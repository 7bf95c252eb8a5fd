"""Bodies named again by their initials, by who leads them, or by the noun for what they are."""

from __future__ import annotations

from wortlaut.actors.finders.titles import place_at
from wortlaut.actors.known import fold
from wortlaut.actors.lexicon import governments
from wortlaut.actors.mention import Mention
from wortlaut.actors.nouns import nouns
from wortlaut.actors.roll import Entry, Roll
from wortlaut.actors.words import Words
from wortlaut.languages import load


def initials_of(words: Words, roll: Roll, mention: Mention) -> Entry | None:
    """The organisation whose name stands right before its initials in brackets; they are its own."""
    if words[mention.start - 1] != "(" or words[mention.end] != ")" or mention.kind != "organisation":
        return None
    for entry in roll.entries:
        if entry.kind == "organisation" and any(m.end == mention.start - 1 for m in entry.mentions):
            entry.names.add(fold(mention.name))
            return entry
    return None


def led_by(words: Words, roll: Roll, mention: Mention) -> Entry | None:
    """The government of a noun like "Regierung" by what follows it: its leader, its country, its seat."""
    known = nouns(words.language)
    if mention.known is not None or words.low(mention.head) not in known.government:
        return None
    place = place_at(words, mention.head_end) or _place_of_leader(words, roll, mention.head_end)
    government = governments(words.language).get(place)
    if government is None:
        return None
    return next((e for e in roll.entries if e.known is government), None) or roll.add(
        Entry(government.name, "organisation", government)
    )


def _place_of_leader(words: Words, roll: Roll, index: int) -> str:
    if words.low(index) not in words.lexicon.genitive:
        return ""
    for entry in roll.entries:
        if entry.kind != "person" or not any(
            index < m.head <= m.start + 4 and m.start <= index + 2 for m in entry.mentions
        ):
            continue
        offices = [m.office.place for m in entry.mentions if m.office is not None and m.office.place]
        if offices:
            return offices[0]
        if entry.known is not None and entry.known.terms:
            return entry.known.terms[-1].place
    return ""


def points_back(words: Words, roll: Roll, mention: Mention) -> Entry | None:
    """The actor that a noun with its article means again ("die Quelle", "das Ministerium", "das Bündnis")."""
    if mention.known is not None or mention.head_end - mention.head > 1:
        return None
    if words.low(mention.start - 1) not in words.lexicon.determiners | words.lexicon.contracted:
        return None
    noun = _noun(words, mention)
    code = "de" if words.language == "de" else "en"
    refers = load(code, "organisations").get("references", {}).get(noun)
    known = next((e for e in reversed(roll.entries) if refers and e.known and e.known.id == refers), None)
    qualified = mention.kind == "organisation" and " " in mention.name
    if known is not None or qualified or mention.kind not in ("anonymous", "organisation"):
        return known
    before = [
        (m.start, entry)
        for entry in roll.entries
        if entry.kind == mention.kind
        for m in entry.mentions
        if m.start < mention.start and _noun(words, m).endswith(noun)
    ]
    return max(before, key=lambda place: place[0])[1] if before else None


def completes(words: Words, roll: Roll, mention: Mention) -> Entry | None:
    """The body named before by its noun alone, of which this mention says whose it is; it takes the name."""
    if mention.known is not None or mention.kind != "organisation" or " " not in mention.name:
        return None
    name = fold(mention.name)
    if mention.head_end - mention.head > 1 or any(name in entry.names for entry in roll.entries):
        return None
    noun = _noun(words, mention)
    for entry in reversed(roll.entries):
        alone = entry.kind == "organisation" and entry.known is None and " " not in entry.name
        if alone and all(_noun(words, m) == noun for m in entry.mentions):
            entry.name = mention.name
            entry.names.add(name)
            return entry
    return None


def _noun(words: Words, mention: Mention) -> str:
    """The noun of a mention as compared: the last part of a compound with hyphens, without its ending."""
    word = words.low(mention.head).rsplit("-", 1)[-1]
    for ending in ("en", "er", "es", "e", "n", "s", "r"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word
