"""Rosters judged one after the other, each little different from the last: only what is otherwise is looked at.

Most limits are on one person, and the dearest to judge (free blocks, windows of minutes) all are; need is on shifts of
one week or two.
"""

from collections.abc import Mapping
from dataclasses import replace

from solver import judge
from solver.problem import AnyOf, Cover, Limit, Problem, Works

WEEK = 7 * 24 * 60

Verdict = tuple[tuple[Limit, ...], Mapping[str, int]]


class Judged:
    """What ``judge`` says of one roster after another."""

    def __init__(self, problem: Problem) -> None:
        limits: dict[str | int | None, list[Limit]] = {}
        for one in problem.limits:
            limits.setdefault(_person(one) or _week(problem, one), []).append(one)
        self._problems = {what: replace(problem, limits=tuple(some)) for what, some in limits.items()}
        self._weeks: dict[str, list[int]] = {}
        for what, some in limits.items():
            if isinstance(what, int):
                for shift in {shift for one in some if isinstance(one, Cover) for shift in _shifts(one)}:
                    self._weeks.setdefault(shift, []).append(what)
        self._last: dict[str | int, tuple[Works, Verdict]] = {}

    def broken_and_costs(self, works: Works) -> tuple[tuple[Limit, ...], dict[str, int]]:
        """The hard limits that are passed, person by person, and the points of each reason, by name."""
        of: dict[str | int, set[tuple[str, str]]] = {}
        for person, shift in works:
            of.setdefault(person, set()).add((person, shift))
            for week in self._weeks.get(shift, ()):
                of.setdefault(week, set()).add((person, shift))
        broken: list[Limit] = []
        reasons: dict[str, int] = {}
        for what, problem in self._problems.items():
            verdict = (
                judge.broken_and_costs(problem, works)
                if what is None
                else self._of(what, problem, frozenset(of.get(what, ())))
            )
            broken.extend(verdict[0])
            for because, points in verdict[1].items():
                reasons[because] = reasons.get(because, 0) + points
        return tuple(broken), dict(sorted(reasons.items()))

    def _of(self, what: str | int, problem: Problem, mine: Works) -> Verdict:
        last = self._last.get(what)
        if last is not None and last[0] == mine:
            return last[1]
        verdict = judge.broken_and_costs(problem, mine)
        self._last[what] = (mine, verdict)
        return verdict


def _person(limit: Limit) -> str | None:
    """The one whose shifts alone settle the limit."""
    if isinstance(limit, AnyOf):
        people = {one.person for one in limit.options}
        return people.pop() if len(people) == 1 else None
    return getattr(limit, "person", None)


def _week(problem: Problem, limit: Limit) -> int | None:
    """The week of the shifts that alone settle the limit, or the first of them."""
    shifts = _shifts(limit) if isinstance(limit, Cover) else ()
    return min((problem.shift[one].start // WEEK for one in shifts), default=None)


def _shifts(limit: Cover) -> tuple[str, ...]:
    return limit.shifts if limit.works is None else tuple(shift for _, shift in limit.works)
