"""Periods of work: shifts that touch or overlap are one, and belong to the day on which they start (D10, D11)."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from roster.domain.roster import Part, Roster
from roster.domain.shift import Shift, worked, worked_by_clock
from roster.domain.spans import Span


@dataclass(frozen=True, slots=True)
class DayOfWork:
    """All unsplit periods of work that start in one døgn; minutes elapsed and by the clock."""

    shifts: tuple[Shift, ...]
    minutes: int
    clock: int

    @property
    def span(self) -> Span:
        return Span(self.shifts[0].span.start, max(one.span.end for one in self.shifts))


def days_of_work(roster: Roster, who: str, elsewhere_too: bool = False) -> Iterator[DayOfWork]:
    """The døgn in which the assistant starts a period of work that lies in the plan at least in part, in order.

    A shift that begins the moment another ends goes on with it, also past the cut of the day and past the end of
    a cycle. A period that began before the plan is measured with what was worked of it then.
    """
    frame = roster.frame
    starts = [day.start for day in frame.day_spans]
    inside = frame.span
    days: dict[int, list[Shift]] = {}
    line = [(work.shift, work.part) for work in roster.timeline(who)]
    if elsewhere_too:
        line += [(shift, Part.PLAN) for shift in roster.of(who) if not shift.counts_in_limits]
        line.sort(key=lambda one: one[0].span)
    for period in _periods(line):
        begins = period[0][0].span.start
        planned = any(part is Part.PLAN for _, part in period)
        if planned and begins < inside.end and (begins >= inside.start or not frame.cyclic):
            number = bisect_right(starts, begins) - 1
            days.setdefault(number, []).extend(shift for shift, _ in period)
    for number in sorted(days):
        on = tuple(days[number])
        yield DayOfWork(on, sum(map(worked, on)), sum(map(worked_by_clock, on)))


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
