"""Titles and offices: the noun phrase around a name, and offices that stand for their bearer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wortlaut.actors.finders.gazetteer import listed
from wortlaut.actors.mention import Mention, Office
from wortlaut.actors.words import Words

_BREAKS = frozenset(',.;:!?()„“”"»«–')


def extend(words: Words, mention: Mention) -> Mention:
    """The mention of a person with the titles, adjectives and appositions that belong to its noun phrase."""
    start, office = _before(words, mention.head, mention.head_end)
    end, behind = _behind(words, mention)
    office = office or behind
    gender = mention.gender
    if office is not None:
        gender = gender or office.gender
    if words.low(start) in words.lexicon.honorifics or office is not None:
        gender = _gender(words, start, mention.head) or gender
    return replace(mention, start=start, end=end, office=office, gender=gender)


def _gender(words: Words, start: int, end: int) -> str:
    for index in range(start, end):
        low = words.low(index)
        if low in ("herr", "herrn", "mr", "sir"):
            return "m"
        if low in words.lexicon.feminine:
            return "f"
    return ""


def _before(words: Words, head: int, mention_end: int) -> tuple[int, Office | None]:
    """Where the noun phrase of the name at ``head`` begins, and the office it words."""
    start = head
    office: Office | None = None
    lexicon = words.lexicon
    while start > 0 and words.joined(start - 1):
        low = words.low(start - 1)
        if low in lexicon.honorifics or (low == "." and words.low(start - 2) in lexicon.honorifics):
            start -= 1 if low != "." else 2
            continue
        if low == "," and office is None and start > 1 and _apposed(words, start - 2, mention_end):
            start -= 1
            low = words.low(start - 1)
        found = lexicon.office(words[start - 1]) if _may_be_title(words, start - 1) else None
        if found is None:
            break
        office = office or _qualified(words, start - 1, found)
        start -= 1
    if start == head:
        start, office = _genitive_title(words, head)
    if start == head:
        return head, None
    begin = _adjectives(words, start)
    place = _place_before(words, begin, start)
    if office is not None and place and not office.place:
        office = replace(office, place=place)
    if office is not None and _is_past(words, begin, start):
        office = replace(office, past=True)
    return begin, office


def _apposed(words: Words, index: int, end: int) -> bool:
    """Is the name between commas the one of the office at ``index`` ("ihren Kollegen, Paul Tal,")?"""
    if words.lexicon.office(words[index]) is None or (words.language == "de" and not words.capital(index)):
        return False
    begin = _adjectives(words, index)
    lexicon = words.lexicon
    owner = words.language != "de" and any(words[k].endswith(("'s", "’s")) for k in (begin - 1, begin))
    before = words.low(begin - 1) in lexicon.determiners | lexicon.possessives or owner
    return words[end] in (",", ".") and before


def _may_be_title(words: Words, index: int) -> bool:
    return words.language != "de" or words.capital(index)


def _qualified(words: Words, index: int, office: Office) -> Office:
    """An English office with the word before it ("prime minister", "foreign minister")."""
    if words.language == "de":
        return office
    for size in (3, 2):
        phrase = " ".join(words.lower[max(0, index - size + 1) : index + 1])
        role = words.lexicon.roles.get(phrase)
        if role:
            return replace(office, head=phrase, role=role)
    return office


def _genitive_title(words: Words, head: int) -> tuple[int, Office | None]:
    """A title with its genitive before the name ("Sprecherin des Hauses, Anna Berg")."""
    lexicon = words.lexicon
    index = head - 1
    if words[index] == "," and words.joined(index):
        index -= 1
    if not words.capital(index):
        return head, None  # "Sprecher von Berg" is not Berg
    seen_article = False
    for position in range(index, max(-1, index - 9), -1):
        if not words.joined(position) or words[position] in _BREAKS:
            break
        low = words.low(position)
        if words.capital(position) and seen_article and low not in lexicon.honorifics:
            office = lexicon.office(words[position])
            if office is not None:
                following = words.low(position + 1)
                if (
                    genitive_place(words, position + 1)
                    or following in lexicon.genitive
                    or following
                    in (
                        "für",
                        "im",
                        "in",
                        "of",
                        "for",
                        "am",
                        "beim",
                        "bei",
                    )
                ):
                    place = _place_behind(words, position)
                    return position, replace(office, place=office.place or place)
                break
        behind_office = words.language == "de" and genitive_place(words, position) and words[index + 1] == ","
        if behind_office or low in lexicon.genitive or low in ("für", "im", "am", "of", "for", "beim", "bei"):
            seen_article = True
        elif (
            not words.capital(position)
            and not _is_adjective(words, position)
            and low not in ("und", "in", "the")
        ):
            break
    return head, None


def _adjectives(words: Words, start: int) -> int:
    """Where the adjectives (and the country in the genitive) before ``start`` begin."""
    lexicon = words.lexicon
    begin = start
    while begin > 0 and words.joined(begin - 1):
        low = words.low(begin - 1)
        if _is_adjective(words, begin - 1) or (low == "." and words[begin - 2].isdigit()):
            begin -= 1 if low != "." else 2
        elif words.language == "de" and words.capital(begin - 1) and genitive_place(words, begin - 1):
            return begin - 1
        elif words.language != "de" and words.capital(begin - 1) and low not in lexicon.never_lower:
            begin -= 1
        else:
            break
    return begin


def adjectives_before(words: Words, start: int) -> tuple[int, str]:
    """Where the adjectives before the noun at ``start`` begin, and the code of the country they name."""
    begin = _adjectives(words, start)
    return begin, _place_before(words, begin, start)


def _is_adjective(words: Words, index: int) -> bool:
    word = words[index]
    lexicon = words.lexicon
    if words.language != "de":
        return bool(words.adjective_place(word)) or words.low(index) in lexicon.adjective_words
    if not word[:1].isalpha() or words.low(index) in lexicon.not_adjectives:
        return False
    if words.low(index) in lexicon.determiners | lexicon.indefinite | lexicon.possessives:
        return False
    if word[0].isupper():
        return bool(words.adjective_place(word)) or (word.endswith("er") and _city_adjective(words, index))
    if len(word) > 4 and word.endswith(("te", "ten")):
        return _introduced(words, index)  # else a verb: "sagte Minister Berg"
    return len(word) > 4 and word.endswith(("e", "en", "er", "em", "es"))


def _introduced(words: Words, index: int) -> bool:
    """Does an article, a preposition that holds one, or another adjective stand before?"""
    lexicon = words.lexicon
    before = words.low(index - 1)
    if not words.joined(index - 1):
        return False
    if before in lexicon.determiners | lexicon.indefinite | lexicon.possessives | lexicon.contracted:
        return True
    return (before == "." and words[index - 2].isdigit()) or bool(words.adjective_place(before))


def _city_adjective(words: Words, index: int) -> bool:
    """Is it a place with -er ("Berliner", "Kölner")?"""
    word = words[index]
    forms = listed(words.language).forms
    return word[:-2] in forms or word[:-2] + "en" in forms


def genitive_place(words: Words, index: int) -> str:
    """Code of the country that stands in the genitive ("Russlands"), or an empty string."""
    word = words[index]
    if not word.endswith("s"):
        return ""
    return place_of(words, word.removesuffix("'s").removesuffix("’s")) or place_of(words, word[:-1])


def place_of(words: Words, name: str) -> str:
    """Code of the country or body called ``name`` (one word), or an empty string."""
    for form, entry in listed(words.language).forms.get(name, ()):
        if form == (name,):
            if entry.known.kind == "country":
                return entry.known.place
            return {"european-union": "EU", "nato": "NATO", "united-nations": "UN"}.get(entry.known.id, "")
    return words.unlisted.names.get(name, "")


def _place_before(words: Words, begin: int, end: int) -> str:
    for index in range(begin, end):
        place = words.adjective_place(words[index]) or genitive_place(words, index)
        place = place or (place_of(words, words[index]) if words.language != "de" else "")
        if place:
            return place
    return ""


def _place_behind(words: Words, index: int) -> str:
    """The country in the genitive behind the noun at ``index`` ("Präsident der Ukraine")."""
    if words.low(index + 1) not in words.lexicon.genitive:
        return genitive_place(words, index + 1) if words.language == "de" and words.joined(index) else ""
    return place_at(words, index + 1, adjectives=True)


def place_at(words: Words, index: int, *, adjectives: bool = False) -> str:
    """The country named behind an article or preposition at ``index`` ("der Ukraine", "in Kiew")."""
    lexicon = words.lexicon
    if words.low(index) not in lexicon.genitive and words.low(index) not in lexicon.locative:
        return ""
    position = index + 1
    while words.low(position) in lexicon.determiners or (adjectives and _is_adjective(words, position)):
        position += 1
    text = words.text
    for form, entry in listed(words.language).forms.get(words[position], ()):
        if tuple(text[position : position + len(form)]) == form and (
            entry.known.kind == "country" or entry.seat
        ):
            return entry.known.place or (entry.seat.place if entry.seat else "")
    return place_of(words, words[position]) or genitive_place(words, position)


def _is_past(words: Words, begin: int, end: int) -> bool:
    return any(words.low(index).startswith(words.lexicon.past) for index in range(begin, end))


def _behind(words: Words, mention: Mention) -> tuple[int, Office | None]:
    """Where the noun phrase ends behind the name: a party in brackets, an apposition between commas."""
    end = mention.head_end
    if words[end] == "(" and words.joined(end - 1):
        close = next((k for k in range(end + 1, end + 6) if words[k] == ")"), 0)
        if close and words.capital(end + 1) and all(words[k] != ":" for k in range(end, close)):
            end = close + 1
    if words[end] != "," or not words.joined(end) or mention.head_end - mention.head < 2:
        return end, None
    close = next((k for k in range(end + 1, end + 15) if words[k] in _BREAKS or not words.joined(k)), 0)
    if words[close] not in (",", ".", ")", ";", ":"):
        return end, None
    position = end + 1
    while words.low(position) in words.lexicon.determiners or _is_adjective(words, position):
        position += 1
    office = words.lexicon.office(words[position]) if _may_be_title(words, position) else None
    if office is None or any(words.low(k) in words.lexicon.verbs for k in range(end, close)):
        return end, None
    if words.language == "de" and words.capital(position + 1) and not genitive_place(words, position + 1):
        return end, None  # another one of a row: "Anna Berg, der Minister Paul Tal"
    place = _place_before(words, end + 1, position) or _place_behind(words, position)
    return close, replace(_qualified(words, position, office), place=office.place or place)


def find_offices(words: Words, taken: set[int]) -> Iterator[Mention]:
    """Offices that stand for their bearer ("der russische Präsident", "the prime minister")."""
    lexicon = words.lexicon
    for index in range(len(words)):
        if index in taken or not _may_be_title(words, index):
            continue
        office = lexicon.office(words[index])
        if office is None or lexicon.office(words[index + 1]) or words.low(index) in lexicon.honorifics:
            continue
        office = _qualified(words, index, office)
        first = index - office.head.count(" ") if words.language != "de" else index
        begin = _adjectives(words, first)
        place = office.place or _place_before(words, begin, first) or _place_behind(words, index)
        past = office.past or _is_past(words, begin, first)
        before = words.low(begin - 1) if begin > 0 and words.joined(begin - 1) else ""
        definite, plural = _definite(words, before, begin, place), _plural(words, before, index)
        gap = begin == index and not place and words.opens(index) and words.low(index + 1) in lexicon.verbs
        yield Mention(
            begin, index + 1, index, index + 1, "person", "", office=replace(office, place=place, past=past),
            gender=office.gender, definite=definite, plural=plural, gap=gap,
        )  # fmt: skip


def _definite(words: Words, before: str, begin: int, place: str) -> bool:
    """Is a certain bearer of the office meant, not that somebody is one ("wurde Präsident")?"""
    lexicon = words.lexicon
    if before in lexicon.indefinite or before in lexicon.predicative:
        return False
    if before in lexicon.determiners or before in lexicon.contracted or before in lexicon.possessives:
        return True
    return bool(place) or (words.language == "de" and words.opens(begin))


def _plural(words: Words, before: str, index: int) -> bool:
    word = words.low(index)
    if words.language != "de":
        return word.endswith("s") and not word.endswith("ss")
    if word.endswith("innen"):
        return True
    return before in ("die", "beide", "beiden", "alle", "viele") and not word.endswith(("in", "e"))
