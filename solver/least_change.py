"""A roster as like a given one as it can be: shifts and people that change are part of the cost."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from solver.problem import AnyOf, Fixed, Limit, Minutes, Off, Problem, Works


def least_change(
    problem: Problem, works: Works, *, shift: int, person: int = 0, because: Callable[[str], str] = "changed {}".format
) -> Problem:
    """The same problem in which what differs from ``works`` costs points.

    Each shift that somebody gets or loses costs ``shift``; each person for whom anything differs costs ``person``
    besides, once, so that a change is rather put on few. ``because`` names the reason for each person.
    """
    theirs = {one.id: frozenset(worked for who, worked in works if who == one.id) for one in problem.people}
    limits = (limit for who, had in theirs.items() for limit in _of(problem, who, had, because(who), shift, person))
    return replace(problem, limits=(*problem.limits, *limits))


def _of(problem: Problem, who: str, had: frozenset[str], because: str, shift: int, person: int) -> Iterator[Limit]:
    own = tuple(one.id for one in problem.shifts if one.start >= 0 and one.id in had)
    other = tuple(one.id for one in problem.shifts if one.start >= 0 and one.id not in had)
    if shift and own:
        yield Fixed(who, own, because, shift)
    if shift and other:
        yield Off(who, other, because, shift)
    if person and (own or other):
        changes = (*((one, -1) for one in own), *((one, 1) for one in other))
        # Of two options the closer one counts: all as it was, passed by each change, or one that is passed by just 1.
        as_it_was = Minutes(who, changes, because, most=0, base=len(own))
        touched = Minutes(who, (), because, most=0, base=1)
        yield AnyOf((as_it_was, touched), because, person)
