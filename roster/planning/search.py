"""How the solver is run for one plan: with which seed and threads, until when, and on from what is found."""

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
        patience: float = 0.0,
    ) -> Answer:
        """The best roster within so many seconds, or so much effort where the search is steady.

        Where there is none by then, the first that is found within ``patience`` seconds more.
        """
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
            patience=patience,
        )

    def patiently(
        self,
        problem: Problem,
        seconds: float,
        start: Works | None,
        *,
        prefer: Callable[[Mapping[str, int]], bool] | None = None,
        on_better: Callable[[Progress], None] | None = None,
        gap: float = 0.0,
        stop: Stop | None = None,
    ) -> Answer:
        """The best roster within so many seconds; where there is none by then, the first one, with patience.

        Of those with points, by reason, as is to ``prefer`` the cheapest, though one without is cheaper.
        """
        preferred = _Preferred(prefer, on_better)
        if not self.steady:
            answer = self.run(
                problem, seconds, start=start, on_better=preferred.take, gap=gap, stop=stop, patience=PATIENCE
            )
        else:
            answer = self.run(problem, seconds, start=start, on_better=preferred.take, gap=gap)
            if isinstance(answer, OutOfTime) and start is not None:
                answer = self.until(problem, start, lambda _: True)
        return preferred.of(answer)

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
        preferred = _Preferred(enough, on_better)

        def over() -> bool:
            # When a steady search looks at this depends on the clock, so it goes on to its end.
            return (preferred.best is not None and not self.steady) or self.stopped()

        return preferred.of(self.run(problem, seconds, start=start, on_better=preferred.take, stop=over))


class _Preferred:
    """The cheapest of the rosters a search tells of whose points, by reason, are ``enough``."""

    def __init__(
        self, enough: Callable[[Mapping[str, int]], bool] | None, on_better: Callable[[Progress], None] | None
    ) -> None:
        self.best: Progress | None = None
        self._enough = enough
        self._on_better = on_better

    def take(self, progress: Progress) -> None:
        if self._enough is not None and self._enough(progress.cost_by_reason):
            self.best = progress
        if self._on_better is not None:
            self._on_better(progress)

    def of(self, answer: Answer) -> Answer:
        """The answer with that one instead of a cheaper one that is not enough, if there is one."""
        best = self.best
        if best is None or not isinstance(answer, Made) or best.cost <= answer.cost:
            return answer
        return replace(answer, works=best.works, cost=best.cost, cost_by_reason=best.cost_by_reason)


def cheaper(made: Made, other: Made) -> Made:
    """The cheaper of two rosters of one problem, with what both have proven."""
    best = other if other.cost < made.cost else made
    return replace(made, works=best.works, cost=best.cost, cost_by_reason=best.cost_by_reason,
                   bound=min(best.cost, max(made.bound, other.bound)))  # fmt: skip


def some_open(costs: Mapping[str, int]) -> bool:
    """Some need is left open: help that nobody gives."""
    return any(points and Reason.of(key).rule == "open" for key, points in costs.items())


def none_open(costs: Mapping[str, int]) -> bool:
    return not some_open(costs)


def short_of_hours(costs: Mapping[str, int]) -> frozenset[str]:
    """Those who get more than half a shift less than their contract."""
    reasons = (Reason.of(key) for key, points in costs.items() if points)
    return frozenset(one.who for one in reasons if one.rule == "short")


def settled(costs: Mapping[str, int]) -> bool:
    """All need is filled, and nobody is more than half a shift short of hours."""
    return none_open(costs) and not short_of_hours(costs)


def no_worse(made: Made, before: Made) -> bool:
    """No more need is open than before, or as much, and no more hours are lacking."""

    def dear(costs: Mapping[str, int]) -> tuple[int, ...]:
        return tuple(sum(costs[key] for key in costs if Reason.of(key).rule == rule) for rule in ("open", "short"))

    return dear(made.cost_by_reason) <= dear(before.cost_by_reason)
