"""Where a roster goes against a wish, whatever the wish is worth: each place with what is measured and asked."""

from collections.abc import Iterator, Sequence
from datetime import date

from roster.domain.brief import Wish
from roster.domain.days import When
from roster.domain.frame import Frame
from roster.domain.kinds import WishSort
from roster.domain.rhythm import is_night, weekend_free
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.spans import Span
from roster.rules.runs_before import run_before

Broken = tuple[Span, int, int]

LONG_RUN = 3
"""Work days in a row that «lange perioder» asks for when it names no number."""


def broken(roster: Roster, wish: Wish) -> Iterator[Broken]:
    """Each place where the wish is not met: its time, what is there, and what was asked."""
    if roster.frame.cyclic and wish.when is not None and wish.when.dated:
        return
    mine = [one for one in roster.duties(wish.who) if one.event is None]
    match wish.sort:
        case WishSort.THIS_SHIFT:
            have = {one.id for one in mine}
            yield from ((one.span, 0, 1) for one in _named(roster.frame, wish) if one.id not in have)
        case WishSort.NOT_THIS_SHIFT:
            named = {one.id for one in _named(roster.frame, wish)}
            yield from ((one.span, 1, 0) for one in mine if one.id in named)
        case WishSort.DAY_OFF:
            off = (roster.frame.whole_day(day) for day in _days(roster.frame, wish))
            yield from _busy(roster.frame, mine, off)
        case WishSort.WEEKEND_OFF:
            off = (weekend_free(roster.frame.clock, day) for day in _saturdays(roster.frame, wish))
            yield from _busy(roster.frame, mine, off)
        case WishSort.LONG_RUNS:
            least = LONG_RUN if wish.number is None else wish.number
            yield from _runs(roster.frame, mine, least, None)
        case WishSort.MOST_DAYS_IN_A_ROW:
            yield from _runs(roster.frame, mine, 1, wish.number, run_before(roster.frame, wish.who))
        case WishSort.NO_SINGLE_NIGHTS:
            yield from _runs(roster.frame, [one for one in mine if is_night(one)], 2, None)
        case WishSort.MOST_NIGHTS_IN_A_ROW:
            nights = [one for one in mine if is_night(one)]
            yield from _runs(roster.frame, nights, 1, wish.number, run_before(roster.frame, wish.who, is_night))
        case WishSort.TOGETHER | WishSort.APART:
            yield from _company(roster, wish, wish.sort is WishSort.TOGETHER)


def _named(frame: Frame, wish: Wish) -> Iterator[Shift]:
    for shift in frame.shifts:
        if wish.kind in (None, shift.kind) and frame.meets(wish.when or When(), shift.start.date()):
            yield shift


def _days(frame: Frame, wish: Wish) -> Iterator[date]:
    return (day for day in frame.dates if frame.meets(wish.when or When(), day))


def _saturdays(frame: Frame, wish: Wish) -> list[date]:
    """The Saturdays of weekends of which the Saturday or the Sunday is named."""
    named = set(_days(frame, wish))
    return sorted(
        {date.fromordinal(day.toordinal() - (1 if day.weekday() == 6 else 0)) for day in named if day.weekday() >= 5}
    )


def _busy(frame: Frame, shifts: Sequence[Shift], off: Iterator[Span]) -> Iterator[Broken]:
    """Each time off in which something is worked, also what reaches over the end of a cycle."""
    spans = [one.span for one in shifts]
    if frame.cyclic:
        spans += [one.moved(by) for one in spans for by in (-frame.span.minutes, frame.span.minutes)]
    for free in off:
        count = sum(free.overlap(span) > 0 for span in spans)
        if count:
            yield free, count, 0


def _runs(frame: Frame, shifts: Sequence[Shift], least: int, most: int | None, before: int = 0) -> Iterator[Broken]:
    """Runs of days in a row on which one of the shifts starts that are too short or too long.

    ``before``: so many days on end just before the plan, with which a run from its first day is reckoned.
    """
    on = {one.start.date() for one in shifts}
    flags = [day in on for day in frame.dates]
    count = len(flags)
    if all(flags):
        if most is not None and before + count > most:
            yield frame.span, before + count, most
        return
    begin = flags.index(False) if frame.cyclic else 0
    run: list[int] = []
    for n in range(begin, begin + count + 1):
        inside = n < begin + count and flags[n % count]
        if inside:
            run.append(n)
            continue
        at_edge = not frame.cyclic and run and (run[0] == 0 or run[-1] == count - 1)
        days = len(run) + (before if run and run[0] == 0 else 0)
        if run and most is not None and days > most:
            yield _span(frame, run), days, most
        elif run and len(run) < least and not at_edge:
            yield _span(frame, run), len(run), least
        run = []


def _span(frame: Frame, run: list[int]) -> Span:
    count = len(frame.dates)
    start = frame.whole_day(frame.dates[run[0] % count]).start
    end = frame.whole_day(frame.dates[run[-1] % count]).end
    return Span(start, end if end > start else end + frame.span.minutes)


def _company(roster: Roster, wish: Wish, together: bool) -> Iterator[Broken]:
    for shift in _named(roster.frame, wish):
        if shift.up_to < 2 or wish.other is None:
            continue
        there = sum(who in roster.on(shift.id) for who in (wish.who, wish.other))
        if there == (1 if together else 2):
            yield shift.span, there, 2 if together else 1
