"""Listed names in the text: countries, governments and their seats, places, organisations, persons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from wortlaut.actors.known import Known, countries, fold, given_names, slug
from wortlaut.actors.lexicon import governments
from wortlaut.actors.mention import Mention
from wortlaut.actors.table import Table, cut, inflected, organisations, persons, table
from wortlaut.actors.words import Words
from wortlaut.languages import load

Form = tuple[str, ...]
_SUFFIXES = frozenset({"Jr", "Sr"})


class Entry(NamedTuple):
    """What a listed name stands for; a ``seat`` stands for its government except as a place."""

    known: Known
    seat: Known | None = None


class Listed(NamedTuple):
    """Listed names by their first word, the longest first."""

    forms: dict[str, list[tuple[Form, Entry]]]


@cache
def listed(language: str) -> Listed:
    """All listed names of ``language``."""
    found = _of_countries(language)
    for organisation in organisations(language):
        for name in organisation.names:
            for form in inflected(name, language):
                found.setdefault(cut(form), Entry(organisation))
    metonyms = load(language if language == "de" else "en", "metonyms")
    for name, number in metonyms["places"].items():
        found.setdefault(cut(name), Entry(Known(slug(name), name, "place", number or None, (name,))))
    for name, code in metonyms["governments"].items():
        found[cut(name)] = Entry(governments(language)[code])
    for person in persons(language):
        found.update((cut(name), Entry(person)) for name in person.names)
    return Listed(_by_first(found))


def _of_countries(language: str) -> dict[Form, Entry]:
    """Countries and their seats of government."""
    found: dict[Form, Entry] = {}
    rule = governments(language)
    for code, country in countries(language).items():
        for seat in country.seats:
            place = Known(slug(seat), seat, "place", None, (seat,))
            found[cut(seat)] = Entry(place, rule[code])
        for name in country.known.names:
            for form in inflected(name, language):
                found[cut(form)] = Entry(country.known)
    return found


def _by_first(found: dict[Form, Entry]) -> dict[str, list[tuple[Form, Entry]]]:
    forms: dict[str, list[tuple[Form, Entry]]] = {}
    for form, entry in sorted(found.items(), key=lambda item: -len(item[0])):
        forms.setdefault(form[0], []).append((form, entry))
    return forms


def find_listed(words: Words) -> Iterator[Mention]:
    """Mentions of listed names, the longest at each place."""
    forms, roll = listed(words.language).forms, table()
    index = 0
    while index < len(words):
        hit = _match(words, index, forms)
        more = _from_table(words, index, roll)
        if more is not None and (hit is None or more[0] > hit[0]):
            hit = more
        if hit is None:
            index += 1
            continue
        length, entry = hit
        name = words.phrase(index, index + length)
        if name in _ambiguous(words.language) and not _is_outlet(words, index, index + length):
            index += 1
            continue
        if (
            length == 1
            and entry.known.kind != "person"
            and (_is_given(words, index) or _is_surname(words, index))
        ):
            index += 1
            continue
        yield _mention(words, index, index + length, entry)
        index += length


def _match(words: Words, index: int, forms: dict[str, list[tuple[Form, Entry]]]) -> tuple[int, Entry] | None:
    first = words[index]
    for candidate in (first, _bare(first)):
        for form, entry in forms.get(candidate, ()):
            length = len(form)
            if length == 1:
                if candidate == first or not _upper(first):
                    return 1, entry
            elif candidate == first and _agrees(words, index, form):
                return length, entry
    return None


def _from_table(words: Words, index: int, roll: Table) -> tuple[int, Entry] | None:
    """The longest name at ``index`` of the long list, where it can be nothing else."""
    lengths = roll.names.lengths.get(words[index])
    if lengths is None:
        return None
    for length in sorted(lengths, reverse=True):
        end = index + length
        if end > len(words) or words.sentence[index] != words.sentence[end - 1]:
            continue
        name = " ".join(words.text[index:end])
        known = roll.named(name, words.language)
        if known is None and name[-1] in "s’":
            known = roll.named(_bare(name), words.language)
        if known is not None and _stands_alone(words, index, end, known):
            while words[index + length] in _SUFFIXES and known.kind == "person":
                length += 1
            return length, Entry(known)
    return None


def organisation_at(words: Words, index: int) -> tuple[int, Known] | None:
    """How many words the longest listed name of an organisation at ``index`` has, and whose it is."""
    found = [
        (len(form), entry.known)
        for form, entry in listed(words.language).forms.get(words[index], ())
        if form == tuple(words.text[index : index + len(form)])
    ]
    more = _from_table(words, index, table())
    if more is not None:
        found.append((more[0], more[1].known))
    return max((f for f in found if f[1].kind == "organisation"), key=lambda f: f[0], default=None)


def _stands_alone(words: Words, start: int, end: int, known: Known) -> bool:
    """Is the name whole, no part of a longer one, and for a common word meant as the outlet?"""
    before, behind = words[start - 1], words[end]
    if known.kind == "organisation":
        if words[start][0].islower():
            return False
        if known.rank == "3":
            return known.role in ("outlet", "agency") and _is_outlet(words, start, end)
        return not is_acronym(words[start]) or end - start > 1 or belongs_here(words, known, words[start])
    if words.joined(start - 1) and before in given_names():
        return False
    longer = (
        words.joined(end - 1) and behind[:1].isupper() and behind[1:].islower() and words.language != "de"
    )
    return not longer or behind in _SUFFIXES | words.lexicon.never or words.lexicon.common_noun(behind)


def is_acronym(name: str) -> bool:
    """Is it a name of few capitals, which bodies of other countries may share?"""
    return len(name) < 5 and name.isupper()


def belongs_here(words: Words, known: Known, name: str) -> bool:
    """Is an acronym that of ``known`` here: an international body, or one of a country the report names?"""
    if name in words.lexicon.initials:
        return False
    place = known.place
    home = ("DE", "AT", "CH") if words.language == "de" else ("US", "GB")
    return len(place) != 2 or place in home or place in ("EU", "UN") or place in named_countries(words)


def named_countries(words: Words) -> frozenset[str]:
    """Codes of the countries that the report names: by name, adjective, or seat of government."""
    if words.countries is None:
        found = {words.adjective_place(word) or _country(words, word) for word in words.where}
        words.countries = frozenset(found - {""})
    return words.countries


def _country(words: Words, word: str) -> str:
    forms = listed(words.language).forms
    for candidate in (word, _bare(word)):
        for form, entry in forms.get(candidate, ()):
            if form == (candidate,) and entry.known.kind == "country":
                return entry.known.place
            if form == (candidate,) and entry.seat:
                return entry.seat.place
    return ""


def _upper(word: str) -> bool:
    return word.isupper() and len(word) < 5


def _agrees(words: Words, index: int, form: Form) -> bool:
    last = len(form) - 1
    if any(words[index + k] != form[k] for k in range(1, last)):
        return False
    word = words[index + last]
    return words.joined(index + last - 1) and (word == form[last] or _bare(word) == form[last])


def _bare(word: str) -> str:
    """A name without the ending of its genitive ("Kiews", "Trump's", "US’")."""
    for ending in ("'s", "’s"):
        if word.endswith(ending):
            return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _mention(words: Words, start: int, end: int, entry: Entry) -> Mention:
    known = entry.known
    if entry.seat and not _is_place(words, start, end):
        known = entry.seat
    end = _with_abbreviation(words, end, known)
    return Mention(
        start, end, start, end, known.kind, known.name, known=known, gender=known.gender,
        family=fold(known.name).split()[-1] if known.kind == "person" else "",
    )  # fmt: skip


@cache
def _ambiguous(language: str) -> frozenset[str]:
    return frozenset(load(language if language == "de" else "en", "organisations")["ambiguous"])


def _is_outlet(words: Words, start: int, end: int) -> bool:
    """Is a common word meant as the outlet: in quotation marks, or behind the noun for one?"""
    if words[start - 1] in ("„", "“", '"', "»", "«", "‚", "'", "’", "‘", "”"):
        return True
    before = words.low(start - 1).rsplit("-", 1)[-1].removesuffix("s")
    known = load("de" if words.language == "de" else "en", "organisations")["outlets"]
    return before in known or before in ("laut", "via") or words[end] == "-"


def _is_surname(words: Words, index: int) -> bool:
    """Is a listed name somebody's surname here, behind a given name ("Anna Focus")?"""
    before = words[index - 1]
    if not words.joined(index - 1) or before not in given_names():
        return False
    return not words[index].isupper() and before not in listed(words.language).forms


def _is_given(words: Words, index: int) -> bool:
    """Is the name of a place somebody's given name here ("Paris Berg")?"""
    following = words[index + 1]
    if words[index] not in given_names() or not words.joined(index) or not words.capital(index + 1):
        return False
    lexicon = words.lexicon
    return (
        len(following) > 2
        and not (lexicon.common_noun(following) or lexicon.office(following))
        and (words.low(index - 1) not in lexicon.locative and following not in listed(words.language).forms)
    )


def _is_place(words: Words, start: int, end: int) -> bool:
    """Is a seat of government named as the place it is?"""
    before = words.low(start - 1)
    inflected = words[end - 1].endswith("s") and words[end - 1] not in listed(words.language).forms
    if before in words.lexicon.locative or (before in words.lexicon.place_nouns and not inflected):
        return True
    if inflected:
        return before in words.lexicon.directions or before in words.lexicon.place_nouns
    if before in words.lexicon.genitive and words.low(start - 2) in words.lexicon.place_nouns:
        return True
    if words.opens(start) and words[end] in ("(", "–", "-", ",", "/", ".") and words[end] != ",":
        return True  # the place in a dateline
    return words[end] == "," and words.opens(start)


def _with_abbreviation(words: Words, end: int, known: Known) -> int:
    """The end of a name with its short form in brackets behind it ("… (NATO)")."""
    if known.kind == "organisation" and words[end] == "(" and words.joined(end - 1):
        close = next((k for k in range(end + 1, end + 5) if words[k] == ")"), 0)
        if close and words.phrase(end + 1, close) in known.names:
            return close + 1
    return end
