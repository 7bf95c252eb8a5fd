"""What somebody does by saying something: by the cue, and where that is neutral by the words themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from wortlaut.languages import Passage
from wortlaut.record import Act, Span, Statement, trim
from wortlaut.statements.attribution.around import Around, low, tokens_in
from wortlaut.statements.attribution.words import ActWords, Sign, act_words

_NEAR = 8  # tokens between a neutral cue and the noun that says what is done
_MADE_IN_WORDS = frozenset({"request", "demand", "promise", "refuse", "deny", "ask"})


def act(passage: Passage, statement: Statement, place: Around, parties: tuple[Span, ...]) -> Act:
    """The act of a statement; ``parties`` are the mentions of all actors of the report."""
    words = act_words(passage.language)
    sign = _sign(passage, statement, place, words)
    if sign is not None:
        if (rule := _RULES.get(sign.act)) is not None:
            return cast(Act, rule(passage, place, words, sign))
        return cast(Act, _timed(passage, place, words, sign))
    return cast(Act, _in_words(passage, statement, place, words, parties) or "state")


def _sign(passage: Passage, statement: Statement, place: Around, words: ActWords) -> Sign | None:
    if not place.cue:
        return _own_verb(passage, statement, place, words)
    for index in reversed(place.cue):
        sign = _verb(passage, statement, place, words, index) or words.nouns.get(passage.word(index).lower())
        if sign is not None:
            return sign
    return _beside(passage, place, words) or _noun_near(passage, place, words)


def _verb(passage: Passage, statement: Statement, place: Around, words: ActWords, index: int) -> Sign | None:
    """The act of the verb at ``index``; with its separate prefix in the clause before one without."""
    signs = words.verbs.get(passage.word(index).lower(), ())
    following = set(low(passage, tuple(i for i in place.frame if i > index)))
    if statement.particle:
        following |= set(low(passage, tokens_in(passage, statement.particle)))
    parted = [sign for sign in signs if sign.prefix and sign.prefix in following]
    whole = [sign for sign in signs if not sign.prefix]
    return next(iter(parted + whole), None)


def _own_verb(passage: Passage, statement: Statement, place: Around, words: ActWords) -> Sign | None:
    """Without a cue: the verb of the sentence if it is told of the speaker named in it, not by him."""
    source = statement.source.span
    if source is None or not any(start <= source[0] < end for start, end in statement.content):
        intends = words.lists.get("intentions", frozenset()) & set(low(passage, place.content[:4]))
        return Sign("", "intend") if intends else None
    near = tokens_in(passage, source)
    order = sorted(place.content, key=lambda i: min(abs(i - near.start), abs(i - near.stop + 1)))
    inner = Around((), place.content, place.content, place.content, place.sentence)
    for index in order:
        if index not in near and (sign := _verb(passage, statement, inner, words, index)):
            return sign
    return None


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
    content = set(low(passage, place.content[:60]))
    if sign.act == "believe" and sign.lemma in words.lists.get("opinions", ()):
        return "expect" if content & words.lists.get("future", frozenset()) else "believe"
    to_come = set(low(passage, place.clause)) & words.lists.get("still_to_come", frozenset())
    if sign.mood == "inf" and to_come and sign.act not in ("expect", "believe"):
        return "intend"
    return sign.act


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
    if last and passage.text[last[1] - 1] == "?" and statement.form == "direct":
        return "ask"
    said = low(passage, place.content)
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
                for sign in words.verbs.get(near, ()):
                    if sign.act in _MADE_IN_WORDS and not sign.prefix:
                        return sign.act
    return None


def _calls_on(passage: Passage, place: Around, words: ActWords, parties: tuple[Span, ...]) -> str | None:
    """Obligations: "Nordland müsse …" is a demand if it calls on a party that is named."""
    obligations = words.lists.get("obligations", frozenset())
    named = [i for span in parties for i in tokens_in(passage, span)]
    within = frozenset(place.content)
    for index in place.content:
        if passage.word(index).lower() in obligations:
            return "demand" if any(i in within and abs(i - index) <= 5 for i in named) else None
    return None
