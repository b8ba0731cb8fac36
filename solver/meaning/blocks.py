"""Free blocks given to weeks: the cheapest way to place them in what is free."""

from collections.abc import Iterator
from typing import NamedTuple

from solver.meaning.worked import FOREVER, Worked
from solver.problem import FreeBlocks, Span


class Placed(NamedTuple):
    """The weeks so far: where the first block begins and the last ends, and the weeks since a marked one."""

    begin: int | None
    end: int
    since: int
    first_marked: int | None


def free_blocks(has: Worked, limit: FreeBlocks) -> tuple[int, int]:
    """Units and loose blocks of the cheapest placing; the fewest units where several cost the same.

    Week by week, each block as early as its week, the block before it, the free stretch and the day it is to
    cover let it: whatever else is possible leaves less room to the weeks that follow. Round a cycle the first
    block must also leave room for the last, so all places are tried where it can end up when every block is
    pushed back: against a limit of its own, or against the blocks before it that lie against one of theirs.
    """
    cycle = has.problem.cycle
    gaps = [one for one in has.free(limit.person) if one.end - one.start >= limit.length]
    states: dict[Placed, tuple[int, int]] = {Placed(None, -FOREVER, 0, None): (0, 0)}
    for at, week in enumerate(limit.weeks):
        reached: dict[Placed, tuple[int, int]] = {}
        for state, (units, loose) in states.items():
            for begin in _begins(limit, at, gaps, state, cycle):
                days, marked = _covers(week.days, begin, limit.length), _covers(week.marked, begin, limit.length)
                after = Placed(
                    begin if state.begin is None and cycle is not None else state.begin,
                    begin + limit.length,
                    0 if marked else state.since + 1,
                    at if marked and state.first_marked is None else state.first_marked,
                )
                _keep(limit, reached, after, (units + _run_over(limit, after), loose + (not days)))
            after = state._replace(since=state.since + 1)
            _keep(limit, reached, after, (units + 1 + _run_over(limit, after), loose))
        states = reached
    ends = []
    for state, (units, loose) in states.items():
        if cycle is None or state.begin is None or state.end <= state.begin + cycle:
            ends.append((units + _runs_over_the_seam(limit, state, cycle), loose))
    return min(ends, key=lambda one: _price(limit, one))


def _price(limit: FreeBlocks, at: tuple[int, int]) -> tuple[int, int]:
    units, loose = at
    if limit.cost is None:
        return (units, loose)
    return (units * limit.cost + loose * limit.loose_cost, units)


def _keep(
    limit: FreeBlocks, reached: dict[Placed, tuple[int, int]], state: Placed, found: tuple[int, int]
) -> None:
    if state not in reached or _price(limit, found) < _price(limit, reached[state]):
        reached[state] = found


def _run_over(limit: FreeBlocks, state: Placed) -> int:
    """One when the last ``every`` weeks have no marked block; a cycle of fewer weeks is seen at its seam."""
    return int(limit.every is not None and limit.every < len(limit.weeks) and state.since >= limit.every)


def _runs_over_the_seam(limit: FreeBlocks, state: Placed, cycle: int | None) -> int:
    """Runs without a marked block that are not counted on the way."""
    if limit.every is None or not limit.weeks:
        return 0
    count = len(limit.weeks)
    if limit.every >= count:
        judged = cycle is not None or limit.every == count
        return int(judged and state.first_marked is None)
    if cycle is None:
        return 0
    if state.first_marked is None:
        return limit.every - 1
    whole = state.since + state.first_marked
    return sum(
        max(0, size - limit.every + 1) * sign for size, sign in ((whole, 1), (state.since, -1), (state.first_marked, -1))
    )


def _begins(limit: FreeBlocks, at: int, gaps: list[Span], state: Placed, cycle: int | None) -> Iterator[int]:
    week = limit.weeks[at]
    starts = _first_starts(limit, at, gaps, cycle) if cycle is not None and state.begin is None else {state.end}
    seen = set()
    for gap in gaps:
        if gap.end <= week.span.start - limit.length or gap.start >= week.span.end:
            continue
        for start in starts:
            earliest = max(gap.start, start, week.span.start - limit.length + 1)
            wanted = [earliest, *(max(earliest, day.end - limit.length) for day in week.days if day.start >= earliest)]
            for begin in wanted:
                if begin + limit.length <= gap.end and begin < week.span.end and begin not in seen:
                    seen.add(begin)
                    yield begin


def _first_starts(limit: FreeBlocks, at: int, gaps: list[Span], cycle: int) -> set[int]:
    """Every place the block can be pushed back to, alone or against the blocks of the weeks before it.

    From ``clear`` on it meets no block of an earlier week, and only the earliest such place is worth trying.
    """
    week = limit.weeks[at]
    low, clear = week.span.start - limit.length + 1, week.span.start + limit.length
    starts = {low, clear}
    for steps in range(len(limit.weeks)):
        earlier = limit.weeks[at - steps]
        lap = -cycle if at < steps else 0
        own = {gap.start - lap for gap in gaps} | {day.end - limit.length for day in earlier.days}
        own = {one for one in own if earlier.span.start - limit.length < one < earlier.span.end}
        own.add(earlier.span.start - limit.length + 1)
        starts |= {one + lap + steps * limit.length for one in own}
    return {one for one in starts if low <= one <= clear}


def _covers(days: tuple[Span, ...], begin: int, length: int) -> bool:
    return any(begin <= day.start and day.end <= begin + length for day in days)
