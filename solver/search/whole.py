"""The whole model at once, by CP-SAT's own portfolio."""

from typing import Any

from ortools.sat.python import cp_model

from solver.model.logic import FAR
from solver.problem import Works
from solver.search.course import Course
from solver.search.run import Outcome, run


def whole(
    course: Course,
    *,
    seconds: float,
    workers: int,
    seed: int,
    hint: Works | None = None,
    deterministic: float | None = None,
    any_will_do: bool = False,
    closed: frozenset[int] = frozenset(),
    most: int | None = None,
) -> Outcome:
    """Look everywhere until ``seconds`` or the ``deterministic`` effort is spent.

    The bound it proves holds for the problem. ``any_will_do`` ends it with the first roster.
    ``closed`` are choices that no roster cheaper than the best one works: they are left out, and what is proved
    without them holds up to the cost of that roster. With ``most`` only what costs no more is looked for, and what is
    proved holds up to it.
    """
    parameters: dict[str, Any] = {"num_workers": workers, "random_seed": seed}
    if any_will_do:
        parameters["stop_after_first_solution"] = True
    over = course.over
    if deterministic is not None:
        # When a call under way is looked at depends on the clock: it ends itself where it is near enough.
        parameters["max_deterministic_time"] = deterministic
        parameters["relative_gap_limit"] = course.gap
        over = course.ask_to_stop
    if seconds != float("inf"):
        parameters["max_time_in_seconds"] = max(0.01, seconds)
    built = course.model.hinted(hint)
    dearer = course.best.cost if closed and course.best is not None else None
    for at in closed:
        domain = built.proto.variables[at].domain
        domain[0] = domain[1] = 0
    if most is not None:
        at_most(built, most)
        dearer = most + 1 if dearer is None else min(dearer, most + 1)

    def proved(bound: int) -> None:
        course.proved(bound if dearer is None else min(bound, dearer))

    def tell(works: Works, bound: int | None) -> None:
        if bound is not None:
            proved(bound)
        course.found(works)

    ended = run(
        course.model,
        built,
        parameters,
        over=lambda: course.ask_to_stop() or over(),
        tell=tell,
        bound=proved if not any_will_do else None,
    )
    if ended.impossible and dearer is not None:
        course.proved(dearer)
    elif ended.impossible and course.best is None:
        course.impossible = True
    if ended.bound is not None:
        proved(ended.bound)
    if ended.works is not None:
        course.found(ended.works)
    return ended


def at_most(built: cp_model.CpModel, points: int) -> None:
    """Say of the model that it costs no more than so many points."""
    objective: Any = built.proto.objective
    if not objective.vars:
        return
    linear: Any = built.proto.constraints.add().linear
    linear.vars.extend(list(objective.vars))
    linear.coeffs.extend(list(objective.coeffs))
    linear.domain.extend([-FAR, points - round(objective.offset)])
