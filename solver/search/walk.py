"""A first roster of the people's cheapest lines, laid one after the other."""

from random import Random

from solver import judge
from solver.search.course import Course
from solver.search.lines.columns import Lines
from solver.search.lines.greedy import PASSES, walked
from solver.search.worth import worth

WALK = 0.2
"""Part of the time that is left, after which it is not waited for."""


def walk(course: Course, lines: Lines, *, seed: int) -> float:
    """Find a first roster of cheapest lines, if it breaks nothing; returns the effort it took."""
    until = course.elapsed() + WALK * course.left()

    def over() -> bool:
        return course.ask_to_stop() or course.over() or course.elapsed() >= until

    works = walked(lines, Random(seed), over, dear=dear(course))
    if works is not None and not judge.broken(course.problem, works):
        course.found(works)
    return PASSES * lines.effort()


def dear(course: Course) -> int:
    """Points that outweigh the dearest unit of any limit."""
    return 5 * max((worth(one) for one in course.problem.limits), default=0) + 1
