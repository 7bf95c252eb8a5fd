"""Names of persons: by given names, by the title before them, by repetition, by what else they may be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Levenshtein

from wortlaut.actors.known import Known, fold, given_names
from wortlaut.actors.mention import Mention
from wortlaut.actors.table import persons
from wortlaut.actors.words import Words

_LONGEST = 6
_PLURAL = frozenset({"beide", "beiden", "den", "die"})
_ENOUGH = 50
_LONG = 6  # letters of a surname from which on a slip of one letter leaves no doubt
_EAST = frozenset({"CN", "HK", "KH", "KP", "KR", "SG", "TW", "VN"})
_CALLINGS = ("erin", "ärin", "istin", "entin", "antin", "orin", "ikerin", "ogin", "eurin", "frau")


def find_full_names(words: Words, taken: set[int]) -> Iterator[Mention]:
    """Names of two words or more, outside the words ``taken``."""
    index = 0
    while index < len(words):
        end = 0 if index in taken else _full_name(words, index, taken)
        if end:
            yield person(words, index, end)
        index = max(end, index + 1)


def find_titled_names(words: Words, taken: set[int], found: list[Mention]) -> Iterator[Mention]:
    """Single names behind an honorific or a title ("Frau Berg", "Minister Berg"), none of those ``found``."""
    lexicon = words.lexicon
    for index in range(len(words) - 1):
        if not words.joined(index) or index + 1 in taken:
            continue
        low = words.low(index)
        if low in lexicon.honorifics or (words[index] == "." and words.low(index - 1) in lexicon.honorifics):
            sure = True
        elif words.capital(index) and lexicon.office(words[index]) is not None:
            sure = False
        else:
            continue
        start = index + 1
        end = _run(words, start, taken)
        named = sure or end - start > 1 or not lexicon.common_noun(words[start])
        if end and named and (sure or not lexicon.office(words[start])):
            yield person(words, start, end)
            yield from _sharing_title(words, index, end, taken)


def _sharing_title(words: Words, title: int, end: int, taken: set[int]) -> Iterator[Mention]:
    """The second of two who share a title in the plural ("die Minister Berg und Tal")."""
    plural = words.low(title).endswith("s") if words.language != "de" else words.low(title - 1) in _PLURAL
    if not plural or words.low(end) not in ("und", "and") or not words.joined(end):
        return
    behind = end + 1
    last = _run(words, behind, taken) if words.capital(behind) else 0
    if last and not (words.lexicon.common_noun(words[behind]) or words.lexicon.office(words[behind])):
        yield person(words, behind, last)


def find_unknown_names(words: Words, taken: set[int], found: list[Mention]) -> Iterator[Mention]:
    """Names of words that no list knows, where the text bears out that they are names."""
    families = _families(found) | set(famous(words.language))
    full = {words.phrase(m.head, m.head_end) for m in found}
    index = 0
    while index < len(words):
        end = 0 if index in taken or not _can_name(words, index) else _unknown_name(words, index, taken)
        if end and words.phrase(index, end) in full:
            yield person(words, index, end)
        elif end and _is_new(words, index, end, families):
            full.add(words.phrase(index, end))
            yield person(words, index, end)
        index = max(end, index + 1)


def _is_new(words: Words, start: int, end: int, families: set[str]) -> bool:
    """Is it a name of its own, none of the ``families`` with a noun before it?"""
    hits = [k for k in range(start, end) if _forms(words[k]) & families]
    if hits and (words.language != "de" or hits != [end - 1] or _looks_german(words, start, end - 1)):
        return False
    return words.language != "de" or _borne_out(words, start, end)


def _borne_out(words: Words, start: int, end: int) -> bool:
    """Does something besides its capitals speak for a German row of words being a name?"""
    lexicon = words.lexicon
    if end - start > 2 and _looks_german(words, start, start + 1):
        return False
    last = words[end - 1]
    if end - start == 2 and words.joined(start - 1) and _calling(words, start - 1):
        return True
    if words.low(end) in lexicon.saying or words.low(start - 1) in lexicon.saying:
        return True
    if any(not c.isascii() and c not in "äöüßÄÖÜ" for k in range(start, end) for c in words[k]):
        return True
    if lexicon.office(words[start - 1]) is not None and words.joined(start - 1):
        return True
    again = [k for form in (last, last + "s") for k in words.where.get(form, ()) if not start <= k < end]
    if any(words.low(k - 1) not in lexicon.determiners | lexicon.indefinite for k in again):
        return True
    return not _looks_german(words, start, end)


def _calling(words: Words, index: int) -> bool:
    """Is the German word what somebody is by sex and calling ("Imkerin", "Großaktionärin")?"""
    return words.capital(index) and words.low(index).endswith(_CALLINGS)


def _looks_german(words: Words, start: int, end: int) -> bool:
    """Does one of the words end like a German noun, adjective or genitive?"""
    if words.language != "de":
        return any(words.lexicon.common_noun(words[k]) for k in range(start, end))
    return any(word.endswith(words.lexicon.german_endings) for word in words.lower[start:end])


def _families(found: list[Mention]) -> set[str]:
    return {m.family for m in found if m.kind == "person" and m.family and not _is_given_last(m, m.family)}


def _is_given_last(mention: Mention, name: str) -> bool:
    """Is a last word of two letters the given name, as in "Moon Jae In"?"""
    return len(name) < 3 and bool(eastern(mention.name, mention.known))


def find_surnames(words: Words, taken: set[int], found: list[Mention]) -> Iterator[Mention]:
    """Surnames alone: of the persons ``found``, and of known persons where nothing else can be meant."""
    lexicon, given = words.lexicon, given_names()
    families = _families(found)
    last = ((m, _key(words[m.head_end - 1])) for m in found if m.kind == "person")
    families |= {name for m, name in last if not _is_given_last(m, name)}
    families |= {first for m in found for first in eastern(m.name, m.known)}
    renowned, near = famous(words.language), _long_by_start(families)
    for index in range(len(words)):
        word = words[index]
        if index in taken or len(word) < 2 or not (words.capital(index) or _can_name(words, index)):
            continue  # "al-Radek" is a name that begins with a small letter
        forms = _forms(word)
        if forms & families:
            if not _is_noun_here(words, index):
                yield person(words, index, index + 1, family=next(f for f in sorted(forms) if f in families))
        elif slip := _misspelt(words, index, near):
            yield person(words, index, index + 1, family=slip)
        elif (
            forms & renowned.keys()
            and word not in given
            and not forms & lexicon.common_surnames
            and not lexicon.common_noun(word)
            and words[index - 1] != "-"
            and not _has_given(words, index)
        ):
            yield person(words, index, index + 1, renowned[next(f for f in sorted(forms) if f in renowned)])


def _misspelt(words: Words, index: int, families: dict[str, list[str]]) -> str:
    """The long surname that an unknown word at ``index`` is but for one letter, or an empty string."""
    name, lexicon = words[index], words.lexicon
    word = fold(bare_name(name, words.language))
    if len(word) < _LONG or not word.isalpha() or lexicon.common_noun(name) or _is_title(words, index):
        return ""
    if name in given_names() or name in words.unlisted.names or words.adjective_place(name):
        return ""
    if words.low(index - 1) in lexicon.determiners | lexicon.indefinite:
        return ""
    near = families.get(word[:2], ())
    return next((f for f in near if Levenshtein.distance(f, word, score_cutoff=1) == 1), "")


def _long_by_start(families: set[str]) -> dict[str, list[str]]:
    """Long surnames by their first two letters, no more of each than can be looked through quickly."""
    found: dict[str, list[str]] = {}
    for family in sorted(families):
        if len(family) >= _LONG:
            found.setdefault(family[:2], []).append(family)
    return {start: row[:_ENOUGH] for start, row in found.items()}


@cache
def famous(language: str) -> dict[str, Known]:
    """Surnames that only one of the known persons bears."""
    found: dict[str, Known | None] = {}
    for known in persons(language):
        for name in known.names:
            family = fold(name).split()[-1]
            found[family] = known if found.get(family, known) is known else None
    return {family: known for family, known in found.items() if known is not None and len(family) > 3}


def _has_given(words: Words, index: int) -> bool:
    """Does an unknown given name stand right before the surname at ``index``?"""
    before = words[index - 1]
    if not words.joined(index - 1) or not _can_name(words, index - 1) or not before.isalpha():
        return False
    if words.language != "de" and words.opens(index - 1):
        return False
    known = words.lexicon.office(before) is not None or words.low(index - 1) in words.lexicon.honorifics
    return not (known or words.lexicon.common_noun(before) or _looks_german(words, index - 1, index))


def eastern(name: str, known: Known | None = None) -> set[str]:
    """The first name as a surname, where the name is one of those in which it comes first ("Ri Yong Ho")."""
    parts = name.split()
    if len(parts) < 2 or len(parts[0]) > 5 or "." in parts[0]:
        return set()
    first, _, second = parts[-1].partition("-")
    hyphened = bool(first) and second.islower()
    if (
        not hyphened
        and parts[0] in given_names()
        and not (known and any(t.place in _EAST for t in known.terms))
    ):
        return set()
    return {fold(parts[0])}


def _forms(word: str) -> set[str]:
    """What a name may be without the ending of its genitive, as compared."""
    bare = word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
    return {fold(bare), fold(bare[:-1])} if bare.endswith("s") and len(bare) > 3 else {fold(bare)}


def _is_noun_here(words: Words, index: int) -> bool:
    """Is a word that is somebody's surname used as the noun it also is ("der Koch")?"""
    lexicon = words.lexicon
    if words.low(index - 1) in (lexicon.determiners | lexicon.indefinite):
        return lexicon.common_noun(words[index]) or lexicon.office(words[index]) is not None
    return False


def person(words: Words, start: int, end: int, known: Known | None = None, *, family: str = "") -> Mention:
    """The mention of a person named by the words ``[start, end)``; ``family``: the surname as compared."""
    parts = [words[k] for k in range(start, end)]
    parts[-1] = bare_name(parts[-1], words.language)
    name = " ".join(parts).replace(" .", ".")
    gender = given_names().get(parts[0], "") if len(parts) > 1 else ""
    gender = gender.replace("x", "")
    family = family or fold(parts[-2] if parts[-1] == "." else parts[-1])
    return Mention(start, end, start, end, "person", name, known=known, gender=gender, family=family)


def bare_name(word: str, language: str) -> str:
    """A name without the ending of its genitive, as far as the word alone tells."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    if word.endswith(("'", "’")):
        return word[:-1]
    if language == "de" and len(word) > 4 and word.endswith("s") and word[-2] not in "aiuoesß":
        return word[:-1]
    return word


def _key(word: str) -> str:
    return fold(word.removesuffix("'s").removesuffix("’s"))


def _full_name(words: Words, index: int, taken: set[int]) -> int:
    """The end of the name of two words or more that begins at ``index``, or 0."""
    if not _can_name(words, index):
        return 0
    given = given_names()
    word = words[index]
    if word in given or ("-" in word and word.split("-")[0] in given) or _initial(words, index):
        if _cut_short(words, index):
            return index + 3
        end = _run(words, index, taken)
        if end - index < 2 or _is_title(words, end - 1) or _is_place(words, index, end):
            return 0
        if _initial(words, index) and (end - index < 3 or not _can_name(words, end - 1)):
            return 0
        return end
    return 0


def _cut_short(words: Words, index: int) -> bool:
    """Does only the initial of a surname follow, as in reports from courts ("Bernd K.")?"""
    initial = words[index + 1]
    if len(initial) != 1 or not initial.isupper() or words[index + 2] != "." or not words.joined(index):
        return False
    return words.joined(index + 1) and not words.capital(index + 3)


def _unknown_name(words: Words, index: int, taken: set[int]) -> int:
    """A name of words that no list knows: two or more in a row that are no nouns, with no article before."""
    lexicon = words.lexicon
    if words.low(index - 1) in (lexicon.determiners | lexicon.indefinite) and words.language == "de":
        return 0
    if lexicon.common_noun(words[index]) or _is_title(words, index) or words[index].isupper():
        return 0
    end = _run(words, index, taken)
    last = words[end - 1] if end else ""
    if end and (_is_place(words, index, end) or _is_quoted(words, index, end)):
        return 0
    if end - index < 2 or end - index > 4 or last.isupper() or len(last) < 2:
        return 0
    if any(lexicon.common_noun(words[k]) or _is_title(words, k) for k in range(index, end)):
        return 0
    if words.language == "de" and any(
        words[k].islower() and words[k] in lexicon.particles for k in range(index, end)
    ):
        return 0
    return end


def _is_place(words: Words, start: int, end: int) -> bool:
    """Does the row name a place or a people ("Long Beach", "Camp Nowhere", "Polish Americans")?"""
    lexicon = words.lexicon
    if (
        words.low(start).rsplit("-", 1)[-1] in lexicon.place_heads
        or words.low(end - 1) in lexicon.place_words
    ):
        return True
    row = words.text[start:end]
    return any(
        w in lexicon.peoples
        or w.removesuffix("in") in lexicon.peoples
        or words.adjective_place(w)
        or words.adjective_place(w[:-1])
        for w in row
    )


def _is_quoted(words: Words, start: int, end: int) -> bool:
    """Is the row the whole of a quotation (a title of a work, the name of a plan)?"""
    return words[start - 1] in ("„", "“", '"', "»", "«", "‘") and words[end] in ("“", "”", '"', "«", "»", "’")


def _run(words: Words, index: int, taken: set[int]) -> int:
    """The end of the row of names that begins at ``index`` (particles inside), or 0."""
    particles = words.lexicon.particles
    end = position = index
    while position < min(len(words), index + _LONGEST) and position not in taken:
        if position > index and not words.joined(position - 1):
            break
        if _initial(words, position):
            position += 2
            continue
        if words.low(position) in particles and position > index:
            if end > index and words[position + 1] in words.unlisted.names:
                break  # "Berg von Ostravien"
            position += 1
            continue
        if position > end > index and _is_thing(words, position):
            break  # "Berg von der Hochschule"
        if not _can_name(words, position) or (end > index + 1 and _starts_anew(words, position)):
            break
        position += 1
        end = position
        if words[position - 1].endswith(("'s", "’s")):
            break
    return end if end > index else 0


def _is_thing(words: Words, index: int) -> bool:
    """Is the word behind a particle a noun, or a word for an organisation?"""
    lexicon = words.lexicon
    return lexicon.common_noun(words[index]) or words.low(index).endswith(lexicon.bodies)


def _starts_anew(words: Words, index: int) -> bool:
    """May a third name at ``index`` be a word of its own?"""
    lexicon = words.lexicon
    return lexicon.common_noun(words[index]) or _is_title(words, index)


def _initial(words: Words, index: int) -> bool:
    """A single capital with its full stop, and more of the name behind it."""
    word = words[index]
    if len(word.replace(".", "")) not in (1, 2) or not word.isupper():
        return False
    return words[index + 1] == "." and words.capital(index + 2) and words.joined(index + 1)


def _can_name(words: Words, index: int) -> bool:
    word = words[index]
    if word[:3] in ("al-", "el-", "bin", "as-", "an-", "ad-", "ar-", "at-", "az-") and word[3:4].isupper():
        return True
    if len(word) < 2 or not word[0].isupper() or not word[0].isalpha():
        return False
    return word not in words.lexicon.never and not any(c.isdigit() for c in word)


def _is_title(words: Words, index: int) -> bool:
    return words.lexicon.office(words[index]) is not None or words.low(index) in words.lexicon.honorifics
