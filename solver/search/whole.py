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
) -> float:
    """Look everywhere until ``seconds`` or the ``deterministic`` effort, which is returned, is spent.

    The bound it proves holds for the problem. ``any_will_do`` ends it with the first roster.
    """
    parameters: dict[str, Any] = {"num_workers": workers, "random_seed": seed}
    if any_will_do:
        parameters["stop_after_first_solution"] = True
    if deterministic is not None:
        parameters["max_deterministic_time"] = deterministic
    if seconds != float("inf"):
        parameters["max_time_in_seconds"] = max(0.01, seconds)
    built = course.model.hinted(hint)

    def tell(works: Works, bound: int | None) -> None:
        if bound is not None:
            course.proved(bound)
        course.found(works)

    ended = run(
        course.model,
        built,
        parameters,
        over=lambda: course.ask_to_stop() or course.over(),
        tell=tell,
        bound=course.proved if not any_will_do else None,
    )
    if ended.impossible and course.best is None:
        course.impossible = True
    if ended.bound is not None:
        course.proved(ended.bound)
    if ended.works is not None:
        course.found(ended.works)
    return ended.deterministic
