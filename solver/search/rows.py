"""All constraints of a model as sums within limits."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from solver.model.logic import FAR
from solver.search.grouped import Ints

CLAUSE, AT_MOST_ONE, EXACTLY_ONE, SUM = range(4)


@dataclass(frozen=True, slots=True)
class Rows:
    """Entry by entry the ``row``, the ``variables`` and what each is multiplied by; row by row where its entries
    ``starts``, the ends, the kind, and the literal without which it says nothing (-1: it always does).

    A literal that is negated counts -1 and moves the ends by one. Costs are points for each unit of a variable.
    """

    low: Ints
    high: Ints
    cost: Ints
    offset: float
    variables: Ints
    times: Ints
    row: Ints
    starts: Ints
    least: Ints
    most: Ints
    kind: Ints
    only_if: Ints

    @classmethod
    def of(cls, model: cp_model.CpModel) -> "Rows":
        """The rows of a model whose constraints are linear or clauses."""
        proto: Any = model.proto
        domains = [(one.domain[0], one.domain[len(one.domain) - 1]) for one in proto.variables]
        variables: list[int] = []
        times: list[int] = []
        rows: list[tuple[int, int, int, int]] = []
        starts = [0]
        for constraint in proto.constraints:
            only_if = -1
            if constraint.has_linear():
                sums = constraint.linear
                variables.extend(sums.vars)
                times.extend(sums.coeffs)
                low, high, kind = sums.domain[0], sums.domain[1], SUM
                if constraint.enforcement_literal:
                    only_if = constraint.enforcement_literal[0]
                    variables.append(only_if if only_if >= 0 else ~only_if)
                    times.append(0)
            else:
                if constraint.has_bool_or():
                    literals, low, high, kind = constraint.bool_or.literals, 1, FAR, CLAUSE
                elif constraint.has_at_most_one():
                    literals, low, high, kind = constraint.at_most_one.literals, -FAR, 1, AT_MOST_ONE
                else:
                    literals, low, high, kind = constraint.exactly_one.literals, 1, 1, EXACTLY_ONE
                negated = 0
                for one in literals:
                    variables.append(one if one >= 0 else ~one)
                    times.append(1 if one >= 0 else -1)
                    negated += one < 0
                low, high = low - negated, high - negated
            rows.append((low, high, kind, only_if))
            starts.append(len(variables))
        ends_low, ends_high = np.array(domains, dtype=np.int64).reshape(-1, 2).T
        least, most, kinds, only_ifs = np.array(rows, dtype=np.int64).reshape(-1, 4).T
        begins = np.array(starts, dtype=np.int64)
        cost = np.zeros(len(domains), dtype=np.int64)
        np.add.at(cost, np.array(proto.objective.vars, np.int64), np.array(proto.objective.coeffs, np.int64))
        return cls(
            low=ends_low,
            high=ends_high,
            cost=cost,
            offset=float(proto.objective.offset),
            variables=np.array(variables, dtype=np.int64),
            times=np.array(times, dtype=np.int64),
            row=np.repeat(np.arange(len(rows)), np.diff(begins)),
            starts=begins,
            least=least,
            most=most,
            kind=kinds,
            only_if=only_ifs,
        )
