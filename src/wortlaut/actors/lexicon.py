"""What a language knows of titles, names and groups, compiled once from its tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from wortlaut.actors.known import Known, common_words, countries
from wortlaut.actors.mention import Office
from wortlaut.languages import load

_ENDING = "(?P<ending>innen|in|ern|en|es|er|em|e|n|s|r|)$"


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, as sets and patterns."""

    language: str
    honorifics: frozenset[str]
    feminine: frozenset[str]
    masculine: tuple[str, ...]
    counterparts: frozenset[str]
    past: tuple[str, ...]
    political: tuple[str, ...]
    particles: frozenset[str]
    never: frozenset[str]
    noun_endings: tuple[str, ...]
    saying: frozenset[str]
    locative: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    possessives: frozenset[str]
    genitive: frozenset[str]
    not_adjectives: frozenset[str]
    roles: dict[str, str]
    places: dict[str, str]
    titles: re.Pattern[str]
    not_titles: frozenset[str]
    whole_titles: frozenset[str]
    common: frozenset[str]
    adjectives: dict[str, str]
    adjective_words: frozenset[str]
    verbs: frozenset[str]
    never_lower: frozenset[str]
    contracted: frozenset[str]
    common_surnames: frozenset[str]
    initials: frozenset[str]
    german_endings: tuple[str, ...]
    predicative: frozenset[str]
    peoples: frozenset[str]
    directions: frozenset[str]
    bodies: tuple[str, ...]
    place_heads: frozenset[str]
    place_words: frozenset[str]
    place_nouns: frozenset[str]

    def office(self, word: str) -> Office | None:
        """What ``word`` says as a noun of office or calling; None if it is none."""
        return _office(self.language, word)

    def adjective_place(self, word: str) -> str:
        """Code of the country an adjective belongs to ("russischen": RU), or an empty string."""
        return self.adjectives.get(stem(word.lower()) if self.language == "de" else word.lower(), "")

    def common_noun(self, word: str) -> bool:
        """Is this capitalised word a common noun (or one that never is part of a name)?"""
        if word in self.never:
            return True
        if self.language != "de":
            return word.lower() in self.common
        if word.endswith(("isch", "ischem", "ische", "ischen", "ischer", "isches")) and len(word) > 6:
            return True
        if word in self.common or (
            word[-1] in "sn" and (word[:-1] in self.common or word[:-2] in self.common)
        ):
            return True
        return len(word) > 5 and word.lower().removesuffix("en").removesuffix("s").endswith(self.noun_endings)


def stem(word: str) -> str:
    """A German adjective without its ending."""
    for ending in ("en", "er", "es", "em", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``language``: German, or English for any other."""
    code = language if language in ("de", "en") else "en"
    titles, names = load(code, "titles"), load(code, "names")
    words = titles["words"]
    heads = sorted({*words["endings"], *titles["roles"]}, key=len, reverse=True)
    lists = ("particles", "never", "saying", "locative", "determiners", "indefinite", "possessives")
    sets = {name: frozenset(names[name]) for name in lists}
    return Lexicon(
        language=code,
        honorifics=frozenset(words["honorifics"]),
        feminine=frozenset(words["feminine"]),
        masculine=tuple(words.get("masculine", ())),
        counterparts=frozenset(words["counterparts"]),
        past=tuple(words["past"]),
        political=tuple(words["political"]),
        noun_endings=tuple(names["noun_endings"]),
        genitive=frozenset(names["genitive_articles"]),
        not_adjectives=frozenset(names["not_adjectives"]),
        roles=titles["roles"],
        places={**titles["places"], **_named_places(code)},
        titles=re.compile(f"(?P<head>{'|'.join(map(re.escape, heads))}){_ENDING}"),
        not_titles=frozenset(words["not_titles"]),
        whole_titles=frozenset(words.get("whole_titles", ())),
        common=common_words(code),
        adjectives=_adjectives(code),
        adjective_words=frozenset(names.get("adjectives", ())),
        verbs=frozenset(names.get("verbs", ())) | sets["saying"],
        contracted=frozenset(names.get("contracted", ())),
        german_endings=tuple(names.get("german_endings", ())),
        bodies=tuple(load(code, "organisations")["endings"]),
        directions=frozenset(names.get("directions", ())),
        peoples=frozenset(name for country in countries(code).values() for name in country.people),
        predicative=frozenset(names["predicative"]),
        place_heads=frozenset(names["place_heads"]),
        place_words=frozenset(names["place_words"]),
        place_nouns=frozenset(names["place_nouns"]),
        initials=frozenset(names["initials"]),
        common_surnames=frozenset(names["common_surnames"]),
        never_lower=frozenset(word.lower() for word in sets["never"]),
        **sets,
    )


def _named_places(language: str) -> dict[str, str]:
    """What may stand before a hyphen in a title ("US-Präsident", "Ukraine-Beauftragter")."""
    found = {"eu": "EU", "nato": "NATO", "uno": "UN", "un": "UN", "us": "US", "vatikan": "VA"}
    for country in countries(language).values():
        found.update((name.lower(), country.code) for name in country.known.names if " " not in name)
    return found


def _adjectives(language: str) -> dict[str, str]:
    return {a.lower(): c.code for c in countries(language).values() for a in c.adjectives}


@lru_cache(maxsize=20_000)
def _office(language: str, word: str) -> Office | None:
    lexicon_ = lexicon(language)
    lower = word.lower()
    if lower in lexicon_.not_titles:
        return None
    match = lexicon_.titles.search(lower)
    if not match or (language != "de" and match.start() > 0 and lower[match.start() - 1] != "-"):
        return None
    head, ending = match["head"], match["ending"]
    if head in lexicon_.whole_titles and match.start() > 0 and lower[match.start() - 1] != "-":
        return None
    gender = "f" if ending in ("in", "innen") or head in lexicon_.feminine or head.endswith("frau") else ""
    if not gender and (head.endswith(lexicon_.masculine) if language != "de" else not head.endswith("e")):
        gender = "m"
    before = lower[: match.start()].rstrip("-")
    head = load(language, "titles").get("abbreviations", {}).get(head, head)
    place = lexicon_.places.get(before.rsplit("-", 1)[-1], "")
    role = lexicon_.roles.get(head, "")
    if not place:
        place = next(
            (code for key, code in lexicon_.places.items() if len(key) > 4 and head.startswith(key)), ""
        )
    if role and before and not place and not before.endswith(("ex", "staats", "presse", "chef", "haupt")):
        role = ""  # a "Parteipräsident" is no president of a country
    return Office(before + head, role, place, gender, past=before == "ex")


@cache
def governments(language: str) -> dict[str, Known]:
    """The government of each country by its code, an actor apart from the country."""
    metonyms = load(language, "metonyms")
    found = {}
    for code, country in countries(language).items():
        adjective = country.adjectives[0] if country.adjectives else ""
        name = metonyms["named"].get(code) or (
            metonyms["names"]["government"].format(adjective=adjective, name=country.known.name)
            if adjective
            else f"{country.known.name} ({metonyms['nouns']['government'][0]})"
        )
        wikidata = "Q48525" if code == "US" else None
        found[code] = Known(
            f"{country.code.lower()}-government", name, "organisation", wikidata, (), place=code
        )
    return found
