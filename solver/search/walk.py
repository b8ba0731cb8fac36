"""What the people's lines are good for in a search: a first roster, a bound, and what looks cheap."""

from collections.abc import Callable
from random import Random

from solver import judge
from solver.search.cheap import dearness
from solver.search.course import Course
from solver.search.firm import worth
from solver.search.improve import Improving
from solver.search.lines.columns import Generation, Lines
from solver.search.lines.dive import dived
from solver.search.lines.greedy import PASSES, walked

NEAR = 0.03
"""How near to the best mix the bound has to be, before its prices are told for the first time."""


def walk(course: Course, lines: Lines, *, seed: int) -> float:
    """Find a first roster of cheapest lines, if it breaks nothing; returns the effort it took."""
    works = walked(lines, Random(seed), lambda: course.ask_to_stop() or course.over(), dear=dear(course))
    if works is not None and not judge.broken(course.problem, works):
        course.found(works)
    return PASSES * lines.effort()


def learn_prices(
    course: Course, lines: Lines, *, asks: bool, deterministic: float | None = None
) -> Callable[[Improving], None]:
    """Prove a bound by prices, let the search know what they find cheap, and dive for a roster of its lines.

    ``asks`` where this is done in the thread that may ask the caller to stop.
    """

    def learn(improving: Improving) -> None:
        generation = Generation(lines, dear=dear(course))

        def over() -> bool:
            if asks:
                course.ask_to_stop()
            return course.over() or (deterministic is not None and generation.spent >= deterministic)

        _learn(course, improving, generation, over)
        improving.spent += generation.spent

    return learn


def _learn(course: Course, improving: Improving, generation: Generation, over: Callable[[], bool]) -> None:
    learned = False
    while generation.grow(over):
        best, mix = generation.best, generation.mix
        if best is None or mix is None:
            continue
        course.proved(best.bound)
        if not learned and mix.cost - best.bound <= NEAR * abs(mix.cost):
            improving.learn(dearness(generation.lines, best))
            learned = True
    if generation.best is None or course.over():
        return
    course.proved(generation.best.bound)
    improving.learn(dearness(generation.lines, generation.best))
    works = dived(generation, over, lambda: course.best.cost if course.best is not None else 0)
    if works is not None and not judge.broken(course.problem, works):
        improving.offer(works)


def dear(course: Course) -> int:
    """Points that outweigh the dearest unit of any limit."""
    return 5 * max((worth(one) for one in course.problem.limits), default=0) + 1
