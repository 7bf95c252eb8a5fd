"""Find the expressions of time of a text and read each against its setting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any

from wortlaut.languages import Passage, load
from wortlaut.record import Span, Time
from wortlaut.times import clock, dates, lengths, relative
from wortlaut.times.grammar import Match, matches
from wortlaut.times.pieces import Piece, pieces
from wortlaut.times.rows import with_lists
from wortlaut.times.setting import Found, Reading, Setting, day_of, tense

Maker = Callable[[Found, dict[str, Any], Setting], Reading | None]

_MAKERS: dict[str, Maker] = {
    "before": relative.before,
    "calendar_date": dates.calendar_date,
    "century": dates.century,
    "clock": clock.clock,
    "day_word": relative.day_word,
    "daytime": clock.daytime,
    "decade": dates.decade,
    "duration": lengths.duration,
    "every": lengths.every,
    "feast": dates.feast,
    "fixed": relative.fixed,
    "given_duration": lengths.given,
    "lasting": lengths.lasting,
    "later": relative.later,
    "month_of_year": dates.month_of_year,
    "next_day": relative.next_day,
    "part_of_year": dates.part_of_year,
    "season": dates.season,
    "some": relative.some,
    "some_length": lengths.some,
    "unit": relative.unit,
    "weekday": dates.weekday,
    "weekend": dates.weekend,
    "year": dates.year,
    "year_word": relative.year_word,
}
_OF_THE_DAY = frozenset({"clock", "daytime"})


def find(passage: Passage, published: str | None) -> tuple[Time, ...]:
    """Expressions of time in the order of the text."""
    row = pieces(passage.text, passage.language)
    found = with_lists(row, matches(row, passage.language), passage.language)
    tenses = _tenses(passage, row, found)
    start = Setting(published=day_of(published))
    readings = _dates(found, tenses, start)
    days = [(row[m.first].start, day) for m, r in readings if (day := day_of(r[1]))]
    for match, moment in zip(found, tenses, strict=True):
        if match.make in _OF_THE_DAY:
            position = row[match.first].start
            told = _day_around(days, position, _sentence(passage, position))
            reading = _MAKERS[match.make](match.found, match.given, start._replace(told=told, tense=moment))
            readings += [(match, reading)] if reading else []
    return tuple(
        Time(span=_span(row, match, kind, passage.language), type=kind, value=value)  # type: ignore[arg-type]
        for match, (kind, value) in sorted(readings, key=lambda pair: pair[0].first)
    )


def _dates(found: Sequence[Match], tenses: Sequence[int], setting: Setting) -> list[tuple[Match, Reading]]:
    """All but times of day, each read with the day and the year that the text named last."""
    readings: list[tuple[Match, Reading]] = []
    for match, moment in zip(found, tenses, strict=True):
        if match.make in _OF_THE_DAY:
            continue
        reading = _MAKERS[match.make](match.found, match.given, setting._replace(tense=moment))
        if reading is None:
            continue
        readings.append((match, reading))
        if reading[0] in ("DATE", "TIME"):
            setting = setting._replace(
                told=day_of(reading[1]) or setting.told,
                year=int(reading[1][:4]) if reading[1][:4].isdigit() else setting.year,
            )
    return readings


def _day_around(days: Sequence[tuple[int, date]], start: int, sentence: Span) -> date | None:
    position = bisect_right(days, start, key=lambda pair: pair[0])
    before = days[position - 1] if position else None
    after = days[position] if position < len(days) else None
    if before and before[0] >= sentence[0]:
        return before[1]
    if after and after[0] < sentence[1]:
        return after[1]
    return before[1] if before else None


def _tenses(passage: Passage, row: Sequence[Piece], found: Sequence[Match]) -> list[int]:
    return [
        tense(row, m.first, m.last, _sentence(passage, row[m.first].start), passage.language) for m in found
    ]


def _sentence(passage: Passage, start: int) -> Span:
    index = bisect_right(passage.sentences, start, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return 0, len(passage.text)
    return passage.sentences[index].start, passage.sentences[index].end


def _span(row: Sequence[Piece], match: Match, kind: str, language: str) -> Span:
    """The span of the expression with the words before it that make it finer: "Anfang", "rund"."""
    first, tag = match.first, "PART" if kind == "DATE" else "HEDGE"
    while first > 0 and tag in row[first - 1].tags:
        first -= 1
    if kind == "DATE" and first > 1 and row[first - 1].lower in _articles(language):
        first -= 2 * bool({"PART", "PARTOF"} & row[first - 2].tags.keys())
    return row[first].start, row[match.last - 1].end


@cache
def _articles(language: str) -> frozenset[str]:
    return frozenset(load(language, "times").get("extend", {}).get("articles", ()))
