"""A first roster: what can be kept of a given one, or one built window by window from nothing."""

from collections.abc import Callable
from typing import Any

from ortools.sat.python import cp_model

from solver.problem import Minutes, Occasions, Works
from solver.search.neighbourhoods import Field
from solver.search.parts import Parts, Values
from solver.search.run import Outcome, run

AT_ONCE = 150
"""Choices opened in one window."""
EFFORT = 0.3
"""Deterministic seconds for one window."""

Over = Callable[[], bool]


def kept(parts: Parts, start: Works, over: Over) -> Values | None:
    """A roster with as many minutes of ``start`` as no limit forbids, and no work besides."""
    chosen = {pair for pair in start if pair in parts.model.variables}
    whole = _run(parts, parts.only(frozenset(chosen)), over)
    if whole.values is not None:
        return whole.values
    built = parts.only(frozenset(), chosen)
    proto: Any = built.proto
    proto.clear_objective()
    shift = parts.model.problem.shift
    objective, hint = proto.objective, proto.solution_hint
    for pair in sorted(chosen):
        objective.vars.append(parts.model.variables[pair])
        objective.coeffs.append(shift[pair[1]].start - shift[pair[1]].end)
        hint.vars.append(parts.model.variables[pair])
        hint.values.append(1)
    most = _run(parts, built, over, effort=3.0)
    if most.works is None:
        return None
    return _run(parts, parts.only(most.works), over).values


def built(parts: Parts, over: Over) -> Values | None:
    """A roster filled a few days at a time, each person given no more early on than the time calls for."""
    values = _run(parts, parts.only(frozenset()), over).values
    if values is None:
        return None
    field = Field(parts)
    length = max(2, field.days_for(AT_ONCE))
    step = max(1, length - 2)
    for first in range(0, field.days, step):
        if over():
            break
        reached = min(field.days, first + length)
        window = parts.freed(values, field.choices(list(range(first, reached))))
        _spread(parts, window, field, reached)
        values = _run(parts, window, over, effort=EFFORT).values or values
        if reached == field.days:
            break
    return values


def _spread(parts: Parts, window: cp_model.CpModel, field: Field, reached: int) -> None:
    """Let no hard upper limit be used up before its time, give or take one shift."""
    problem = parts.model.problem
    constraints: Any = window.proto.constraints
    for limit in problem.limits:
        if not isinstance(limit, Minutes | Occasions) or limit.person is None or limit.cost is not None:
            continue
        if limit.most is None:
            continue
        if isinstance(limit, Minutes):
            counted = [(one, amount) for one, amount in limit.amounts if amount > 0]
        else:
            counted = [(one, 1) for occasion in limit.occasions for one in occasion]
        early: list[tuple[int, int]] = []
        whole = done = 0
        for one, amount in counted:
            at = parts.model.variables.get((limit.person, one))
            if at is None:
                continue
            whole += amount
            if field.day[at] < reached:
                done += amount
                early.append((at, amount))
        if not early or done == whole:
            continue
        allowed = (limit.most - limit.base) * done // whole + max(amount for _, amount in early)
        constraint = constraints.add()
        constraint.linear.vars.extend([at for at, _ in early])
        constraint.linear.coeffs.extend([amount for _, amount in early])
        constraint.linear.domain.extend([-(1 << 40), allowed])


def _run(parts: Parts, model: cp_model.CpModel, over: Over, effort: float = 10.0) -> Outcome:
    parameters = {
        "num_workers": 1,
        "linearization_level": 2,
        "max_deterministic_time": effort,
        "symmetry_level": 0,
        "cp_model_probing_level": 0,
    }
    return run(parts.model, model, parameters, over=over)
