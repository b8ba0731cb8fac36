"""A problem as a CP-SAT model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from solver.model import blocks, counts, owed, rest, several, shifts
from solver.model.has import Has
from solver.model.logic import Lit, Logic
from solver.problem import (
    AllOrNone,
    AnyOf,
    Apart,
    Balance,
    Company,
    Cover,
    Fixed,
    InARow,
    Minutes,
    Occasions,
    Off,
    Pattern,
    Problem,
    Succession,
    Works,
    works_of,
)
from solver.rest import FreeBlocks, RestInWindow, RestOwed

BY_KIND: Mapping[type, Callable[[Logic, Has, Any], None]] = {
    Off: shifts.off,
    Fixed: shifts.fixed,
    Apart: shifts.apart,
    Succession: shifts.succession,
    RestInWindow: rest.rest_in_window,
    RestOwed: owed.rest_owed,
    FreeBlocks: blocks.free_blocks,
    Minutes: counts.minutes,
    Occasions: counts.occasions,
    InARow: counts.in_a_row,
    AllOrNone: counts.all_or_none,
    Pattern: counts.pattern,
    AnyOf: counts.any_of,
    Cover: several.cover,
    Company: several.company,
    Balance: several.balance,
}
"""How each kind of limit is written."""


@dataclass(frozen=True)
class Model:
    """The CP-SAT model of a problem, and the variable of each (person, shift) that is open to choice.

    ``settled_by`` has those choices and every occasion, each with the choices that it follows from;
    ``least`` is no more than any roster costs.
    """

    problem: Problem
    model: cp_model.CpModel
    variables: Mapping[tuple[str, str], Lit]
    settled_by: Mapping[Lit, frozenset[Lit]]
    least: int

    def choices(self, variable: Lit) -> frozenset[Lit]:
        """The choices that settle the variable, where it is one of them or an occasion."""
        return self.settled_by.get(variable, frozenset())

    def works(self, values: Sequence[int]) -> Works:
        """The roster of a solution."""
        return works_of(who for who, at in self.variables.items() if values[at])

    def hinted(self, works: Works | None) -> cp_model.CpModel:
        """A copy that starts its search from a roster, which need not be allowed."""
        built = self.model.clone()
        if works is not None:
            hint: Any = built.proto.solution_hint
            hint.vars.extend(self.variables.values())
            hint.values.extend([int(who in works) for who in self.variables])
        return built


def model_of(problem: Problem) -> Model:
    """Every roster that breaks no hard limit is a solution, at its cost, and nothing else is."""
    logic = Logic()
    has = Has(problem, logic)
    for limit in problem.limits:
        BY_KIND[type(limit)](logic, has, limit)
    has.finish()
    return Model(problem, logic.model, has.variables(), _settled(has), logic.least)


def _settled(has: Has) -> dict[Lit, frozenset[Lit]]:
    return {one: frozenset([one]) for one in has.variables().values()} | has.occasions()
