"""The best roster that can be found in the time given."""

import logging
import os

from solver.model import model_of
from solver.problem import Problem, Works
from solver.result import Answer, Impossible, Made, OnBetter, OutOfTime, Stop
from solver.search.course import Course
from solver.search.whole import whole

log = logging.getLogger(__name__)


def solve(
    problem: Problem,
    *,
    seconds: float | None = 60,
    seed: int = 0,
    workers: int | None = None,
    deterministic: float | None = None,
    start: Works | None = None,
    on_better: OnBetter | None = None,
    stop: Stop | None = None,
    gap: float = 0.0,
) -> Answer:
    """A roster that breaks no hard limit, as cheap as the time allows; or a proof that there is none."""
    course = Course(model_of(problem), seconds=seconds, gap=gap, on_better=on_better, stop=stop)
    whole(course, seconds=course.left(), workers=workers or max(8, os.cpu_count() or 1), seed=seed, hint=start)
    return answer(course)


def answer(course: Course) -> Answer:
    if course.best is None:
        return Impossible(course.elapsed()) if course.impossible else OutOfTime(course.elapsed())
    best = course.best
    return Made(
        works=best.works,
        cost=best.cost,
        cost_by_reason=best.cost_by_reason,
        bound=min(course.bound, best.cost),
        seconds=course.elapsed(),
        first_seconds=course.first_seconds,
        stopped=course.stopped,
    )
