"""The red døgn of § 10-10 and the night of § 10-11: what of a shift lies in them.

From 18:00 the day before a Sunday or red day to 22:00 the day before the next working day; red days in a row
make one run, cut at 22:00 into single døgn. On jul-, påske- and pinseaften from 15:00; on the eve of a 1 or 17
May that is nothing else besides, from 22:00 by setting (D15). A grunnturnus knows Sundays only (D25).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from roster.domain.clock import Clock
from roster.domain.days import is_sunday_or_red, red_dates
from roster.domain.frame import Frame
from roster.domain.shift import Shift
from roster.domain.spans import DAY, Span
from roster.rules import numbers
from roster.rules.terms import Ground, plain_night, terms

_MARGIN = timedelta(days=8)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RedDay:
    """A single red døgn: the stretch of it, and the Sunday or red day it belongs to."""

    span: Span
    day: date

    @property
    def is_sunday(self) -> bool:
        return self.day.weekday() == 6


def red_days(frame: Frame) -> tuple[RedDay, ...]:
    """The red døgn of the plan, of a week and a day on either side, and of the time history knows; in order."""
    first = frame.first_day
    for past in frame.past.values():
        first = min(first, past[0].start.date())
    last = frame.first_day + timedelta(days=7 * frame.weeks)
    return _between(first - _MARGIN, last + _MARGIN, frame.cyclic, frame.clock, frame.brief.settings.eve_of_may_from)


@lru_cache(maxsize=16)
def _between(first: date, last: date, cyclic: bool, clock: Clock, eve_of_may: int) -> tuple[RedDay, ...]:
    found: list[RedDay] = []
    day = first
    while _red(day, cyclic):
        day -= _DAY
    ends = numbers.SUNDAY_TO.on(first)
    while day <= last:
        if _red(day, cyclic):
            before = _red(day - _DAY, cyclic)
            opens = ends if before else (numbers.SUNDAY_FROM.on(day) if cyclic else _opens(day, eve_of_may))
            span = Span(clock.minute(clock.at(day - _DAY, opens)), clock.minute(clock.at(day, ends)))
            found.append(RedDay(span, day))
        day += _DAY
    return tuple(found)


def _red(day: date, cyclic: bool) -> bool:
    return day.weekday() == 6 or (not cyclic and is_sunday_or_red(day))


def _opens(first: date, eve_of_may: int) -> int:
    """When work must stop on the eve of a run of red days, in minutes past midnight."""
    eve = first - _DAY
    easter = easter_day(first.year)
    if (eve.month, eve.day) == (12, 24) or eve in (easter - _DAY, easter + timedelta(days=48)):
        return numbers.EVE_FROM.on(eve)
    if rests_on_may_alone(first):
        return eve_of_may
    return numbers.SUNDAY_FROM.on(eve)


def rests_on_may_alone(day: date) -> bool:
    """1 or 17 May when it is no Sunday and no other red day: its eve is an ordinary working day (law of 1947 § 2)."""
    if day.month != 5 or day.day not in (1, 17) or day.weekday() == 6:
        return False
    return (day - easter_day(day.year)).days not in (39, 50)


@lru_cache(maxsize=64)
def easter_day(year: int) -> date:
    """The Sunday with red days three and two before it and one after."""
    red = red_dates(year)
    return next(
        day - _DAY
        for day in sorted(red)
        if day.weekday() == 0 and {day - 3 * _DAY, day - 4 * _DAY} <= red and day.month in (3, 4)
    )


def red_of(shift: Shift, reds: Sequence[RedDay]) -> RedDay | None:
    """The red døgn that the shift belongs to: where most of its red minutes lie, the first of equals (D15)."""
    best: RedDay | None = None
    most = 0
    for red in reds_touched(shift, reds):
        minutes = red.span.overlap(shift.span)
        if minutes > most:
            best, most = red, minutes
    return best


def reds_touched(shift: Shift, reds: Sequence[RedDay]) -> tuple[RedDay, ...]:
    """Every red døgn in which some of the shift lies, in order."""
    at = bisect_right(reds, shift.span.start, key=lambda red: red.span.end)
    touched: list[RedDay] = []
    while at < len(reds) and reds[at].span.start < shift.span.end:
        touched.append(reds[at])
        at += 1
    return tuple(touched)


def red_minutes(shift: Shift, reds: Sequence[RedDay]) -> int:
    """Elapsed minutes of the shift inside the zone of § 10-10."""
    return sum(red.span.overlap(shift.span) for red in reds_touched(shift, reds))


def sunday_minutes(shift: Shift, reds: Sequence[RedDay]) -> int:
    """Elapsed minutes of the shift in the red døgn of Sundays alone."""
    return sum(red.span.overlap(shift.span) for red in reds_touched(shift, reds) if red.is_sunday)


def night_minutes(frame: Frame, shift: Shift, who: str | None = None, ground: Ground = Ground.IN_USE) -> int:
    """Elapsed minutes of the shift in the night: 21-06, or 23-06 where the employer is a private person.

    For ``who``, in the night that is agreed for them on its day (§ 10-11 (1)).
    """
    on = None if frame.cyclic else shift.start.date()
    night_from, night_to = plain_night(frame.brief) if who is None else terms(frame.brief, who, ground, on).night
    return _in_night(frame.clock, shift.start, shift.span.minutes, night_from, night_to)


@lru_cache(maxsize=1 << 16)
def _in_night(clock: Clock, start: datetime, minutes: int, night_from: int, night_to: int) -> int:
    begins = clock.minute(start)
    span = Span(begins, begins + minutes)
    day = start.date() - _DAY
    total = 0
    while True:
        opens = night_from if night_from > night_to else night_from + DAY
        night = Span(clock.minute(clock.at(day, opens)), clock.minute(clock.at(day + _DAY, night_to)))
        if night.start >= span.end:
            return total
        total += night.overlap(span)
        day += _DAY
