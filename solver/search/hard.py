"""The hard part of a problem, and what its limits speak of."""

from dataclasses import replace

from solver.problem import (
    AllOrNone,
    AnyOf,
    Balance,
    Company,
    Cover,
    Fixed,
    InARow,
    Limit,
    Minutes,
    Occasions,
    Off,
    Pattern,
    Problem,
    Succession,
)
from solver.rest import FreeBlocks, RestOwed


def hard_part(problem: Problem) -> Problem:
    """The same problem with nothing that costs points."""
    return replace(problem, limits=tuple(one for limit in problem.limits if (one := _hard(limit)) is not None))


def _hard(limit: Limit) -> Limit | None:
    if isinstance(limit, Cover):
        least = limit.least if limit.cost is None else 0
        most = limit.most if limit.over_cost is None else None
        if not least and most is None:
            return None
        return replace(limit, least=least, most=most, cost=None, over_cost=None)
    if limit.cost is not None:
        return None
    return replace(limit, loose_cost=0) if isinstance(limit, FreeBlocks) else limit


def mentioned(limit: Limit) -> set[str]:
    """The shifts the limit names; empty where it speaks of all of them."""
    match limit:
        case Off() | Fixed():
            return set(limit.shifts)
        case Cover():
            return {*limit.shifts, *(one for _, one in limit.works or ())}
        case Succession():
            return {one for pair in limit.pairs for one in pair}
        case Minutes():
            return {one for one, _ in limit.amounts}
        case Occasions() | InARow() | Company():
            return {one for occasion in limit.occasions for one in occasion}
        case Pattern():
            return {one for steps in limit.sequences for occasion, _ in steps for one in occasion}
        case AllOrNone():
            return {one for group in limit.groups for occasion in group for one in occasion}
        case Balance():
            return {one for share in limit.shares for occasion in share.occasions for one in occasion}
        case AnyOf():
            return {one for option in limit.options for one in mentioned(option)}
    return set()


def bears_less_work(limit: Limit) -> bool:
    """Leaving out work that no limit calls for never breaks it.

    True of all but rests owed, where work between two shifts can make two rests of one, and patterns of days off.
    """
    return not isinstance(limit, RestOwed | Pattern)
