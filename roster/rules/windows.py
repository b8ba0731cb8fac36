"""Weeks and blocks of weeks: how much lies in each, and which weeks go together.

A calendar has fixed blocks from its start, the last one maybe short (D23). A cycle has every rotation, and
where the window is longer than the cycle, the cycle itself (D25).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster, Weekly, WorkWeek
from roster.domain.shift import Shift, worked, worked_by_clock
from roster.domain.spans import Span
from roster.rules.on_call import shares
from roster.rules.passive import week_extension


@dataclass(frozen=True, slots=True)
class WeekSums:
    """Minutes a week: whole shifts by their start (``worked``), the same by the clock, and cut where the week ends.

    ``weeks`` are the shifts themselves, by the week in which they start (D10). Standby outside the workplace counts
    by its share in every week in which it lies. ``longer``: what passive duty lengthens each week by (§ 10-4 (2)).
    """

    worked: tuple[int, ...]
    clock: tuple[int, ...]
    split: tuple[int, ...]
    weeks: tuple[tuple[Shift, ...], ...]
    longer: tuple[int, ...]


def week_sums(roster: Roster, who: str, overtime_too: bool = True) -> WeekSums:
    """The sums of all that counts in limits, or of what is not overtime."""
    return _SUMS.of(roster, (who, overtime_too), lambda: _sums_known(roster, who, overtime_too))


_SUMS: Kept[WeekSums] = Kept()


def _sums_known(roster: Roster, who: str, overtime_too: bool) -> WeekSums:
    """The sums; who has no overtime has the same with it and without."""
    if not overtime_too and not roster.has_overtime(who):
        return week_sums(roster, who)
    return _week_sums(roster, who, overtime_too)


@dataclass(frozen=True, slots=True)
class _Week:
    """What a week's own shifts come to; ``over`` the cut after it, and of standby past it what lies in which week."""

    shifts: tuple[Shift, ...]
    elapsed: int
    clock: int
    over: int
    on_call: Mapping[int, int]
    longer: int


def _week(frame: Frame, week: WorkWeek, overtime_too: bool) -> _Week:
    shifts = tuple(one for one in week.shifts if one.counts_in_limits and (overtime_too or not one.is_overtime))
    ends = frame.week_spans[week.number].end
    elapsed, clock, over = 0, 0, 0
    on_call: dict[int, int] = {}
    for shift in shifts:
        past = max(0, shift.span.end - ends)
        if past and shift.is_standby:
            for at, minutes in _by_week(frame, shift).items():
                on_call[at] = on_call.get(at, 0) + minutes
            continue
        elapsed += worked(shift)
        clock += worked_by_clock(shift)
        over += past
    return _Week(shifts, elapsed, clock, over, on_call, week_extension(shifts, frame.first_day))


_ALL = Weekly[_Week](lambda frame, _, week: _week(frame, week, overtime_too=True))
_ORDINARY = Weekly[_Week](lambda frame, _, week: _week(frame, week, overtime_too=False))


def _week_sums(roster: Roster, who: str, overtime_too: bool) -> WeekSums:
    frame = roster.frame
    count = frame.weeks
    spans = frame.week_spans
    weeks = (_ALL if overtime_too else _ORDINARY).of(roster, who)
    elapsed, clock = [one.elapsed for one in weeks], [one.clock for one in weeks]
    split = [one.elapsed - one.over for one in weeks]
    for number, one in enumerate(weeks):
        if one.over and (frame.cyclic or number + 1 < count):
            split[(number + 1) % count] += one.over
        for at, minutes in one.on_call.items():
            elapsed[at] += minutes
            clock[at] += minutes
            split[at] += minutes
    for shift in frame.past.get(who, ()):
        if shift.counts_in_limits and not shift.is_standby and (overtime_too or not shift.is_overtime):
            split[0] += max(0, shift.span.end - spans[0].start)
    return WeekSums(
        tuple(elapsed),
        tuple(clock),
        tuple(split),
        tuple(one.shifts for one in weeks),
        tuple(one.longer for one in weeks),
    )


def weeks_before(roster: Roster, who: str, overtime_too: bool = True) -> tuple[int, ...]:
    """Minutes a week before the plan, the oldest first, back to the first shift that is known (D21)."""
    frame = roster.frame
    begins = frame.span.start
    past = [
        one
        for one in frame.past.get(who, ())
        if one.counts_in_limits and (overtime_too or not one.is_overtime) and one.span.start < begins
    ]
    if not past or frame.cyclic:
        return ()
    back = [frame.weeks_ago(one) for one in past]
    weeks = [0] * (max(back) + 1)
    for one, ago in zip(past, back, strict=True):
        weeks[-1 - ago] += worked(one)
    return tuple(weeks)


def _by_week(frame: Frame, shift: Shift) -> dict[int, int]:
    """The working time of standby in each week of the plan: its share, and its call-outs where they begin."""
    spans = frame.week_spans
    found = shares(shift, spans)
    for called in shift.active:
        at = next((number for number, span in enumerate(spans) if span.start <= called.start < span.end), None)
        if at is not None:
            found[at] += called.minutes
    return found


def blocks(frame: Frame, length: int) -> tuple[tuple[int, ...], ...]:
    """The weeks, by number from 0, that are averaged together over ``length`` weeks."""
    count = frame.weeks
    if not frame.cyclic:
        return tuple(tuple(range(at, min(at + length, count))) for at in range(0, count, length))
    if length >= count:
        return (tuple(range(count)),)
    return tuple(tuple((at + n) % count for n in range(length)) for at in range(count))


def rolling(frame: Frame, length: int) -> tuple[tuple[int, ...], ...]:
    """Every ``length`` weeks in a row; all the weeks where there are fewer."""
    count = frame.weeks
    if frame.cyclic or length >= count:
        return blocks(frame, length)
    return tuple(tuple(range(at, at + length)) for at in range(count - length + 1))


def total(sums: tuple[int, ...], weeks: Iterable[int]) -> int:
    return sum(sums[week] for week in weeks)


def a_week(minutes: int, weeks: int) -> int:
    """The average of so many weeks in whole minutes, rounded up so that an excess never looks like none."""
    return -(-minutes // weeks)


def span_of(frame: Frame, weeks: tuple[int, ...]) -> Span:
    """From the start of the first of the weeks to the end of the last, into the next turn of a cycle if need be."""
    start, end = frame.week_spans[weeks[0]].start, frame.week_spans[weeks[-1]].end
    return Span(start, end if end > start else end + frame.span.minutes)
