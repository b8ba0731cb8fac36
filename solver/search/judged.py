"""Rosters judged one after the other, each little different from the last: only who works otherwise is looked at.

Most limits are on one person, and the dearest to judge (free blocks, windows of minutes) all are.
"""

from collections.abc import Mapping
from dataclasses import replace

from solver import judge
from solver.problem import AnyOf, Limit, Problem, Works

Verdict = tuple[tuple[Limit, ...], Mapping[str, int]]


class Judged:
    """What ``judge`` says of one roster after another."""

    def __init__(self, problem: Problem) -> None:
        limits: dict[str | None, list[Limit]] = {}
        for one in problem.limits:
            limits.setdefault(_person(one), []).append(one)
        self._problems = {who: replace(problem, limits=tuple(some)) for who, some in limits.items()}
        self._last: dict[str, tuple[Works, Verdict]] = {}

    def broken_and_costs(self, works: Works) -> tuple[tuple[Limit, ...], dict[str, int]]:
        """The hard limits that are passed, person by person, and the points of each reason, by name."""
        by_person: dict[str, set[tuple[str, str]]] = {}
        for person, shift in works:
            by_person.setdefault(person, set()).add((person, shift))
        broken: list[Limit] = []
        reasons: dict[str, int] = {}
        for who, problem in self._problems.items():
            verdict = (
                judge.broken_and_costs(problem, works)
                if who is None
                else self._of(who, problem, frozenset(by_person.get(who, ())))
            )
            broken.extend(verdict[0])
            for because, points in verdict[1].items():
                reasons[because] = reasons.get(because, 0) + points
        return tuple(broken), dict(sorted(reasons.items()))

    def _of(self, who: str, problem: Problem, mine: Works) -> Verdict:
        last = self._last.get(who)
        if last is not None and last[0] == mine:
            return last[1]
        verdict = judge.broken_and_costs(problem, mine)
        self._last[who] = (mine, verdict)
        return verdict


def _person(limit: Limit) -> str | None:
    """The one whose shifts alone settle the limit."""
    if isinstance(limit, AnyOf):
        people = {one.person for one in limit.options}
        return people.pop() if len(people) == 1 else None
    return getattr(limit, "person", None)
