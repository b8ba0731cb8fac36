"""What binds the people of a problem together, and the counts of their lines that only prices bound: linear rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from solver.problem import Cover, Minutes, Problem, places_of
from solver.search.lines.cheapest import Pricer
from solver.search.lines.steps import Ints


@dataclass(frozen=True, slots=True)
class Row:
    """A sum within limits; each unit ``under`` or ``over`` costs so much, None where it may not be.

    The sum is of ``works`` (person and shift), or of one ``count`` (person and number) of a line.
    """

    least: int | None
    most: int | None
    under: int | None
    over: int | None
    works: Mapping[tuple[str, str], int]
    count: tuple[str, int] | None = None

    def within(self, price: int, scale: int) -> int:
        """The price, brought within what a unit can be worth."""
        low = 0 if self.most is None else -self.over * scale if self.over is not None else price
        high = 0 if self.least is None else self.under * scale if self.under is not None else price
        return min(max(price, low), high)

    def passed(self, total: int) -> int:
        """1 for a sum that is too small, -1 for one too large, 0 for one within the limits."""
        if self.least is not None and total < self.least:
            return 1
        return -1 if self.most is not None and total > self.most else 0

    def worth(self, price: int) -> int:
        """What the limits are worth at that price: no more than the sum at that price and what it costs."""
        return price * ((self.least or 0) if price > 0 else (self.most or 0))


def rows_of(problem: Problem, pricers: Sequence[Pricer]) -> list[Row]:
    """The rows of all limits that are seen as such; what other limits cost is not in them."""
    past = {(one.id, shift) for one in problem.people for shift in one.past}
    everybody = [one.id for one in problem.people]
    found = []
    for limit in problem.limits:
        if isinstance(limit, Cover):
            counted = [(place, 1) for place in places_of(everybody, limit)]
            least, most, under, over = limit.least or None, limit.most, limit.cost, limit.over_cost
        elif isinstance(limit, Minutes) and limit.person is None:
            who = everybody if limit.people is None else limit.people
            counted = [((person, one), amount) for one, amount in limit.amounts for person in who]
            least, most, under, over = limit.least, limit.most, limit.cost, limit.cost
        else:
            continue
        base = limit.base if isinstance(limit, Minutes) else 0
        works: dict[tuple[str, str], int] = {}
        for place, amount in counted:
            if place in past:
                base += amount
            elif problem.shift[place[1]].start >= 0:
                works[place] = works.get(place, 0) + amount
        found.append(Row(_less(least, base), _less(most, base), under, over, works))
    found = _telling(found)
    for pricer in pricers:
        for at in pricer.loose:
            count = pricer.line.counts[at]
            found.append(Row(count.least, count.most, count.cost, count.cost, {}, (pricer.line.person, at)))
    return found


def _telling(rows: list[Row]) -> list[Row]:
    """Those that ask for something that no other of the same sum asks for already and must have."""
    owed: dict[frozenset[tuple[tuple[str, str], int]], int] = {}
    for row in rows:
        if row.least is not None and row.under is None:
            of = frozenset(row.works.items())
            owed[of] = max(owed.get(of, row.least), row.least)
    return [
        row
        for row in rows
        if row.most is not None
        or (
            row.least is not None
            and (row.under is None or owed.get(frozenset(row.works.items()), row.least - 1) < row.least)
        )
    ]


def _less(bound: int | None, base: int) -> int | None:
    return None if bound is None else bound - base


class Placed:
    """Where the rows meet one person's line: the price of each option and of each count, from prices of rows."""

    def __init__(self, pricer: Pricer, rows: Sequence[Row]) -> None:
        self.pricer = pricer
        line = pricer.line
        of: dict[str, list[tuple[int, int]]] = {}
        self.counts: list[tuple[int, int]] = []
        for at, row in enumerate(rows):
            for (person, shift), amount in row.works.items():
                if person == line.person:
                    of.setdefault(shift, []).append((at, amount))
            if row.count is not None and row.count[0] == line.person:
                self.counts.append((at, row.count[1]))
        starts = np.cumsum([0, *(len(day) for day in line.options)])
        self._options = int(starts[-1])
        self.meets: list[list[list[tuple[int, int]]]] = [
            [[one for shift in option for one in of.get(shift, ())] for option in day] for day in line.options
        ]
        flat = [
            (starts[day] + at, row, amount)
            for day, options in enumerate(self.meets)
            for at, met in enumerate(options)
            for row, amount in met
        ]
        self.cell, self.row, self.amount = np.array(flat, dtype=np.int64).reshape(-1, 3).T

    def prices(self, row_prices: Ints) -> tuple[Ints, Ints]:
        """What each option and each count is charged: what it gives to a row that is short is taken off.

        The options of all days come one after the other.
        """
        flat = np.zeros(self._options, dtype=np.int64)
        np.subtract.at(flat, self.cell, self.amount * row_prices[self.row])
        counts = np.zeros(len(self.pricer.line.counts), dtype=np.int64)
        for row, count in self.counts:
            counts[count] -= row_prices[row]
        return flat, counts

    def given(self, chosen: Sequence[int]) -> dict[int, int]:
        """What a line gives to each row."""
        found: dict[int, int] = {}
        for day, at in enumerate(chosen):
            for row, amount in self.meets[day][at]:
                found[row] = found.get(row, 0) + amount
        sums = self.pricer.comes_to(chosen) if self.counts else []
        for row, count in self.counts:
            if sums[count]:
                found[row] = found.get(row, 0) + sums[count]
        return found
