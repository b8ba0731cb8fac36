"""The red døgn of § 10-10 and the night of § 10-11: what of a shift lies in them.

From 18:00 the day before a Sunday or red day to 22:00 the day before the next working day; red days in a row
make one run, cut at 22:00 into single døgn. On jul-, påske- and pinseaften from 15:00; on the eve of a 1 or 17
May that is nothing else besides, from 22:00 by setting (D15). A grunnturnus knows Sundays only (D25).
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from roster.domain.clock import Clock
from roster.domain.days import is_sunday_or_red, red_dates
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.once import once
from roster.domain.shift import Shift
from roster.domain.spans import DAY, Span
from roster.rules import numbers
from roster.rules.in_force import Ground, changing
from roster.rules.terms import plain_night, terms

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


class RedDays(tuple[RedDay, ...]):
    """Red døgn in order of time."""

    @once
    def ends(self) -> list[int]:
        return [one.span.end for one in self]


def red_days(frame: Frame) -> RedDays:
    """The red døgn of the plan, of a week and a day on either side, and of the time history knows; in order."""
    return _RED.of(frame, None, lambda: _red_days(frame))


_RED: Kept[RedDays] = Kept()


def _red_days(frame: Frame) -> RedDays:
    first = frame.first_day
    for past in frame.past.values():
        first = min(first, past[0].start.date())
    last = frame.first_day + timedelta(days=7 * frame.weeks)
    return _between(first - _MARGIN, last + _MARGIN, frame.cyclic, frame.clock, frame.brief.settings.eve_of_may_from)


@lru_cache(maxsize=16)
def _between(first: date, last: date, cyclic: bool, clock: Clock, eve_of_may: int) -> RedDays:
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
    return RedDays(found)


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


def red_of(shift: Shift, reds: RedDays) -> RedDay | None:
    """The red døgn that the shift belongs to: where most of its red minutes lie, the first of equals (D15)."""
    return most_of(shift, reds_touched(shift, reds))


def most_of(shift: Shift, touched: tuple[RedDay, ...]) -> RedDay | None:
    """Of the red døgn that the shift touches, the one that it belongs to."""
    best = touched[0] if touched else None
    most = 0
    for red in touched if len(touched) > 1 else ():
        minutes = red.span.overlap(shift.span)
        if minutes > most:
            best, most = red, minutes
    return best


def reds_touched(shift: Shift, reds: RedDays) -> tuple[RedDay, ...]:
    """Every red døgn in which some of the shift lies, in order."""
    span = shift.span
    at = until = bisect_right(reds.ends, span.start)
    if at == len(reds) or reds[at].span.start >= span.end:
        return ()
    while until < len(reds) and reds[until].span.start < span.end:
        until += 1
    return reds[at:until]


def red_minutes(shift: Shift, reds: RedDays) -> int:
    """Elapsed minutes of the shift inside the zone of § 10-10."""
    return sum(red.span.overlap(shift.span) for red in reds_touched(shift, reds))


def sunday_minutes(shift: Shift, reds: RedDays) -> int:
    """Elapsed minutes of the shift in the red døgn of Sundays alone."""
    return sum(red.span.overlap(shift.span) for red in reds_touched(shift, reds) if red.is_sunday)


def night_minutes(frame: Frame, shift: Shift, who: str | None = None, ground: Ground = Ground.IN_USE) -> int:
    """Elapsed minutes of the shift in the night: 21-06, or 23-06 where the employer is a private person.

    For ``who``, in the night that is agreed for them on its day (§ 10-11 (1)).
    """
    return night_of(frame, who, ground)(shift)


def night_of(frame: Frame, who: str | None = None, ground: Ground = Ground.IN_USE) -> Callable[[Shift], int]:
    """The same for one shift after the other."""
    return _NIGHTS.of(frame, (who, ground), lambda: _night_of(frame, who, ground))


_NIGHTS: Kept[Callable[[Shift], int]] = Kept()


def _night_of(frame: Frame, who: str | None, ground: Ground) -> Callable[[Shift], int]:
    brief, clock = frame.brief, frame.clock
    if who is not None and changing(brief) and not frame.cyclic:
        return lambda shift: _night(clock, *terms(brief, who, ground, shift.start.date()).night).within(shift.span)
    night = _night(clock, *(plain_night(brief) if who is None else terms(brief, who, ground).night))
    return night.of


def night_within(frame: Frame, who: str, span: Span) -> int:
    """Minutes of that stretch in the night that is agreed for the assistant on the day on which it begins."""
    on = frame.clock.wall(span.start).date() if changing(frame.brief) and not frame.cyclic else None
    return _night(frame.clock, *terms(frame.brief, who, on=on).night).within(span)


class _Night:
    """The night from and to the same times every day: how much of a stretch lies in it, reckoned once for each."""

    def __init__(self, clock: Clock, night_from: int, night_to: int) -> None:
        self.clock = clock
        self.opens = night_from if night_from > night_to else night_from + DAY
        self.closes = night_to
        self._known: dict[tuple[int, int], int] = {}

    def of(self, shift: Shift) -> int:
        return self.within(shift.span)

    def within(self, span: Span) -> int:
        key = (span.start, span.end)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = self._within(span)
        return known

    def _within(self, span: Span) -> int:
        clock = self.clock
        day = clock.wall(span.start).date() - _DAY
        total = 0
        while True:
            night = Span(clock.minute(clock.at(day, self.opens)), clock.minute(clock.at(day + _DAY, self.closes)))
            if night.start >= span.end:
                return total
            total += night.overlap(span)
            day += _DAY


_MOST_KNOWN = 1 << 16


@lru_cache(maxsize=64)
def _night(clock: Clock, night_from: int, night_to: int) -> _Night:
    return _Night(clock, night_from, night_to)
