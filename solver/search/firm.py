"""The dear limits made hard: whether all that weighs can be had at once, asked as a yes-or-no question.

A roster that keeps many soft limits at once is often found faster by forbidding every breach than by paying for
them: a search for any roster learns from each conflict, while one for a cheap roster has to climb over them. What
it finds is a roster of the problem itself, so nothing is lost when the question is too hard.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from solver import judge
from solver.model import Model, model_of
from solver.problem import Balance, Cover, Limit, Problem, Works
from solver.rest import FreeBlocks
from solver.search.course import Course
from solver.search.improve import Improving
from solver.search.run import POLL, run
from solver.search.worth import levels, worth

NEVER = 1 << 62
"""Worth more than anything."""

AHEAD = (1, 0)
"""How far down what is asked for lies from the dearest that is not kept; more is often found as fast as less."""
EFFORT, FIRM_EFFORT = 0.4, 1.2
"""Deterministic seconds of the first try to fill all need, and to keep all that is dear.

Luck decides, so many short tries beat a long one; after two of each, twice as long."""
A_TRY = 0.1
"""What each takes besides, in the same measure."""
TRY: dict[str, Any] = {"num_workers": 1, "subsolvers": ["no_lp"], "stop_after_first_solution": True}
"""No linear relaxation: these are questions for clause learning, measured against the other sub-solvers."""


Builds: TypeAlias = Callable[[Callable[[], bool], Callable[[], bool]], Works | None]
"""Another way to a first roster: it breaks off when the first it is given says so, and is content with a roster that
keeps all that is hard once the second does."""


def fill(course: Course, *, seconds: float, threads: int, seed: int, beside: Builds) -> None:
    """Look for a roster in which no need for people is open, whatever else it costs, for so many seconds.

    Where there are several threads, one of them goes the way ``beside`` first, and is given the time to reach its end.
    """
    _crew(course, filled(course.problem), until=course.elapsed() + seconds, threads=threads, seed=seed, beside=beside)


class Firm:
    """Questions that ask for ever more of what is dear, in one thread, while others mend it breach by breach.

    The dearest that the best roster does not keep is asked for, by turns with what comes next and without, for neither
    is surely easier: each for a little while, then each for twice as long. It ends after ``seconds``, or where the
    questions have taken so much ``deterministic`` effort. ``asks`` where its thread may ask the caller to stop.
    """

    def __init__(
        self,
        course: Course,
        *,
        seed: int,
        asks: bool,
        seconds: float,
        deterministic: float | None = None,
    ) -> None:
        self._course = course
        self._seed = seed
        self._asks = asks
        self._until = course.elapsed() + seconds
        self._deterministic = float("inf") if deterministic is None else deterministic
        self._spent = 0.0
        self._levels = levels(course.problem)
        self._models: dict[int, Model] = {}

    def __call__(self, improving: Improving) -> None:
        """Ask until there is nothing more to ask for, and let the search go on from each roster found."""
        tries, kept = 0, -1
        while not self._over() and (low := self._kept()) < len(self._levels):
            if low > kept:
                kept, tries = low, 0
            asked = [low + ahead for ahead in AHEAD if low + ahead < len(self._levels)]
            at = asked[tries % len(asked)]
            self._ask(at, self._levels[at], FIRM_EFFORT * (1 << tries // len(asked) // 2), improving)
            tries += 1

    def _ask(self, at: int, least: int, effort: float, improving: Improving) -> None:
        if least not in self._models:
            self._models[least] = model_of(firmed(self._course.problem, least))
        self._seed += 1
        model = self._models[least]
        parameters = TRY | {"random_seed": self._seed, "max_deterministic_time": effort}
        ended = run(model, model.model, parameters, over=self._over)
        self._spent += ended.deterministic + A_TRY
        if ended.impossible:
            del self._levels[at:]
        improving.spend(ended.deterministic + A_TRY)
        if ended.works is not None:
            improving.offer(ended.works)

    def _over(self) -> bool:
        if self._asks:
            self._course.ask_to_stop()
        course = self._course
        return course.over() or course.elapsed() >= self._until or self._spent >= self._deterministic

    def _kept(self) -> int:
        """How many of the dearest levels the best roster keeps whole."""
        if self._course.best is None:
            return 0
        works, problem = self._course.best.works, self._course.problem
        kept = (at for at, least in enumerate(self._levels) if judge.broken(firmed(problem, least), works))
        return next(kept, len(self._levels))


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
                parameters = TRY | {"random_seed": seed + number, "max_deterministic_time": effort}
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
