"""One problem solved for a benchmark: the outcome as it is written down."""

from collections import defaultdict
from collections.abc import Callable
from time import monotonic

from solver.problem import Problem, Works
from solver.result import Impossible, Made, Progress
from solver.solve import solve
from tests.bench.outcome import Asked, Outcome


def outcome_of(problem: Problem, asked: Asked, tokens: Callable[[Works], dict[str, list[str]]]) -> Outcome:
    """The outcome of solving the problem in the time asked for; building its model counts as solving."""
    better: list[Progress] = []
    began = monotonic()
    answer = solve(problem, seconds=asked.seconds, seed=asked.seed, workers=asked.workers, on_better=better.append)
    total = monotonic() - began
    if isinstance(answer, Made):
        return Outcome(
            "made",
            cost=answer.cost,
            bound=answer.bound,
            first_seconds=answer.first_seconds,
            first_cost=better[0].cost if better else answer.cost,
            total_seconds=total,
            tokens=tokens(answer.works),
        )
    status = "impossible" if isinstance(answer, Impossible) else "out_of_time"
    return Outcome(status, total_seconds=total)


def day_tokens(
    people: list[str], days: int, works: Works, label: Callable[[str], tuple[int, str]]
) -> dict[str, list[str]]:
    """A token for each person's day; ``label`` tells the day and the token of a shift."""
    given: dict[tuple[str, int], list[str]] = defaultdict(list)
    for who, shift in sorted(works):
        day, token = label(shift)
        if day >= 0:
            given[who, day].append(token)
    return {who: ["+".join(given[who, day]) or "-" for day in range(days)] for who in people}
