"""The cheapest way through the weeks, a block for each (``free_blocks`` says what it costs).

Weeks are taken in order. After each it matters only how far the time is used, how many weeks in a row had no marked
block, and what each way there cost: the states of that week, of which those are kept that no other beats. What
follows from them in a week hangs on the stretches that touch it alone, so that it is found once, whoever is free.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from roster.domain.spans import Span
from roster.rules.block_choices import Choice, Options

MISSING, RUN, LOOSE, UNMARKED = 10**9, 10**6, 10**3, 1
"""What an assignment costs, in the order in which it is chosen."""

_LONG_AGO = -(10**12)
_MOST_FOUND = 1 << 15

_State: TypeAlias = tuple[int, int, int]
"""What a way costs more than the cheapest, how far it uses the time, and weeks in a row without a marked block."""


class Served(NamedTuple):
    """A week with the free stretch that serves it, if any; ``day`` is the whole day in it, ``marked`` if it is red."""

    week: int
    stretch: Span | None
    block: Span | None = None
    day: Span | None = None
    marked: bool = False


class _Step:
    """A way on through a week: from which state before it, and what serves it from when, nothing or a choice."""

    __slots__ = ("_served", "before", "choice", "start", "week")

    def __init__(self, before: int, week: int, start: int, choice: Choice | None) -> None:
        self.before, self.week, self.start, self.choice = before, week, start, choice
        self._served: Served | None = None

    @property
    def served(self) -> Served:
        known = self._served
        if known is None:
            one = self.choice
            if one is None:
                known = Served(self.week, None)
            else:
                block = Span(self.start, self.start + one.length)
                known = Served(self.week, one.stretch, block, one.day, one.marked)
            self._served = known
        return known


class _States:
    """The states after a week, and what was found to follow from them, by all that it hangs on."""

    __slots__ = ("every", "onward")

    def __init__(self, every: tuple[_State, ...]) -> None:
        self.every = every
        self.onward: dict[tuple[int, ...], _Onward] = {}


class _Onward(NamedTuple):
    """The states after the next week with the step to each, and what the cheapest costs more than the cheapest did."""

    states: _States
    steps: tuple[_Step, ...]
    more: int


class Walks:
    """Everything that was found of weeks with blocks of one length; ``every``: so many weeks have a marked one."""

    def __init__(self, every: int) -> None:
        self.every = every
        self._states: dict[tuple[_State, ...], _States] = {}
        self._size = 0

    def forget_some(self) -> None:
        if self._size > _MOST_FOUND:
            self._size = 0
            self._states.clear()

    def states(self, every: tuple[_State, ...]) -> _States:
        known = self._states.get(every)
        if known is None:
            known = self._states[every] = _States(every)
        return known

    def onward(self, options: Options, states: _States, week: int, by: int, floor: int) -> _Onward:
        key = (week, by, floor, *options.touching(week))
        known = states.onward.get(key)
        if known is None:
            known = states.onward[key] = self._found(options, states.every, week, by, floor)
            self._size += 1
        return known

    def _found(self, options: Options, states: Sequence[_State], week: int, by: int, floor: int) -> _Onward:
        """Every way on through the week that no other beats, with nothing used before ``floor``."""
        after: list[tuple[int, int, int, int]] = []
        steps: list[_Step] = []
        for at, state in enumerate(states):
            for start, choice in ((0, None), *options.of(week, state[1], by)):
                cost, until, run = after_week(state, start, choice, self.every)
                after.append((cost, until if until > floor else floor, run, len(steps)))
                steps.append(_Step(at, week, start, choice))
        kept = _undominated(after)
        least = kept[0][0]
        return _Onward(
            self.states(tuple((cost - least, until, run) for cost, until, run, _ in kept)),
            tuple(steps[order] for _, _, _, order in kept),
            least,
        )


def after_week(state: _State, start: int, choice: Choice | None, every: int) -> _State:
    """The state after a week that is served so."""
    cost, until, run = state
    if choice is None or not choice.marked:
        run = run + 1 if run < every else every
        cost += RUN if run == every else 0
        cost += MISSING if choice is None else LOOSE if choice.day is None else UNMARKED
    else:
        run = 0
        cost += LOOSE if choice.day is None else 0
    return cost, until if choice is None else start + choice.length, run


def _undominated(states: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Those that no other beats in cost, time and run at once, the cheapest first."""
    kept: list[tuple[int, int, int, int]] = []
    states.sort()
    for state in states:
        _, until, run, _ = state
        for _, other_until, other_run, _ in kept:
            if other_until <= until and other_run <= run:
                break
        else:
            kept.append(state)
    return kept


class Way(NamedTuple):
    """One way through all the weeks: what it costs, how far it uses the time, its run at the end, and its steps."""

    cost: int
    until: int
    run: int
    steps: tuple[_Step, ...]

    @property
    def served(self) -> tuple[Served, ...]:
        return tuple([step.served for step in self.steps])


class _Walked:
    """The ways through some weeks in order, that no other beats."""

    def __init__(self, walks: Walks, options: Options, weeks: Sequence[int], turns: Sequence[int], first: _State):
        cost, until, run = first
        states = walks.states(((0, until, run),))
        self._path: list[_Onward] = []
        for at, week in enumerate(weeks):
            # Time used before the next block could begin at all tells states apart for nothing.
            floor = _LONG_AGO if at + 1 == len(weeks) else options.floor(weeks[at + 1], turns[at + 1])
            onward = walks.onward(options, states, week, turns[at], floor)
            self._path.append(onward)
            states, cost = onward.states, cost + onward.more
        self._states = states.every
        self._cost = cost

    @property
    def best(self) -> Way:
        return self._way(min(range(len(self._states)), key=lambda at: self._states[at][:2]))

    @property
    def ways(self) -> Iterator[Way]:
        return map(self._way, range(len(self._states)))

    def _way(self, at: int) -> Way:
        cost, until, run = self._states[at]
        steps: list[_Step] = []
        for onward in reversed(self._path):
            step = onward.steps[at]
            steps.append(step)
            at = step.before
        steps.reverse()
        return Way(self._cost + cost, until, run, tuple(steps))


def through(walks: Walks, options: Options, weeks: int, run: int = 0) -> Way:
    """The cheapest way from the first week to the last, after so many without a marked block.

    Of equals, that which uses least time.
    """
    return _Walked(walks, options, range(weeks), (0,) * weeks, (0, _LONG_AGO, run)).best


def around(walks: Walks, options: Options, weeks: int) -> Way:
    """The cheapest way where the last week meets the first."""
    order, turns = range(weeks), (0,) * weeks
    best: Way | None = None
    bound: int | None = None
    for run in range(walks.every + 1):
        for one in _Walked(walks, options, order, turns, (0, _LONG_AGO, run)).ways:
            if one.run > run:
                continue
            bound = one.cost if bound is None else min(bound, one.cost)
            if _meets(one, options.turn) and (best is None or one.cost < best.cost):
                best = one
    if best is None or (bound is not None and best.cost > bound):
        for first in order:
            for way in _from(walks, options, first, weeks):
                if best is None or way.cost < best.cost:
                    best = way
    assert best is not None, "a week without a block is always possible"
    return best


def _meets(way: Way, turn: int) -> bool:
    """The last block ends before the first one's next turn begins."""
    taken = [(one.start, one.choice) for one in way.steps if one.choice is not None]
    return not taken or taken[-1][0] + taken[-1][1].length <= taken[0][0] + turn


def _from(walks: Walks, options: Options, first: int, weeks: int) -> Iterator[Way]:
    """Ways in which the block of the week ``first`` is pushed by no other."""
    order = [(first + n) % weeks for n in range(weeks)]
    turns = [(first + n) // weeks for n in range(weeks)]
    for begins, choice in (*options.of(first, _LONG_AGO), (0, None)):
        for run in range(walks.every + 1):
            start = after_week((0, _LONG_AGO, run), begins, choice, walks.every)
            for way in _Walked(walks, options, order[1:], turns[1:], start).ways:
                whole = way._replace(steps=(_Step(0, first, begins, choice), *way.steps))
                if way.run <= run and _meets(whole, options.turn):
                    yield whole
