"""Runs of days and rests between shifts on one assistant's timeline, as people count them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from roster.domain.rhythm import is_night
from roster.domain.roster import Part, Roster
from roster.domain.spans import DAY, HOUR, Span, free_between, merged

QUICK_RETURN = 14 * HOUR
"""Less than this between two days' work is a quick return (D32)."""

_ONE = timedelta(days=1)


@dataclass(frozen=True)
class Days:
    """The days of a plan and around it: on which work starts, on which a night starts, and which are known at all.

    What comes after a plan with dates is not known, nor what was before it where there is no history; a cycle
    goes on in its own copies.
    """

    plan: tuple[date, ...]
    known: frozenset[date]
    work: frozenset[date]
    nights: frozenset[date]

    @classmethod
    def of(cls, roster: Roster, who: str) -> "Days":
        frame = roster.frame
        line = [work for work in roster.timeline(who) if work.shift.here]
        starts = [(frame.clock.wall(work.span.start).date(), is_night(work.shift)) for work in line]
        first, last = frame.dates[0], frame.dates[-1]
        before = frame.cyclic or bool(frame.past.get(who))
        around = {first - _ONE} if before else set()
        known = frozenset(frame.dates) | around | ({last + _ONE} if frame.cyclic else set())
        return cls(
            frame.dates,
            known,
            frozenset(day for day, _ in starts),
            frozenset(day for day, night in starts if night),
        )

    @cached_property
    def free(self) -> frozenset[date]:
        return self.known - self.work

    def alone(self, among: frozenset[date]) -> int:
        """How many days of the plan are among these with neither neighbour so; where one is unknown, none is."""
        return sum(
            day in among and all(other in self.known and other not in among for other in (day - _ONE, day + _ONE))
            for day in self.plan
        )

    def longest_run(self) -> int:
        """Most days in a row with work, of which one at least is in the plan."""
        longest = 0
        for day in self.plan:
            if day in self.work and (day - _ONE not in self.work or day == self.plan[0]):
                first = day
                while first - _ONE in self.work:
                    first -= _ONE
                last = day
                while last + _ONE in self.work:
                    last += _ONE
                longest = max(longest, (last - first).days + 1)
        return min(longest, max(len(self.plan), 1))


def rests(roster: Roster, who: str) -> Iterator[int]:
    """From each start of work in the plan, the longest rest within the next 24 hours (D12)."""
    line = roster.timeline(who)
    busy = merged(work.span for work in line)
    starts, ends = [one.start for one in busy], [one.end for one in busy]
    for work in line:
        if work.part is Part.PLAN:
            day = Span(work.span.start, work.span.start + DAY)
            near = busy[bisect_right(ends, day.start) : bisect_left(starts, day.end)]
            yield max((free.minutes for free in free_between(near, day)), default=0)


def quick_returns(roster: Roster, who: str) -> int:
    """How often less than 14 hours lie between work and the next day's, of which one at least is in the plan."""
    frame = roster.frame
    count = 0
    for first, second in pairwise(roster.timeline(who)):
        gap = second.span.start - first.span.end
        same_day = frame.clock.wall(first.span.start).date() == frame.clock.wall(second.span.start).date()
        # In a cycle the pair over its end stands there twice, before the first shift and after the last.
        counted = second.part is Part.PLAN or (first.part is Part.PLAN and second.part is Part.HISTORY)
        count += counted and 0 < gap < QUICK_RETURN and not same_day
    return count
