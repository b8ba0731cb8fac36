"""Periods of work: shifts that touch or overlap are one, and belong to the day on which they start (D10, D11)."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from roster.domain.roster import Part, Roster
from roster.domain.shift import Shift, worked, worked_by_clock
from roster.domain.spans import Span
from roster.rules.kept import Kept
from roster.rules.on_call import shares


@dataclass(frozen=True, slots=True)
class DayOfWork:
    """The unsplit periods of work that start in a døgn, and its share of standby; minutes elapsed and by the clock."""

    shifts: tuple[Shift, ...]
    minutes: int
    clock: int

    @property
    def starts_on(self) -> date:
        return self.shifts[0].start.date()

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
    return _DAYS.of(roster, key, lambda: tuple(_days(roster, who, elsewhere_too, overtime_too)))


_DAYS: Kept[tuple[DayOfWork, ...]] = Kept()


def _days(roster: Roster, who: str, elsewhere_too: bool, overtime_too: bool) -> Iterator[DayOfWork]:
    frame = roster.frame
    starts = [day.start for day in frame.day_spans]
    inside = frame.span
    days: dict[int, list[Shift]] = {}
    line = [(work.shift, work.part) for work in roster.timeline(who) if overtime_too or not work.shift.is_overtime]
    if elsewhere_too:
        line += [(shift, Part.PLAN) for shift in roster.of(who) if not shift.counts_in_limits]
        line.sort(key=lambda one: one[0].span)
    for period in _periods(line):
        begins = period[0][0].span.start
        planned = any(part is Part.PLAN for _, part in period)
        if planned and begins < inside.end and (begins >= inside.start or not frame.cyclic):
            number = bisect_right(starts, begins) - 1
            days.setdefault(number, []).extend(shift for shift, _ in period)
    on_call: dict[int, int] = {}
    for shift in roster.of(who):
        if shift.is_standby and shift.counts_in_limits:
            for number, minutes in shares(shift, frame.day_spans).items():
                on_call[number] = on_call.get(number, 0) + minutes
                days.setdefault(number, []).append(shift)
    for number in sorted(days):
        work = [one for one in days[number] if not one.is_standby]
        more = on_call.get(number, 0)
        on = tuple(work or days[number])
        yield DayOfWork(on, sum(map(worked, work)) + more, sum(map(worked_by_clock, work)) + more)


def _periods(line: list[tuple[Shift, Part]]) -> Iterator[list[tuple[Shift, Part]]]:
    """The shifts of a sorted timeline, those together that touch or overlap."""
    period = line[:1]
    ends = period[0][0].span.end if period else 0
    for _, one in pairwise(line):
        if one[0].span.start > ends:
            yield period
            period = []
        period.append(one)
        ends = max(ends, one[0].span.end)
    if period:
        yield period
