"""How the solver is run for one plan: with which seed and threads, until when, and on from what is found."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from roster.domain.reason import Reason
from roster.planning.result import Stop
from solver.allowance import Allowance
from solver.closely import solve_closely
from solver.problem import Problem, Works
from solver.result import Answer, Made, OutOfTime, Progress
from solver.solve import solve

PATIENCE = 60
"""Seconds to look on when the time given was too short for a roster, or for one without open shifts."""


@dataclass(frozen=True, slots=True)
class Search:
    """What all runs of the solver for a plan share. With one worker they are steady: the clock decides nothing."""

    seed: int = 0
    workers: int | None = None
    stop: Stop | None = None

    @property
    def steady(self) -> bool:
        return self.workers == 1

    def stopped(self) -> bool:
        """Somebody outside has asked for an end."""
        return self.stop is not None and self.stop()

    def allowance(self, seconds: float) -> Allowance:
        """So many seconds for a question, or so much effort where the search is steady."""
        return Allowance(seconds, steady=self.steady, stop=self.stop)

    def run(
        self,
        problem: Problem,
        seconds: float,
        *,
        start: Works | None = None,
        on_better: Callable[[Progress], None] | None = None,
        gap: float = 0.0,
        stop: Stop | None = None,
    ) -> Answer:
        """The best roster within so many seconds, or so much effort where the search is steady."""
        return solve(
            problem,
            seconds=seconds,
            seed=self.seed,
            workers=self.workers,
            deterministic=seconds if self.steady else None,
            start=start,
            on_better=on_better,
            stop=stop or self.stop,
            gap=gap,
        )

    def patiently(self, problem: Problem, seconds: float, start: Works) -> Answer:
        """The best roster within so many seconds; where there is none by then, the first one, with patience."""
        if self.steady:
            answer = self.run(problem, seconds, start=start)
            return answer if not isinstance(answer, OutOfTime) else self.until(problem, start, lambda _: True)
        found, ends = False, time.monotonic() + seconds

        def take(_: Progress) -> None:
            nonlocal found
            found = True

        def over() -> bool:
            return (found and time.monotonic() > ends) or self.stopped()

        return self.run(problem, seconds + PATIENCE, start=start, on_better=take, stop=over)

    def closely(self, problem: Problem, seconds: float, start: Works) -> Answer:
        """The same where most is settled: all of what is left at once, so that the best is soon proven to be so."""
        return solve_closely(
            problem,
            start=start,
            seconds=seconds,
            seed=self.seed,
            workers=self.workers,
            deterministic=seconds if self.steady else None,
            stop=self.stop,
        )

    def until(
        self,
        problem: Problem,
        start: Works,
        enough: Callable[[Mapping[str, int]], bool],
        on_better: Callable[[Progress], None] | None = None,
        seconds: float = PATIENCE,
    ) -> Answer:
        """Search on from a roster until the points of one, by reason, are enough; so many seconds at the most.

        The cheapest that is enough, if there is one: a cheaper one that is not may be found before the search ends.
        """
        done: Progress | None = None

        def take(progress: Progress) -> None:
            nonlocal done
            done = progress if enough(progress.cost_by_reason) else done
            if on_better is not None:
                on_better(progress)

        def over() -> bool:
            # When a steady search looks at this depends on the clock, so it goes on to its end.
            return (done is not None and not self.steady) or self.stopped()

        answer = self.run(problem, seconds, start=start, on_better=take, stop=over)
        if done is None or not isinstance(answer, Made) or enough(answer.cost_by_reason):
            return answer
        return replace(answer, works=done.works, cost=done.cost, cost_by_reason=done.cost_by_reason)


def some_open(costs: Mapping[str, int]) -> bool:
    """Some need is left open: help that nobody gives."""
    return any(points and Reason.of(key).rule == "open" for key, points in costs.items())


def none_open(costs: Mapping[str, int]) -> bool:
    return not some_open(costs)


def short_of_hours(costs: Mapping[str, int]) -> frozenset[str]:
    """Those who get more than half a shift less than their contract."""
    reasons = (Reason.of(key) for key, points in costs.items() if points)
    return frozenset(one.who for one in reasons if one.rule == "short")
