"""What no cover with so many kinds is below, and how much more one costs that uses a given kind.

Each row of the need gets a price (the dual values of the linear program), and a kind earns the prices of what it
covers less its time. Whatever the prices, no cover has less than the sum of them all less what the best kinds earn:
every row is paid for, and only so many kinds earn. One that uses a kind which earns less has it for the last of those.
The prices are made whole first, so that the bound holds exactly.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from ortools.linear_solver.python import model_builder as mb

from solver.covering.ring import Column, Ring
from solver.search.run import POLL

_WHOLE = 1 << 20
"""A price is a whole number of so many parts of a step."""

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Prices:
    """No cover has fewer steps than ``bound``; none that uses a column has fewer than its ``with_column``."""

    bound: int
    with_column: tuple[int, ...]


def prices(ring: Ring, kinds: int, over: Stop) -> Prices:
    """What holds with so many kinds besides those that are held; poor where it is over before the prices are known."""
    all_of, first = _duals(ring, kinds, over)
    paid = sum(price * row.need for price, row in zip(all_of, ring.rows, strict=True)) + sum(first)
    once = _sums(ring, [a + b for a, b in zip(all_of, first, strict=True)])
    again = _sums(ring, all_of)
    costs = [_cost(ring, column, once, again) for column in ring.columns]
    spent, beyond = paid, []
    for number in range(len(ring.clock.held)):
        cheapest = min(cost for cost, one in zip(costs, ring.columns, strict=True) if one.held == number)
        spent += cheapest
        beyond.append(cheapest)
    earned = sorted(min(0, cost) for cost, one in zip(costs, ring.columns, strict=True) if one.held is None)[:kinds]
    spent += sum(earned)
    last = earned[-1] if len(earned) == kinds and earned else 0
    least = tuple(
        spent + (max(0, cost - last) if one.held is None else cost - beyond[one.held])
        for cost, one in zip(costs, ring.columns, strict=True)
    )
    return Prices(_steps(spent, ring), tuple(_steps(one, ring) for one in least))


def _steps(parts: int, ring: Ring) -> int:
    """Whole units, rounded up, in steps of the clock."""
    return -(-parts // _WHOLE) * ring.unit


def _sums(ring: Ring, of_rows: Sequence[int]) -> list[list[int]]:
    """For each sort of day what is paid from the cut until each step, on that day and the next."""
    paid = [[0] * (2 * ring.steps) for _ in ring.sorts]
    for price, row in zip(of_rows, ring.rows, strict=True):
        paid[row.after][row.step] += price
        paid[row.before][row.step + ring.steps] += price
    return [list(accumulate(one, initial=0)) for one in paid]


def _cost(ring: Ring, column: Column, once: list[list[int]], again: list[list[int]]) -> int:
    """The time of a kind less the prices of what it covers, with as many on each sort of day as cost least."""
    cost = 0
    end = column.start + column.length
    for sort in column.sorts:
        time = column.length * ring.often[sort] * _WHOLE
        one = time - once[sort][end] + once[sort][column.start]
        if column.held is not None:
            cost += one
            continue
        more = time - again[sort][end] + again[sort][column.start]
        cost += min(0, one, one + (ring.most(column, sort) - 1) * more)
    return cost


def _duals(ring: Ring, kinds: int, over: Stop) -> tuple[list[int], list[int]]:
    """The price of each row for all that cover it, and for the first of each kind that do; all 0 where it was over."""
    model = mb.Model()  # type: ignore[no-untyped-call]
    covering: list[list[Any]] = [[] for _ in ring.rows]
    first: list[list[Any]] = [[] for _ in ring.rows]
    there, cost = [], []
    for column in ring.columns:
        there.append(model.new_num_var(0, 1, ""))
        used: dict[int, list[Any]] = {}
        for sort in column.sorts:
            used[sort] = [there[-1]] if column.held is not None else []
            while len(used[sort]) < ring.most(column, sort):
                used[sort].append(model.new_num_var(0, 1, ""))
                model.add(used[sort][-1] <= (used[sort][-2] if len(used[sort]) > 1 else there[-1]))
            cost += [column.length * ring.often[sort] * one for one in used[sort]]
        for at, sort in ring.rows_of(column):
            covering[at] += used[sort]
            first[at].append(used[sort][0])
    several = {at for at, row in enumerate(ring.rows) if max(ring.sorts[row.after]) > 1}
    rows: list[Any] = [model.add(mb.LinearExpr.sum(covering[at]) >= row.need) for at, row in enumerate(ring.rows)]
    firsts: dict[int, Any] = {at: model.add(mb.LinearExpr.sum(first[at]) >= 1) for at in several}
    for held in (None, *range(len(ring.clock.held))):
        those = mb.LinearExpr.sum([bit for bit, one in zip(there, ring.columns, strict=True) if one.held == held])
        model.add(those <= kinds if held is None else those == 1)
    model.minimize(mb.LinearExpr.sum(cost))
    solver = _solved(model, over)
    if solver is None:
        return [0] * len(rows), [0] * len(rows)
    return (
        [_whole(solver.dual_value(one)) for one in rows],
        [_whole(solver.dual_value(firsts[at])) if at in firsts else 0 for at in range(len(rows))],
    )


def _solved(model: mb.Model, over: Stop) -> mb.Solver | None:
    """GLOP with what it found; None where it found no best answer, or was over before. ``over`` is asked here."""
    solver = mb.Solver("glop")
    ended: list[mb.SolveStatus] = []
    thread = threading.Thread(target=lambda: ended.append(solver.solve(model)), daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(POLL)
            if thread.is_alive() and over():
                solver.stop_search()  # type: ignore[no-untyped-call]
    except BaseException:
        solver.stop_search()  # type: ignore[no-untyped-call]
        thread.join()
        raise
    return solver if ended and ended[0] == mb.SolveStatus.OPTIMAL else None


def _whole(price: float) -> int:
    return max(0, round(price * _WHOLE))
