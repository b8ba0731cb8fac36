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
ASKED = mathopt.ModelSolveParameters(
    variable_values_filter=mathopt.VariableFilter(skip_zero_values=True),
    reduced_costs_filter=mathopt.VariableFilter(filtered_items=()),
)
"""What is asked of a solution: to read all of it takes as long as some solutions do."""


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
        self._number: dict[int, int] = {}
        self._solved: Mix | None = None
        self._settled = False
        """Somebody was, since the program was last solved."""

    def add(self, person: int, cost: int, given: Mapping[int, int]) -> None:
        """One more line of the person, that costs so much and gives so much to the rows."""
        column = self._model.add_variable(lb=0.0)
        self._objective.set_linear_coefficient(column, float(cost))
        self._walks[person].set_coefficient(column, 1.0)
        for row, amount in given.items():
            self._rows[row].set_coefficient(column, float(amount))
        self._of[person].append(len(self._columns))
        self._number[column.id] = len(self._columns)
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
        self._solved, self._settled = None, True

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
        result = optimal(self._from_before, seconds=seconds)
        if result is None:
            # GLOP sometimes loses its way from the basis it had: once more without one.
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
            result = optimal(self._anew, seconds=seconds)
        self._settled = False
        if result is None:
            return None
        parts = np.zeros(len(self._columns))
        for column, part in result.variable_values().items():
            number = self._number.get(column.id)
            if number is not None:
                parts[number] = part
        self._solved = Mix(
            result.objective_value(),
            parts,
            np.array(result.dual_values(self._rows), dtype=np.float64),
            np.array(result.dual_values(self._walks), dtype=np.float64),
        )
        return self._solved

    def _from_before(self, params: mathopt.SolveParameters) -> Any:
        """Solve from the basis of the last time, which only stays one where nothing is presolved or scaled anew.

        What was settled since leaves its prices as good as they were, and what is in the mix too much or too little.
        """
        params.presolve = params.scaling = mathopt.Emphasis.OFF
        if self._settled:
            params.lp_algorithm = mathopt.LPAlgorithm.DUAL_SIMPLEX
        return self._anew(params)

    def _anew(self, params: mathopt.SolveParameters) -> Any:
        return self._solver.solve(params=params, model_params=ASKED)
