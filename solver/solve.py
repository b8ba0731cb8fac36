"""The best roster that can be found in the time given."""

import logging

from solver.faults import check
from solver.problem import Problem, Works
from solver.result import Answer, Impossible, Made, OnBetter, OutOfTime, Stop
from solver.search.circulation.circulate import circulate
from solver.search.course import Course
from solver.search.plan import freely, steadily

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
    patience: float = 0.0,
) -> Answer:
    """A roster that breaks no hard limit, as cheap as the time allows; or a proof that there is none.

    With ``deterministic`` (a CP-SAT effort, about a second each) one worker is used and ``seconds`` is not looked at:
    the same problem and seed give the same roster. Without it all of ``seconds`` is used (None: until ``stop``)
    unless the roster is proven best, or within ``gap`` (a share of its cost) of it; where there is none by then, it
    goes on for ``patience`` seconds at the most, to the first.

    ``workers`` is how many threads look (None: as many as there are processors, up to eight, and at least eight of
    CP-SAT's own where it looks at the whole model). ``start`` may break limits: the search mends them from there.
    ``stop`` is asked in the calling thread, ``on_better`` is told in whichever thread finds; what either raises ends
    the search and reaches the caller. Raises ``ProblemError`` where the problem cannot be meant.
    """
    check(problem)
    limit = None if deterministic is not None else seconds
    course = Course(problem, seconds=limit, gap=gap, on_better=on_better, stop=stop, patience=patience)
    spent = circulate(course, seed=seed, deterministic=deterministic) if start is None else 0.0
    if course.best is None and not course.impossible:
        _search(course, None if deterministic is None else max(0.0, deterministic - spent), workers, seed, start)
    return answer(course)


def _search(course: Course, effort: float | None, workers: int | None, seed: int, start: Works | None) -> None:
    began = course.elapsed()
    choices, problem = len(course.model.variables), course.problem
    log.info(
        "%d people, %d shifts, %d limits, %d choices, built in %.1f s",
        len(problem.people), len(problem.shifts), len(problem.limits), choices, course.elapsed() - began,
    )  # fmt: skip
    if effort is not None:
        steadily(course, effort=effort, seed=seed, start=start)
    else:
        freely(course, workers=workers, seed=seed, start=start)


def answer(course: Course) -> Answer:
    """What a search has come to, once it is over."""
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
