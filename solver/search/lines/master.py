"""The best mix of lines known so far, as a linear program, and what each row is worth in it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.math_opt.python import mathopt

from solver.glop import optimal
from solver.search.lines.rows import Row

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mix:
    """What the best mix costs, how much of each column is in it, and what a unit of each row and each walk is worth."""

    cost: float
    parts: Reals
    rows: Reals
    walks: Reals


class Master:
    """Grows by columns: one line of one person each, of which every person walks one, or a mix that adds up to one."""

    def __init__(self, rows: Sequence[Row], people: int, *, dear: float) -> None:
        self._model = mathopt.Model()
        self._rows: list[Any] = []
        infinity = float("inf")
        costs: list[Any] = []
        for row in rows:
            least = -infinity if row.least is None else float(row.least)
            most = infinity if row.most is None else float(row.most)
            constraint = self._model.add_linear_constraint(lb=least, ub=most)
            for bound, unit, sign in ((row.least, row.under, 1.0), (row.most, row.over, -1.0)):
                if bound is not None:
                    past = self._model.add_variable(lb=0.0)
                    constraint.set_coefficient(past, sign)
                    costs.append((past, dear if unit is None else float(unit)))
            self._rows.append(constraint)
        self._walks = [self._model.add_linear_constraint(lb=1.0, ub=1.0) for _ in range(people)]
        for walk in self._walks:
            nobody = self._model.add_variable(lb=0.0)
            walk.set_coefficient(nobody, 1.0)
            costs.append((nobody, 100 * dear))
        self._objective = self._model.objective
        self._objective.is_maximize = False
        for variable, cost in costs:
            self._objective.set_linear_coefficient(variable, cost)
        self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        self._columns: list[Any] = []
        self._person: list[int] = []
        self._of: list[list[int]] = [[] for _ in range(people)]
        self._solved: Mix | None = None

    def add(self, person: int, cost: int, given: Mapping[int, int]) -> None:
        """One more line of the person, that costs so much and gives so much to the rows."""
        column = self._model.add_variable(lb=0.0)
        self._objective.set_linear_coefficient(column, float(cost))
        self._walks[person].set_coefficient(column, 1.0)
        for row, amount in given.items():
            self._rows[row].set_coefficient(column, float(amount))
        self._of[person].append(len(self._columns))
        self._person.append(person)
        self._columns.append(column)
        self._solved = None

    def settle(self, column: int) -> None:
        """From now on its person walks this line and no other; columns are numbered as they were added."""
        person = self._person[column]
        for other in self._of[person]:
            self._columns[other].upper_bound = 0.0
        self._columns[column].upper_bound = 1.0
        self._columns[column].lower_bound = 1.0
        self._solved = None

    def release(self) -> None:
        """From now on every person walks any line again."""
        for column in self._columns:
            column.lower_bound, column.upper_bound = 0.0, float("inf")
        self._solved = None

    def confine(self, shut: Set[int]) -> None:
        """From now on nobody walks these columns, and every other is open."""
        for number, column in enumerate(self._columns):
            column.lower_bound = 0.0
            column.upper_bound = 0.0 if number in shut else float("inf")
        self._solved = None

    def solve(self, seconds: float = float("inf")) -> Mix | None:
        """The best mix; None where the program could not be solved, or not in so many seconds."""
        if self._solved is not None:
            return self._solved
        result = optimal(self._once, seconds=seconds)
        if result is None:
            # GLOP sometimes loses its way from the basis it had: once more without one.
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
            result = optimal(self._once, seconds=seconds)
        if result is None:
            return None
        self._solved = Mix(
            result.objective_value(),
            np.array(result.variable_values(self._columns), dtype=np.float64),
            np.array(result.dual_values(self._rows), dtype=np.float64),
            np.array(result.dual_values(self._walks), dtype=np.float64),
        )
        return self._solved

    def _once(self, params: mathopt.SolveParameters) -> Any:
        return self._solver.solve(params=params)
