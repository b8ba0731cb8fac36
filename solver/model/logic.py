"""Literals, clauses and sums, written straight into a CP-SAT model with what is known folded away.

A literal is the index of a Boolean variable, ``~literal`` its opposite (as CP-SAT numbers them itself), and
``TRUE`` and ``FALSE`` are literals that never reach the model: a constraint they settle is not written.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias

from ortools.sat.python import cp_model

Lit: TypeAlias = int
Term: TypeAlias = tuple[Lit, int]
"""A literal or a whole variable, and what it is multiplied by."""

TRUE: Lit = 1 << 40
FALSE: Lit = ~TRUE
FAR = 1 << 50


class Logic:
    """A CP-SAT model under construction."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self._proto: Any = self.model.proto
        self._variables: Any = self._proto.variables
        self._constraints: Any = self._proto.constraints
        self._count = 0
        self.least = 0

    def literal(self, name: str) -> Lit:
        return self.whole(0, 1, name)

    def whole(self, low: int, high: int, name: str) -> int:
        """A whole variable from ``low`` to ``high``, both possible."""
        one = self._variables.add()
        one.name = name
        one.domain.extend([low, high])
        self._count += 1
        return self._count - 1

    def clause(self, literals: Iterable[Lit]) -> None:
        """At least one of them is true."""
        kept = set(literals)
        kept.discard(FALSE)
        if TRUE in kept or any(~one in kept for one in kept):
            return
        self._constraints.add().bool_or.literals.extend(sorted(kept))

    def at_most_one(self, literals: Iterable[Lit]) -> None:
        kept = [one for one in literals if one != FALSE]
        if TRUE in kept:
            first = kept.index(TRUE)
            for at, one in enumerate(kept):
                if at != first:
                    self.clause([~one])
        elif len(kept) > 1:
            self._constraints.add().at_most_one.literals.extend(kept)

    def exactly_one(self, literals: Iterable[Lit]) -> None:
        kept = [one for one in literals if one != FALSE]
        if TRUE in kept or len(kept) < 2:
            self.at_most_one(kept)
            self.clause(kept)
        else:
            self._constraints.add().exactly_one.literals.extend(kept)

    def between(self, terms: Iterable[Term], low: int | None, high: int | None, only_if: Lit = TRUE) -> None:
        """The sum lies between ``low`` and ``high``, both allowed, wherever ``only_if`` is true."""
        if only_if == FALSE:
            return
        summed, constant = self.sum(terms)
        low = -FAR if low is None else low - constant
        high = FAR if high is None else high - constant
        if low > high or not summed:
            if not low <= 0 <= high:
                self.clause([~only_if])
            return
        constraint = self._constraints.add()
        constraint.linear.vars.extend([one for one, _ in summed])
        constraint.linear.coeffs.extend([times for _, times in summed])
        constraint.linear.domain.extend([low, high])
        if only_if != TRUE:
            constraint.enforcement_literal.extend([only_if])

    def sum(self, terms: Iterable[Term]) -> tuple[list[Term], int]:
        """The same sum over variables alone, and its constant."""
        summed: dict[int, int] = {}
        constant = 0
        for one, times in terms:
            if one == TRUE:
                constant += times
            elif one >= 0:
                summed[one] = summed.get(one, 0) + times
            elif one != FALSE:
                constant += times
                summed[~one] = summed.get(~one, 0) - times
        return [(one, times) for one, times in summed.items() if times], constant

    def range(self, terms: Iterable[Term]) -> tuple[int, int]:
        """The least and the greatest that the sum can be."""
        summed, constant = self.sum(terms)
        low = high = constant
        for one, times in summed:
            domain = self._variables[one].domain
            ends = (domain[0] * times, domain[len(domain) - 1] * times)
            low += min(ends)
            high += max(ends)
        return low, high

    def minimise(self, terms: Iterable[Term]) -> None:
        summed, constant = self.sum(terms)
        objective = self._proto.objective
        objective.vars.extend([one for one, _ in summed])
        objective.coeffs.extend([times for _, times in summed])
        objective.offset = float(constant)
        self.least = self.range(summed)[0] + constant
