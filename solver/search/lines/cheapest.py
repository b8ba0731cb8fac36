"""The cheapest line of a person, day by day over all that must be remembered.

Counts are remembered as axes while there is room: first one of occasions over several days, and one of minutes on the
grid of their greatest common divisor. All is in whole numbers, so what is proved of a line is true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd, prod

import numpy as np

from solver.search.lines.cells import NEVER, Cells, Moves, places
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
    """What each step costs, day by day, and each option beside it: the options of all days, one after the other.

    A step has the price of the cheapest option of its letter.
    """

    steps: tuple[Ints, ...]
    options: Ints
    letters: Ints


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
        self._pieces = places([len(step.letter) for step in line.steps])
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
        self._base = np.concatenate([step.cost for step in line.steps]) * scale
        self._points = np.concatenate(line.costs) * scale
        self._in_all = {count: np.concatenate(self.amounts[count]) for count in self.loose}
        begun = np.concatenate([step.begun for step in line.steps])
        self._begun = {count: begun[:, count] for count in self.loose if count < line.spanning}
        self.effort = A_CELL * prod(self.shape) * len(self._letter)
        self._kept, added = self._added()
        self._cells = Cells(self.shape, added)
        self._offset = [self._cells.offset(one) for one in added]
        self._into = self._moves_in()
        self._out: list[Moves] | None = None
        self._last = self._cells.laid(self._ends())

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

    def _moves_in(self) -> list[Moves]:
        """The steps of each day as moves forward."""
        found: list[Moves] = []
        for step, kept, offset in zip(self.line.steps, self._kept, self._offset, strict=True):
            rank = found[-1].rank if found else np.zeros(1, dtype=np.int64)
            begins = self._cells.begins(rank[step.source[kept]]) - offset
            found.append(self._cells.moves(step.target[kept], begins, kept, len(step.states)))
        return found

    def _moves_out(self) -> list[Moves]:
        """The steps of each day as moves backward, the last day first."""
        found: list[Moves] = []
        for day in range(len(self.line.steps) - 1, -1, -1):
            step, kept = self.line.steps[day], self._kept[day]
            rank = found[-1].rank if found else np.arange(len(step.states))
            begins = self._cells.begins(rank[step.target[kept]]) + self._offset[day]
            found.append(self._cells.moves(step.source[kept], begins, kept, self._states(day)))
        return found

    def _states(self, day: int) -> int:
        """How many there are before the day."""
        return len(self.line.steps[day - 1].states) if day else 1

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
        return Priced(tuple(total[piece] for piece in self._pieces), price, letters)

    def forward(self, prices: Priced) -> list[Ints]:
        """For each day, state and sums, the least price of reaching it."""
        here = self._cells.unreached(1)
        here[self._cells.width] = 0
        reached = [here]
        for moves, price in zip(self._into, prices.steps, strict=True):
            reached.append(self._cells.after(reached[-1], moves, price))
        return reached

    def backward(self, prices: Priced) -> list[Ints]:
        """For each day, state and sums, the least price of going on from it to the end."""
        if self._out is None:
            self._out = self._moves_out()
        here = self._cells.unreached(len(self.line.steps[-1].states))
        self._cells.states(here)[:] = self._last
        left = [here]
        for moves, price in zip(self._out, reversed(prices.steps), strict=True):
            left.append(self._cells.after(left[-1], moves, price))
        return left[::-1]

    def cheapest(self, prices: Priced) -> Found | None:
        """The cheapest line there is."""
        reached = self.forward(prices)
        total = self._cells.states(reached[-1]) + self._last
        place = int(total.argmin())
        best = int(total.flat[place])
        if best >= BLOCKED * self.scale // 4:
            return None
        place += self._cells.width
        chosen = []
        for day in range(len(self.line.steps) - 1, -1, -1):
            at, place = self._came_by(day, place, int(reached[day + 1][place]), reached[day], prices.steps[day])
            spelled = np.flatnonzero(self.line.letters[day] == self.line.steps[day].letter[at])
            chosen.append(int(spelled[prices.options[self._days[day]][spelled].argmin()]))
        return Found(best, tuple(chosen[::-1]))

    def _came_by(self, day: int, place: int, price: int, before: Ints, prices: Ints) -> tuple[int, int]:
        """The step by which a place was reached at that price, and from where."""
        moves = self._into[day]
        rank, among = self._cells.sums(place)
        for slab in moves.slabs:
            if rank >= slab.stop - slab.start:
                break
            at, came = int(moves.step[slab.start + rank]), int(moves.begin[slab.start + rank]) + among
            if int(before[came]) + int(prices[at]) == price:
                return at, came
        raise AssertionError("a state that was reached was reached by some step")

    def through(self, prices: Priced) -> list[Ints]:
        """For each day and option, the price of the cheapest line with it."""
        reached, left = self.forward(prices), self.backward(prices)
        found = []
        for day, letters in enumerate(self.line.letters):
            spelled = prices.letters[self._alphabets[day]]
            least = np.full(len(spelled), NEVER, dtype=np.int64)
            step, kept = self.line.steps[day], self._kept[day]
            before = self._into[day - 1].rank if day else np.zeros(1, dtype=np.int64)
            whole = self._cells.states(reached[day])[before[step.source[kept]]]
            after = self._out_rank(day)[step.target[kept]]
            whole += self._cells.moved(left[day + 1], self._cells.begins(after) + self._offset[day])
            np.minimum.at(least, step.letter[kept], whole.min(axis=1, initial=NEVER) + prices.steps[day][kept])
            found.append((least - spelled)[letters] + prices.options[self._days[day]])
        return found

    def _out_rank(self, day: int) -> Ints:
        """Where the states after the day lie on the way back."""
        assert self._out is not None
        behind = len(self.line.steps) - 2 - day
        return self._out[behind].rank if behind >= 0 else np.arange(len(self.line.steps[day].states))

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
