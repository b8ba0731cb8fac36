"""All need filled, as a yes-or-no question that every thread asks, before anything is weighed."""

import threading
import time
from collections.abc import Callable
from typing import TypeAlias

from solver import judge
from solver.model import model_of
from solver.problem import Problem, Works
from solver.search.course import Course
from solver.search.firmed import filled
from solver.search.run import POLL, QUESTION, run

EFFORT = 0.4
"""Deterministic seconds of the first try. Luck decides: many short ones beat a long one; after two, twice as long."""

Builds: TypeAlias = Callable[[Callable[[], bool], Callable[[], bool]], Works | None]
"""Another way to a first roster: it breaks off when the first it is given says so, and is content with a roster that
keeps all that is hard once the second does."""


def fill(course: Course, *, seconds: float, threads: int, seed: int, beside: Builds) -> None:
    """Look for a roster in which no need for people is open, whatever else it costs, for so many seconds.

    Where there are several threads, one of them goes the way ``beside`` first, and is given the time to reach its end.
    """
    _crew(course, filled(course.problem), until=course.elapsed() + seconds, threads=threads, seed=seed, beside=beside)


def _crew(course: Course, asked: Problem, *, until: float, threads: int, seed: int, beside: Builds) -> None:
    """Look for any roster of a harder problem.

    Each thread tries with seeds of its own, by deterministic time, so that a busy machine ends no try before it can
    succeed; the first roster, or a proof that there is none, ends them all.
    """
    model = model_of(asked)
    done = threading.Event()
    failed: list[BaseException] = []
    found: list[Works] = []
    building = threading.Event()

    def ended() -> bool:
        return done.is_set() or course.over()

    def over() -> bool:
        return ended() or (course.elapsed() >= until and not building.is_set())

    def builds() -> None:
        works = beside(ended, lambda: course.elapsed() >= until)
        building.clear()
        if works is not None:
            found.append(works)
            if not judge.broken(asked, works):
                done.set()

    def tries(first: int) -> None:
        number = first
        try:
            if threads > 1 and first == threads - 1:
                builds()
            while not over():
                effort = EFFORT * (1 << min(6, (number - first) // threads // 2))
                parameters = {**QUESTION, "random_seed": seed + number, "max_deterministic_time": effort}
                outcome = run(model, model.model, parameters, over=over)
                if outcome.works is not None:
                    found.append(outcome.works)
                if outcome.works is not None or outcome.impossible:
                    done.set()
                number += threads
        except BaseException as fault:  # handed on to the caller's thread below
            failed.append(fault)
            done.set()

    if threads > 1:
        building.set()
    crew = [threading.Thread(target=tries, args=(one,), daemon=True) for one in range(threads)]
    for one in crew:
        one.start()
    try:
        while any(one.is_alive() for one in crew):
            course.ask_to_stop()
            time.sleep(POLL / 4)
    except BaseException:
        done.set()
        raise
    finally:
        for one in crew:
            one.join()
    if failed:
        raise failed[0]
    for works in found:
        course.found(works)
