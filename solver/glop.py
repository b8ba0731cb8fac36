"""Linear programs by GLOP, which sometimes loses its way: then there is no answer instead of a fault."""

from collections.abc import Callable
from typing import Any

from ortools.math_opt.python import mathopt


def optimal(solve: Callable[[], Any]) -> Any | None:
    """What ``solve`` of MathOpt ends with, where that is optimal with dual values; else None."""
    try:
        result = solve()
    except Exception:  # of no type of its own: MathOpt 9.15 fails while it makes one of the status it was given
        return None
    best = result.termination.reason == mathopt.TerminationReason.OPTIMAL
    return result if best and result.has_dual_feasible_solution() else None
