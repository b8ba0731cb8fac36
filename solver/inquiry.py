"""Whether a roster keeps the limits of some reasons: questions about one problem, asked of ever other reasons."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from solver import judge
from solver.allowance import Allowance
from solver.model import model_of
from solver.problem import Limit, Off, Problem, Works
from solver.search.hard import bears_less_work, mentioned
from solver.search.run import run
from solver.search.softened import calls_for_work
from solver.sums import Sums

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

    @cached_property
    def sums(self) -> Sums:
        """What of the problem can be added up."""
        return Sums(self.problem)

    def settled(self, reasons: Sequence[str], share: float) -> Answered:
        """The same as ``ask``; what is not seen soon may be shown by adding up before it is asked at length.

        A roster is often found sooner than a linear program is solved, and the other way about where there is none.
        """
        soon = self.ask(reasons, share=0)
        if soon.works is not None or soon.impossible or self.allowance.over():
            return soon
        if self.sums.conflict(reasons, most=0, allowance=self.allowance) is not None:
            return Answered(None, True)
        return soon if self.allowance.over() else self.ask(reasons, share)

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
        if ended.works is not None and (broken := judge.broken(problem, ended.works)):
            raise AssertionError(f"the model allows what breaks {broken[0]}")
        return Answered(ended.works, ended.impossible)
