"""Linear programs by GLOP, which sometimes loses its way: then there is no answer instead of a fault."""

from collections.abc import Callable
from datetime import timedelta
from math import isfinite
from typing import Any

from ortools.math_opt.python import mathopt

STEPS = 200_000
"""Steps of the simplex method after which it has lost its way, so that the clock decides nothing where it may not."""


def optimal(solve: Callable[[mathopt.SolveParameters], Any], *, seconds: float = float("inf")) -> Any | None:
    """What ``solve`` of MathOpt ends with, where that is optimal with dual values; else, or out of time, None."""
    limit = timedelta(seconds=max(0.0, seconds)) if isfinite(seconds) else None
    try:
        result = solve(mathopt.SolveParameters(iteration_limit=STEPS, time_limit=limit))
    except Exception:  # of no type of its own: MathOpt 9.15 fails while it makes one of the status it was given
        return None
    best = result.termination.reason == mathopt.TerminationReason.OPTIMAL
    return result if best and result.has_dual_feasible_solution() else None
