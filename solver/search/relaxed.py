"""What every roster costs at the least, by a linear program: shifts may be given in parts.

Hours beyond contract or short of it that no roster gets round (the need is more than the positions, or less) show
there, within seconds also where the weeks are many. The prices of the program are made whole numbers, and what these
prove is added up exactly: however the program rounds, it holds.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from math import inf
from typing import Any

import numpy as np
from ortools.glop import parameters_pb2
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.util.python.solve_interrupter import SolveInterrupter

from solver.glop import optimal
from solver.model.logic import FAR
from solver.prices import STEP
from solver.search.course import Course
from solver.search.grouped import Ints
from solver.search.improve import Improving
from solver.search.rows import Rows
from solver.search.threads import in_threads

FINE = 1 << 24
"""Parts of a point that a price is a whole number of."""
CLOSE_IS_ENOUGH = parameters_pb2.GlopParameters(change_status_to_imprecise=False)
"""Prices that are a little off prove a little less."""


class Relaxed:
    """The bound, in one thread for so many ``seconds`` at the most, while others search.

    After what comes ``first``, and once no dear breach is surely mended next: help comes before proofs.
    """

    def __init__(self, course: Course, *, seconds: float, first: Callable[[Improving], None] | None = None) -> None:
        self._course = course
        self._seconds = seconds
        self._first = first

    def __call__(self, improving: Improving) -> None:
        """Whatever is proven is told to the course."""
        if self._first is not None:
            self._first(improving)
        while improving.pressing and not improving.over():
            improving.step()
        until = self._course.elapsed() + self._seconds
        rows, choices = self._course.parts.rows, self._course.model.variables.values()
        found = least_cost(rows, choices, over=lambda: improving.over() or self._course.elapsed() >= until)
        improving.spend(found.effort)
        if found.cost is not None:
            self._course.proved(found.cost)


@dataclass(frozen=True, slots=True)
class Least:
    """No roster costs less than ``cost``, where that was found; ``effort`` in the measure of deterministic time."""

    cost: int | None
    effort: float


def least_cost(rows: Rows, choices: Collection[int], *, over: Callable[[], bool]) -> Least:
    """The least cost of the rows of choices alone, and of those in which something costs points."""
    program = _Program(rows, _telling(rows, choices))
    result = program.ended(over)
    if result is None:
        return Least(None, 0.0)
    effort = STEP * program.entries * (1 + result.solve_stats.simplex_iterations)
    return Least(_proven(rows, program.chosen, program.prices(result)), effort)


def _telling(rows: Rows, choices: Collection[int]) -> Ints:
    """The rows by number; what holds only where something else does is left out."""
    is_choice = np.zeros(len(rows.low), dtype=bool)
    is_choice[list(choices)] = True
    count = len(rows.least)
    others = np.bincount(rows.row[~is_choice[rows.variables]], minlength=count)
    paid = np.bincount(rows.row[rows.cost[rows.variables] != 0], minlength=count)
    return np.flatnonzero((rows.only_if == -1) & ((others == 0) | (paid > 0)))


class _Program:
    """The linear program of some rows, each by the largest number in it."""

    def __init__(self, rows: Rows, chosen: Ints) -> None:
        self.chosen = chosen
        self._rows = rows
        self._scale = np.ones(len(rows.least))
        np.maximum.at(self._scale, rows.row, np.abs(rows.times))
        written = np.zeros(len(rows.least), dtype=bool)
        written[chosen] = True
        here = written[rows.row] & (rows.times != 0)
        place = rows.row[here] * len(rows.low) + rows.variables[here]
        self._places, at = np.unique(place, return_inverse=True)
        self._times = np.zeros(len(self._places))
        np.add.at(self._times, at, rows.times[here] / self._scale[rows.row[here]])
        self.entries = len(self._places)

    def ended(self, over: Callable[[], bool]) -> Any | None:
        """What GLOP ends with; None where it loses its way, or it is ``over``."""
        model = mathopt.Model.from_model_proto(self._written())
        interrupter = SolveInterrupter()
        ended: list[Any] = []

        def solve(params: mathopt.SolveParameters) -> Any:
            params = replace(params, glop=CLOSE_IS_ENOUGH)
            return mathopt.solve(model, mathopt.SolverType.GLOP, params=params, interrupter=interrupter)

        def ask() -> None:
            if over():
                interrupter.interrupt()

        in_threads([lambda: ended.append(optimal(solve))], ask=ask, end=interrupter.interrupt)
        return ended[0]

    def prices(self, result: Any) -> Ints:
        """What a unit of each row is worth, in parts of a point."""
        found = np.zeros(len(self._rows.least))
        for row, price in result.dual_values().items():
            found[row.id] = price / self._scale[row.id]
        return np.rint(found * FINE).astype(np.int64)

    def _written(self) -> model_pb2.ModelProto:
        rows, chosen = self._rows, self.chosen
        proto, count = model_pb2.ModelProto(), len(rows.low)
        proto.variables.ids.extend(range(count))
        proto.variables.lower_bounds.extend(rows.low.astype(float).tolist())
        proto.variables.upper_bounds.extend(rows.high.astype(float).tolist())
        proto.variables.integers.extend([False] * count)
        paid = np.flatnonzero(rows.cost)
        proto.objective.linear_coefficients.ids.extend(paid.tolist())
        proto.objective.linear_coefficients.values.extend(rows.cost[paid].astype(float).tolist())
        least, most, scale = rows.least[chosen], rows.most[chosen], self._scale[chosen]
        proto.linear_constraints.ids.extend(chosen.tolist())
        proto.linear_constraints.lower_bounds.extend(np.where(least <= -FAR, -inf, least / scale).tolist())
        proto.linear_constraints.upper_bounds.extend(np.where(most >= FAR, inf, most / scale).tolist())
        matrix = proto.linear_constraint_matrix
        matrix.row_ids.extend((self._places // count).tolist())
        matrix.column_ids.extend((self._places % count).tolist())
        matrix.coefficients.extend(self._times.tolist())
        return proto


def _proven(rows: Rows, chosen: Ints, prices: Ints) -> int:
    """What these prices of the rows prove: each row's end at its price, and each variable at what is then cheapest."""
    # A price that was rounded to the wrong side of nothing, on a row without that end, would prove next to nothing.
    prices = np.where(rows.least <= -FAR // 2, np.minimum(prices, 0), prices)
    prices = np.where(rows.most >= FAR // 2, np.maximum(prices, 0), prices)
    times = prices[rows.row].astype(object) * rows.times
    left = rows.cost.astype(object) * FINE
    np.subtract.at(left, rows.variables, times)
    total: int = sum(
        price * (least if price > 0 else most)
        for price, least, most in zip(
            prices[chosen].tolist(), rows.least[chosen].tolist(), rows.most[chosen].tolist(), strict=True
        )
    )
    ends = zip(left.tolist(), rows.low.tolist(), rows.high.tolist(), strict=True)
    total += sum(worth * (low if worth > 0 else high) for worth, low, high in ends)
    return -(-(total + round(rows.offset * FINE)) // FINE)
