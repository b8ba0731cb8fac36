"""The cheapest line of a person, day by day over all that must be remembered.

Counts are remembered as axes while there is room: first one of occasions over several days, and one of minutes on the
grid of their greatest common divisor. All is in whole numbers, so what is proved of a line is true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd, prod

import numpy as np

from solver.search.lines.line import Count, Line
from solver.search.lines.steps import Ints

NEVER = 1 << 58
"""The price of what cannot be; half of it and more is no price."""
BLOCKED = 1 << 45
"""Points for an end that is forbidden: with every scale in use more than any line costs."""
WIDE = 40_000
"""Cells of memory in a day, past which the counts are left to the master."""
A_CELL = 1e-8
"""Deterministic seconds for one step from one cell."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A count that is remembered: by ``unit`` from 0 up to ``size`` - 1 of them."""

    count: int
    unit: int
    size: int


@dataclass(frozen=True, slots=True)
class Arcs:
    """Steps of a day that add the same to all axes, with where those of each state begin."""

    at: Ints
    first: Ints
    state: Ints
    other: Ints
    added: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A line: its price, the option of each day, and what each of the counts comes to."""

    price: int
    chosen: tuple[int, ...]


class Pricer:
    """Finds cheapest lines of one person."""

    def __init__(self, line: Line, scale: int) -> None:
        self.line = line
        self.scale = scale
        width = max(len(step.states) for step in line.steps)
        self.axes = _axes(line, width)
        self.loose = [at for at in range(len(line.counts)) if at not in {one.count for one in self.axes}]
        """The counts that nothing here bounds."""
        self.shape = tuple(one.size for one in self.axes)
        self.amounts = [
            tuple(
                np.array([sum(count.amounts.get(one, 0) for one in option) for option in day], dtype=np.int64)
                for day in line.options
            )
            for count in line.counts
        ]
        self._base = [(line.costs[day][step.option] + step.cost) * scale for day, step in enumerate(line.steps)]
        self._into = [self._arcs(day, forward=True) for day in range(len(line.steps))]
        self.effort = A_CELL * prod(self.shape) * sum(len(step.source) for step in line.steps)
        self._out: list[list[Arcs]] | None = None
        self._last = self._ends()

    def _added(self, day: int) -> list[Ints]:
        """What each step adds to each of the axes."""
        step = self.line.steps[day]
        added = []
        for axis in self.axes:
            total = self.amounts[axis.count][day][step.option] // axis.unit
            if axis.count < self.line.spanning:
                total = total + step.begun[:, axis.count]
            added.append(total)
        return added

    def _arcs(self, day: int, *, forward: bool) -> list[Arcs]:
        step = self.line.steps[day]
        each = np.array(self._added(day), dtype=np.int64).reshape(len(self.axes), len(step.option))
        found = []
        for added in sorted({*map(tuple, each.T.tolist())}):
            at = np.flatnonzero((each == np.array(added, dtype=np.int64)[:, None]).all(axis=0))
            near, far = (step.target, step.source) if forward else (step.source, step.target)
            at = at[np.argsort(near[at], kind="stable")]
            states, starts = np.unique(near[at], return_index=True)
            if all(one < size for one, size in zip(added, self.shape, strict=True)):
                found.append(Arcs(at, starts, states, far[at], added))
        return found

    def _ends(self) -> Ints:
        """What the sums cost at the end."""
        total = np.zeros(self.shape, dtype=np.int64)
        for at, one in enumerate(self.axes):
            end = _end(self.line.counts[one.count], one)
            total = total + end.reshape([-1 if at == here else 1 for here in range(len(self.axes))])
        ends: Ints = np.minimum(NEVER, total * self.scale)
        return ends

    def prices(self, option_prices: Sequence[Ints], count_prices: Ints) -> list[Ints]:
        """The price of each step, where each option of a day has one beside its points, and each count beyond."""
        found = []
        for day, step in enumerate(self.line.steps):
            price = option_prices[day]
            for count in self.loose:
                if count_prices[count]:
                    price = price + count_prices[count] * self.amounts[count][day]
            total = self._base[day] + price[step.option]
            for count in self.loose:
                if count < self.line.spanning and count_prices[count]:
                    total = total + count_prices[count] * step.begun[:, count]
            found.append(total)
        return found

    def forward(self, prices: Sequence[Ints]) -> list[Ints]:
        """For each day, state and sums, the least price of reaching it."""
        here = np.full((1, *self.shape), NEVER, dtype=np.int64)
        here.flat[0] = 0
        reached = [here]
        for day, step in enumerate(self.line.steps):
            after = np.full((len(step.states), *self.shape), NEVER, dtype=np.int64)
            for arcs in self._into[day]:
                low, high = self._within(arcs)
                moved = here[low][arcs.other] + self._wide(prices[day][arcs.at])
                least = np.minimum.reduceat(moved, arcs.first, axis=0)
                place = after[high]
                place[arcs.state] = np.minimum(place[arcs.state], least)
            reached.append(after)
            here = after
        return reached

    def backward(self, prices: Sequence[Ints]) -> list[Ints]:
        """For each day, state and sums, the least price of going on from it to the end."""
        if self._out is None:
            self._out = [self._arcs(day, forward=False) for day in range(len(self.line.steps))]
        here = np.broadcast_to(self._last, (len(self.line.steps[-1].states), *self.shape))
        left = [here]
        for day in range(len(self.line.steps) - 1, -1, -1):
            count = len(self.line.steps[day - 1].states) if day else 1
            before = np.full((count, *self.shape), NEVER, dtype=np.int64)
            for arcs in self._out[day]:
                low, high = self._within(arcs)
                moved = here[high][arcs.other] + self._wide(prices[day][arcs.at])
                least = np.minimum.reduceat(moved, arcs.first, axis=0)
                place = before[low]
                place[arcs.state] = np.minimum(place[arcs.state], least)
            left.append(before)
            here = before
        return left[::-1]

    def _within(self, arcs: Arcs) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
        """Of all states, the sums before and after the arcs."""
        low = (slice(0, size - one) for one, size in zip(arcs.added, self.shape, strict=True))
        return (slice(None), *low), (slice(None), *(slice(one, None) for one in arcs.added))

    def _wide(self, prices: Ints) -> Ints:
        """The same for all sums."""
        return prices.reshape(-1, *(1 for _ in self.shape))

    def cheapest(self, prices: Sequence[Ints]) -> Found | None:
        """The cheapest line there is."""
        reached = self.forward(prices)
        total = reached[-1] + self._last
        best = int(total.min())
        if best >= BLOCKED * self.scale // 2:
            return None
        state, *sums = (int(at) for at in np.unravel_index(int(total.argmin()), total.shape))
        chosen = []
        for day in range(len(self.line.steps) - 1, -1, -1):
            step = self.line.steps[day]
            price = reached[day + 1][(state, *sums)]
            at, sums = self._came_by(day, state, sums, int(price), reached[day], prices[day])
            chosen.append(int(step.option[at]))
            state = int(step.source[at])
        return Found(best, tuple(chosen[::-1]))

    def _came_by(
        self, day: int, state: int, sums: list[int], price: int, before: Ints, prices: Ints
    ) -> tuple[int, list[int]]:
        for arcs in self._into[day]:
            was = [total - one for total, one in zip(sums, arcs.added, strict=True)]
            here = np.flatnonzero(arcs.state == state)
            if min(was, default=0) < 0 or not len(here):
                continue
            start = arcs.first[here[0]]
            stop = arcs.first[here[0] + 1] if here[0] + 1 < len(arcs.first) else len(arcs.at)
            reached = before[(arcs.other[start:stop], *was)] + prices[arcs.at[start:stop]]
            fits = np.flatnonzero(reached == price)
            if len(fits):
                return int(arcs.at[start + fits[0]]), was
        raise AssertionError("a state that was reached was reached by some step")

    def through(self, prices: Sequence[Ints]) -> list[Ints]:
        """For each day and option, the price of the cheapest line with it."""
        reached, left = self.forward(prices), self.backward(prices)
        found = []
        for day, options in enumerate(self.line.options):
            least = np.full(len(options), NEVER, dtype=np.int64)
            step = self.line.steps[day]
            for arcs in self._into[day]:
                low, high = self._within(arcs)
                whole = reached[day][low][step.source[arcs.at]]
                whole = whole + left[day + 1][high][step.target[arcs.at]]
                best = whole.reshape(len(whole), -1).min(axis=1) + prices[day][arcs.at]
                np.minimum.at(least, step.option[arcs.at], best)
            found.append(least)
        return found

    def comes_to(self, chosen: Sequence[int]) -> list[int]:
        """What each count comes to."""
        works = [one for day, at in enumerate(chosen) for one in self.line.options[day][at]]
        mine = set(works)
        return [
            sum(count.amounts.get(one, 0) for one in works) + sum(not mine.isdisjoint(one) for one in count.occasions)
            for count in self.line.counts
        ]


def _axes(line: Line, width: int) -> tuple[Axis, ...]:
    """The widest count of occasions over days and the longest sum; then, while they fit, the others, narrowest first.

    A count that is no axis is kept by a mix of lines only on the whole: by one line that passes it and one without.
    """
    every = [axis for at, count in enumerate(line.counts) if (axis := _axis(line, at, count)) is not None]
    every = [one for one in every if one.size * width <= WIDE]
    spanning = [one for one in every if one.count < line.spanning]
    single = [one for one in every if one.count >= line.spanning]
    first = [max(some, key=lambda one: _worth(line, one)) for some in (spanning, single) if some]
    chosen: list[Axis] = []
    for one in (*first, *sorted(every, key=lambda one: one.size)):
        if one not in chosen and prod(each.size for each in (*chosen, one)) * width <= WIDE:
            chosen.append(one)
    return tuple(chosen)


def _worth(line: Line, axis: Axis) -> tuple[int, int]:
    """How much of the line an axis sees."""
    count = line.counts[axis.count]
    return len(count.amounts) + len(count.occasions), axis.size


def _axis(line: Line, at: int, count: Count) -> Axis | None:
    if any(one < 0 for one in count.amounts.values()):
        return None
    unit = gcd(*count.amounts.values(), 1 if count.occasions else 0) or 1
    top = len(count.occasions)
    for day in line.options:
        top += max((sum(count.amounts.get(one, 0) for one in option) for option in day), default=0)
    if count.cost is None and count.most is not None:
        top = min(top, count.most)
    return Axis(at, unit, top // unit + 1) if top >= 0 else None


def _end(count: Count, axis: Axis) -> Ints:
    sums = np.arange(axis.size, dtype=np.int64) * axis.unit
    under = np.maximum(0, (count.least or 0) - sums) if count.least is not None else np.zeros_like(sums)
    over = np.maximum(0, sums - count.most) if count.most is not None else np.zeros_like(sums)
    if count.cost is None:
        return np.where(under + over > 0, BLOCKED, 0)
    return (under + over) * count.cost
