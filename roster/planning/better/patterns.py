"""Days in a row that people can live with: no lone days, no single nights, forward rotation, time between shifts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.rhythm import is_night
from roster.domain.shift import Shift
from roster.domain.spans import DAY, HOUR
from roster.planning import worth
from roster.rules.asking import ids, mine, with_past
from roster.rules.terms import terms
from roster.rules.wish_limits import days_of, nights_of
from solver.problem import InARow, Limit, Succession

QUICK_RETURN = 14 * HOUR
"""Less time than this between two shifts is a quick return (D32)."""

BACKWARD = 1 * HOUR
"""A shift the day after that starts more than this earlier by the clock turns the rotation back."""

PAST_DAYS = 7


def limits(frame: Frame) -> Iterator[Limit]:
    nights = nights_of(frame)
    for assistant in frame.people:
        who = assistant.id
        before = _past_days(frame, who)
        days = (*(ids(all_of) for all_of in before), *_with_fixed(frame, who))
        before_nights = tuple(ids(one for one in all_of if is_night(one)) for all_of in before)
        yield InARow(who, days, Reason("lone-day", who).key, least=2, cost=worth.LONE_DAY)
        yield InARow(who, days, Reason("lone-free-day", who).key, least=2, off=True, cost=worth.LONE_FREE_DAY)
        yield InARow(who, days, Reason("long-run", who).key, most=worth.LONG_RUN_DAYS, cost=worth.LONG_RUN)
        if any(nights):
            row = (*before_nights, *nights)
            yield InARow(who, row, Reason("single-night", who).key, least=2, cost=worth.SINGLE_NIGHT)
            yield InARow(who, row, Reason("long-nights", who).key, most=worth.LONG_NIGHTS_ROW, cost=worth.LONG_NIGHTS)
        rest = terms(frame.brief, who).daily_rest.amount
        quick = tuple(_quick(frame, who, rest))
        if quick:
            yield Succession(who, quick, Reason("quick-return", who).key, worth.QUICK_RETURN)
        backward = tuple(_backward(frame, who, rest))
        if backward:
            yield Succession(who, backward, Reason("rotation", who).key, worth.BACKWARD)


def _past_days(frame: Frame, who: str) -> tuple[tuple[Shift, ...], ...]:
    """The last days before the plan, oldest first, with what was worked on each."""
    past = frame.past.get(who, ())
    if not past:
        return ()
    return tuple(
        tuple(one for one in past if (frame.first_day - one.start.date()).days == back)
        for back in range(PAST_DAYS, 0, -1)
    )


def _with_fixed(frame: Frame, who: str) -> tuple[tuple[str, ...], ...]:
    fixed = [shift for one, shift in frame.fixed if one == who and shift.here]
    return tuple(
        (*day, *(one.id for one in fixed if one.start.date() == date))
        for day, date in zip(days_of(frame), frame.dates, strict=True)
    )


def _following(frame: Frame, who: str, within: int) -> Iterator[tuple[Shift, Shift]]:
    """Pairs of shifts of which the second starts at most ``within`` after the first ends; a cycle wraps."""
    shifts = list(with_past(frame, who))
    if frame.cyclic:
        length = frame.span.minutes
        early = [one for one in mine(frame, who) if one.span.start < frame.span.start + within]
        shifts += [replace(one, span=one.span.moved(length)) for one in early]
    starts = [one.span.start for one in shifts]
    for first in shifts:
        if first.span.start >= frame.span.end:
            continue
        for second in shifts[bisect_right(starts, first.span.end) : bisect_left(starts, first.span.end + within)]:
            if second.span.start >= frame.span.start:
                yield first, second


def _quick(frame: Frame, who: str, rest: int) -> Iterator[tuple[str, str]]:
    for first, second in _following(frame, who, QUICK_RETURN):
        if second.span.start - first.span.end >= rest:
            yield first.id, second.id


def _backward(frame: Frame, who: str, rest: int) -> Iterator[tuple[str, str]]:
    for first, second in _following(frame, who, 2 * DAY):
        next_day = _days_apart(frame, first, second) == 1
        earlier = _clock(first) - _clock(second) > BACKWARD
        if next_day and earlier and second.span.start - first.span.end >= rest:
            yield first.id, second.id


def _days_apart(frame: Frame, first: Shift, second: Shift) -> int:
    apart = (second.start.date() - first.start.date()).days
    return apart % (frame.weeks * 7) if frame.cyclic else apart


def _clock(shift: Shift) -> int:
    return shift.start.hour * HOUR + shift.start.minute
