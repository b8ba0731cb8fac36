"""All need filled, as a yes-or-no question that every thread asks, before anything is weighed."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from solver import judge
from solver.model import model_of
from solver.problem import Problem, Works
from solver.search.course import Course
from solver.search.firmed import filled
from solver.search.run import QUESTION, run
from solver.search.threads import in_threads

EFFORT = 0.4
"""Deterministic seconds of the first try. Luck decides: many short ones beat a long one; after two, twice as long."""

Builds: TypeAlias = Callable[[Callable[[], bool], Callable[[], bool]], Works | None]
"""Another way to a first roster: it breaks off when the first it is given says so, and is content with a roster that
keeps all that is hard once the second does."""


def fill(course: Course, *, seconds: float, threads: int, seed: int, beside: Builds) -> None:
    """Look for a roster in which no need for people is open, whatever else it costs, for so many seconds.

    Where there are several threads, one of them goes the way ``beside`` first, and is given the time to reach its end,
    also where it is proven meanwhile that some need stays open.
    """
    _crew(course, filled(course.problem), until=course.elapsed() + seconds, threads=threads, seed=seed, beside=beside)


def _crew(course: Course, asked: Problem, *, until: float, threads: int, seed: int, beside: Builds) -> None:
    """Look for any roster of a harder problem.

    Each thread tries with seeds of its own, by deterministic time, so that a busy machine ends no try before it can
    succeed; the first roster ends them all, and a proof that there is none ends the questions.
    """
    model = model_of(asked)
    done, refuted = threading.Event(), threading.Event()
    found: list[Works] = []
    building = threading.Event()

    def ended() -> bool:
        return done.is_set() or course.over()

    def enough() -> bool:
        return course.elapsed() >= until or refuted.is_set()

    def over() -> bool:
        return ended() or refuted.is_set() or (course.elapsed() >= until and not building.is_set())

    def builds() -> None:
        works = beside(ended, enough)
        building.clear()
        if works is not None:
            found.append(works)
            if not judge.broken(asked, works):
                done.set()

    def tries(first: int) -> None:
        number = first
        if threads > 1 and first == threads - 1:
            builds()
        while not over():
            effort = EFFORT * (1 << min(6, (number - first) // threads // 2))
            parameters = {**QUESTION, "random_seed": seed + number, "max_deterministic_time": effort}
            outcome = run(model, model.model, parameters, over=over)
            if outcome.works is not None:
                found.append(outcome.works)
                done.set()
            if outcome.impossible:
                refuted.set()
            number += threads

    if threads > 1:
        building.set()
    in_threads([partial(tries, one) for one in range(threads)], ask=course.ask_to_stop, end=done.set)
    for works in found:
        course.found(works)
