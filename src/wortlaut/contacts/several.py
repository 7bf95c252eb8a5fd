"""Words for several who were named before: "die beiden", "die drei Präsidenten", "sie", "the pair"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.contacts.lexicon import Lexicon
from wortlaut.contacts.reader import Mention
from wortlaut.languages import Passage, Sentence

_BACK = 40  # mentions looked back at
_MOST = 5  # participants that such words stand for at most


@dataclass(frozen=True, slots=True)
class Before:
    """What was told before a sentence: who took part in the contact spoken of last, and all mentions."""

    last: tuple[str, ...]
    mentions: Sequence[Mention]


def several(passage: Passage, sentence: Sentence, lexicon: Lexicon, before: Before) -> list[Mention]:
    """The mentions of several in a sentence, each of all those for whom it stands."""
    found: list[Mention] = []
    index = sentence.first
    while index < sentence.last:
        read = _phrase(passage, sentence, lexicon, index)
        if read is None:
            index += 1
            continue
        end, number, states = read
        actors = _meant(sentence, before, index, number, states)
        if actors:
            found.append(Mention(index, end, actors, person=not states))
        index = end
    return found


def _phrase(
    passage: Passage, sentence: Sentence, lexicon: Lexicon, index: int
) -> tuple[int, int | None, bool] | None:
    """End of the phrase at ``index``, the number it gives, and whether states are meant; else None."""

    def low(place: int) -> str:
        return passage.word(place).lower() if sentence.first <= place < sentence.last else ""

    words = lexicon.words
    if low(index) in words["they"]:
        return (index + 1, None, False) if _plural(passage, sentence, lexicon, index) else None
    article = low(index) in words["several_articles"]
    end = index + article
    number = lexicon.numbers.get(low(end))
    both = low(end) in words["both"]
    if not article and not both:
        return None if number is None else _ahead(passage, sentence, lexicon, index, number)
    end += number is not None
    noun = end
    while (
        noun < end + 2 and low(noun) and not _plural_noun(passage, lexicon, noun) and _between(passage, noun)
    ):
        noun += 1
    counted = number is not None or not lexicon.german or low(index) in words["plural_articles"]
    states = low(noun).endswith(lexicon.states)
    if states and low(noun + 1) == "," and passage.word(noun + 2)[:1].isupper() and noun + 2 < sentence.last:
        return None  # "die Außenminister beider Länder, A und B": who they are follows
    named = lexicon.german and noun + 1 < sentence.last and passage.word(noun + 1)[:1].isupper()
    loose = named or (number is None and (states or noun > end or low(noun + 1) in words["genitive"]))
    if counted and not loose and low(noun) and _plural_noun(passage, lexicon, noun):
        return noun + 1, number, states
    if number is None or low(end - 1) not in words["alone"]:
        return None
    if lexicon.german:
        ahead = end + (passage.word(end)[:1].islower() and _between(passage, end))
        nominal = passage.word(ahead)[:1].isupper() and ahead < sentence.last
    else:
        nominal = passage.word(end).isalpha() and low(end) not in words["after_several"]
    return None if nominal else (end, number, False)


def _ahead(
    passage: Passage, sentence: Sentence, lexicon: Lexicon, index: int, number: int
) -> tuple[int, int | None, bool] | None:
    """As in "drei Minister haben sich getroffen: A, B und C": who they are follows."""
    noun = index + 1
    if number < 3 or noun >= sentence.last or not _plural_noun(passage, lexicon, noun):
        return None
    marks = {passage.word(i) for i in range(noun, sentence.last)}
    return (noun + 1, number, False) if ":" in marks else None


def _between(passage: Passage, index: int) -> bool:
    word = passage.word(index)
    return word.isalpha() and word[0].islower() and len(word) > 4 and word.endswith(("e", "en", "er"))


def _plural_noun(passage: Passage, lexicon: Lexicon, index: int) -> bool:
    word = passage.word(index)
    if lexicon.german and not word[:1].isupper():
        return False
    if "-" in word:
        return False  # "die EU-Minister" are whoever they are, not those named before
    before = passage.word(index - 1).lower() if index else ""
    plain = before in ("die", "diese") or before in lexicon.numbers
    return word.lower().endswith(lexicon.parties) or (plain and word.lower().endswith(lexicon.plain))


def _plural(passage: Passage, sentence: Sentence, lexicon: Lexicon, index: int) -> bool:
    """German "sie" is several beside a verb in the plural; English "they" always."""
    if not lexicon.german:
        return True
    near = [passage.word(i) for i in (index - 1, index + 1) if sentence.first <= i < sentence.last]
    return any(w in lexicon.words["plural_verbs"] or (w[:1].islower() and w.endswith("ten")) for w in near)


def _meant(
    sentence: Sentence,
    before: Before,
    index: int,
    number: int | None,
    states: bool,
) -> tuple[str, ...]:
    """For whom the words stand: the last who spoke or met, else the last who were named."""
    here = _in_sentence(sentence, before, index, number, states)
    if here:
        return here
    named_states = {m.actors[0] for m in before.mentions if len(m.actors) == 1 and not m.titled}
    fits = not states or set(before.last) <= named_states
    if len(before.last) > 1 and number in (None, len(before.last)) and fits:
        return before.last
    here_named = {m.actors[0] for m in before.mentions if sentence.first <= m.first < index}
    others = tuple(a for a in before.last if a not in here_named)
    if number is not None and len(others) == number and fits:
        return others
    if number is None:
        return ()
    wanted = number or 2
    named = _named_after(sentence, before, index, wanted, states)
    if named:
        return named
    found: list[str] = []
    earlier = [m for m in before.mentions if m.first < index][-_BACK:]
    for mention in reversed(earlier):
        if mention.actors[0] in here_named and number is not None:
            continue
        if len(mention.actors) == 1 and mention.person != states and mention.actors[0] not in found:
            if states and mention.titled:
                continue
            found.append(mention.actors[0])
        if len(found) == wanted:
            return tuple(reversed(found))
    return ()


def _named_after(
    sentence: Sentence, before: Before, index: int, wanted: int, states: bool
) -> tuple[str, ...]:
    """As in "drei Minister haben sich getroffen: A, B und C"."""
    later = [m for m in before.mentions if index < m.first < sentence.last]
    names = tuple(dict.fromkeys(m.actors[0] for m in later if len(m.actors) == 1 and m.person != states))
    return names if len(names) == wanted > 2 else ()


def _in_sentence(
    sentence: Sentence, before: Before, index: int, number: int | None, states: bool
) -> tuple[str, ...]:
    """As in "A sprach mit B; beide schwiegen": those just named in the sentence."""
    named = [
        m.actors[0] for m in before.mentions
        if sentence.first <= m.first < index and len(m.actors) == 1 and m.person != states
    ]  # fmt: skip
    distinct = tuple(dict.fromkeys(named))
    return distinct if number is not None and len(distinct) == number else ()
