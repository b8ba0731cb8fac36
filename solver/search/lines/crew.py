"""The cheapest lines of some people, found together: a day of all of them is one step along one row of numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from solver.search.lines.cells import LIGHT_NEVER, NEVER, Cells, Laid, Moves, Row, Scratch, Way, shared
from solver.search.lines.cheapest import BLOCKED, Priced, Pricer
from solver.search.lines.steps import Ints

BROAD = 1 << 16
"""Numbers of one day that are not passed by taking several people together."""
WASTE = 1.3
"""How many times as many numbers as each alone has they may have together, where their axes differ."""
IDLE = 0.7
"""The part of a crew that has to be asked, lest another crew is made."""


@dataclass(frozen=True, slots=True)
class Found:
    """A line: its price and the option of each day."""

    price: int
    chosen: tuple[int, ...]


class Crew:
    """Finds cheapest lines of these people; every thread has rows of its own in the ``scratch``."""

    def __init__(self, people: Sequence[int], pricers: Sequence[Pricer], scratch: Scratch) -> None:
        self.people = tuple(people)
        """The number of each."""
        self.pricers = tuple(pricers)
        self._scratch = scratch
        ways = [one.way for one in pricers]
        self._cells = Cells(ways)
        self._states = [sum(some) for some in zip(*(one.states for one in ways), strict=True)]
        self._source = _joined([one.source for one in ways], [one.states[:-1] for one in ways])
        self._target = _joined([one.target for one in ways], [one.states[1:] for one in ways])
        steps = [sum(len(day.letter) for day in one.line.steps) for one in pricers]
        self._step = _joined([one.step for one in ways], [(count,) * len(ways[0].step) for count in steps])
        self._from = [int(one) for one in np.cumsum([0, *steps])]
        self._after = [int(one) for one in np.cumsum([0, *(one.states[-1] for one in ways)])]
        self._into = self._moves_in()
        self._out: list[Moves] = []
        self._last = np.repeat([self._cells.laid(one) for one in ways], [one.states[-1] for one in ways], axis=0)
        self._light_last = np.where(self._last >= BLOCKED, LIGHT_NEVER, self._last).astype(np.int32)

    def _moves_in(self) -> list[Moves]:
        """The steps of each day as moves forward."""
        found: list[Moves] = []
        for day, (source, target) in enumerate(zip(self._source, self._target, strict=True)):
            rank = found[-1].rank if found else np.arange(self._states[0])
            begins = self._cells.begins_before(day, rank[source])
            found.append(self._cells.moves(target, begins, self._step[day], self._states[day + 1]))
        return found

    def _moves_out(self) -> list[Moves]:
        """The steps of each day as moves backward, the last day first."""
        found: list[Moves] = []
        for day in range(len(self._step) - 1, -1, -1):
            rank = found[-1].rank if found else np.arange(self._states[-1])
            begins = self._cells.begins_behind(day, rank[self._target[day]])
            found.append(self._cells.moves(self._source[day], begins, self._step[day], self._states[day]))
        return found

    def _forward(self, prices: Sequence[Priced]) -> tuple[Laid, Ints]:
        """For each day, state and sums, the least price of reaching it, and the price of each step."""
        light = all(one.light for one in prices)
        laid = self._cells.empty(self._scratch, "forward", light)
        begin = self._cells.of_day(laid, 0)
        begin[:] = laid.never
        begin[:, 0] = 0
        every = np.concatenate([one.steps for one in prices])
        steps = every.astype(laid.row.dtype)[:, None]
        for day, moves in enumerate(self._into, 1):
            self._cells.step(laid, day, moves, steps[moves.step])
        return laid, every

    def _backward(self, prices: Sequence[Priced]) -> Laid:
        """For each day, state and sums, the least price of going on to the end."""
        if not self._out:
            self._out = self._moves_out()
        light = all(one.light for one in prices)
        laid = self._cells.empty(self._scratch, "backward", light)
        days = len(self._out)
        self._cells.of_day(laid, days)[:] = self._light_last if light else self._last
        steps = np.concatenate([one.steps for one in prices]).astype(laid.row.dtype)[:, None]
        for day, moves in enumerate(self._out, 1):
            self._cells.step(laid, days - day, moves, steps[moves.step])
        return laid

    def cheapest(self, asked: Mapping[int, Priced]) -> dict[int, Found | None]:
        """The cheapest line of each of the people for whom there are prices, by number; None where there is none."""
        reached, every = self._forward(
            [asked.get(at) or _idle(one) for at, one in zip(self.people, self.pricers, strict=True)]
        )
        rank = self._into[-1].rank
        last = self._light_last if reached.never == LIGHT_NEVER else self._last
        total = self._cells.of_day(reached, len(self._into))[rank] + last
        return {
            who: self._traced(at, reached.row, every, asked[who], total[slice(*self._after[at : at + 2])], rank)
            for at, who in enumerate(self.people)
            if who in asked
        }

    def _traced(self, at: int, row: Row, every: Ints, priced: Priced, total: Row, rank: Ints) -> Found | None:
        """The line that ends in the least of these sums."""
        place = int(total.argmin())
        best = total.item(place)
        if best >= (LIGHT_NEVER // 2 if total.dtype == np.int32 else BLOCKED * self.pricers[at].scale // 4):
            return None
        state, among = divmod(place, self._cells.width)
        here = self._cells.place(len(self._into), rank.item(self._after[at] + state), among)
        steps = []
        for day in range(len(self._into) - 1, -1, -1):
            step, here = self._came_by(day, here, row, every)
            steps.append(step - self._from[at])
        return Found(best, self.pricers[at].spelled(steps[::-1], priced))

    def _came_by(self, day: int, place: int, row: Row, prices: Ints) -> tuple[int, int]:
        """The step by which a place was reached, and from where."""
        moves, price = self._into[day], row.item(place)
        rank, among = self._cells.sums(day + 1, place)
        for slab in moves.slabs:
            if rank >= slab.stop - slab.start:
                break
            step, came = moves.step.item(slab.start + rank), moves.begin.item(slab.start + rank) + among
            if row.item(came) + prices.item(step) == price:
                return step, came
        raise AssertionError("a state that was reached was reached by some step")

    def through(self, prices: Priced) -> list[Ints]:
        """For each day and option of one who is a crew alone, the price of the cheapest line with it."""
        (pricer,) = self.pricers
        (reached, every), left = self._forward([prices]), self._backward([prices])
        found = []
        for day, step in enumerate(self._step):
            before = self._into[day - 1].rank if day else np.zeros(1, dtype=np.int64)
            whole = self._cells.of_day(reached, day)[before[self._source[day]]]
            whole += left.windows[self._cells.begins_behind(day, self._out_rank(day)[self._target[day]])]
            least = whole.min(axis=1).astype(np.int64)
            least[least >= reached.never // 2] = NEVER
            found.append(pricer.with_each(prices, day, least + every[step]))
        return found

    def _out_rank(self, day: int) -> Ints:
        """Where the states after the day lie on the way back."""
        behind = len(self._out) - 2 - day
        return self._out[behind].rank if behind >= 0 else np.arange(self._states[-1])


def _joined(parts: Sequence[Sequence[Ints]], counts: Sequence[Sequence[int]]) -> list[Ints]:
    """By day the numbers of all, where each has so many of its own, counted on from one to the next."""
    found = []
    for day, of_day in enumerate(zip(*parts, strict=True)):
        starts = np.cumsum([0, *(one[day] for one in counts)])[:-1]
        found.append(np.concatenate([one + start for one, start in zip(of_day, starts, strict=True)]))
    return found


def _idle(pricer: Pricer) -> Priced:
    """Prices of one who is not asked."""
    none = np.zeros(0, dtype=np.int64)
    return Priced(np.zeros(sum(len(day.letter) for day in pricer.line.steps), dtype=np.int64), none, none, True)


class Crews:
    """Crews of all people, or of some; what was made is kept for the next who are asked."""

    def __init__(self, pricers: Sequence[Pricer]) -> None:
        self._pricers = pricers
        self._scratch = Scratch()
        self._alone: dict[int, Crew] = {}
        self._all: list[Crew] = []
        self._some: list[Crew] = []

    def alone(self, at: int) -> Crew:
        """One alone."""
        if at not in self._alone:
            self._alone[at] = Crew([at], [self._pricers[at]], self._scratch)
        return self._alone[at]

    def of(self, people: Sequence[int]) -> list[Crew]:
        """Crews that hold these, and few others."""
        if not self._all:
            self._all = self._made(range(len(self._pricers)))
        wanted = set(people)
        for crews in (self._all, self._some):
            found = [one for one in crews if not wanted.isdisjoint(one.people)]
            held = [at for one in found for at in one.people]
            if wanted <= set(held) and IDLE * len(held) <= len(wanted):
                return found
        self._some = self._made(people)
        return self._some

    def _made(self, people: Sequence[int]) -> list[Crew]:
        return [
            Crew(some, [self._pricers[at] for at in some], self._scratch)
            for some in _crews([self._pricers[at].way for at in people], people)
        ]


def _crews(ways: Sequence[Way], people: Sequence[int]) -> Iterator[list[int]]:
    """All of them, those together who then have as many numbers as each has alone, or nearly."""
    padded = [one.padded() for one in ways]
    crew: list[int] = []
    for at in sorted(range(len(ways)), key=lambda at: padded[at]):
        if crew and not _together([ways[one] for one in (*crew, at)], [padded[one] for one in (*crew, at)]):
            yield [people[one] for one in crew]
            crew = []
        crew.append(at)
    if crew:
        yield [people[one] for one in crew]


def _together(ways: Sequence[Way], padded: Sequence[tuple[int, ...]]) -> bool:
    states = [max(one.states) for one in ways]
    alone = sum(count * prod(one) for count, one in zip(states, padded, strict=True))
    return sum(states) * prod(shared(padded)) <= min(BROAD, WASTE * alone)
