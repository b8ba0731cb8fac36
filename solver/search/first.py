"""A first roster: a given one as it is, or one built window by window from nothing."""

from collections.abc import Callable
from typing import Any

from ortools.sat.python import cp_model

from solver.problem import Minutes, Occasions, Problem, Works
from solver.search.neighbourhoods import Field
from solver.search.parts import Parts, Values
from solver.search.run import Outcome, run
from solver.search.smaller import Part

AT_ONCE = 150
"""Choices opened in one window."""
EFFORT = 0.1
"""Deterministic seconds for one window."""


class Builder:
    """Makes first rosters, and keeps count of the deterministic effort they take; past ``effort`` it breaks off."""

    def __init__(self, parts: Parts, over: Callable[[], bool], *, effort: float | None = None) -> None:
        self.parts = parts
        self.spent = 0.0
        self._over = over
        self._effort = float("inf") if effort is None else effort

    def as_given(self, start: Works) -> Values | None:
        """The roster ``start``, where nothing hard forbids it."""
        return self._run(self.parts.only(start)).values

    def built(self) -> Values | None:
        """A roster filled a few days at a time, each person given no more early on than the time calls for.

        Less than a tenth of what the dearest unit costs is not worth waiting for: what follows will see to it.
        """
        values = self._run(self.parts.only(frozenset())).values
        if values is None:
            return None
        field = Field(self.parts)
        spread = Spread(self.parts, field)
        length = max(2, field.days_for(AT_ONCE))
        gap = max((cost for _, cost in self.parts.costs), default=0) / 10
        for first in range(0, field.days, max(1, length - 2)):
            reached = min(field.days, first + length)
            if self._over() or self.spent >= self._effort:
                break
            window = self.parts.part(values, field.choices(list(range(first, reached))))
            spread.over(window, values, reached)
            values = self._run(window.model, effort=EFFORT, gap=gap, part=(window, values)).values or values
            if reached == field.days:
                break
        return values

    def _run(
        self, model: cp_model.CpModel, effort: float = 10.0, gap: float = 0.0, part: tuple[Part, Values] | None = None
    ) -> Outcome:
        parameters = {
            "num_workers": 1,
            "linearization_level": 2,
            "max_deterministic_time": effort,
            "absolute_gap_limit": gap,
            "symmetry_level": 0,
            "cp_model_probing_level": 0,
        }
        whole = None if part is None else lambda found: part[0].filled_in(part[1], found)
        ended = run(self.parts.model, model, parameters, over=self._over, part=whole)
        self.spent += ended.deterministic
        return ended


class Spread:
    """Lets no hard upper limit be used up before its time, give or take one shift."""

    def __init__(self, parts: Parts, field: Field) -> None:
        self._limits = []
        for person, most, counted in _upper_limits(parts.model.problem):
            found = [(parts.model.variables.get((person, one)), amount) for one, amount in counted]
            choices = sorted((field.day[at], at, amount) for at, amount in found if at is not None)
            if choices:
                self._limits.append((most, choices, sum(amount for _, _, amount in choices)))

    def over(self, window: Part, values: Values, reached: int) -> None:
        """Say so of a window that ends before the day ``reached``."""
        constraints: Any = window.model.proto.constraints
        place = {at: new for new, at in enumerate(window.variables.tolist())}
        for most, choices, whole in self._limits:
            if choices[0][0] >= reached or choices[-1][0] < reached:
                continue
            early = [(at, amount) for day, at, amount in choices if day < reached]
            inside = [(place[at], amount) for at, amount in early if at in place]
            if not inside:
                continue
            share = most * sum(amount for _, amount in early) // whole
            share -= sum(amount * values[at] for at, amount in early if at not in place)
            constraint = constraints.add()
            constraint.linear.vars.extend([at for at, _ in inside])
            constraint.linear.coeffs.extend([amount for _, amount in inside])
            constraint.linear.domain.extend([-(1 << 40), max(0, share + max(amount for _, amount in early))])


def _upper_limits(problem: Problem) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """Person, most, and what counts how much, for hard limits on one person's minutes and occasions."""
    found = []
    for limit in problem.limits:
        if isinstance(limit, Minutes | Occasions) and limit.cost is None and limit.most is not None and limit.person:
            if isinstance(limit, Minutes):
                counted = [(one, amount) for one, amount in limit.amounts if amount > 0]
            else:
                counted = [(one, 1) for occasion in limit.occasions for one in occasion]
            found.append((limit.person, limit.most - limit.base, counted))
    return found
