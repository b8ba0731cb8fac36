"""Parts of a model: all but a few choices fixed to a roster at hand."""

from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from solver.model import Model
from solver.problem import Works
from solver.search.grouped import Grouped, distinct
from solver.search.rows import Rows
from solver.search.smaller import Part, Smaller

Values = Sequence[int]
"""One whole number for each variable of a model."""


class Parts:
    """A model with, for each of its other variables, the choices it meets in some constraint."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.pair_of = {at: pair for pair, at in model.variables.items()}

    @cached_property
    def touches(self) -> dict[int, frozenset[int]]:
        """The choices each other variable meets, by themselves or in occasions.

        All variables of which exactly one is chosen meet what one of them does:
        were a week's free block open only where it meets the part, it could not move out of it.
        """
        found: dict[int, set[int]] = {}
        shared: list[list[int]] = []
        settled_by = self.model.settled_by
        for constraint in self.model.model.proto.constraints:
            variables = _variables(constraint)
            others = [one for one in variables if one not in self.pair_of]
            if not others:
                continue
            choices = set[int]().union(*[settled_by[one] for one in variables if one in settled_by])
            for one in others:
                found.setdefault(one, set()).update(choices)
            if constraint.has_exactly_one() and not choices:
                shared.append(variables)
        for together in shared:
            meets = set().union(*(found[one] for one in together))
            for one in together:
                found[one] = meets
        return {one: frozenset(choices) for one, choices in found.items()}

    @cached_property
    def touched(self) -> Grouped:
        """The other variables that each choice meets."""
        choices = np.fromiter(chain.from_iterable(self.touches.values()), dtype=np.int64)
        others = np.fromiter((one for one, met in self.touches.items() for _ in met), dtype=np.int64)
        return Grouped.by(choices, others, len(self.rows.low))

    @cached_property
    def costs(self) -> list[tuple[int, int]]:
        """The variables that cost points, and how many a unit."""
        objective: Any = self.model.model.proto.objective
        return list(zip(objective.vars, objective.coeffs, strict=True))

    def cost_of(self, values: Values) -> int:
        """What the roster of these values costs."""
        return int(self.rows.cost @ np.array(values, dtype=np.int64)) + round(self.rows.offset)

    def part(self, values: Values, free: Set[int]) -> Part:
        """A model of the choices ``free`` alone, with the rest as in ``values``, which is where it starts.

        Variables that meet no open choice are fixed too: what they can be is no longer in question, and what
        they say of the rest (which free block a week has, say) may stay. So what is found is allowed.
        """
        choices = np.array(sorted(free), dtype=np.int64)
        opened = np.concatenate((choices, self.touched.of(choices)))
        return self._smaller.part(values, distinct(opened, len(self.rows.low)))

    @cached_property
    def rows(self) -> Rows:
        """All constraints of the model as sums."""
        return Rows.of(self.model.model)

    @cached_property
    def _smaller(self) -> Smaller:
        return Smaller(self.rows)

    def only(self, works: Works, open_pairs: Iterable[tuple[str, str]] = ()) -> cp_model.CpModel:
        """The model with all choices as in ``works`` but ``open_pairs``; the other variables find their values."""
        built = self.model.model.clone()
        variables: Any = built.proto.variables
        free = set(open_pairs)
        for pair, at in self.model.variables.items():
            if pair not in free:
                domain = variables[at].domain
                domain[0] = domain[1] = int(pair in works)
        return built


def _variables(constraint: Any) -> list[int]:
    if constraint.has_linear():
        literals = [*constraint.linear.vars, *constraint.enforcement_literal]
    elif constraint.has_bool_or():
        literals = list(constraint.bool_or.literals)
    elif constraint.has_at_most_one():
        literals = list(constraint.at_most_one.literals)
    else:
        literals = list(constraint.exactly_one.literals)
    return [one if one >= 0 else ~one for one in literals]
