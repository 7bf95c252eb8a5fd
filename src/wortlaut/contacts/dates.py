"""When a contact was or will be: the day its clause gives, on the side of publication of its status."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wortlaut.contacts.cues import Cue
from wortlaut.contacts.scene import Scene
from wortlaut.record import Time
from wortlaut.record.types import Status

_DAY = re.compile(r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|W\d{2}))?")
_WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_CLOCK = re.compile(r"\s*\d{1,2}[.:]\d{2}(?: Uhr|\s?[ap]\.?m\.?)?[\s:–-]")
_TO_COME = frozenset({"planned", "cancelled"})


def when_of(
    scene: Scene, cue: Cue, status: Status, published: str, party: tuple[str, ...] = ()
) -> str | None:
    """The day of the nearest expression of time in the clause."""
    start = scene.passage.tokens[cue.index].start
    clause = {scene.passage.tokens[i].start for i in scene.clause(cue.index)}
    dated = _dated(scene, [t for t in scene.times if t.span[0] in clause], published)
    if not dated and scene.word(min(scene.clause(cue.index))).lower() in scene.lexicon.words["where"]:
        main = {scene.passage.tokens[i].start for i, number in scene.clause_of.items() if number == 0}
        dated = _dated(scene, [t for t in scene.times if t.span[0] in main], published)
    if cue.frame == "noun" and scene.lexicon.says(
        (w.lower() for w in scene.clause_words(cue.index)), "postponed"
    ):
        dated = _put_off(scene, dated) or (
            _dated(scene, list(scene.later[:1]), published) if scene.goes_on else []
        )
    if not dated and status == "held":
        dated = _led_up_to(scene, cue, published)
    if not dated and status == "held":
        dated = _of_the_next(scene, party, published)
    if not dated:
        line = scene.passage.text[scene.sentence.start : scene.sentence.start + 12]
        return published if status == "held" and published and _CLOCK.match(line) else None
    time, day = min(dated, key=lambda pair: abs(pair[0].span[0] - start))
    worded = scene.passage.text[slice(*time.span)]
    return _on_side(scene, worded, day, status, published)


def _dated(scene: Scene, times: list[Time], published: str) -> list[tuple[Time, str]]:
    """Those that give a day, week or month, or a year by its number; none inside a name ("Global 2000")."""
    named = {i for g in scene.groups for i in range(g.first, g.last)}
    starts = {scene.passage.tokens[i].start for i in named}
    found = [(time, day) for time in times if time.span[0] not in starts and (day := _day(time, published))]
    if any(time.value != "PRESENT_REF" for time, _ in found):
        found = [(time, day) for time, day in found if time.value != "PRESENT_REF"]
    text = scene.passage.text
    return [(t, day) for t, day in found if len(day) > 4 or any(c.isdigit() for c in text[slice(*t.span)])]


def _led_up_to(scene: Scene, cue: Cue, published: str) -> list[tuple[Time, str]]:
    """The day before a colon in the same sentence, or, behind "anschließend", of the sentence before."""
    words = {scene.word(i).lower() for i in range(cue.index - 4, cue.index + 4)}
    if not words.isdisjoint(scene.lexicon.words["then"]):
        dated = _dated(scene, list(scene.earlier), published)
        return dated if len(dated) == 1 else []
    colon = next((i for i in range(scene.sentence.first, cue.index) if scene.word(i) == ":"), None)
    if colon is None:
        return []
    end = scene.passage.tokens[colon].start
    dated = _dated(scene, [t for t in scene.times if t.span[0] < end], published)
    return dated if len(dated) == 1 else []


def _of_the_next(scene: Scene, party: tuple[str, ...], published: str) -> list[tuple[Time, str]]:
    """The only day of the next sentence, where it goes on about the very same people and nobody says it."""
    if not scene.goes_on or len(party) < 2 or not set(party) <= scene.goes_on:
        return []
    dated = _dated(scene, list(scene.later), published)
    return dated if len(dated) == 1 else []


def _put_off(scene: Scene, dated: list[tuple[Time, str]]) -> list[tuple[Time, str]]:
    """The day to which a contact is put off, not the one for which it was meant: "auf Freitag verschoben"."""
    text = scene.passage.text
    onto = scene.lexicon.words["onto"]
    return [
        (time, day) for time, day in dated
        if onto.intersection(text[max(time.span[0] - 14, 0) : time.span[0]].lower().split())
    ]  # fmt: skip


def _day(time: Time, published: str) -> str | None:
    if time.type not in ("DATE", "TIME"):
        return None
    if time.value == "PRESENT_REF":
        return published or None
    match = _DAY.match(time.value)
    return match.group() if match else None


def _on_side(scene: Scene, worded: str, day: str, status: Status, published: str) -> str:
    """A weekday or month without a year is before publication of what was, after it of what is to come."""
    if not _WHOLE.fullmatch(published) or any(c.isdigit() for c in worded):
        return day
    ahead = status in _TO_COME
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", worded)}
    weekday = any(word.startswith(scene.lexicon.weekdays) for word in words)
    if _WHOLE.fullmatch(day) and weekday:
        here = date.fromisoformat(published)
        try:
            meant = date.fromisoformat(day)
        except ValueError:
            return day
        if ahead and timedelta(0) < here - meant <= timedelta(7):
            return (meant + timedelta(7)).isoformat()
        if not ahead and timedelta(0) < meant - here <= timedelta(7):
            return (meant - timedelta(7)).isoformat()
    if _MONTH.fullmatch(day) and not words & scene.lexicon.words["next_year"]:
        now, year = published[:7], int(published[:4])
        if ahead and day < now and int(day[:4]) == year:
            return f"{year + 1}{day[4:]}"
        if not ahead and day > now and int(day[:4]) - year < 2:
            return f"{int(day[:4]) - 1}{day[4:]}"
    return day
