"""The free days that reps look for: F1, the weekly rest, and F2, the other free day of the week (D13).

A week's F1 is a free calendar day in a stretch of the weekly rest's length that serves no other week; Sunday
if it can be. F2 has no length, and lies next to F1 if it can. A day that a night shift ends on is not free. F3, F4
and F5, which red days gave, are neither of the two, unless the week has no other free day that can be F1.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roster.domain.assistant import Assistant
from roster.domain.contract import is_employed
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.spans import DAY, HOUR, WEEK, Span, free_between

WEEKLY_REST = 35 * HOUR
_LONG_AGO = -(1 << 62)


class FreeDay(StrEnum):
    WEEKLY = "F1"
    OTHER = "F2"
    VACATION = "FE"
    RED_DAY = "F3"
    SUPPLEMENT = "F4"
    REPLACED = "F5"
    LEAVE = "FR"


USUAL = (FreeDay.WEEKLY, FreeDay.OTHER, FreeDay.VACATION)


def codes_in(frame: Frame) -> tuple[FreeDay, ...]:
    """The codes that a legend has to explain: the usual ones, and those that somebody was given."""
    given = {one.code.value for person in frame.people for one in person.paid_off}
    if not frame.cyclic and any(_on_leave(frame, person) for person in frame.people):
        given.add(FreeDay.LEAVE)
    return tuple(code for code in FreeDay if code in USUAL or code.value in given)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A day that may be F1: its 24 hours, the free stretch that holds them, and how long the rest is.

    ``given``: a red day gave it off already.
    """

    day: date
    whole: Span
    free: Span
    rest: int
    given: bool = False

    @property
    def dislike(self) -> int:
        """Days from Sunday."""
        return 6 - self.day.weekday()

    def taken(self, after: int) -> Span | None:
        """The earliest stretch of the rest's length around the day that begins no sooner than this; None: none does."""
        start = max(self.free.start, self.whole.end - max(self.rest, DAY), after)
        end = max(self.whole.end, start + self.rest)
        return Span(start, end) if start <= self.whole.start and end <= self.free.end else None

    @property
    def starts(self) -> tuple[int, ...]:
        """The earliest and the latest beginning of that stretch."""
        first = self.taken(_LONG_AGO)
        return () if first is None else (first.start, min(self.whole.start, self.free.end - self.rest))


def free_days(roster: Roster, who: str, rest: int = WEEKLY_REST) -> Mapping[date, FreeDay]:
    """The codes of the assistant's free days; free days without a code are left out."""
    frame = roster.frame
    free = _free(roster, who)
    days = _employed(frame, who)
    holding = {day: whole for day in days if (whole := _holding(frame, free, day)) is not None}
    vacation, given = _vacation(frame, who), _given(frame, who)
    found: dict[date, FreeDay] = {}
    weeks = [frame.dates[start : start + 7] for start in range(0, len(frame.dates), 7)]
    for week, first in zip(weeks, _weekly(frame, weeks, holding, rest, frozenset(given)), strict=True):
        if first is not None:
            found[first] = FreeDay.WEEKLY
        others = [day for day in week if day in holding and day not in given and day != first and day not in vacation]
        if others:
            near = first or week[-1]
            found[min(others, key=lambda day: (abs((day - near).days), day))] = FreeDay.OTHER
    off = {day: code for day, code in given.items() if found.get(day) is not FreeDay.WEEKLY}
    away = dict.fromkeys((day for day in _leave(frame, who) if day in holding), FreeDay.LEAVE)
    return found | off | away | dict.fromkeys((day for day in vacation if day in holding), FreeDay.VACATION)


def _employed(frame: Frame, who: str) -> tuple[date, ...]:
    """The days of the plan on which the assistant is employed; a grunnturnus has no dates to begin or end on."""
    person = next((one for one in frame.people if one.id == who), None)
    if frame.cyclic or person is None:
        return frame.dates
    return tuple(day for day in frame.dates if is_employed(person, day))


def _leave(frame: Frame, who: str) -> frozenset[date]:
    """The days of the plan on which nothing of the position is worked, known beforehand or told of since."""
    person = next((one for one in frame.people if one.id == who), None)
    return frozenset() if frame.cyclic or person is None else _on_leave(frame, person)


def _on_leave(frame: Frame, person: Assistant) -> frozenset[date]:
    spans = [one.dates for one in person.leaves if one.is_whole]
    spans += [one.dates for one in person.absences if one.is_whole]
    return frozenset(day for day in frame.dates if any(day in span for span in spans)) if spans else frozenset()


def _given(frame: Frame, who: str) -> Mapping[date, FreeDay]:
    """The days off with pay that red days gave."""
    person = next((one for one in frame.people if one.id == who), None)
    if frame.cyclic or person is None:
        return {}
    return {one.day: FreeDay(one.code.value) for one in person.paid_off}


def _free(roster: Roster, who: str) -> tuple[Span, ...]:
    """The assistant's free stretches in the plan and a week around it."""
    span = roster.frame.span
    around = Span(span.start - WEEK, span.end + WEEK)
    return tuple(free_between((work.span for work in roster.timeline(who)), around))


def _holding(frame: Frame, free: tuple[Span, ...], day: date) -> Span | None:
    """The free stretch that holds the whole calendar day."""
    whole = frame.whole_day(day)
    near = bisect_right(free, whole.start, key=lambda one: one.start) - 1
    return free[near] if near >= 0 and free[near].holds(whole) else None


def _vacation(frame: Frame, who: str) -> frozenset[date]:
    if frame.cyclic:
        return frozenset()
    spans = frame.brief.assistant(who).vacation
    return frozenset(day for day in frame.dates if any(day in span for span in spans))


def _weekly(
    frame: Frame, weeks: list[tuple[date, ...]], holding: Mapping[date, Span], rest: int, given: frozenset[date]
) -> Iterator[date | None]:
    """The F1 day of each week: as many weeks as possible have one, few on days that red days gave, most on Sundays.

    Stretches are given out from the first week to the last. In a cycle the last week must leave the first
    its stretch, so every beginning is tried.
    """
    choices = [_choices(frame, week, holding, rest, given) for week in weeks]
    if not frame.cyclic or not choices[0]:
        yield from _best(choices)[1]
        return
    length = frame.span.minutes
    tries = [
        _best([[first], *choices[1:]], start, start + length)
        for first in choices[0]
        for start in dict.fromkeys(first.starts)
    ]
    yield from min(tries, key=lambda one: one[0])[1]


def _choices(
    frame: Frame, week: tuple[date, ...], holding: Mapping[date, Span], rest: int, given: frozenset[date]
) -> list[_Choice]:
    found = []
    for day in week:
        free = holding.get(day)
        if free is None or free.minutes < rest:
            continue
        choice = _Choice(day, frame.whole_day(day), free, rest, day in given)
        if choice.starts:
            found.append(choice)
    return found


_Cost = tuple[int, int, int]
"""Weeks without F1, those with it on a day that a red day gave, and days from Sunday in all."""


def _best(
    choices: list[list[_Choice]], begin: int | None = None, end: int = 1 << 62
) -> tuple[_Cost, list[date | None]]:
    """The cheapest way through the weeks, with the days. Nothing is taken before ``begin`` or beyond ``end``."""
    ways: dict[int, tuple[_Cost, list[date | None]]] = {_LONG_AGO if begin is None else begin: ((0, 0, 0), [])}
    for week in choices:
        following: dict[int, tuple[_Cost, list[date | None]]] = {}
        for until, ((without, given, away), days) in ways.items():
            _keep(following, until, (without + 1, given, away), [*days, None])
            for one in week:
                taken = one.taken(until)
                if taken is not None and taken.end <= end:
                    cost = (without, given + one.given, away + one.dislike)
                    _keep(following, taken.end, cost, [*days, one.day])
        ways = following
    return min(ways.values(), key=lambda way: way[0])


def _keep(
    ways: dict[int, tuple[_Cost, list[date | None]]],
    until: int,
    cost: _Cost,
    days: list[date | None],
) -> None:
    if until not in ways or cost < ways[until][0]:
        ways[until] = (cost, days)
