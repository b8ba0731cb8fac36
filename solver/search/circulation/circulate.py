"""A line of weeks as a circulation: flows through one week that a walk turns into the line."""

from collections.abc import Callable
from dataclasses import dataclass

from solver.model import Model
from solver.problem import Problem, Works, works_of
from solver.search.circulation.automaton import automaton_of
from solver.search.circulation.divides import divides
from solver.search.circulation.line import OFF, Line
from solver.search.circulation.program import Program
from solver.search.circulation.recognise import recognised
from solver.search.circulation.stints import stints_of
from solver.search.circulation.walk import islands, walked
from solver.search.course import Course
from solver.search.run import run

SHARE = 0.5
"""Of the time, or of the effort; then other ways of looking have their turn."""
AT_MOST = 300.0
"""Seconds, where there is no limit."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A line, or that there is none, or neither in the time given; and the effort it took."""

    works: Works | None
    impossible: bool
    effort: float


def circulate(course: Course, *, seed: int, deterministic: float | None = None) -> float:
    """Decide the problem if it is a line of weeks. Returns the deterministic effort spent."""
    line = recognised(course.problem)
    if line is None:
        return 0.0
    until = course.elapsed() + min(SHARE * course.left(), AT_MOST)
    decided = decide(
        course.problem,
        line,
        seed=seed,
        left=None if deterministic is not None else lambda: until - course.elapsed(),
        deterministic=None if deterministic is None else SHARE * deterministic,
        over=course.ask_to_stop,
    )
    course.proved(0)
    if decided.works is not None:
        course.found(decided.works)
    course.impossible = decided.impossible
    return decided.effort


def decide(
    problem: Problem,
    line: Line,
    *,
    seed: int,
    left: Callable[[], float] | None,
    deterministic: float | None = None,
    over: Callable[[], bool],
) -> Decided:
    """Flows are looked for until one is a single walk; whatever falls into islands is ruled out with its like.

    One worker finds flows faster than a portfolio: the linear relaxation is nearly whole, and rounds are short.
    """
    automaton = automaton_of(line)
    if automaton is None:
        return Decided(None, False, 0.0)
    stints = stints_of(line, automaton)
    program = Program(line, stints)
    model = Model(problem, program.model, {}, {}, 0)  # the shifts are no choices of their own
    spent = 0.0
    while True:
        parameters: dict[str, int | float] = {"num_workers": 1, "linearization_level": 2, "random_seed": seed}
        if deterministic is not None:
            parameters["max_deterministic_time"] = deterministic - spent
        if left is not None:
            parameters["max_time_in_seconds"] = max(0.01, left())
        ended = run(model, program.model, parameters, over=over)
        spent += ended.deterministic
        if ended.values is None:
            return Decided(None, ended.impossible, spent)
        flow = program.flow(ended.values)
        apart = islands(flow)
        if len(apart) == 1:
            return Decided(_works(line, walked(flow)), False, spent)
        for inside in divides(stints, apart):
            program.one_walk(inside)
        if over() or (left is not None and left() <= 0) or (deterministic is not None and spent >= deterministic):
            return Decided(None, False, spent)


def _works(line: Line, symbols: list[int]) -> Works:
    return works_of((line.person, line.shifts[symbol - 1][day]) for day, symbol in enumerate(symbols) if symbol != OFF)
