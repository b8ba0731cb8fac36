"""A need on the clock, covered by few kinds of shift: so many kinds, each with one start and one end, and little waste.

Time is in steps of one length; days follow one another in a ring. A day that needs the same as another gets the same
shifts, and the bound holds for that. A kind is a start and an end that may not change from day to day; on each day so
many shifts of each kind are placed that every step has as many as it needs.
"""

from collections.abc import Callable
from math import ceil
from typing import Any

from ortools.sat.python import cp_model

from solver.covering.clock import Clock, Covering, NoCovering
from solver.covering.model import Question
from solver.search.run import called

_TIDY_SHARE = 6
"""One part in so many of the time goes to making a proposal tidy that no other shortens."""

Stop = Callable[[], bool]


def covering(
    clock: Clock,
    kinds: int,
    *,
    seconds: float,
    workers: int = 8,
    seed: int = 0,
    like: Covering | None = None,
    stop: Stop = lambda: False,
) -> Covering | NoCovering:
    """The least time in which at most so many kinds (those that are held besides) cover the need.

    ``like``: a covering with fewer kinds to begin from.
    """
    model = Question(clock, kinds)
    if like is not None:
        model.hint(like)
    solver, status = _run(model.built, seconds * (1 - 1 / _TIDY_SHARE), workers, seed, stop)
    if status == cp_model.INFEASIBLE:
        return NoCovering(True)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return NoCovering(False)
    found = model.read(solver)
    bound = max(clock.needed, ceil(solver.best_objective_bound * model.unit - 1e-6))
    model.tidy(found, solver)
    tidier, status = _run(model.built, seconds / _TIDY_SHARE, workers, seed, stop)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        found = model.read(tidier)
    total = sum(one.length * sum(one.on) for one in found)
    return Covering(found, total, min(bound, total))


def _run(built: cp_model.CpModel, seconds: float, workers: int, seed: int, stop: Stop) -> tuple[cp_model.CpSolver, Any]:
    parameters = {"max_time_in_seconds": seconds, "num_workers": workers, "random_seed": seed}
    return called(built, parameters, over=stop)
