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
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster
from roster.domain.spans import WEEK, Span
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


class _Choice(NamedTuple):
    """Blocks of one length in a stretch that serve a week: those that begin from ``first`` to ``last``.

    They hold a Sunday or red day (``marked``) or a whole ``day`` of it, or merely overlap it.
    """

    stretch: Span
    first: int
    last: int
    length: int
    day: Span | None = None
    marked: bool = False


class _Way(NamedTuple):
    """A week with where its block begins and what was chosen, nothing where it has none, and the way before it."""

    before: "_Way | None"
    week: int
    start: int
    choice: _Choice | None

    @property
    def served(self) -> Served:
        if self.choice is None:
            return Served(self.week, None)
        block = Span(self.start, self.start + self.choice.length)
        return Served(self.week, self.choice.stretch, block, self.choice.day, self.choice.marked)


class _State(NamedTuple):
    """What it cost, how far the time is used, and the way there; ``run`` weeks in a row had no marked block.

    ``order``: in which the states of a week were found.
    """

    cost: int
    until: int
    run: int
    order: int = 0
    way: _Way | None = None

    @property
    def ways(self) -> Iterator[_Way]:
        """The way back, the last week first."""
        way = self.way
        while way is not None:
            yield way
            way = way.before

    @property
    def served(self) -> tuple[Served, ...]:
        return tuple(one.served for one in reversed(list(self.ways)))


_LONG_AGO = -(10**12)


def stretches(roster: Roster, who: str, unforeseen_too: bool = True) -> tuple[Span, ...]:
    """The free stretches around the plan, whole; nothing is known to be worked where no shift is known.

    ``unforeseen_too`` False: as they would be without the work that nobody could foresee.
    """
    return _STRETCHES.of(roster, (who, unforeseen_too), lambda: tuple(_stretches(roster, who, unforeseen_too)))


_STRETCHES: Kept[tuple[Span, ...]] = Kept()


def _stretches(roster: Roster, who: str, unforeseen_too: bool) -> Iterator[Span]:
    inside = roster.frame.span
    at, until = inside.start - WEEK, inside.end + WEEK
    for work in at_work(roster, who, unforeseen_too):
        span = work.shift.span
        if span.start >= until:
            break
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < until:
        yield Span(at, until)


def longest_touching(frame: Frame, free: Sequence[Span], week: int, length: int) -> Span | None:
    """The longest free stretch of a week that has no block, without what of it no block of that length could take."""
    within = frame.week_spans[week]
    beyond = frame.span.minutes if frame.cyclic else length // 2
    start, end = frame.span.start - beyond, frame.span.end + beyond
    touching = (Span(max(gap.start, start), min(gap.end, end)) for gap in free if gap.overlap(within))
    return max(touching, key=lambda gap: gap.minutes, default=None)


def assigned(roster: Roster, free: Sequence[Span], length: Length, weeks: int | None = None) -> tuple[Served, ...]:
    """The best assignment of blocks of that length to the weeks of the plan, or to the first ``weeks`` of them."""
    # The stretches are told apart by identity: there are a hundred of them, and they are the same ones each time.
    key = (id(free), length, weeks)
    return _ASSIGNED.of(roster, key, lambda: (free, _assigned(roster, free, length, weeks)))[1]


_ASSIGNED: Kept[tuple[Sequence[Span], tuple[Served, ...]]] = Kept()
"""With the stretches that it is of, so that no others come to be at their place."""


def _assigned(roster: Roster, free: Sequence[Span], length: Length, weeks: int | None) -> tuple[Served, ...]:
    frame = roster.frame
    every = numbers.SUNDAY_FREE_EVERY.on(frame.first_day)
    count = frame.weeks if weeks is None else weeks
    options = _Options(roster, free, length)
    if not frame.cyclic:
        return _best(_walk(options, range(count), _State(0, _LONG_AGO, 0), every)).served
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
    return _best(_walk(options, range(count), _State(0, _LONG_AGO, 0), every)).served


class _Options:
    """For each week the blocks that could serve it."""

    def __init__(
        self, roster: Roster, free: Sequence[Span], length: Length, shown: Callable[[int], int] | None = None
    ) -> None:
        def read(span: Span) -> Span:
            return span if shown is None else Span(shown(span.start), shown(span.end))

        frame = roster.frame
        self.uniform = isinstance(length, int)
        self.by_day = (length,) * (7 * frame.weeks) if isinstance(length, int) else length
        weekly = range(0, 7 * frame.weeks, 7)
        self.by_week = [length if isinstance(length, int) else max(length[at : at + 7]) for at in weekly]
        self.turn = frame.span.minutes
        self.weeks = tuple(map(read, frame.week_spans))
        before, after = (10**12, 10**12) if frame.cyclic else (self.by_day[0] // 2, self.by_day[-1] // 2)
        self.begins, self.ends = self.weeks[0].start - before, self.weeks[-1].end + after
        least = min(self.by_day)
        long_enough = [one for one in map(read, free) if one.minutes >= least]
        ends = [one.end for one in long_enough]
        self.free = [_touching(long_enough, ends, week) for week in self.weeks]
        self._days = _DAYS.of(frame, None, lambda: _days(frame))
        self._read = read
        self.known = _KNOWN.of(frame, (length, shown is None), _Known)
        self.known.forget_some()

    def _choices(self, week: int, stretch: Span) -> list[_Choice]:
        key = (week, stretch.start, stretch.end)
        known = self.known.choices.get(key)
        if known is None:
            known = self.known.choices[key] = list(self._in(week, stretch, self._days[week], self._read))
        return known

    def _in(self, week: int, stretch: Span, days: list[_Day], read: Callable[[Span], Span]) -> Iterator[_Choice]:
        """What the stretch has for the week: blocks that overlap it, then those that hold each of its days."""
        length, begins, ends = self.by_week[week], stretch.start, stretch.end
        first, last = max(begins, self._earliest(week)), min(self.weeks[week].end - 1, min(self.ends, ends) - length)
        if first <= last:
            yield _Choice(stretch, first, last, length)
        whole: Span | None = None
        red: list[_Choice] = []
        # The week before leaves its own at least what a block that begins at its end does: what can begin later is
        # always open, and where all blocks are of one length no later day has an earlier one.
        always = self.weeks[week].start + length if self.uniform else None
        found = False
        for one in days:
            day, length = read(one.span), self.by_day[one.number]
            first, last = day.end - length, ends - length
            first, last = begins if begins > first else first, day.start if day.start < last else last
            if not one.red_only and whole is None and begins <= day.start and day.end <= ends:
                whole = day
            if first <= last and one.red_only:
                red.append(_Choice(stretch, first, last, length, None, True))
            elif first <= last and (one.marked or not found):
                yield _Choice(stretch, first, last, length, day, one.marked)
                found = found or (always is not None and not one.marked and last >= always)
        yield from (one._replace(day=whole) for one in red)

    def _earliest(self, week: int) -> int:
        """Where a block that merely overlaps the week can begin: by less than half in the unknown before the plan."""
        return max(self.weeks[week].start - self.by_week[week] + 1, self.begins)

    def floor(self, week: int, by: int = 0) -> int:
        """No block of the week or a later one begins sooner."""
        shift = by * self.turn
        loose = self._earliest(week)
        return max(loose, min((one.start for one in self.free[week]), default=loose)) + shift

    def of(self, week: int, after: int, by: int = 0) -> Iterator[tuple[int, _Choice]]:
        """The earliest block of each sort for the week that begins no sooner than ``after``; ``by`` turns later."""
        shift = by * self.turn
        after -= shift
        for stretch in self.free[week]:
            best: dict[bool, tuple[int, int, _Choice]] = {}
            for one in self._choices(week, stretch):
                start = one.first if one.first > after else after
                if start > one.last:
                    continue
                if one.day is None and not one.marked:
                    yield start + shift, one
                    continue
                known = best.get(one.marked)
                if known is None or start + one.length < known[0]:
                    best[one.marked] = (start + one.length, start, one)
            for _, start, one in best.values():
                yield start + shift, one


class _Step(NamedTuple):
    """A state after a week: what it costs more than the cheapest before, from which of those it comes, and how."""

    cost: int
    until: int
    run: int
    before: int
    start: int
    choice: _Choice | None


class _Known:
    """What was found for blocks of one length, whoever is free: from one roster to the next few stretches differ.

    ``choices``: what a stretch has for a week. ``steps``: the states after a week, by all that they hang on.
    """

    def __init__(self) -> None:
        self.choices: dict[tuple[int, int, int], list[_Choice]] = {}
        self.steps: dict[Hashable, list[_Step]] = {}

    def forget_some(self) -> None:
        if len(self.steps) > _MOST_KNOWN or len(self.choices) > _MOST_KNOWN:
            self.steps.clear()
            self.choices.clear()


_KNOWN: Kept[_Known] = Kept()
_MOST_KNOWN = 1 << 15
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


def _walk(
    options: _Options, weeks: Sequence[int], first: _State, every: int, turns: Sequence[int] = ()
) -> list[_State]:
    states = [first]
    for at, week in enumerate(weeks):
        by = turns[at] if turns else 0
        # Time used before the next block could begin at all tells states apart for nothing.
        last = at + 1 == len(weeks)
        floor = _LONG_AGO if last else options.floor(weeks[at + 1], turns[at + 1] if turns else 0)
        cheapest = min([state.cost for state in states])
        key = (
            week,
            by,
            every,
            floor,
            tuple([(one.start, one.end) for one in options.free[week]]),
            tuple([(cost - cheapest, until, run) for cost, until, run, _, _ in states]),
        )
        steps = options.known.steps.get(key)
        if steps is None:
            steps = options.known.steps[key] = _steps(options, states, cheapest, week, by, every, floor)
        states = [
            _State(cheapest + cost, until, run, 0, _Way(states[before].way, week, start, choice))
            for cost, until, run, before, start, choice in steps
        ]
    return states


def _steps(
    options: _Options, states: Sequence[_State], cheapest: int, week: int, by: int, every: int, floor: int
) -> list[_Step]:
    """Every way on through the week that no other beats."""
    after: list[_State] = []
    how: list[tuple[int, int, _Choice | None]] = []
    for at, state in enumerate(states):
        for start, choice in ((0, None), *options.of(week, state.until, by)):
            after.append(_next(state, week, start, choice, every, floor, len(after)))
            how.append((at, start, choice))
    return [_Step(one.cost - cheapest, one.until, one.run, *how[one.order]) for one in _undominated(after)]


def _next(
    state: _State, week: int, start: int, choice: _Choice | None, every: int, floor: int = _LONG_AGO, order: int = 0
) -> _State:
    """The state after the week, with nothing used before ``floor``."""
    cost, until, run, _, way = state
    if choice is None or not choice.marked:
        run = run + 1 if run < every else every
        cost += RUN if run == every else 0
        cost += MISSING if choice is None else LOOSE if choice.day is None else UNMARKED
    else:
        run = 0
    if choice is not None:
        until = start + choice.length
    return _State(cost, until if until > floor else floor, run, order, _Way(way, week, start, choice))


def _undominated(states: list[_State]) -> list[_State]:
    """Those that no other beats in cost, time and run at once."""
    kept: list[_State] = []
    states.sort()  # no two have the same order, so that ways are never compared
    for state in states:
        _, until, run, _, _ = state
        for other in kept:
            if other.until <= until and other.run <= run:
                break
        else:
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
        ended = [one for one in _walk(options, order, _State(0, _LONG_AGO, run), every) if one.run <= run]
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
    taken = [(one.start, one.choice) for one in state.ways if one.choice is not None]
    return not taken or taken[0][0] + taken[0][1].length <= taken[-1][0] + turn


def _from(options: _Options, first: int, weeks: int, turn: int, every: int) -> Iterator[_State]:
    """Assignments in which the block of the week ``first`` is pushed by no other."""
    order = [(first + n) % weeks for n in range(weeks)]
    turns = [(first + n) // weeks for n in range(weeks)]
    for begins, choice in (*options.of(first, _LONG_AGO), (0, None)):
        for run in range(every + 1):
            start = _next(_State(0, _LONG_AGO, run), first, begins, choice, every)
            for state in _walk(options, order[1:], start, every, turns[1:]):
                if state.run <= run and _meets(state, turn):
                    yield state
