"""Column generation: prices of the rows at which the people's cheapest lines prove what any roster costs.

Each round prices the rows by the best mix of the lines known, somewhat towards the prices that proved most so far
(which keeps them from swinging), asks each person for the cheapest line at those prices, and adds those that would
make the mix cheaper. Any prices prove a bound, so nothing is lost by stopping early.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

import numpy as np

from solver.model import Model
from solver.search.lines.cheapest import BLOCKED, Priced, Pricer
from solver.search.lines.crew import Crews, Found
from solver.search.lines.line import Drawn
from solver.search.lines.master import Master, Mix, Reals
from solver.search.lines.rows import Placed, Row, rows_of
from solver.search.lines.steps import Ints

SCALE = 1024
"""Prices are whole parts of a point, so many to one."""
BARRED = BLOCKED * SCALE // 2
"""The price of what is not to be worked."""
TOWARDS = 0.6
"""How much of the prices stays as it was where most was proved."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of all people and the rows between them."""

    model: Model
    pricers: tuple[Pricer, ...]
    placed: tuple[Placed, ...]
    rows: tuple[Row, ...]
    crews: Crews

    def effort(self) -> float:
        """What asking everybody for a line takes, in the measure of CP-SAT's deterministic time, roughly."""
        return sum(one.effort for one in self.pricers)


def lines_of(model: Model) -> Lines | None:
    """The people's lines, where the problem is a calendar and they say all that is hard for one person."""
    problem = model.problem
    if problem.cycle is not None or not model.variables:
        return None
    costs = [getattr(one, name, None) or 0 for one in problem.limits for name in ("cost", "over_cost")]
    if min(costs, default=0) < 0:
        return None
    drawn = Drawn(model)
    pricers = []
    for person in problem.people:
        line = drawn.line(person)
        if line is None or not line.whole:
            return None
        pricers.append(Pricer(line, SCALE))
    rows = rows_of(problem, pricers)
    return Lines(model, tuple(pricers), tuple(Placed(one, rows) for one in pricers), tuple(rows), Crews(pricers))


@dataclass(frozen=True, slots=True)
class Prices:
    """Row prices and the bound they prove."""

    rows: Ints
    bound: int


class Generation:
    """The lines known so far and the best mix of them; grows round by round."""

    def __init__(self, lines: Lines, *, dear: float, left: Callable[[], float] = lambda: float("inf")) -> None:
        self.lines = lines
        self.master = Master(lines.rows, len(lines.pricers), dear=dear)
        self.columns: list[tuple[int, tuple[int, ...]]] = []
        """Person and line, in the order of the master's columns."""
        self.mix: Mix | None = None
        self.best: Prices | None = None
        self.spent = 0.0
        self.hopeless = False
        """Somebody has no line at all."""
        self._shut: list[Ints | None] = [None for _ in lines.pricers]
        self._known: list[set[tuple[int, ...]]] = [set() for _ in lines.pricers]
        self._left = left

    def mixed(self) -> Mix | None:
        """The best mix of the lines known, where it is found in the seconds that are left."""
        return self.master.solve(self._left())

    def confine(self, shut: Sequence[Set[int]], prices: Prices) -> None:
        """From now on each person works no option that is ``shut``; the options of all days are counted on.

        ``prices`` are to begin with, and what they prove is known.
        """
        self.best, self.mix, self.hopeless = prices, None, False
        for at, (pricer, some) in enumerate(zip(self.lines.pricers, shut, strict=True)):
            barred = np.zeros(sum(len(day) for day in pricer.line.options), dtype=np.int64)
            barred[sorted(some)] = BARRED
            self._shut[at] = barred if some else None
        self.master.confine(
            {
                number
                for number, (at, chosen) in enumerate(self.columns)
                if shut[at] and not shut[at].isdisjoint(self.lines.pricers[at].numbered(chosen))
            }
        )

    def grow(self, over: Callable[[], bool], *, people: Sequence[int] | None = None, towards: float = TOWARDS) -> bool:
        """One round for these people: True where some line made the mix cheaper, so another may.

        Afterwards ``mix`` is the best mix of what was known before. A bound is proved only by all people.
        """
        self.mix = self.mixed()
        if self.mix is None:
            return False
        exact = _whole(self.lines, self.mix.rows)
        tried = exact
        if self.best is not None and people is None:
            tried = (towards * self.best.rows + (1 - towards) * exact).astype(np.int64)
            if self.best.bound >= self.mix.cost - 1e-3:
                return False
        return self._asked(tried, people, over) or (tried is not exact and self._asked(exact, people, over))

    def _asked(self, tried: Ints, people: Sequence[int] | None, over: Callable[[], bool]) -> bool:
        """Ask each person for the cheapest line at the prices; True where one was worth adding."""
        assert self.mix is not None
        total = sum(row.worth(int(one)) for row, one in zip(self.lines.rows, tried, strict=True))
        added = False
        lines = self.lines
        asked = range(len(lines.pricers)) if people is None else people
        for crew in lines.crews.of(asked):
            if over():
                return False
            found = crew.cheapest({at: self._priced(at, tried) for at in crew.people if at in asked})
            for at, one in found.items():
                self.spent += lines.pricers[at].effort
                if one is None:
                    self.hopeless = True
                    return False
                total += one.price
                added = self._taken(at, one, tried) or added
        if people is None and (self.best is None or -(-total // SCALE) > self.best.bound):
            self.best = Prices(tried, -(-total // SCALE))
        return added

    def _priced(self, at: int, tried: Ints) -> Priced:
        options, counts = self.lines.placed[at].prices(tried)
        shut = self._shut[at]
        return self.lines.pricers[at].prices(options if shut is None else options + shut, counts)

    def _taken(self, at: int, found: Found, tried: Ints) -> bool:
        """Add the line, where it is new and makes the mix cheaper."""
        if self.mix is None or found.chosen in self._known[at]:
            return False
        given = self.lines.placed[at].given(found.chosen)
        cost = (found.price + sum(int(tried[row]) * amount for row, amount in given.items())) // SCALE
        worth = cost - sum(float(self.mix.rows[row]) * amount for row, amount in given.items())
        if worth >= self.mix.walks[at] - 1e-6:
            return False
        self.add(at, found.chosen, cost, given)
        return True

    def add(self, at: int, chosen: tuple[int, ...], cost: int, given: dict[int, int]) -> None:
        self._known[at].add(chosen)
        self.columns.append((at, chosen))
        self.master.add(at, cost, given)


def _whole(lines: Lines, worth: Reals) -> Ints:
    """The same in whole parts of a point, and within what a unit can be worth."""
    rounded = np.rint(worth * SCALE).astype(np.int64)
    return np.array([row.within(int(one), SCALE) for row, one in zip(lines.rows, rounded, strict=True)], dtype=np.int64)
