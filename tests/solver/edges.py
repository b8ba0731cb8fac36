"""One limit asked of Kari and Ola, and how often the judge and the model find it broken."""

from dataclasses import replace

from costs import cost_by_judge, cost_in_model

from solver import judge
from solver.model import model_of
from solver.problem import Limit, Person, Problem
from solver.stretches import Shift

H = 60
DAY = 24 * H
WEEK = 7 * DAY
FIVE = {f"d{at}": (at * DAY, at * DAY + 60) for at in range(5)}
DAYS = tuple((one,) for one in FIVE)


def asked(limit: Limit, times: dict[str, tuple[int, int]], *, cycle: int | None = None) -> Problem:
    """Kari and Ola with shifts at the times; Kari has worked what lies before minute 0."""
    shifts = tuple(Shift(name, start, end) for name, (start, end) in times.items())
    past = tuple(one.id for one in shifts if one.start < 0)
    people = (Person("kari", past), Person("ola"))
    return Problem(people, shifts, (limit,), cycle or 2 * WEEK, cycle)


def units(problem: Problem, kari: str = "", ola: str = "") -> int:
    """The judge's count; the model allows just what counts none, and where the limit is soft at just that cost."""
    works = frozenset({("kari", one) for one in kari.split()} | {("ola", one) for one in ola.split()})
    (limit,) = problem.limits
    for one in (limit, replace(limit, cost=1)) if limit.cost is None else (limit,):
        put = replace(problem, limits=(one,))
        assert cost_in_model(model_of(put), works) == cost_by_judge(put, works), one
    return judge.violations(problem, limit, works)
