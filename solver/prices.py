"""What sums are worth where some have to be passed: one linear program, asked again and again about some of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import Any, TypeAlias

from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from solver.allowance import Allowance
from solver.glop import optimal

Term: TypeAlias = tuple[str, frozenset[str]]
"""A person and shifts of which at least one is worked; of a single shift, whether it is worked."""

CLOSE = 10**6
"""Prices are read as fractions with no more than so many parts."""

TOUCHED = 1e-9
"""A price below this is none."""

STEP = 4e-9
"""What a step of the simplex method takes for each entry of its program, in the measure of deterministic time."""


@dataclass(frozen=True, slots=True)
class Sum:
    """So many times each term add up to at least ``least``; ``because`` empty: it only says what terms mean."""

    because: str
    terms: Mapping[Term, int]
    least: int


class Prices:
    """The sums as a linear program in which each may be passed at a price, but for what terms mean.

    It is written once: sums that are not asked about bind nothing, and the next answer starts from the last.
    """

    def __init__(self, sums: Sequence[Sum]) -> None:
        self._sums = sums
        self._scales = [max((abs(times) for times in one.terms.values()), default=1) for one in sums]
        self._entries = len(sums) + sum(len(one.terms) for one in sums)
        self._model = self._written()
        self._rows = [self._model.get_linear_constraint(at) for at in range(len(sums))]
        self._rows_of: dict[str, list[int]] = {}
        for at, one in enumerate(sums):
            self._rows_of.setdefault(one.because, []).append(at)
        self._asked = set(self._rows_of)
        self._solver: Any = None

    def of(self, reasons: Collection[str], allowance: Allowance) -> list[tuple[Sum, Fraction]]:
        """The sums of these reasons that are worth something, with their prices; none where none has to be passed.

        What begins with «!» is asked about every time. None, too, where it is not known in time.
        """
        self._ask_about(reasons)
        result = None if self._solver is None else self._ended(allowance)
        if result is None and not allowance.over():
            # GLOP sometimes loses its way from where it ended last: then once more from the beginning.
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
            result = self._ended(allowance)
        if result is None or result.objective_value() < TOUCHED:
            return []
        worth = zip(self._sums, self._scales, result.dual_values(self._rows), strict=True)
        return [
            (one, Fraction(price).limit_denominator(CLOSE) / scale)
            for one, scale, price in worth
            # However the program rounds, what is shown is shown by what was asked about alone.
            if price > TOUCHED and one.because in self._asked
        ]

    def _ask_about(self, reasons: Collection[str]) -> None:
        for because, rows in self._rows_of.items():
            asked = not because or because.startswith("!") or because in reasons
            if asked and because not in self._asked:
                self._asked.add(because)
                for at in rows:
                    self._rows[at].lower_bound = self._sums[at].least / self._scales[at]
            elif not asked and because in self._asked:
                self._asked.remove(because)
                for at in rows:
                    self._rows[at].lower_bound = -inf

    def _ended(self, allowance: Allowance) -> Any | None:
        def solve(params: mathopt.SolveParameters) -> Any:
            ended = self._solver.solve(params=params)
            allowance.spend(STEP * self._entries * (1 + ended.solve_stats.simplex_iterations))
            return ended

        return optimal(solve, seconds=inf if allowance.steady else allowance.left())

    def _written(self) -> mathopt.Model:
        column: dict[Term, int] = {}
        for one in self._sums:
            for term in one.terms:
                column.setdefault(term, len(column))
        proto = model_pb2.ModelProto()
        rows, passed = proto.linear_constraints, len(column)
        matrix, costs = proto.linear_constraint_matrix, proto.objective.linear_coefficients
        for at, (one, scale) in enumerate(zip(self._sums, self._scales, strict=True)):
            entries = sorted((column[term], times / scale) for term, times in one.terms.items() if times)
            if one.because:
                entries.append((passed, 1.0))
                costs.ids.append(passed)
                costs.values.append(1.0)
                passed += 1
            rows.ids.append(at)
            rows.lower_bounds.append(one.least / scale)
            rows.upper_bounds.append(inf)
            matrix.row_ids.extend([at] * len(entries))
            matrix.column_ids.extend([place for place, _ in entries])
            matrix.coefficients.extend([times for _, times in entries])
        variables = proto.variables
        variables.ids.extend(range(passed))
        variables.lower_bounds.extend([0.0] * passed)
        variables.upper_bounds.extend([1.0] * len(column) + [inf] * (passed - len(column)))
        variables.integers.extend([False] * passed)
        return mathopt.Model.from_model_proto(proto)
