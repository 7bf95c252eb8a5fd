"""What somebody does by saying something: by the cue, and where that is neutral by the words themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import cast

from wortlaut.languages import Passage, tokens_in
from wortlaut.record import Act, Statement, trim
from wortlaut.statements.attribution.around import Around, low, sentence_of, told_of
from wortlaut.statements.attribution.mentions import Mentions
from wortlaut.statements.attribution.words import ActWords, Sign, act_words

_NEAR = 8  # tokens between a neutral cue and the noun that says what is done
_NAMED = 3  # tokens between "müsse" and the name of the party that has to
_INTRODUCED = frozenset({"accuse", "criticise", "praise", "warn", "demand", "threaten"})
_TERSE = 6  # tokens of a content in which "falsch" is a denial, not part of a story
_SOON = 8  # tokens between "wollte" and the "keine" that makes it a refusal
_MADE_IN_WORDS = frozenset({"request", "demand", "promise", "refuse", "deny", "ask"})


def with_cue(passage: Passage, statement: Statement, place: Around) -> Around:
    """``place`` with the verb as cue where the content is a sentence that tells of its speaker."""
    source = statement.source.span
    if place.cue or source is None or not any(start <= source[0] < end for start, end in statement.content):
        return place
    words, near = act_words(passage.language), tokens_in(passage, source)
    order = sorted(place.content, key=lambda i: min(abs(i - near.start), abs(i - near.stop + 1)))
    verbs = (i for i in order if i not in near and _verb(passage, place.content, words, i))
    verb = next(verbs, None)
    return place if verb is None else told_of(passage, place, verb)


def act(
    passage: Passage, statement: Statement, place: Around, mentions: Mentions, introduced: str | None
) -> Act:
    """The act of a statement; ``introduced`` is what the sentence before announces of it, if it does."""
    words = act_words(passage.language)
    if set(low(passage, place.cue)) & words.lists.get("citing", frozenset()):
        return "state"
    sign = _by_cue(passage, statement, place, words)
    if sign is None:
        made = introduced or _in_words(passage, statement, place, words, mentions)
        if made is not None:
            return cast(Act, made)
        sign = _by_neighbours(passage, place, words) or Sign("", "state")
    return cast(Act, _RULES.get(sign.act, _timed)(passage, place, words, sign))


def introduction(passage: Passage, statement: Statement, place: Around) -> tuple[str, Around] | None:
    """What the sentence before says is done: "erhob Vorwürfe gegen X. „…“, so Y" is an accusation."""
    words = act_words(passage.language)
    if not set(low(passage, place.cue)) & words.lists.get("resuming", frozenset()):
        return None
    before = sentence_of(passage, statement.content[0][0]) - 1
    if before < 0:
        return None
    sentence = passage.sentences[before]
    frame = tuple(range(sentence.first, sentence.last))
    for index in frame:
        sign = words.nouns.get(passage.word(index).lower())
        if sign and sign.act in _INTRODUCED:
            span = (sentence.start, sentence.end)
            return sign.act, Around((index,), frame, frame[index - frame[0] :], (), span, span)
    return None


def is_mutual(passage: Passage, statement: Statement) -> bool:
    """Does the cue say that its speakers agree with one another ("einigten sich")?"""
    words = act_words(passage.language)
    cue = low(passage, tokens_in(passage, statement.cue)) if statement.cue else []
    lemmas = {sign.lemma for word in cue for sign in words.verbs.get(word, ())}
    return bool(words.lists.get("mutual", frozenset()) & (lemmas | set(cue)))


def _by_cue(passage: Passage, statement: Statement, place: Around, words: ActWords) -> Sign | None:
    if not place.cue:
        return _planned(passage, place, words)
    particle = tuple(tokens_in(passage, statement.particle)) if statement.particle else ()
    prefix = low(passage, (*place.cue, *particle))
    for index in reversed((*particle, *place.cue)):
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
    """Prefixes of ``wanted`` that end a clause of ``frame``: elsewhere "zu" and "auf" are prepositions.

    In English the particle stands right behind its verb ("call for").
    """
    if passage.language != "de":
        yield from wanted & set(low(passage, range(index + 1, min(index + 2, len(passage.tokens)))))
        return
    known = frozenset(frame)
    for i in frame:
        if passage.word(i).lower() in wanted:
            ends = i + 1 not in known or not passage.word(i + 1)[0].isalnum()
            behind = i > index and (ends or passage.word(i + 1).lower() in ("zu", "und"))
            if behind or i == index - 1:
                yield passage.word(i).lower()


def _planned(passage: Passage, place: Around, words: ActWords) -> Sign | None:
    """Plans: "Der Rat will …", "Die Brücke soll …", not hearsay: "soll … gewesen sein"."""
    said = low(passage, place.content)
    if said[:1] and said[0] in words.lists.get("pronouns", frozenset()) and len(said) > 1:
        own = _verb(passage, place.content, words, place.content[1])
        if own is not None:
            return own
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
    joining = words.lists.get("joining", frozenset())
    for index in place.clause:
        sign = words.nouns.get(passage.word(index).lower())
        if sign is None or min(abs(index - c) for c in place.cue) > _NEAR:
            continue
        between = range(min(index, place.cue[-1]), max(index, place.cue[0]))
        before = range(max(place.clause[0], index - 3), index)
        if not barred & set(low(passage, before)) and not joining & set(low(passage, between)):
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
    if sign.lemma in words.lists.get("considering", ()) and said and said[0].endswith("ing"):
        return "intend"
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
    if said & (words.lists.get("claims", frozenset()) | words.lists.get("untrue", frozenset())):
        return "deny"
    if sign.lemma in ("aus|schließen", "rule out") and said & words.lists.get("facts", frozenset()):
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
    passage: Passage, statement: Statement, place: Around, words: ActWords, mentions: Mentions
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
    if set(low(passage, place.cue)) & words.lists.get("according", frozenset()):
        planned = _planned(passage, place, words)
        return planned.act if planned else None
    return _first_person(passage, place, words) or _calls_on(passage, statement, place, words, mentions)


def _calls_untrue(said: list[str], words: ActWords) -> bool:
    if len(said) <= _TERSE and words.lists.get("untrue", frozenset()) & set(said):
        return True
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


def _calls_on(
    passage: Passage, statement: Statement, place: Around, words: ActWords, mentions: Mentions
) -> str | None:
    """Obligations: "Nordland müsse …" is a demand if it calls on a party that is named."""
    obligations = words.lists.get("obligations", frozenset())
    named = [i for span in statement.content for mention in mentions.within(span) for i in mention.tokens]
    for index in place.content:
        if passage.word(index).lower() in obligations:
            return "demand" if any(abs(i - index) <= _NAMED for i in named) else None
    return None
