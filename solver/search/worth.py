"""What the limits of a problem are worth, and which are worth about as much."""

from solver.problem import Balance, Cover, Limit, Minutes, Problem

ALIKE = 2
"""What is worth more than one part in so many of the dearest is asked for with it: little is won by asking for less."""


def levels(problem: Problem) -> list[int]:
    """What to ask for, the dearest first: the least worth of limits that are worth about as much."""
    worths = {worth(one) for one in problem.limits if not isinstance(one, Balance)} - {0}
    found: list[int] = []
    dearest = 0
    for one in sorted(worths, reverse=True):
        if found and one * ALIKE > dearest:
            found[-1] = one
        else:
            found.append(one)
            dearest = one
    return found


def worth(limit: Limit) -> int:
    """About what one breach of a soft limit costs: of minutes, a whole shift's; 0 for a hard limit."""
    match limit:
        case Minutes():
            return (limit.cost or 0) * max((abs(amount) for _, amount in limit.amounts), default=0)
        case Cover():
            return max(limit.cost or 0, limit.over_cost or 0)
        case _:
            return limit.cost or 0
