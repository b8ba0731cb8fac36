"""The best roster where most is settled beforehand: the whole model at once, soon proven to be the best."""

from solver import judge
from solver.faults import check
from solver.problem import Problem, Works
from solver.result import Answer, OnBetter, Stop
from solver.search.course import Course
from solver.search.plan import PORTFOLIO
from solver.search.whole import whole
from solver.solve import answer

FOREVER = float("inf")


def solve_closely(
    problem: Problem,
    *,
    start: Works,
    seconds: float,
    seed: int = 0,
    workers: int | None = None,
    deterministic: float | None = None,
    on_better: OnBetter | None = None,
    stop: Stop | None = None,
) -> Answer:
    """A roster that breaks no hard limit, as cheap as the time allows, sought from ``start``; or a proof of none.

    The answer is as ``solve`` gives it. Parts are never looked at alone, so it is for problems with few choices.
    """
    check(problem)
    limit = None if deterministic is not None else seconds
    course = Course(problem, seconds=limit, gap=0.0, on_better=on_better, stop=stop)
    if not judge.broken(problem, start):
        course.found(start)
    if not course.over():
        whole(
            course,
            seconds=FOREVER if limit is None else max(0.1, course.left()),
            workers=1 if deterministic is not None else workers or PORTFOLIO,
            seed=seed,
            hint=start,
            deterministic=deterministic,
        )
    return answer(course)
