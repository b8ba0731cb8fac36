"""One call of CP-SAT that can be stopped, tells of what it finds, and takes no signal from the caller."""

import math
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ortools.sat.python import cp_model

from solver.model import Model
from solver.problem import Works

POLL = 0.2
"""Seconds between two looks at whether to end."""
QUESTION: Mapping[str, Any] = {"num_workers": 1, "subsolvers": ["no_lp"], "stop_after_first_solution": True}
"""Parameters of a yes-or-no question. No linear relaxation: clause learning answers it, as measured against the other
sub-solvers."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call ended with; ``bound`` holds for the model it was given."""

    values: Sequence[int] | None
    works: Works | None
    bound: int | None
    impossible: bool
    optimal: bool
    deterministic: float


class _Tell(cp_model.CpSolverSolutionCallback):
    def __init__(self, model: Model, tell: Callable[[Works, int | None], None]) -> None:
        super().__init__()
        self._model = model
        self._tell = tell
        self.failed: BaseException | None = None

    def on_solution_callback(self) -> None:
        values: Any = self.response_proto.solution
        try:
            self._tell(self._model.works(values), _rounded(self.best_objective_bound))
        except BaseException as fault:  # it must not pass through CP-SAT; handed on to the caller's thread
            self.failed = fault
            self.stop_search()


def _rounded(bound: float) -> int | None:
    return math.ceil(bound - 1e-6) if math.isfinite(bound) else None


def called(
    built: cp_model.CpModel,
    parameters: Mapping[str, Any],
    *,
    over: Callable[[], bool],
    teller: cp_model.CpSolverSolutionCallback | None = None,
    watch: Callable[[float], None] | None = None,
) -> tuple[cp_model.CpSolver, Any]:
    """CP-SAT with what it found and how it ended, once it is done or ``over`` says so.

    ``over`` is asked in the calling thread, so that it may ask a caller's ``stop``; CP-SAT works in another, and
    has ended when this returns or raises.
    """
    solver = cp_model.CpSolver()
    solver.parameters.catch_sigint_signal = False
    for name, value in parameters.items():
        field: Any = getattr(solver.parameters, name)
        if isinstance(value, (list, tuple)):
            field.extend(value)
        else:
            setattr(solver.parameters, name, value)
    if watch is not None:
        solver.best_bound_callback = watch
    ended: list[Any] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            ended.append(solver.solve(built, teller))
        except BaseException as fault:  # handed on to the caller's thread below
            failed.append(fault)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(POLL)
            if thread.is_alive() and over():
                solver.stop_search()
    except BaseException:
        solver.stop_search()
        thread.join()
        raise
    if failed:
        raise failed[0]
    if ended[0] == cp_model.MODEL_INVALID:
        raise AssertionError(built.validate())
    return solver, ended[0]


def run(
    model: Model,
    built: cp_model.CpModel,
    parameters: dict[str, Any],
    *,
    over: Callable[[], bool],
    tell: Callable[[Works, int | None], None] | None = None,
    bound: Callable[[int], None] | None = None,
    part: Callable[[Sequence[int]], Sequence[int]] | None = None,
) -> Outcome:
    """Solve ``built`` (``model`` or a copy of it with more said) until it is done or ``over`` says so.

    ``part`` makes values of the whole of those of ``built``, where that is only a part of ``model``.
    """
    teller = _Tell(model, tell) if tell is not None else None
    watch = None if bound is None else partial(_told, bound)
    solver, status = called(built, parameters, over=over, teller=teller, watch=watch)
    if teller is not None and teller.failed is not None:
        raise teller.failed
    solved = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    values: Any = solver.response_proto.solution if solved else ()
    if solved and part is not None:
        values = part(values)
    return Outcome(
        values=list(values) if solved else None,
        works=model.works(values) if solved else None,
        bound=_rounded(solver.best_objective_bound) if solved else None,
        impossible=status == cp_model.INFEASIBLE,
        optimal=status == cp_model.OPTIMAL,
        deterministic=solver.deterministic_time,
    )


def _told(bound: Callable[[int], None], value: float) -> None:
    rounded = _rounded(value)
    if rounded is not None:
        bound(rounded)
