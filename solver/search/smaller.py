"""A part of a model by itself: only the variables that are open, and only what still says something about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.sat.python import cp_model

from solver.model.logic import FAR
from solver.search.grouped import Grouped, Ints, distinct
from solver.search.rows import AT_MOST_ONE, CLAUSE, EXACTLY_ONE, SUM, Rows

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

    def dearer(self, by: Mapping[int, int]) -> "Part":
        """The same where these variables of the whole, which cost something, cost so many points more a unit."""
        open_ = {new: by[at] for new, at in enumerate(self.variables.tolist()) if at in by} if by else {}
        if not open_:
            return self
        model = self.model.clone()
        objective: Any = model.proto.objective
        for place, variable in enumerate(list(objective.vars)):
            objective.coeffs[place] += open_.get(variable, 0)
        return Part(model, self.variables)


class Smaller:
    """The rows of a model, which of them each variable is in, and what they add up to for the values last asked of."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._of_variable = Grouped.by(rows.variables, np.arange(len(rows.variables)), len(rows.low))
        self._last = np.zeros(len(rows.low), dtype=np.int64), np.zeros(len(rows.least), dtype=np.int64)

    def part(self, values: Sequence[int], free: Ints) -> Part:
        """The model where ``free``, in order, are open and all else is as in ``values``, which is where it starts."""
        at_hand = np.array(values, dtype=np.int64)
        low, high = at_hand.copy(), at_hand.copy()
        low[free], high[free] = self._rows.low[free], self._rows.high[free]
        every_row, variable, times = self._entries(free)
        rows = distinct(every_row, len(self._rows.least))
        of_row = np.zeros(len(self._rows.least), dtype=np.int64)
        of_row[rows] = np.arange(len(rows))
        row = of_row[every_row]
        shut = self._sums(at_hand)[rows]
        np.subtract.at(shut, row, at_hand[variable] * times)
        bound = self._rows.only_if[rows] < 0
        positive = times > 0
        for _ in range(ROUNDS):
            least, most = _range(shut, row, times, low[variable], high[variable])
            down = bound & (least == self._rows.most[rows])
            up = bound & (most == self._rows.least[rows]) & ~down
            settled = (down | up)[row] & (low[variable] != high[variable])
            if not settled.any():
                break
            value = np.where(down[row] == positive, low[variable], high[variable])[settled]
            low[variable[settled]] = high[variable[settled]] = value
        least, most = _range(shut, row, times, low[variable], high[variable])
        says = (least < self._rows.least[rows]) | (most > self._rows.most[rows])
        is_free = low != high
        here = is_free[variable] & (times != 0)
        np.add.at(shut, row[~here], low[variable[~here]] * times[~here])
        return self._written(at_hand, low, high, rows, says, shut, row[here], variable[here], times[here])

    def _entries(self, variables: Ints) -> tuple[Ints, Ints, Ints]:
        """Of these variables the row, the variable and what it is multiplied by, entry by entry."""
        at = self._of_variable.of(variables)
        return self._rows.row[at], self._rows.variables[at], self._rows.times[at]

    def _sums(self, values: Ints) -> Ints:
        """What each row adds up to with these values: what has changed since it was last asked is added."""
        before, sums = self._last
        changed = np.flatnonzero(values != before)
        row, variable, times = self._entries(changed)
        sums = sums.copy()
        np.add.at(sums, row, (values - before)[variable] * times)
        self._last = values, sums  # at once: other threads ask too
        return sums

    def _written(
        self, at_hand: Ints, low: Ints, high: Ints, rows: Ints, says: Truths, shut: Ints,
        row: Ints, variable: Ints, times: Ints,
    ) -> Part:  # fmt: skip
        """The part, of the entries of what is open, where the rest of each row adds up to ``shut``."""
        is_free = low != high
        sums = _Sums.of(
            least=self._rows.least[rows] - shut,
            most=self._rows.most[rows] - shut,
            kind=self._rows.kind[rows],
            count=np.bincount(row, minlength=len(rows)),
            negated=np.bincount(row[times < 0], minlength=len(rows)),
        )
        only_if = self._rows.only_if[rows]
        literal = np.where(only_if >= 0, only_if, ~only_if)
        asked = only_if != -1
        written = says & ~(asked & ~is_free[literal] & ((low[literal] == 1) != (only_if >= 0)))
        asked &= is_free[literal]
        here = np.flatnonzero(written[row])
        here = here[np.argsort(row[here], kind="stable")]
        free = self._needed(at_hand, low, high, np.concatenate((variable[here], literal[asked & written])))
        new = np.full(len(low), -1, dtype=np.int64)
        new[free] = np.arange(len(free))
        built = cp_model.CpModel()
        proto: Any = built.proto
        for ends in zip(low[free].tolist(), high[free].tolist(), strict=True):
            proto.variables.add().domain.extend(ends)
        enforced = np.where(asked, np.where(only_if >= 0, new[literal], ~new[literal]), FAR)
        sums.write(proto, written, new[variable[here]], times[here], enforced)
        paid = free[self._rows.cost[free] != 0]
        proto.objective.vars.extend(new[paid].tolist())
        proto.objective.coeffs.extend(self._rows.cost[paid].tolist())
        elsewhere = int((self._rows.cost * np.where(is_free, at_hand, low))[new < 0].sum())
        proto.objective.offset = self._rows.offset + elsewhere
        proto.solution_hint.vars.extend(range(len(free)))
        proto.solution_hint.values.extend(at_hand[free].tolist())
        return Part(built, free)

    def _needed(self, at_hand: Ints, low: Ints, high: Ints, said_of: Ints) -> Ints:
        """What is open and something is ``said_of``, or could cost less than it does."""
        needed = np.zeros(len(low), dtype=bool)
        needed[said_of] = True
        cost = self._rows.cost
        cheapest = (cost == 0) | (at_hand == np.where(cost > 0, low, high))
        return np.flatnonzero((low != high) & (needed | ~cheapest))


def _range(shut: Ints, row: Ints, times: Ints, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """What each row adds up to at the least and at the most: what is ``shut``, and its entries from low to high."""
    positive = times > 0
    least, most = shut.copy(), shut.copy()
    np.add.at(least, row, np.where(positive, low, high) * times)
    np.add.at(most, row, np.where(positive, high, low) * times)
    return least, most


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
