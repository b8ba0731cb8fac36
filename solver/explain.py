"""Why no roster is possible: reasons that cannot hold together, none of them to spare."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from solver import judge
from solver.allowance import Allowance
from solver.counted import Sums
from solver.model import model_of
from solver.problem import Limit, Off, Problem, Works
from solver.result import Explanation, OutOfTime, Possible, Reasons, Stop
from solver.search.hard import bears_less_work, hard_part, mentioned
from solver.search.run import run
from solver.search.softened import calls_for_work

DAY = 24 * 60
WORKERS = 8
WINDOWS = 12
"""Stretches of time looked at apart before all of it is."""
LEAST = 0.5
"""Of the time or the effort, for one question."""
A_QUESTION = 0.02
"""What each takes besides, in the same measure."""

Order = Callable[[str], Any]
"""A sort key: the reasons that come first are left out first, so the answer prefers those that come last."""


def explain(
    problem: Problem,
    *,
    seconds: float = 30,
    seed: int = 0,
    deterministic: float | None = None,
    order: Order | None = None,
    stop: Stop | None = None,
) -> Explanation:
    """A roster that keeps all hard limits, or reasons of which no roster keeps all. What is soft plays no part.

    What can be shown by adding up is shown so. Else every set of reasons is a model of its own, and each answer of
    "impossible" is CP-SAT's about that model; no core of assumptions is trusted. A cause usually lies in a few days,
    so stretches of time come first. With ``deterministic`` (see ``solve``) ``seconds`` is not looked at.
    """
    steady = deterministic is not None
    allowance = Allowance(seconds if deterministic is None else deterministic, steady=steady, stop=stop)
    inquiry = Inquiry(hard_part(problem), allowance, seed)
    reasons = inquiry.reasons(order)
    counted: frozenset[str] | None = None
    if not allowance.over():
        counted = Sums(inquiry.problem).conflict(reasons, in_order=order is not None, allowance=allowance)
    if counted is not None:
        least, proven = _fewest(inquiry, [one for one in reasons if one in counted], size=1)
        return Reasons(tuple(sorted(least)), proven)
    found: list[str] | None = None
    whole = inquiry.ask(reasons, share=0.25)
    if whole.works is not None:
        return Possible(whole.works)
    for part in inquiry.stretches(reasons):
        if allowance.over():
            break
        if inquiry.ask(part, share=0.04).impossible:
            found = part
            break
    if found is None and not whole.impossible:
        whole = inquiry.ask(reasons, share=1.0)
        if whole.works is not None:
            return Possible(whole.works)
    if found is None:
        if not whole.impossible:
            return OutOfTime(allowance.elapsed())
        found = reasons
    least, proven = _fewest(inquiry, found)
    return Reasons(tuple(sorted(least)), proven)


def _fewest(inquiry: "Inquiry", reasons: list[str], size: int | None = None) -> tuple[list[str], bool]:
    """Leave out half of them (or ``size``), a quarter, ... and at last each, for as long as what stays is impossible.

    A reason that is needed beside many others is needed beside fewer, so one round of single ones is enough.
    """
    left = list(reasons)
    proven = True
    size = size or max(1, len(left) // 2)
    while True:
        at = 0
        while at < len(left):
            fewer = left[:at] + left[at + size :]
            answer = inquiry.ask(fewer, share=0.1) if not inquiry.allowance.over() else Answered(None, False)
            if answer.impossible:
                left = fewer
            else:
                if size == 1 and answer.works is None:
                    proven = False
                at += size
        if size == 1:
            return left, proven
        size = min(size // 2, max(1, len(left) // 2))


@dataclass(frozen=True, slots=True)
class Answered:
    """A roster, or that there is none, or neither."""

    works: Works | None
    impossible: bool


@dataclass
class Inquiry:
    """Questions about sets of reasons of one problem, all within one allowance."""

    problem: Problem
    allowance: Allowance
    seed: int

    def reasons(self, order: Order | None) -> list[str]:
        """All that may be left out: by ``order``, else what calls for work by its time, then the rest."""
        named = {one.because: one for one in reversed(self.problem.limits) if not one.because.startswith("!")}
        if order is not None:
            return sorted(named, key=order)
        return sorted(named, key=lambda one: (not calls_for_work(named[one]), self._when(named[one])[0], one))

    def _when(self, limit: Limit) -> tuple[int, int]:
        starts = [self.problem.shift[one].start for one in mentioned(limit)]
        return (min(starts), max(starts)) if starts else (0, self.problem.horizon)

    def stretches(self, reasons: list[str]) -> Iterator[list[str]]:
        """The reasons less those that call for work outside a stretch of time; short stretches first."""
        calls: dict[str, tuple[int, int]] = {}
        for one in self.problem.limits:
            if calls_for_work(one):
                low, high = self._when(one)
                before = calls.get(one.because, (low, high))
                calls[one.because] = (min(low, before[0]), max(high, before[1]))
        days = -(-self.problem.horizon // DAY)
        size = max(7, -(-days // WINDOWS))
        while size < days:
            for first in range(0, days, size):
                low, high = first * DAY, (first + size) * DAY
                part = [one for one in reasons if one not in calls or (low <= calls[one][0] and calls[one][1] < high)]
                if any(one in calls for one in part):
                    yield part
            size *= 2

    def ask(self, reasons: Sequence[str], share: float) -> Answered:
        """Whether a roster keeps the limits of these reasons and those that are never left out.

        Shifts that none of them calls for are left unworked first: less work breaks nothing but what calls for
        it, save some rests owed, and then an "impossible" is asked again with all shifts.
        """
        names = set(reasons)
        limits = tuple(one for one in self.problem.limits if one.because in names or one.because.startswith("!"))
        wanted = {shift for one in limits if calls_for_work(one) for shift in mentioned(one)}
        spare = tuple(one.id for one in self.problem.shifts if one.start >= 0 and one.id not in wanted)
        unworked = tuple(Off(person.id, spare, "!not called for") for person in self.problem.people if spare)
        answer = self._solve(Problem(
            self.problem.people, self.problem.shifts, (*limits, *unworked), self.problem.horizon, self.problem.cycle
        ), share)  # fmt: skip
        if answer.impossible and spare and not all(bears_less_work(one) for one in limits):
            return self._solve(Problem(
                self.problem.people, self.problem.shifts, limits, self.problem.horizon, self.problem.cycle
            ), share)  # fmt: skip
        return answer

    def _solve(self, problem: Problem, share: float) -> Answered:
        model = model_of(problem)
        allowance = self.allowance
        until = allowance.elapsed() + max(LEAST, share * allowance.seconds)
        parameters: dict[str, Any] = {"random_seed": self.seed, "stop_after_first_solution": True}
        if allowance.steady:
            effort = max(0.01, min(until - allowance.elapsed(), allowance.left()))
            parameters |= {"num_workers": 1, "max_deterministic_time": effort}
        else:
            parameters |= {"num_workers": WORKERS}
        ended = run(model, model.model, parameters, over=lambda: allowance.over() or allowance.elapsed() >= until)
        allowance.spend(ended.deterministic + A_QUESTION)
        if ended.works is not None:
            broken = judge.broken(problem, ended.works)
            assert not broken, f"the model allows what breaks {broken[0]}"
        return Answered(ended.works, ended.impossible)
