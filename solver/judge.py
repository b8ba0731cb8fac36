"""What a roster breaks and what it costs, counted on the roster itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from solver.meaning import blocks, counts, rest, several, shifts
from solver.meaning.worked import Worked
from solver.problem import (
    AllOrNone,
    AnyOf,
    Apart,
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
    Works,
)
from solver.rest import FreeBlocks, RestInWindow, RestOwed


def _block_units(has: Worked, limit: FreeBlocks) -> int:
    return _block_price(has, limit)[0]


def _block_price(has: Worked, limit: FreeBlocks) -> tuple[int, int]:
    """Dear to find, so a roster that is judged for breaches and for costs finds it once."""
    if id(limit) not in has.block_prices:
        has.block_prices[id(limit)] = blocks.free_blocks(has, limit)
    return has.block_prices[id(limit)]


UNITS: Mapping[type, Callable[[Worked, Any], int]] = {
    Off: shifts.off,
    Fixed: shifts.fixed,
    Apart: shifts.apart,
    Succession: shifts.succession,
    RestInWindow: rest.rest_in_window,
    RestOwed: rest.rest_owed,
    FreeBlocks: _block_units,
    Minutes: counts.minutes,
    Occasions: counts.occasions,
    InARow: counts.in_a_row,
    AllOrNone: counts.all_or_none,
    Pattern: counts.pattern,
    AnyOf: counts.any_of,
    Cover: several.cover,
    Company: several.company,
    Balance: several.balance,
}
"""How many units of each kind of limit a roster passes it by."""


def violations(problem: Problem, limit: Limit, works: Works) -> int:
    """By how many units the roster passes the limit, whichever way (see the limit's docstring for the unit)."""
    return units(Worked(problem, works), limit)


def units(has: Worked, limit: Limit) -> int:
    """The same of a roster that other limits are held against too: what is known of it is found once."""
    return UNITS[type(limit)](has, limit)


def passed_by_more(problem: Problem, limits: Iterable[Limit], before: Works, after: Works) -> Iterator[Limit]:
    """Those of the limits that the second roster passes by more units than the first, in their order."""
    had, has = Worked(problem, before), Worked(problem, after)
    for limit in limits:
        if (now := units(has, limit)) and now > units(had, limit):
            yield limit


def broken(problem: Problem, works: Works) -> tuple[Limit, ...]:
    """The hard limits that the roster passes, in the problem's order."""
    return _broken(Worked(problem, works))


def cost_by_reason(problem: Problem, works: Works) -> dict[str, int]:
    """The points of each ``because`` that costs something, by name."""
    return _cost_by_reason(Worked(problem, works))


def broken_and_costs(problem: Problem, works: Works) -> tuple[tuple[Limit, ...], dict[str, int]]:
    """Both at once, for less than twice the time."""
    has = Worked(problem, works)
    return _broken(has), _cost_by_reason(has)


def _broken(has: Worked) -> tuple[Limit, ...]:
    return tuple(one for one in has.problem.limits if is_broken(has, one))


def is_broken(has: Worked, limit: Limit) -> bool:
    """The limit is hard, and the roster passes it."""
    if isinstance(limit, Cover):
        under = limit.cost is None and several.missing(has, limit) > 0
        return under or (limit.over_cost is None and several.surplus(has, limit) > 0)
    return limit.cost is None and units(has, limit) > 0


def _cost_by_reason(has: Worked) -> dict[str, int]:
    points: dict[str, int] = {}
    for limit in has.problem.limits:
        for because, cost in _costs(has, limit):
            if cost:
                points[because] = points.get(because, 0) + cost
    return dict(sorted(points.items()))


def _costs(has: Worked, limit: Limit) -> list[tuple[str, int]]:
    if isinstance(limit, FreeBlocks):
        if limit.cost is None and not limit.loose_cost:
            return []
        lacking, loose = _block_price(has, limit)
        return [
            (limit.because, lacking * (limit.cost or 0)),
            (limit.loose_because or limit.because, loose * limit.loose_cost),
        ]
    if isinstance(limit, Cover):
        under = several.missing(has, limit) * (limit.cost or 0)
        return [(limit.because, under + several.surplus(has, limit) * (limit.over_cost or 0))]
    if limit.cost is None:
        return []
    return [(limit.because, units(has, limit) * limit.cost)]
