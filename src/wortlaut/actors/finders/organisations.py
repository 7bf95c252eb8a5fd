"""Organisations that no list knows, and governments by adjective or leader."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.actors.finders.gazetteer import organisation_at
from wortlaut.actors.finders.names import bare_name, famous
from wortlaut.actors.finders.titles import adjectives_before, genitive_place, place_of
from wortlaut.actors.known import Known, countries, fold
from wortlaut.actors.lexicon import governments
from wortlaut.actors.mention import Mention
from wortlaut.actors.nouns import nouns
from wortlaut.actors.words import Words

_FEMININE = ("e", "ung", "ei", "schaft", "tät", "ion", "justiz", "marine", "polizei", "bank", "wehr")


def find_governments(words: Words, taken: set[int]) -> Iterator[Mention]:
    """Governments by country or leader ("russische Regierung", "the Berg administration")."""
    known = nouns(words.language)
    rule = governments(words.language)
    for index in range(len(words)):
        low = bare_name(words.low(index), words.language)
        noun = low.rsplit("-", 1)[-1]
        worded = known.government | known.parts if words.language != "de" else known.government
        if index in taken or (noun not in worded and words.low(index) not in worded):
            continue
        begin, place = adjectives_before(words, index)
        if "-" in low:
            place = _led(words, words[index].rsplit("-", 1)[0]) or place
        if not place and words.low(index - 1) in _leaders(words):
            place, begin = _led(words, words[index - 1]), index - 1
        unlisted = bool(place) and place not in rule and len(place) > 2
        if words.language != "de" and place and (noun in known.parts or unlisted):
            name = words.phrase(begin, index + 1)
            yield Mention(begin, index + 1, index, index + 1, "organisation", name)
        elif place in rule and noun not in known.parts:
            yield _mention(words, begin, index + 1, index, rule[place])


def _leaders(words: Words) -> frozenset[str]:
    """English names a government goes by ("the Trump administration")."""
    return frozenset() if words.language == "de" else frozenset(famous(words.language))


def _led(words: Words, leader: str) -> str:
    """The country of a name before "-Regierung": its own name, or the one it is governed by."""
    place = place_of(words, leader)
    known = famous(words.language).get(fold(leader))
    return place or (known.terms[-1].place if known and known.terms else "")


def _mention(words: Words, start: int, end: int, head: int, known: Known) -> Mention:
    return Mention(start, end, head, end, known.kind, known.name, known=known)


def find_organisations(words: Words, taken: set[int]) -> Iterator[Mention]:
    """Organisations by the noun that says what they are, by the form of their company, by their letters."""
    german = words.language == "de"
    index = 0
    while index < len(words):
        found = None
        cut_off = (
            words[index + 1] == "-"
            and words.passage.tokens[index + 1].start == words.span(index, index + 1)[1]
        )
        if index not in taken and words.capital(index) and not cut_off:
            found = (_german(words, index, taken) if german else _english(words, index, taken)) or _letters(
                words, index
            )
        if found:
            yield found
        index = max(index + 1, found.end if found else 0)


def _german(words: Words, index: int, taken: set[int]) -> Mention | None:
    known = nouns("de")
    low = words.low(index)
    noun = low.removesuffix("es") if low.endswith(("tes", "des")) else low.removesuffix("s")
    kind = next((n for n in (low, noun, noun + "s") if n.endswith(known.endings)), None)
    if kind and low != kind and words.low(index - 1) != "des" and not _genitive_chain(words, index):
        kind = None  # "Militärs", "Marines"
    if (
        kind is None
        or low in known.never
        or (words.lexicon.office(words[index]) and not kind.endswith("rat"))
    ):
        return _company(words, index, taken)
    begin, place = adjectives_before(words, index)
    quoted = words[index + 1] in '„“"»' and not kind.endswith(known.heads)  # what a body says, not its name
    end = index + 1 if quoted else _named_end(words, index + 1, taken)
    first = _foreign_start(words, index, taken)
    if first < index and end == index + 1:
        return Mention(first, end, first, end, "organisation", words.phrase(first, end))
    before = words.low(begin - 1)
    if end == index + 1 and (before in words.lexicon.indefinite or words.low(index) in known.heads):
        return None
    behind = genitive_place(words, end) if end == index + 1 and words.joined(index) else ""
    if behind and not place:
        return Mention(begin, end + 1, index, end, "organisation", _nominative(words, index, kind, behind))
    name = words.phrase(begin if place else index, end)
    entry = _listed(words, index + 1, end)
    if entry is not None:
        return Mention(begin, end, index, end, "organisation", entry.name, known=entry)
    if end > index + 1 and kind.endswith(known.heads) and not words[index + 1].endswith("er"):
        name = words.phrase(index + 1, end)
    elif end == index + 1:
        name = _nominative(words, index, kind, place)
    return Mention(begin, end, index, end, "organisation", name.strip('„“"'))


def _listed(words: Words, start: int, end: int) -> Known | None:
    """The listed organisation whose name is the words ``[start, end)``."""
    found = organisation_at(words, start) if end > start else None
    return found[1] if found is not None and start + found[0] == end else None


def _foreign_start(words: Words, index: int, taken: set[int]) -> int:
    """Where a name of capitals begins that ends in a word for an organisation ("Silver Creek Bank")."""
    lexicon = words.lexicon
    start = index
    while start > 0 and start > index - 4 and words.joined(start - 1) and start - 1 not in taken:
        word = words[start - 1]
        if (
            not words.capital(start - 1)
            or lexicon.common_noun(word)
            or lexicon.office(word)
            or not word.isalpha()
        ):
            break
        if words.adjective_place(word) or word.endswith("er"):
            break
        start -= 1
    return start


def find_again(words: Words, taken: set[int], found: list[Mention]) -> Iterator[Mention]:
    """Further mentions of organisations ``found`` that have a name of one word of their own."""
    names = {m.name: m for m in found if m.kind == "organisation" and m.known is None and " " not in m.name}
    named = {name: m for name, m in names.items() if words[m.head] != name or m.head_end - m.head > 1}
    for index in range(len(words)):
        mention = named.get(words[index]) or named.get(bare_name(words[index], words.language))
        if mention is not None and index not in taken and len(mention.name) > 2:
            yield Mention(index, index + 1, index, index + 1, "organisation", mention.name)


def _genitive_chain(words: Words, index: int) -> bool:
    """Do adjectives lead from a genitive article to the noun at ``index``?"""
    begin, _ = adjectives_before(words, index)
    return begin < index and words.low(begin - 1) == "des"


def _nominative(words: Words, index: int, kind: str, place: str) -> str:
    """The noun for a body with whose it is, as a name: "des quenischen Amtes" is "quenisches Amt"."""
    noun = words[index][: len(kind)]
    if not place:
        return noun
    adjective = _adjective(words, place)
    if not adjective:
        return f"{noun} {words[index + 1]}"
    ending = (
        "e"
        if kind.endswith(_FEMININE)
        else "es"
    )
    ending = "er" if kind.endswith(("dienst", "rat", "stab", "hof", "verband")) else ending
    return f"{adjective}{ending} {noun}"


def _adjective(words: Words, place: str) -> str:
    """The German adjective of a state, listed or not, without its ending."""
    listed_ = countries("de").get(place)
    if listed_ is not None:
        return listed_.adjectives[0] if listed_.adjectives else ""
    return next((a for a, code in words.unlisted.adjectives.items() if code == place), "")


def _named_end(words: Words, index: int, taken: set[int]) -> int:
    """The end of the name behind a noun for an organisation ("Landgericht Neustadt", "Zeitung „Morgen“")."""
    if not words.joined(index - 1):
        return index
    if words[index] in '„“"»' and words[index]:
        close = next((k for k in range(index + 1, index + 7) if words[k] in ("“", "”", '"', "«")), 0)
        return close if close and words.capital(index + 1) else index
    if words.low(index) == "für" and words.capital(index + 1) and not words.lexicon.office(words[index + 1]):
        return index + 2
    if (
        words.capital(index)
        and words[index].endswith("er")
        and words.capital(index + 1)
        and words.joined(index)
    ):
        return index + 2  # "Gewerkschaft Neuer Schiffer"
    end = index
    while end < index + 4 and words.capital(end) and words.joined(end - 1) and end not in taken:
        if words.lexicon.common_noun(words[end]) or words.lexicon.office(words[end]):
            break
        end += 1
    if end == index and words.capital(end) and end in taken:
        found = organisation_at(words, end)
        return end + found[0] if found is not None else end
    return end


def _company(words: Words, index: int, taken: set[int]) -> Mention | None:
    """A row of names that ends in the form of a company ("Muster und Sohn AG")."""
    known = nouns(words.language)
    if words[index] in words.lexicon.never:
        return None
    for end in range(index + 1, min(index + 5, len(words))):
        if not words.joined(end - 1) or end in taken:
            return None
        if words[end] in known.company:
            return Mention(index, end + 1, index, end + 1, "organisation", words.phrase(index, end + 1))
        if not words.capital(end) and words[end] not in ("und", "and", "&"):
            return None
    return None


def _english(words: Words, index: int, taken: set[int]) -> Mention | None:
    """A row of capitals with a word for an organisation in it ("Riverton Teachers Association")."""
    known = nouns("en")
    end = index
    while end < len(words) and (end == index or words.joined(end - 1)):
        if (words.capital(end) and words[end] not in words.lexicon.never and end not in taken) or (
            words.low(end) in ("of", "for", "and", "&")
            and end > index
            and words.capital(end + 1)
            and words.joined(end)
        ):
            end += 1
        else:
            break
    while end > index and words.low(end - 1) in ("of", "for", "and", "&"):
        end -= 1
    row = [words.low(k).removesuffix("'s").removesuffix("’s") for k in range(index, end)]
    if len(row) < 2 or not any(
        w in known.endings or words[index + k] in known.company for k, w in enumerate(row)
    ):
        return None
    return Mention(
        index, end, index, end, "organisation", words.phrase(index, end).removesuffix("'s").removesuffix("’s")
    )


def _letters(words: Words, index: int) -> Mention | None:
    """An organisation by its initials ("die GBK"), where the line is not in capitals altogether."""
    word = bare_name(words[index], words.language) if words[index][:-1].isupper() else words[index]
    if not 2 < len(word) < 6 or not word.isalpha() or not word.isupper() or set(word) <= set("IVXLCM"):
        return None
    if (words[index - 1].isupper() and len(words[index - 1]) > 1) or (
        words[index + 1].isupper() and len(words[index + 1]) > 1
    ):
        return None
    again = (
        words[index - 1] == "("
        or words.low(index - 1) in words.lexicon.determiners
        or len(words.where[words[index]]) > 1
    )
    if word in words.lexicon.initials or not again:
        return None
    return Mention(index, index + 1, index, index + 1, "organisation", word)
