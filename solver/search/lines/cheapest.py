"""What a person's lines cost, day by day over all that must be remembered.

Counts are remembered as axes while there is room: first one of occasions over several days, and one of minutes on the
grid of their greatest common divisor. All is in whole numbers, so what is proved of a line is true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd, prod

import numpy as np

from solver.search.lines.bands import Band, bands_of
from solver.search.lines.cells import LIGHT, NEVER, Way, places
from solver.search.lines.line import Count, Line
from solver.search.lines.steps import Ints

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
class Priced:
    """What each step and each option beside it costs: those of all days, one after the other.

    A step has the price of the cheapest option of its letter.
    """

    steps: Ints
    options: Ints
    letters: Ints
    light: bool
    """All together are small enough to be added up in 4 bytes."""


class Pricer:
    """What one person's lines cost: the way of each step by step, at prices of its options and counts."""

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
        steps = places([len(step.letter) for step in line.steps])
        self._firsts = np.array([piece.start for piece in steps])
        self._days = places([len(day) for day in line.options])
        spelled = [int(day.max()) + 1 for day in line.letters]
        self._alphabets = places(spelled)
        letters = [day + of.start for day, of in zip(line.letters, self._alphabets, strict=True)]
        self._letters = np.concatenate(letters)
        self._by_letter = np.argsort(self._letters, kind="stable")
        self._spells = np.searchsorted(self._letters[self._by_letter], np.arange(sum(spelled)))
        self._letter = np.concatenate(
            [step.letter + of.start for step, of in zip(line.steps, self._alphabets, strict=True)]
        )
        self._spelled = [np.flatnonzero(day == one).tolist() for day in line.letters for one in range(day.max() + 1)]
        """By letter, counted on from day to day, the options that are spelled so."""
        self._base = np.concatenate([step.cost for step in line.steps]) * scale
        self._points = np.concatenate(line.costs) * scale
        self._in_all = {count: np.concatenate(self.amounts[count]) for count in self.loose}
        begun = np.concatenate([step.begun for step in line.steps])
        self._begun = {count: begun[:, count] for count in self.loose if count < line.spanning}
        self._letter_of_step = self._letter.tolist()
        self.way = self._way(steps)
        self._last_reach = int(self.way.ends[self.way.ends < BLOCKED * scale // 4].max(initial=0))
        self.effort = A_CELL * prod(self.way.padded()) * len(self._letter)

    def _way(self, steps: Sequence[slice]) -> Way:
        kept, added = self._added()
        source = tuple(step.source[fits] for step, fits in zip(self.line.steps, kept, strict=True))
        target = tuple(step.target[fits] for step, fits in zip(self.line.steps, kept, strict=True))
        states = (1, *(len(step.states) for step in self.line.steps))
        ends = self._ends()
        bands = self._bands(source, target, added, states, ends)
        on = tuple(fits + piece.start for fits, piece in zip(kept, steps, strict=True))
        return Way(self.shape, states, bands, source, target, on, tuple(added), ends)

    def _added(self) -> tuple[list[Ints], list[Ints]]:
        """For each day the steps that no axis is too short for, and what each adds to each of the axes."""
        kept, added = [], []
        for day, (step, letters) in enumerate(zip(self.line.steps, self.line.letters, strict=True)):
            each = np.zeros((len(self.axes), len(step.letter)), dtype=np.int64)
            first = np.unique(letters, return_index=True)[1]
            for at, axis in enumerate(self.axes):
                each[at] = self.amounts[axis.count][day][first[step.letter]] // axis.unit
                if axis.count < self.line.spanning:
                    each[at] += step.begun[:, axis.count]
            fits = np.flatnonzero((each < np.array(self.shape, dtype=np.int64)[:, None]).all(axis=0))
            kept.append(fits)
            added.append(each[:, fits])
        return kept, added

    def _bands(
        self,
        source: Sequence[Ints],
        target: Sequence[Ints],
        added: Sequence[Ints],
        states: Sequence[int],
        ends: Ints,
    ) -> tuple[Band, ...]:
        """What can be of the first axis on a line that ends where nothing is forbidden."""
        if not self.axes:
            return (Band(0, 1),) * len(states)
        arcs = [
            list(zip(one.tolist(), other.tolist(), each[0].tolist(), strict=True))
            for one, other, each in zip(source, target, added, strict=True)
        ]
        least = ends.reshape(len(ends), -1).min(axis=1)
        return tuple(bands_of(arcs, states, (least < BLOCKED * self.scale // 4).tolist()))

    def _ends(self) -> Ints:
        """What the sums cost at the end."""
        total = np.zeros(self.shape, dtype=np.int64)
        for at, one in enumerate(self.axes):
            end = _end(self.line.counts[one.count], one)
            total = total + end.reshape([-1 if at == here else 1 for here in range(len(self.axes))])
        ends: Ints = np.minimum(NEVER, total * self.scale)
        return ends

    def prices(self, option_prices: Ints, count_prices: Ints) -> Priced:
        """The price of each step, where each option of a day has one beside its points, and each count beyond.

        The options of all days come one after the other.
        """
        price = option_prices + self._points
        for count in self.loose:
            if count_prices[count]:
                price = price + count_prices[count] * self._in_all[count]
        letters = np.minimum.reduceat(price[self._by_letter], self._spells)
        total = self._base + letters[self._letter]
        for count, begun in self._begun.items():
            if count_prices[count]:
                total = total + count_prices[count] * begun
        reach = int(np.maximum.reduceat(np.abs(total), self._firsts).sum()) + self._last_reach
        return Priced(total, price, letters, reach < LIGHT)

    def spelled(self, steps: Sequence[int], prices: Priced) -> tuple[int, ...]:
        """The cheapest option of each day that has the letter of its step."""
        options = prices.options.tolist()
        return tuple(
            min(self._spelled[self._letter_of_step[step]], key=lambda one: options[day.start + one])
            for day, step in zip(self._days, steps, strict=True)
        )

    def with_each(self, prices: Priced, day: int, through: Ints) -> Ints:
        """The price of the cheapest line with each option of the day, of those ``through`` each step of the way."""
        spelled = prices.letters[self._alphabets[day]]
        least = np.full(len(spelled), NEVER, dtype=np.int64)
        step = self.way.step[day]
        np.minimum.at(least, self._letter[step] - self._alphabets[day].start, through)
        return (least - spelled)[self.line.letters[day]] + prices.options[self._days[day]]

    def numbered(self, chosen: Sequence[int]) -> list[int]:
        """The options of a line, counted on from day to day."""
        return [day.start + at for day, at in zip(self._days, chosen, strict=True)]

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
    return tuple(sorted(chosen, key=lambda one: -one.size))


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
