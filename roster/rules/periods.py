"""Periods of work: shifts that touch or overlap are one, and belong to the day on which they start (D10, D11)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Part, Roster, Weekly, Work
from roster.domain.shift import Shift, in_time, worked, worked_by_clock
from roster.domain.spans import Span
from roster.rules.apart import Stretchwise
from roster.rules.on_call import shares
from roster.rules.passive import extension
from roster.rules.unsplit import pieces, touching


@dataclass(frozen=True, slots=True)
class DayOfWork:
    """The unsplit periods of work that start in a døgn, and its share of standby; minutes elapsed and by the clock.

    ``longer``: minutes by which its passive duty lengthens the ordinary hours (§ 10-4 (2)).
    """

    shifts: tuple[Shift, ...]
    minutes: int
    clock: int
    longer: int
    starts_on: date

    @property
    def span(self) -> Span:
        return Span(self.shifts[0].span.start, max(one.span.end for one in self.shifts))


def days_of_work(
    roster: Roster, who: str, elsewhere_too: bool = False, overtime_too: bool = True
) -> tuple[DayOfWork, ...]:
    """The døgn in which the assistant starts a period of work that lies in the plan at least in part, in order.

    A shift that begins the moment another ends goes on with it, also past the cut of the day and past the end of
    a cycle. A period that began before the plan is measured with what was worked of it then. Standby outside the
    workplace counts by its share in every døgn in which it lies (§ 10-4 (3)).
    """
    key = (who, elsewhere_too, overtime_too)
    return _DAYS.of(roster, key, lambda: _days_known(roster, who, elsewhere_too, overtime_too))


_DAYS: Kept[tuple[DayOfWork, ...]] = Kept()


def _days_known(roster: Roster, who: str, elsewhere_too: bool, overtime_too: bool) -> tuple[DayOfWork, ...]:
    """The days; who has no overtime has the same with it and without."""
    if not overtime_too and not roster.has_overtime(who):
        return days_of_work(roster, who, elsewhere_too)
    by_stretch = None if elsewhere_too or not overtime_too else _BY_STRETCH.of(roster, who)
    if by_stretch is not None:
        return tuple(chain.from_iterable(by_stretch))
    pieces = _pieces(roster, who, elsewhere_too, overtime_too)
    return tuple(_days(roster.frame, pieces, _standby(roster, who)))


_ALONE: Kept[dict[str, DayOfWork]] = Kept()
"""The døgn with one shift, by its id: the same whoever works it."""

_NUMBERS: Kept[dict[int, int]] = Kept()
"""The døgn in which a minute lies."""


_ON_CALL = Weekly[tuple[Shift, ...]](
    lambda _, __, week: tuple(one for one in week.shifts if one.is_standby and one.counts_in_limits)
)


def _standby(roster: Roster, who: str) -> Iterator[Shift]:
    return (shift for week in _ON_CALL.of(roster, who) for shift in week)


def _pieces(roster: Roster, who: str, elsewhere_too: bool, overtime_too: bool) -> Iterable[list[Work]]:
    if overtime_too and not elsewhere_too:
        return pieces(roster, who)
    line = [work for work in roster.timeline(who) if overtime_too or not work.shift.is_overtime]
    if elsewhere_too:
        line += [Work(shift, Part.PLAN) for shift in roster.of(who) if not shift.counts_in_limits]
        line.sort(key=lambda one: in_time(one.shift)[:2])
    return touching(line)


def _days(frame: Frame, periods: Iterable[list[Work]], standby: Iterable[Shift]) -> Iterator[DayOfWork]:
    begins, ends = frame.span.start if frame.cyclic else None, frame.span.end
    number_of = _NUMBERS.of(frame, None, dict)
    days: dict[int, list[Shift]] = {}
    for period in periods:
        first = period[0]
        start = first.shift.span.start
        planned = first.part is Part.PLAN or any(one.part is Part.PLAN for one in period)
        if planned and start < ends and (begins is None or start >= begins):
            shifts = [one.shift for one in period]
            number = number_of.get(start)
            if number is None:
                number = number_of[start] = frame.day_of(first.shift)
            if number in days:
                days[number] += shifts
            else:
                days[number] = shifts
    on_call: dict[int, int] = {}
    for shift in standby:
        for number, minutes in shares(shift, frame.day_spans).items():
            on_call[number] = on_call.get(number, 0) + minutes
            days.setdefault(number, []).append(shift)
    alone = _ALONE.of(frame, None, dict)
    for number in sorted(days):
        on_day = days[number]
        if len(on_day) == 1 and not (number in on_call or on_day[0].is_standby):
            shift = on_day[0]
            known = alone.get(shift.id)
            if known is None or known.shifts[0] is not shift:
                known = alone[shift.id] = _day(frame, (shift,), worked(shift), worked_by_clock(shift))
            yield known
            continue
        work = [one for one in days[number] if not one.is_standby]
        more = on_call.get(number, 0)
        on = tuple(work or days[number])
        minutes, clock = sum(map(worked, work)) + more, sum(map(worked_by_clock, work)) + more
        yield _day(frame, on, minutes, clock)


_BY_STRETCH = Stretchwise[tuple[DayOfWork, ...]](lambda roster, _, line: tuple(_days(roster.frame, touching(line), ())))
"""Where there is no standby, the days of each stretch of weeks."""


def _day(frame: Frame, shifts: tuple[Shift, ...], minutes: int, clock: int) -> DayOfWork:
    return DayOfWork(shifts, minutes, clock, extension(shifts, frame.first_day), shifts[0].start.date())
