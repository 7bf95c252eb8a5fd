"""The words known to name a speaker: each becomes a mention of exactly one actor."""

from __future__ import annotations

from bisect import bisect_left

from wortlaut.actors.known import fold
from wortlaut.actors.mention import Mention, Office
from wortlaut.actors.nouns import nouns
from wortlaut.actors.pronouns import Antecedents
from wortlaut.actors.roll import Entry, Roll
from wortlaut.actors.words import Words
from wortlaut.record import Span
from wortlaut.record.types import ActorKind

_MARKS = frozenset("„“”\"»«‚‘")
_LINKS = frozenset({"and", "who", "'s", "’s", "with"})
_OFFICES = frozenset({"office", "büro", "team"})


def settle(words: Words, roll: Roll, antecedents: Antecedents, sources: list[Span]) -> None:
    """Make each of ``sources`` a mention of one actor, a new one where none of those found fits."""
    starts = [token.start for token in words.passage.tokens]
    for span in sorted(set(sources)):
        first = bisect_left(starts, span[0])
        end = bisect_left(starts, span[1])
        if end <= first:
            continue
        entry = roll.at(span) or _pronoun(words, antecedents, first, end)
        if entry is None:
            entry = _spoilt(words, roll, first, end) or _owned(words, roll, antecedents, first, end)
        if entry is None:
            first, end = _unquoted(words, first, end)
            entry = _same(words, roll, first, end) or _again(words, roll, first, end)
        roll.give(entry or roll.add(_new(words, first, end)), span, frozenset(sources))


def _unquoted(words: Words, first: int, end: int) -> tuple[int, int]:
    """The words of a source up to a mark of quotation: no name holds one."""
    while first < end - 1 and words[first] in _MARKS:
        first += 1
    return first, next((k for k in range(first + 1, end) if words[k] in _MARKS), end)


def _spoilt(words: Words, roll: Roll, first: int, end: int) -> Entry | None:
    """The actor in a source that holds more than one noun phrase: two actors in a row, half a bracket."""
    inside = sorted(
        ((m.start, -m.end, e) for e in roll.entries for m in e.mentions if first <= m.start and m.end <= end),
        key=lambda place: place[:2],
    )
    brackets = words.text[first:end].count("(") - words.text[first:end].count(")")
    if brackets and inside:
        return inside[-1][2]
    if len(inside) < 2 or inside[0][2] is inside[1][2]:
        return None
    start, stop, entry = inside[0][0], -inside[0][1], inside[0][2]
    following, second = inside[1][0], inside[1][2]
    if second.kind == "anonymous" or start > first + 1:
        return None
    if following == stop and words.language == "de":
        attributive = words[stop - 1].endswith("s") or not second.mentions[0].name or second.kind == "person"
        return None if attributive else entry
    if words.language == "de" or entry.kind != "person" or not words[stop].islower():
        return None
    return entry if words.low(stop) not in _LINKS | words.lexicon.genitive | words.lexicon.locative else None


def _owned(words: Words, roll: Roll, antecedents: Antecedents, first: int, end: int) -> Entry | None:
    """A body by whose it is: "her office" is Anna Berg's office; "Bergs Worten" are Berg's."""
    low = words.low(first)
    if end - first > 1 and words.language == "de" and _document(words, words.low(end - 1)):
        owners = (e for e in roll.entries for m in e.mentions if (m.start, m.end) == (first, end - 1))
        return next((e for e in owners if words[end - 2].endswith("s")), None)
    possessive = low if low in antecedents.known.possessive else words.low(first - 1)
    at = first if possessive == low else first - 1
    noun = words.low(end - 1)
    if possessive not in antecedents.known.possessive or end - at != 2 or noun not in _OFFICES:
        return None
    owner = antecedents.find(at)
    if owner is None:
        return None
    name = f"Büro von {owner.name}" if words.language == "de" else f"{owner.name}'s {noun}"
    known = next((e for e in roll.entries if e.name == name), None)
    mention = Mention(first, end, end - 1, end, "organisation", name)
    return known or roll.add(Entry(name, "organisation", mentions=[mention]))


def _pronoun(words: Words, antecedents: Antecedents, first: int, end: int) -> Entry | None:
    """Whom a source of one pronoun stands for."""
    if end - first > 1:
        return None
    known, low = antecedents.known, words.low(first).removesuffix("'s").removesuffix("’s")
    if low in known.relative and low not in known.personal:
        return antecedents.relative(first) or antecedents.latest(first)
    if low in known.neuter:
        return antecedents.latest(first)
    if low in known.personal or low in known.possessive:
        return antecedents.find(first) or antecedents.latest(first)
    return None


def _same(words: Words, roll: Roll, first: int, end: int) -> Entry | None:
    """The actor whose mention is the noun phrase of the source, not an attribute inside it."""
    begin = _core(words, first, end)
    noun = words.low(_head(words, first, end))
    if _document(words, noun):
        return _issuer(words, roll, first, end)
    if words.lexicon.office(noun) is not None or words.lexicon.office(words[begin]) is not None:
        named = _named_after(words, roll, begin, end)
        if named is not None:
            return named
    best: tuple[int, Entry] | None = None
    for entry in roll.entries:
        for mention in entry.mentions:
            inside = mention.head < end and first < mention.head_end
            if not inside or mention.head < first:
                continue
            heads = mention.start <= begin and not _is_genitive(words, mention, end)
            if heads or mention.head <= begin:
                size = mention.end - mention.start
                if not _is_genitive(words, mention, end) and (best is None or size > best[0]):
                    best = size, entry
    return best[1] if best else _apposed(words, roll, first, end)


def _apposed(words: Words, roll: Roll, first: int, end: int) -> Entry | None:
    """The person whose name ends a source that has only nouns and adjectives before it."""
    lexicon = words.lexicon
    stops = lexicon.genitive | lexicon.locative | {",", "und", "and", "für", "mit", "bei", "with", "for"}
    for entry in roll.entries:
        for mention in entry.mentions:
            if entry.kind == "person" and mention.name and first < mention.start and mention.head_end <= end:
                before = range(first + (words.low(first) in lexicon.determiners), mention.start)
                if not any(words.low(k) in stops for k in before) and words.low(mention.end) not in (
                    "'s",
                    "’s",
                ):
                    return entry if _ends(words, mention.head_end, end) else None
    return None


def _ends(words: Words, index: int, end: int) -> bool:
    """Does the noun phrase end behind the name, but for brackets and attributes?"""
    return index >= end or not words[index][0].isalpha() or words.low(index) in words.lexicon.genitive


def _document(words: Words, noun: str) -> str:
    """The word for a document that ``noun`` ends in ("Polizeiangaben": "angaben"), or an empty string."""
    documents = nouns(words.language).documents
    if noun in documents:
        return noun
    return next((d for d in documents if words.language == "de" and len(d) > 5 and noun.endswith(d)), "")


def _issuer(words: Words, roll: Roll, first: int, end: int) -> Entry | None:
    """Who stands behind a document ("Angaben der Polizei", "Polizeiangaben", "a statement by the mayor")."""
    noun = words.low(_head(words, first, end))
    issuer = fold(noun.removesuffix(_document(words, noun)).rstrip("-")).strip()
    for entry in roll.entries:
        if issuer and (issuer in entry.names or fold(entry.name) == issuer):
            return entry
    inside = [
        (m.start, -m.end, e)
        for e in roll.entries
        for m in e.mentions
        if first <= m.head and m.head_end <= end
    ]
    return min(inside, key=lambda item: item[:2])[2] if inside else None


def _named_after(words: Words, roll: Roll, begin: int, end: int) -> Entry | None:
    """The person named behind an office and its attributes ("Sprecherin des Hauses, Anna Berg")."""
    for entry in roll.entries:
        for mention in entry.mentions:
            inside = begin <= mention.head and mention.head_end <= end
            if entry.kind == "person" and mention.name and inside and " " in mention.name:
                before = words.low(mention.start - 1)
                if before == "," or mention.start <= begin:
                    return entry
    return None


def _is_genitive(words: Words, mention: Mention, end: int) -> bool:
    """Is it a genitive with the noun it belongs to behind it ("Bergs Sprecher")?"""
    if mention.end >= end or words[mention.end] in (",", "("):
        return False
    if words.language != "de" and words[mention.end][0].isalpha() and not mention.office:
        return words.low(mention.end) not in (
            *words.lexicon.genitive,
            *words.lexicon.locative,
            "who",
            "and",
            "with",
        )
    last = words[mention.end - 1]
    return last.endswith(("s", "'", "’")) and words.capital(mention.end)


def _core(words: Words, first: int, end: int) -> int:
    """The first word of a noun phrase that is no article, number or adjective."""
    lexicon = words.lexicon
    for index in range(first, end):
        low = words.low(index)
        if (
            low in lexicon.determiners | lexicon.indefinite | lexicon.possessives
            or not words[index][0].isalpha()
        ):
            continue
        if words[index] in lexicon.never:
            continue
        if (
            words.language == "de"
            and words[index].endswith("er")
            and words.capital(index + 1)
            and index + 1 < end
        ):
            continue  # "Neustädter Polizei"
        if words.language == "de" and words.capital(index) and not words.adjective_place(low):
            return index
        if (
            words.language != "de"
            and not words.adjective_place(words[index])
            and low not in lexicon.adjective_words
        ):
            return index
    return first


def _again(words: Words, roll: Roll, first: int, end: int) -> Entry | None:
    """An unnamed actor of the same noun as before ("eine anonyme Quelle", "die Quelle")."""
    noun = fold(words[_head(words, first, end)])
    indefinite = words.low(first) in words.lexicon.indefinite
    if noun in nouns(words.language).outlets and not indefinite:
        outlet = _outlet(words, roll, first)
        if outlet is not None:
            return outlet
    office = words.lexicon.office(words[_head(words, first, end)])
    if office is not None and not indefinite:
        bearer = _bearer(roll, office, first)
        if bearer is not None:
            return bearer
    for entry in reversed(roll.entries):
        if entry.known is None and entry.kind in ("anonymous", "group", "organisation") and not indefinite:
            heads = {fold(words[m.head]) for m in entry.mentions}
            if noun in heads and len(noun) > 3:
                return entry
    return None


def _bearer(roll: Roll, office: Office, first: int) -> Entry | None:
    """The person who was given the same office nearest to ``first``, before it if possible."""
    found: list[tuple[bool, int, Entry]] = []
    for entry in roll.entries:
        if entry.kind != "person" or (office.gender and entry.gender and office.gender != entry.gender):
            continue
        for mention in entry.mentions:
            own = mention.office
            if (
                own is not None
                and own.head == office.head
                and (own.place == office.place or not office.place)
            ):
                found.append((mention.start < first, -abs(mention.start - first), entry))
    return max(found, key=lambda item: item[:2])[2] if found else None


def _outlet(words: Words, roll: Roll, first: int) -> Entry | None:
    """The newspaper, broadcaster or agency that was named last before ``first``."""
    known = nouns(words.language).outlets
    found: list[tuple[int, Entry]] = []
    for entry in roll.entries:
        for mention in entry.mentions:
            worded = any(words.low(k) in known for k in range(mention.start - 1, mention.end))
            is_outlet = entry.kind == "organisation" and (worded or bool(entry.known and entry.known.domain))
            if is_outlet and mention.end <= first and mention.name:
                found.append((mention.start, entry))
    return max(found, key=lambda item: item[0])[1] if found else None


def _head(words: Words, first: int, end: int) -> int:
    """The noun that heads the noun phrase: in German the first, in English the last before "of"."""
    begin = _core(words, first, end)
    if words.language == "de":
        return begin
    last = begin
    while (
        last + 1 < end
        and words[last + 1].isalpha()
        and words.low(last + 1) not in ("of", "in", "at", "for", "from", "who", "with")
    ):
        last += 1
    return last


def _new(words: Words, first: int, end: int) -> Entry:
    """An actor made of the words of a source."""
    start = first
    lexicon = words.lexicon
    while start < end - 1 and words.low(start) in lexicon.determiners | lexicon.indefinite:
        start += 1
    head = _head(words, first, end)
    kind = _kind(words, first, _attribute(words, head, end))
    office = lexicon.office(words[head])
    mention = Mention(start, end, head, head + 1, kind, words.phrase(start, end), office=office)
    gender = office.gender if office and kind in ("person", "anonymous") else ""
    return Entry(mention.name, kind, None, gender, kind == "group", [mention])


def _attribute(words: Words, head: int, end: int) -> int:
    """The noun of the issuer in the genitive behind a document, else ``head`` itself."""
    if not _document(words, words.low(head)):
        return head
    return next((k for k in range(head + 1, end) if words.capital(k) or words.language != "de"), head)


def _kind(words: Words, first: int, head: int) -> ActorKind:
    known, lexicon = nouns(words.language), words.lexicon
    low = words.low(head)
    if low.endswith(("jährige", "jähriger", "jährigen", "year-old")) or low in known.single:
        return "person"
    if low in known.several:
        return "group"
    if low.rsplit("-", 1)[-1] in known.groups and words.low(first) not in lexicon.indefinite:
        return "group"
    if low.endswith(known.anonymous):
        return "anonymous"
    office = lexicon.office(words[head])
    if office is not None and low not in known.endings:
        if {words.low(first), words.low(first - 1)} & lexicon.indefinite:
            return "anonymous"
        return "group" if _is_plural(words, first, head) else "person"
    if low.removesuffix("s").endswith(known.endings):
        return "organisation"
    return (
        "group"
        if _is_plural(words, first, head)
        else ("person" if words.low(first) in ("er", "he", "she") else "organisation")
    )


def _is_plural(words: Words, first: int, head: int) -> bool:
    low = words.low(head)
    if words.language != "de":
        return low.endswith("s") and not low.endswith("ss")
    if words[first - 1] in _MARKS or words[head - 1] in _MARKS:
        return False  # the name of an outlet
    singular = words.low(first) in ("der", "das", "dem", "des", "ein", "eine", "einem", "einer", "den")
    return not singular and low.endswith(("en", "er", "e", "n", "s"))
