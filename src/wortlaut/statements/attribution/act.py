"""What somebody does by saying something: by the cue, and where that is neutral by the words themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import cast

from wortlaut.languages import Passage
from wortlaut.record import Act, Span, Statement, trim
from wortlaut.statements.attribution.around import Around, low, tokens_in
from wortlaut.statements.attribution.words import ActWords, Sign, act_words

_NEAR = 8  # tokens between a neutral cue and the noun that says what is done
_SOON = 8  # tokens between "wollte" and the "keine" that makes it a refusal
_MADE_IN_WORDS = frozenset({"request", "demand", "promise", "refuse", "deny", "ask"})


def act(passage: Passage, statement: Statement, place: Around, parties: tuple[Span, ...]) -> Act:
    """The act of a statement; ``parties`` are the mentions of all actors of the report."""
    words = act_words(passage.language)
    sign = _by_cue(passage, statement, place, words)
    if sign is None:
        made = _in_words(passage, statement, place, words, parties)
        if made is not None:
            return cast(Act, made)
        sign = _by_neighbours(passage, place, words) or Sign("", "state")
    return cast(Act, _RULES.get(sign.act, _timed)(passage, place, words, sign))


def _by_cue(passage: Passage, statement: Statement, place: Around, words: ActWords) -> Sign | None:
    if not place.cue:
        return _own_verb(passage, statement, place, words)
    prefix = low(passage, tokens_in(passage, statement.particle)) if statement.particle else []
    for index in reversed(place.cue):
        word = passage.word(index).lower()
        sign = _verb(passage, place.frame, words, index, prefix) or words.nouns.get(word)
        if sign is not None:
            return sign
    return None


def _by_neighbours(passage: Passage, place: Around, words: ActWords) -> Sign | None:
    if not place.cue:
        return None
    return _beside(passage, place, words) or _noun_near(passage, place, words)


def _verb(
    passage: Passage, frame: Sequence[int], words: ActWords, index: int, prefix: Sequence[str] = ()
) -> Sign | None:
    """The act of the verb at ``index``; with its separate prefix in the clause before one without."""
    signs = words.verbs.get(passage.word(index).lower(), ())
    wanted = frozenset(sign.prefix for sign in signs if sign.prefix)
    present = {*prefix, *(_parted(passage, frame, index, wanted) if wanted else ())}
    parted = [sign for sign in signs if sign.prefix and sign.prefix in present]
    whole = [sign for sign in signs if not sign.prefix]
    return next(iter(parted + whole), None)


def _parted(passage: Passage, frame: Sequence[int], index: int, wanted: frozenset[str]) -> Iterator[str]:
    """Prefixes of ``wanted`` that end a clause of ``frame``: elsewhere "zu" and "auf" are prepositions."""
    known = frozenset(frame)
    for i in frame:
        if passage.word(i).lower() in wanted:
            ends = i + 1 not in known or not passage.word(i + 1)[0].isalnum()
            behind = i > index and (ends or passage.word(i + 1).lower() in ("zu", "und"))
            if behind or i == index - 1:
                yield passage.word(i).lower()


def _own_verb(passage: Passage, statement: Statement, place: Around, words: ActWords) -> Sign | None:
    """Without a cue: the verb of the sentence that tells of its speaker, else what is planned."""
    source = statement.source.span
    if source is not None and any(start <= source[0] < end for start, end in statement.content):
        near = tokens_in(passage, source)
        order = sorted(place.content, key=lambda i: min(abs(i - near.start), abs(i - near.stop + 1)))
        signs = (_verb(passage, place.content, words, i) for i in order if i not in near)
        return next((sign for sign in signs if sign), None)
    return _planned(passage, place, words)


def _planned(passage: Passage, place: Around, words: ActWords) -> Sign | None:
    """Plans: "Der Rat will …", "Die Brücke soll …", not hearsay: "soll … gewesen sein"."""
    said = low(passage, place.content)
    planning = words.lists.get("intentions", frozenset()) & set(said[:12])
    hearsay = set(said[-3:]) & words.lists.get("hearsay", frozenset())
    return Sign("", "intend") if planning and not hearsay else None


def _beside(passage: Passage, place: Around, words: ActWords) -> Sign | None:
    """An adjective that goes with a neutral verb: "zeigte sich zuversichtlich"."""
    for index in place.clause:
        if (found := words.beside.get(passage.word(index).lower())) is not None:
            return Sign(passage.word(index), found)
    return None


def _noun_near(passage: Passage, place: Around, words: ActWords) -> Sign | None:
    """A noun that a neutral verb carries: "erhob Vorwürfe", not "sagte auf die Frage"."""
    barred = words.lists.get("not_after", frozenset())
    for index in place.clause:
        word = passage.word(index)
        sign = words.nouns.get(word.lower()) if min(abs(index - c) for c in place.cue) <= _NEAR else None
        if sign and not barred & set(low(passage, range(max(place.clause[0], index - 3), index))):
            return sign
    return None


def _timed(passage: Passage, place: Around, words: ActWords, sign: Sign) -> str:
    """Opinions about the future are expectations; an act still to come is an intention."""
    said = low(passage, place.content[:60])
    content = set(said)
    if sign.lemma in words.lists.get("willing", ()) and _negated(said, words):
        return "refuse"
    if sign.act == "believe" and sign.lemma in words.lists.get("opinions", ()):
        return "expect" if content & words.lists.get("future", frozenset()) else "believe"
    to_come = set(low(passage, place.clause)) & words.lists.get("still_to_come", frozenset())
    if sign.mood == "inf" and to_come and sign.act not in ("expect", "believe"):
        return "intend"
    return sign.act


def _negated(said: list[str], words: ActWords) -> bool:
    """Is what somebody wants a "nicht" or "keine"?"""
    willing = words.lists.get("willing_forms", frozenset())
    start = next((i for i, word in enumerate(said) if word in willing), 0)
    return bool(set(said[start : start + _SOON]) & words.lists.get("negations", frozenset()))


def _judged(passage: Passage, place: Around, words: ActWords, sign: Sign) -> str:
    """Calling somebody something ("bezeichnen als", "call"): by the judgement it makes."""
    said = low(passage, (*place.content, *place.clause))
    for name, found in (("untrue", "deny"), ("bad", "criticise"), ("good", "praise")):
        listed = words.lists.get(name, frozenset())
        if any(word in listed or _base(word) in listed for word in said):
            return found
    return "state"


def _base(word: str) -> str:
    """A German adjective without its ending."""
    return next((word[: -len(e)] for e in ("en", "em", "er", "es", "e", "s") if word.endswith(e)), word)


def _refused(passage: Passage, place: Around, words: ActWords, sign: Sign) -> str:
    """Who rejects a claim denies it; who rules out a fact states; who rejects a demand refuses."""
    said = set(low(passage, (*place.content, *place.clause)))
    if said & words.lists.get("claims", frozenset()):
        return "deny"
    if sign.lemma in ("aus|schließen", "rule") and said & words.lists.get("facts", frozenset()):
        return "state"
    return "refuse"


def _demanded(passage: Passage, place: Around, words: ActWords, sign: Sign) -> str:
    """Who insists that something is so states; who insists on what is to be demands."""
    insisting = sign.lemma in words.lists.get("insisting", frozenset())
    if insisting and not set(low(passage, place.content)) & words.lists.get("wanting", frozenset()):
        return "state" if len(place.content) > 6 else "demand"
    return _timed(passage, place, words, sign)


_RULES: dict[str, Callable[[Passage, Around, ActWords, Sign], str]] = {
    "judge": _judged,
    "refuse": _refused,
    "demand": _demanded,
}


def _in_words(
    passage: Passage, statement: Statement, place: Around, words: ActWords, parties: tuple[Span, ...]
) -> str | None:
    """What the words of a neutral cue ask, promise, refuse or deny themselves."""
    if not place.content:
        return None
    last = trim(passage.text, statement.content[-1])
    said = low(passage, place.content)
    marks = [word for word in said if word in (".", "!", "?")]
    if last and statement.form == "direct" and (passage.text[last[1] - 1] == "?" or marks[:1] == ["?"]):
        return "ask"
    if _calls_untrue(said, words):
        return "deny"
    return _first_person(passage, place, words) or _calls_on(passage, place, words, parties)


def _calls_untrue(said: list[str], words: ActWords) -> bool:
    text = " ".join(said[:60])
    return any(f" {phrase} " in f" {text} " for phrase in words.phrases)


def _first_person(passage: Passage, place: Around, words: ActWords) -> str | None:
    """What the speaker says he does: "Wir bitten darum", "I promise"."""
    said = low(passage, place.content)
    for position, word in enumerate(said):
        if word in words.lists.get("first_person", frozenset()):
            for near in said[max(0, position - 1) : position + 2]:
                signs = words.verbs.get(near, ())
                if signs and signs[0].act in _MADE_IN_WORDS and not any(sign.prefix for sign in signs):
                    return signs[0].act
    return None


def _calls_on(passage: Passage, place: Around, words: ActWords, parties: tuple[Span, ...]) -> str | None:
    """Obligations: "Nordland müsse …" is a demand if it calls on a party that is named."""
    obligations = words.lists.get("obligations", frozenset())
    named = [i for span in parties for i in tokens_in(passage, span)]
    within = frozenset(place.content)
    for index in place.content:
        if passage.word(index).lower() in obligations:
            return "demand" if any(i in within and abs(i - index) <= 3 for i in named) else None
    return None
