"""Harder problems: what is dear is hard, and what is cheaper is left out."""

from dataclasses import replace

from solver.problem import Balance, Cover, Limit, Problem
from solver.rest import FreeBlocks
from solver.search.worth import worth

NEVER = 1 << 62
"""Worth more than anything."""


def firmed(problem: Problem, least: int) -> Problem:
    """The same problem where what is worth at least so much is hard, and all that is cheaper is left out."""
    limits = (_firm(limit, least) for limit in problem.limits)
    return replace(problem, limits=tuple(one for one in limits if one is not None))


def filled(problem: Problem) -> Problem:
    """The same problem where the need for people is hard, and all else that is soft is left out."""
    limits = (_firm(limit, 0 if isinstance(limit, Cover) else NEVER) for limit in problem.limits)
    return replace(problem, limits=tuple(one for one in limits if one is not None))


def _firm(limit: Limit, least: int) -> Limit | None:
    if isinstance(limit, FreeBlocks):
        limit = replace(limit, loose_cost=0)
    if limit.cost is None and not (isinstance(limit, Cover) and limit.over_cost is not None):
        return limit
    if worth(limit) < least:
        return _hard_part(limit)
    if isinstance(limit, Cover):
        return replace(limit, cost=None, over_cost=None)
    if isinstance(limit, Balance):
        return None
    return replace(limit, cost=None)


def _hard_part(limit: Limit) -> Limit | None:
    """What stays when the soft part of a limit is left out: of a need, the side that may not be broken."""
    if not isinstance(limit, Cover) or (limit.cost is not None and limit.over_cost is not None):
        return None
    if limit.cost is None:
        return replace(limit, most=None, over_cost=None)
    return None if limit.most is None else replace(limit, least=0, cost=None)
