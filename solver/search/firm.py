"""The dear limits made hard: whether all that weighs can be had at once, asked as a yes-or-no question.

A roster that keeps many soft limits at once is often found faster by forbidding every breach than by paying for
them: a search for any roster learns from each conflict, while one for a cheap roster has to climb over them. What
it finds is a roster of the problem itself, so nothing is lost when the question is too hard.
"""

import threading
import time
from dataclasses import replace
from typing import Any

from solver import judge
from solver.model import model_of
from solver.problem import Balance, Cover, FreeBlocks, Limit, Minutes, Problem, Works
from solver.search.course import Course
from solver.search.run import POLL, run

NEVER = 1 << 62
"""Worth more than anything."""

FIRST_TRY = 1.0
"""Seconds of the first try; luck decides, so many short tries beat a long one, each pair twice as long."""

TRY: dict[str, Any] = {"num_workers": 1, "subsolvers": ["no_lp"], "stop_after_first_solution": True}
"""No linear relaxation: these are questions for clause learning, measured against the other sub-solvers."""


def fill(course: Course, *, seconds: float, threads: int, seed: int) -> None:
    """Look for a roster in which no need for people is open, whatever else it costs, for so many seconds."""
    _ask(course, filled(course.problem), until=course.elapsed() + seconds, threads=threads, seed=seed)


def firm(course: Course, *, seconds: float, threads: int, seed: int) -> None:
    """Find rosters that keep ever more of what is dear, in at most so many seconds.

    The dearest that the best roster does not keep is asked for first. After a roster the next question goes ever
    further down, after none back up; each has a part of the time, and the dearest is asked again with other seeds.
    """
    levels = sorted({one for limit in course.problem.limits if (one := worth(limit))}, reverse=True)
    if not levels:
        return
    ends = course.elapsed() + min(seconds, course.left())
    low, high, ahead, asked = _kept(course, levels), len(levels), 0, 0
    while low < high and course.elapsed() < ends and not course.over():
        at = min(low + ahead, (low + high) // 2)
        until = min(ends, course.elapsed() + max(4 * FIRST_TRY, seconds / 3))
        if _ask(course, firmed(course.problem, levels[at]), until=until, threads=threads, seed=seed + 64 * asked):
            low, ahead = max(at + 1, _kept(course, levels)), 2 * ahead + 1
        else:
            high, ahead = max(at, low + 1), 0
        asked += 1


def _kept(course: Course, levels: list[int]) -> int:
    """How many of the dearest levels the best roster keeps whole."""
    if course.best is None:
        return 0
    works = course.best.works
    kept = (at for at, least in enumerate(levels) if judge.broken(firmed(course.problem, least), works))
    return next(kept, len(levels))


def worth(limit: Limit) -> int:
    """About what one breach of a soft limit costs: of minutes, a whole shift's; 0 for a hard limit."""
    match limit:
        case Minutes():
            return (limit.cost or 0) * max((abs(amount) for _, amount in limit.amounts), default=0)
        case Cover():
            return max(limit.cost or 0, limit.over_cost or 0)
        case _:
            return limit.cost or 0


def firmed(problem: Problem, least: int) -> Problem:
    """The same problem where what is worth at least so much is hard, and all that is cheaper is left out."""
    limits = (_firm(limit, least) for limit in problem.limits)
    return replace(problem, limits=tuple(one for one in limits if one is not None))


def filled(problem: Problem) -> Problem:
    """The same problem where the need for people is hard, and all else that is soft is left out."""
    limits = (_firm(limit, 0 if isinstance(limit, Cover) else NEVER) for limit in problem.limits)
    return replace(problem, limits=tuple(one for one in limits if one is not None))


def _firm(limit: Limit, least: int) -> Limit | None:
    if isinstance(limit, FreeBlocks):
        limit = replace(limit, loose_cost=0)
    if limit.cost is None and not (isinstance(limit, Cover) and limit.over_cost is not None):
        return limit
    if worth(limit) < least:
        return _hard_part(limit)
    if isinstance(limit, Cover):
        return replace(limit, cost=None, over_cost=None)
    if isinstance(limit, Balance):
        return None
    return replace(limit, cost=None)


def _hard_part(limit: Limit) -> Limit | None:
    """What stays when the soft part of a limit is left out: of a need, the side that may not be broken."""
    if not isinstance(limit, Cover) or (limit.cost is not None and limit.over_cost is not None):
        return None
    if limit.cost is None:
        return replace(limit, most=None, over_cost=None)
    return None if limit.most is None else replace(limit, least=0, cost=None)


def _ask(course: Course, asked: Problem, *, until: float, threads: int, seed: int) -> bool:
    """Look for any roster of a harder problem; True when the course has one.

    Each thread tries with seeds of its own; the first roster, or a proof that there is none, ends them all.
    """
    model = model_of(asked)
    done = threading.Event()
    failed: list[BaseException] = []
    found: list[Works] = []

    def over() -> bool:
        return done.is_set() or course.over() or course.elapsed() >= until

    def tries(first: int) -> None:
        number = first
        try:
            while not over():
                length = FIRST_TRY * (1 << min(6, (number - first) // threads // 2))
                limit = max(0.1, min(length, until - course.elapsed()))
                parameters = TRY | {"random_seed": seed + number, "max_time_in_seconds": limit}
                ended = run(model, model.model, parameters, over=over)
                if ended.works is not None:
                    found.append(ended.works)
                if ended.works is not None or ended.impossible:
                    done.set()
                number += threads
        except BaseException as fault:  # handed on to the caller's thread below
            failed.append(fault)
            done.set()

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
    return bool(found)
