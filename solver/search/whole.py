"""The whole model at once, by CP-SAT's own portfolio."""

from typing import Any

from solver.problem import Works
from solver.search.course import Course
from solver.search.run import run


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
) -> float:
    """Look everywhere until ``seconds`` or the ``deterministic`` effort, which is returned, is spent.

    The bound it proves holds for the problem. ``any_will_do`` ends it with the first roster.
    ``closed`` are choices that no roster cheaper than the best one works: they are left out, and what is proved
    without them holds up to the cost of that roster.
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
    most = course.best.cost if closed and course.best is not None else None
    for at in closed:
        domain = built.proto.variables[at].domain
        domain[0] = domain[1] = 0

    def proved(bound: int) -> None:
        course.proved(bound if most is None else min(bound, most))

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
    if ended.impossible and course.best is None:
        course.impossible = True
    if ended.impossible and most is not None:
        course.proved(most)
    if ended.bound is not None:
        proved(ended.bound)
    if ended.works is not None:
        course.found(ended.works)
    return ended.deterministic
