"""Which free block serves which week: the exact assignment behind weekly rest and the free Sunday (D13).

Free stretches are cut into disjoint blocks of the length owed; each serves one week that it overlaps. Best is a
block that holds a whole calendar day of its week, and among those a Sunday or red day, the calendar day or the døgn of
§ 10-10 from Saturday evening to Sunday 22. Of all assignments the one is
taken that first leaves fewest weeks without a block, then has fewest runs of four weeks without a Sunday or red day,
then fewest blocks without a whole day, then most Sundays and red days.

Weeks are taken in order and each block as early as its choice allows: an exchange shows that nothing is lost, since
two blocks can always trade places with their weeks and a block can always be moved back. In a cycle the first week's
block may be pushed by the last one's; such a case is tried from every week that could come first.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster
from roster.domain.spans import WEEK, Span, free_between
from roster.rules import numbers
from roster.rules.at_work import at_work, clock_changes
from roster.rules.zones import red_days

MISSING, RUN, LOOSE, UNMARKED = 10**9, 10**6, 10**3, 1
"""What an assignment costs, in the order in which it is chosen."""


@dataclass(frozen=True, slots=True)
class Served:
    """A week with the free stretch that serves it, if any; ``day`` is the whole day in it, ``marked`` if it is red."""

    week: int
    stretch: Span | None
    block: Span | None = None
    day: Span | None = None
    marked: bool = False


Length: TypeAlias = int | tuple[int, ...]
"""Of a block in minutes; one for each date of the plan where it is not the same through it."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A whole calendar day, or with ``red_only`` the red døgn of § 10-10 that belongs to it; by the date's number."""

    span: Span
    marked: bool
    number: int
    red_only: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """How far the time is used, what it cost, and the way there; ``run`` weeks in a row had no marked block."""

    until: int
    cost: int
    run: int
    served: tuple[Served, ...]


def stretches(roster: Roster, who: str, unforeseen_too: bool = True) -> tuple[Span, ...]:
    """The free stretches around the plan, whole; nothing is known to be worked where no shift is known.

    ``unforeseen_too`` False: as they would be without the work that nobody could foresee.
    """
    inside = roster.frame.span
    around = Span(inside.start - WEEK, inside.end + WEEK)
    return tuple(free_between((work.span for work in at_work(roster, who, unforeseen_too)), around))


def longest_touching(frame: Frame, free: Sequence[Span], week: int, length: int) -> Span | None:
    """The longest free stretch of a week that has no block, without what of it no block of that length could take."""
    within = frame.week_spans[week]
    beyond = frame.span.minutes if frame.cyclic else length // 2
    start, end = frame.span.start - beyond, frame.span.end + beyond
    touching = (Span(max(gap.start, start), min(gap.end, end)) for gap in free if gap.overlap(within))
    return max(touching, key=lambda gap: gap.minutes, default=None)


def assigned(roster: Roster, free: Sequence[Span], length: Length, weeks: int | None = None) -> tuple[Served, ...]:
    """The best assignment of blocks of that length to the weeks of the plan, or to the first ``weeks`` of them."""
    return _ASSIGNED.of(roster, (tuple(free), length, weeks), lambda: _assigned(roster, free, length, weeks))


_ASSIGNED: Kept[tuple[Served, ...]] = Kept()


def _assigned(roster: Roster, free: Sequence[Span], length: Length, weeks: int | None) -> tuple[Served, ...]:
    frame = roster.frame
    every = numbers.SUNDAY_FREE_EVERY.on(frame.first_day)
    count = frame.weeks if weeks is None else weeks
    options = _Options(roster, free, length, lambda minute: minute)
    if not frame.cyclic:
        return _best(_walk(options, range(count), _State(-(10**12), 0, 0, ()), every)).served
    return _around(options, count, frame.span.minutes, every)


def assigned_by_clock(
    roster: Roster, free: Sequence[Span], length: Length, weeks: int | None = None
) -> tuple[Served, ...] | None:
    """The same with the hour that the clock skips in spring counted as time; None where it skips none.

    Stretches, blocks and days are in minutes of that clock. The hour that comes twice in autumn stays what it is:
    a rest that is long enough by elapsed time need not be so by the clock (D9).
    """
    frame = roster.frame
    skipped = [one for one in clock_changes(frame) if one.by > 0]
    if not skipped:
        return None

    def shown(minute: int) -> int:
        return minute + sum(one.by for one in skipped if one.at <= minute)

    every = numbers.SUNDAY_FREE_EVERY.on(frame.first_day)
    options = _Options(roster, free, length, shown)
    count = frame.weeks if weeks is None else weeks
    return _best(_walk(options, range(count), _State(-(10**12), 0, 0, ()), every)).served


class _Options:
    """For each week the free stretches and whole days that could serve it."""

    def __init__(self, roster: Roster, free: Sequence[Span], length: Length, shown: Callable[[int], int]) -> None:
        def read(span: Span) -> Span:
            return Span(shown(span.start), shown(span.end))

        frame = roster.frame
        self.by_day = (length,) * (7 * frame.weeks) if isinstance(length, int) else length
        self.by_week = [max(self.by_day[7 * week : 7 * week + 7]) for week in range(frame.weeks)]
        self.turn = frame.span.minutes
        self.weeks = tuple(map(read, frame.week_spans))
        before, after = (10**12, 10**12) if frame.cyclic else (self.by_day[0] // 2, self.by_day[-1] // 2)
        self.begins, self.ends = self.weeks[0].start - before, self.weeks[-1].end + after
        long_enough = [one for one in map(read, free) if one.minutes >= min(self.by_day)]
        ends = [one.end for one in long_enough]
        self.free = [_touching(long_enough, ends, week) for week in self.weeks]
        days = _DAYS.of(frame, None, lambda: _days(frame))
        self.days = [[replace(day, span=read(day.span)) for day in week] for week in days]

    def _earliest(self, week: int) -> int:
        """Where a block that merely overlaps the week can begin: by less than half in the unknown before the plan."""
        return max(self.weeks[week].start - self.by_week[week] + 1, self.begins)

    def floor(self, week: int, by: int = 0) -> int:
        """No block of the week or a later one begins sooner."""
        shift = by * self.turn
        loose = self._earliest(week)
        return max(loose, min((one.start for one in self.free[week]), default=loose)) + shift

    def of(self, week: int, after: int, by: int = 0) -> Iterator[Served]:
        """The earliest block of each sort for the week that begins no sooner than ``after``; ``by`` turns later."""
        shift = by * self.turn
        after -= shift
        for stretch in self.free[week]:
            best: dict[bool, Served] = {}
            whole = next((day.span for day in self.days[week] if not day.red_only and stretch.holds(day.span)), None)
            for day in self.days[week]:
                length = self.by_day[day.number]
                start = max(after, stretch.start, day.span.end - length)
                if start <= day.span.start and start + length <= stretch.end:
                    known = best.get(day.marked)
                    if known is None or known.block is None or start + length < known.block.end:
                        block = Span(start, start + length)
                        best[day.marked] = Served(week, stretch, block, whole if day.red_only else day.span, day.marked)
            start = max(after, stretch.start, self._earliest(week))
            end = start + self.by_week[week]
            if start < self.weeks[week].end and end <= self.ends and end <= stretch.end:
                yield _moved(Served(week, stretch, Span(start, end)), shift)
            for one in best.values():
                yield _moved(one, shift)


_DAYS: Kept[list[list[_Day]]] = Kept()


def _days(frame: Frame) -> list[list[_Day]]:
    """The whole calendar days in each week, and its red døgn; a day that the cut of the week divides lies in none."""
    days: list[list[_Day]] = [[] for _ in frame.week_spans]
    red = {one.day: one.span for one in red_days(frame)}
    for number, day in enumerate(frame.dates):
        span = frame.whole_day(day)
        if frame.week_spans[number // 7].holds(span):
            days[number // 7].append(_Day(span, day in red, number))
        if day in red:
            days[number // 7].append(_Day(red[day], True, number, red_only=True))
    return days


def _touching(free: list[Span], ends: list[int], week: Span) -> list[Span]:
    at = bisect_right(ends, week.start)
    touching = []
    while at < len(free) and free[at].start < week.end:
        touching.append(free[at])
        at += 1
    return touching


def _moved(one: Served, minutes: int) -> Served:
    if not minutes or one.block is None:
        return one
    return Served(one.week, one.stretch, one.block.moved(minutes), one.day, one.marked)


def _walk(
    options: _Options, weeks: Sequence[int], first: _State, every: int, turns: Sequence[int] = ()
) -> list[_State]:
    states = [first]
    for at, week in enumerate(weeks):
        by = turns[at] if turns else 0
        after: list[_State] = []
        for state in states:
            after.append(_next(state, Served(week, None), every))
            after += [_next(state, one, every) for one in options.of(week, state.until, by)]
        if at + 1 < len(weeks):
            after = _levelled(after, options.floor(weeks[at + 1], turns[at + 1] if turns else 0))
        states = _undominated(after)
    return states


def _levelled(states: list[_State], floor: int) -> list[_State]:
    """Time used before the next block could begin at all tells states apart for nothing."""
    return [one if one.until >= floor else _State(floor, one.cost, one.run, one.served) for one in states]


def _next(state: _State, one: Served, every: int) -> _State:
    run = 0 if one.marked else min(state.run + 1, every)
    cost = state.cost + (RUN if run == every else 0)
    if one.block is None:
        return _State(state.until, cost + MISSING, run, (*state.served, one))
    cost += 0 if one.marked else (UNMARKED if one.day else LOOSE)
    return _State(one.block.end, cost, run, (*state.served, one))


def _undominated(states: list[_State]) -> list[_State]:
    """Those that no other beats in time, cost and run at once."""
    kept: list[_State] = []
    for state in sorted(states, key=lambda one: (one.cost, one.until, one.run)):
        if not any(other.until <= state.until and other.run <= state.run for other in kept):
            kept.append(state)
    return kept


def _best(states: Sequence[_State]) -> _State:
    return min(states, key=lambda one: (one.cost, one.until))


def _around(options: _Options, weeks: int, turn: int, every: int) -> tuple[Served, ...]:
    """The best assignment where the last week meets the first, in order of weeks."""
    order = list(range(weeks))
    best: _State | None = None
    bound: int | None = None
    for run in range(every + 1):
        ended = [one for one in _walk(options, order, _State(-(10**12), 0, run, ()), every) if one.run <= run]
        for one in ended:
            bound = one.cost if bound is None else min(bound, one.cost)
            if _meets(one, turn) and (best is None or one.cost < best.cost):
                best = one
    if best is None or (bound is not None and best.cost > bound):
        for first in order:
            for state in _from(options, first, weeks, turn, every):
                if best is None or state.cost < best.cost:
                    best = state
    assert best is not None, "a week without a block is always possible"
    return tuple(sorted(best.served, key=lambda one: one.week))


def _meets(state: _State, turn: int) -> bool:
    """The last block ends before the first one's next turn begins."""
    taken = [one.block for one in state.served if one.block is not None]
    return not taken or taken[-1].end <= taken[0].start + turn


def _from(options: _Options, first: int, weeks: int, turn: int, every: int) -> Iterator[_State]:
    """Assignments in which the block of the week ``first`` is pushed by no other."""
    order = [(first + n) % weeks for n in range(weeks)]
    turns = [(first + n) // weeks for n in range(weeks)]
    for one in (*options.of(first, -(10**12)), Served(first, None)):
        for run in range(every + 1):
            start = _next(_State(-(10**12), 0, run, ()), one, every)
            for state in _walk(options, order[1:], start, every, turns[1:]):
                if state.run <= run and _meets(state, turn):
                    yield state
