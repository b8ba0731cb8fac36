"""A part of a model by itself: only the variables that are open, and only what still says something about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.sat.python import cp_model

from solver.model.logic import FAR
from solver.search.rows import AT_MOST_ONE, CLAUSE, EXACTLY_ONE, SUM, Ints, Rows

Truths = npt.NDArray[np.bool_]
ROUNDS = 3
"""Times that what is settled is looked for; CP-SAT's own presolve finds the rest."""


@dataclass(frozen=True, slots=True)
class Part:
    """The model of a part, and which variable of the whole each of its variables is."""

    model: cp_model.CpModel
    variables: Ints

    def filled_in(self, values: Sequence[int], found: Sequence[int]) -> list[int]:
        """Values of the whole, with what was found for the part."""
        whole = list(values)
        for at, value in zip(self.variables.tolist(), found, strict=True):
            whole[at] = value
        return whole

    def beginning(self, values: Sequence[int]) -> "Part":
        """The same from other values of the whole, which differ only in what is open."""
        model = self.model.clone()
        model.clear_hints()  # type: ignore[no-untyped-call]
        hint: Any = model.proto.solution_hint
        hint.vars.extend(range(len(self.variables)))
        hint.values.extend([values[at] for at in self.variables.tolist()])
        return Part(model, self.variables)


class Smaller:
    """The rows of a model, and which of them each variable is in."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        order = np.argsort(rows.variables, kind="stable")
        self._rows_by_variable = rows.row[order]
        self._first_of_variable = np.searchsorted(rows.variables[order], np.arange(len(rows.low) + 1))

    def part(self, values: Sequence[int], opened: Sequence[int]) -> Part:
        """The model where ``opened`` are open and all else is as in ``values``, which is where it starts."""
        at_hand = np.array(values, dtype=np.int64)
        low, high = at_hand.copy(), at_hand.copy()
        free = np.array(sorted(opened), dtype=np.int64)
        low[free], high[free] = self._rows.low[free], self._rows.high[free]
        rows = self._rows_of(free)
        lengths = self._rows.starts[rows + 1] - self._rows.starts[rows]
        begins = np.cumsum(lengths) - lengths
        at = np.repeat(self._rows.starts[rows] - begins, lengths) + np.arange(lengths.sum())
        variable, times = self._rows.variables[at], self._rows.times[at]
        row = np.repeat(np.arange(len(rows)), lengths)
        bound = self._rows.only_if[rows] < 0
        positive = times > 0
        for _ in range(ROUNDS):
            small = np.where(positive, low[variable], high[variable]) * times
            large = np.where(positive, high[variable], low[variable]) * times
            least, most = np.add.reduceat(small, begins), np.add.reduceat(large, begins)
            down = bound & (least == self._rows.most[rows])
            up = bound & (most == self._rows.least[rows]) & ~down
            settled = (down | up)[row] & (low[variable] != high[variable])
            if not settled.any():
                break
            value = np.where(down[row] == positive, low[variable], high[variable])[settled]
            low[variable[settled]] = high[variable[settled]] = value
        small = np.where(positive, low[variable], high[variable]) * times
        large = np.where(positive, high[variable], low[variable]) * times
        least, most = np.add.reduceat(small, begins), np.add.reduceat(large, begins)
        says = (least < self._rows.least[rows]) | (most > self._rows.most[rows])
        free = free[low[free] != high[free]]
        return Part(self._written(at_hand, low, high, free, rows, says, variable, times, begins, lengths), free)

    def _rows_of(self, free: Ints) -> Ints:
        found = [
            self._rows_by_variable[self._first_of_variable[one] : self._first_of_variable[one + 1]]
            for one in free.tolist()
        ]
        return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)

    def _written(
        self, at_hand: Ints, low: Ints, high: Ints, free: Ints, rows: Ints, says: Truths,
        variable: Ints, times: Ints, begins: Ints, lengths: Ints,
    ) -> cp_model.CpModel:  # fmt: skip
        built = cp_model.CpModel()
        proto: Any = built.proto
        new = np.full(len(low), -1, dtype=np.int64)
        new[free] = np.arange(len(free))
        for least, most in zip(low[free].tolist(), high[free].tolist(), strict=True):
            proto.variables.add().domain.extend([least, most])
        open_here = (new[variable] >= 0) & (times != 0)
        fixed = np.add.reduceat(np.where(open_here, 0, low[variable] * times), begins)
        sums = _Sums.of(
            least=self._rows.least[rows] - fixed,
            most=self._rows.most[rows] - fixed,
            kind=self._rows.kind[rows],
            count=np.add.reduceat(open_here.astype(np.int64), begins),
            negated=np.add.reduceat((open_here & (times < 0)).astype(np.int64), begins),
        )
        only_if = self._rows.only_if[rows]
        settled = np.where(only_if >= 0, only_if, ~only_if)
        asked = only_if != -1
        shut = asked & (new[settled] < 0) & ((low[settled] == 1) != (only_if >= 0))
        enforced = np.where(asked & (new[settled] >= 0), np.where(only_if >= 0, new[settled], ~new[settled]), FAR)
        entries = open_here & np.repeat(says & ~shut, lengths)
        sums.write(proto, says & ~shut, new[variable[entries]], times[entries], enforced)
        paid = free[self._rows.cost[free] != 0]
        proto.objective.vars.extend(new[paid].tolist())
        proto.objective.coeffs.extend(self._rows.cost[paid].tolist())
        elsewhere = int((self._rows.cost * low)[new < 0].sum())
        proto.objective.offset = self._rows.offset + elsewhere
        proto.solution_hint.vars.extend(range(len(free)))
        proto.solution_hint.values.extend(at_hand[free].tolist())
        return built


@dataclass(frozen=True, slots=True)
class _Sums:
    """Constraints as what is left of them: the ends and the form of each."""

    least: Ints
    most: Ints
    form: Ints
    count: Ints

    @classmethod
    def of(cls, *, least: Ints, most: Ints, kind: Ints, count: Ints, negated: Ints) -> "_Sums":
        """Literals are still those where so many of them have to hold; else they are a sum like any other."""
        literals = kind != SUM
        some = literals & ((kind == CLAUSE) | ((least + negated == 1) & (most + negated >= count)))
        one = literals & ~some & (most + negated == 1)
        exactly = one & (kind == EXACTLY_ONE) & (least + negated == 1)
        form = np.where(some, CLAUSE, np.where(exactly, EXACTLY_ONE, np.where(one, AT_MOST_ONE, SUM)))
        return cls(np.maximum(-FAR, least), np.minimum(FAR, most), form, count)

    def write(self, proto: Any, written: Truths, variable: Ints, times: Ints, enforced: Ints) -> None:
        """Add those that are ``written``, of which the variables come one after the other."""
        variables, by = variable.tolist(), times.tolist()
        literals = np.where(times > 0, variable, ~variable).tolist()
        columns = (self.least, self.most, self.form, self.count, enforced)
        end = 0
        for least, most, form, count, only_if in zip(*(one[written].tolist() for one in columns), strict=True):
            begin, end = end, end + count
            constraint = proto.constraints.add()
            if form == SUM:
                linear = constraint.linear
                linear.vars.extend(variables[begin:end])
                linear.coeffs.extend(by[begin:end])
                linear.domain.extend([least, most])
                if only_if != FAR:
                    constraint.enforcement_literal.extend([only_if])
            elif form == CLAUSE:
                constraint.bool_or.literals.extend(literals[begin:end])
            elif form == EXACTLY_ONE:
                constraint.exactly_one.literals.extend(literals[begin:end])
            else:
                constraint.at_most_one.literals.extend(literals[begin:end])
