"""Problems whose first roster is at hand: none at all, or one that was given; what it breaks is asked for dearly."""

from dataclasses import replace

from solver import judge
from solver.problem import (
    AllOrNone,
    AnyOf,
    Company,
    Cover,
    Fixed,
    InARow,
    Limit,
    Minutes,
    Occasions,
    Pattern,
    Problem,
    Works,
)

DEAR = 100_000
"""Points for each unit: far more than what is soft costs, and far less than overflows."""


def softened(problem: Problem) -> Problem:
    """The same problem with every hard limit that an empty roster may break made soft and dear.

    A roster can then be built piece by piece from nothing; one that pays nothing dear is a roster of the
    problem itself. A choice that the empty roster keeps by an option that asks for no work stays hard: no piece needs
    another.
    """
    calling = tuple(one for one in problem.limits if calls_for_work(one))
    choices = tuple(
        one for one in calling if isinstance(one, AnyOf) and not all(_asks_for_some(each) for each in one.options)
    )
    broken = {id(one) for one in judge.broken(replace(problem, limits=choices), frozenset())}
    eased = {id(one) for one in calling} - {id(one) for one in choices if id(one) not in broken}
    limits = tuple(_soft(one) if id(one) in eased else one for one in problem.limits)
    return replace(problem, limits=limits) if eased else problem


def forgiven(problem: Problem, start: Works) -> Problem:
    """The same problem with every hard limit that ``start`` breaks made soft and dear: it can be mended from there.

    A roster that comes close is worth more whole than with what it breaks torn out: the holes it would leave are
    harder to fill than the breaches are to mend.
    """
    broken = {id(one) for one in judge.broken(problem, start)}
    limits = tuple(_forgiven(one) if id(one) in broken else one for one in problem.limits)
    return replace(problem, limits=limits) if broken else problem


def _forgiven(limit: Limit) -> Limit:
    if isinstance(limit, Cover):
        over = DEAR if limit.over_cost is None else limit.over_cost
        return replace(limit, cost=DEAR if limit.cost is None else limit.cost, over_cost=over)
    return _soft(limit)


def _soft(limit: Limit) -> Limit:
    return replace(limit, cost=DEAR)


def calls_for_work(limit: Limit) -> bool:
    """An empty roster may break the limit, though it is hard."""
    if limit.cost is not None:
        return False
    match limit:
        case Minutes() | Occasions():
            return _asks_for_some(limit)
        case Cover():
            return limit.least > 0
        case InARow():
            return limit.least is not None or limit.off
        case Company():
            return limit.together
        case Pattern():
            return any(not any(worked for _, worked in steps) for steps in limit.sequences)
        case AnyOf():
            return any(_asks_for_some(one) for one in limit.options)
        case Fixed() | AllOrNone():
            return True
    return False


def _asks_for_some(limit: Minutes | Occasions) -> bool:
    """Without work the sum may be outside its limits: it has a least, or there is work that takes from it."""
    negative = isinstance(limit, Minutes) and any(amount < 0 for _, amount in limit.amounts)
    return limit.least is not None or negative
