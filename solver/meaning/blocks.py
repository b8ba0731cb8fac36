"""Free blocks given to weeks: the cheapest way to place them in what is free."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from solver.meaning.worked import FOREVER, Worked
from solver.rest import FreeBlocks
from solver.stretches import Span


class Price(NamedTuple):
    """Units of the limit, and blocks that cover no day whole."""

    units: int
    loose: int


class Placed(NamedTuple):
    """The weeks so far: where the last block ends, the weeks since a marked one, and which was the first."""

    end: int
    since: int
    first_marked: int | None


def free_blocks(has: Worked, limit: FreeBlocks) -> Price:
    """The price of the cheapest placing; the fewest units where several cost the same.

    Week by week, each block as early as its week, the block before it, the free stretch and the day it is to
    cover let it: whatever else is possible leaves less room to the weeks that follow. Round a cycle the first
    block must also leave room for the last, so all places are tried where it can end up when every block is
    pushed back: against a limit of its own, or against the blocks before it that lie against one of theirs.
    Placings without any unit are looked at first, for they are few and nearly always enough.
    """
    limit = limit.by_the_clock()
    free = has.free(limit.person, limit.work, limit.jumps)
    room = _Room(limit, free)
    for flawless in (True, False):
        found = _cheapest(has, room, flawless)
        if found is not None and (limit.cost is None or not any(found) or not flawless):
            return found
    raise AssertionError("a placing with flaws is always there")


class _Room:
    """What is free for the blocks, as it is looked up week by week."""

    def __init__(self, limit: FreeBlocks, free: tuple[Span, ...]) -> None:
        self.limit = limit
        self._free = free
        self.gaps = gaps = [one for one in free if one.end - one.start >= limit.length]
        self._starts, self._ends = [one.start for one in gaps], [one.end for one in gaps]
        self._near: dict[int, list[Span]] = {}
        self._covered: dict[tuple[int, int], tuple[bool, bool]] = {}

    def before(self) -> Iterator[Placed]:
        """The weeks before the first, in each way in which they may have been served."""
        limit = self.limit
        if not limit.before:
            yield Placed(-FOREVER, 0, None)
            return
        begins = limit.weeks[0].span.start
        for one in limit.before:
            free = one.until <= begins or any(gap.start <= begins and one.until <= gap.end for gap in self._free)
            if free or one is limit.before[0]:
                yield Placed(one.until, one.run, None)

    def near(self, at: int) -> list[Span]:
        """The gaps in which a block of the week can be."""
        if at not in self._near:
            week = self.limit.weeks[at].span
            first = bisect_right(self._ends, week.start - self.limit.length)
            self._near[at] = self.gaps[first : bisect_left(self._starts, week.end)]
        return self._near[at]

    def covered(self, at: int, begin: int) -> tuple[bool, bool]:
        """Whether the block covers one of the days, and a marked one; true and false where nobody asks."""
        if (at, begin) not in self._covered:
            limit, week = self.limit, self.limit.weeks[at]
            days = not limit.loose_cost or _covers(week.days, begin, limit.length)
            marked = limit.every is not None and _covers(week.marked, begin, limit.length)
            self._covered[at, begin] = days, marked
        return self._covered[at, begin]


def _cheapest(has: Worked, room: _Room, flawless: bool) -> Price | None:
    cycle, limit = has.problem.cycle, room.limit
    best = None
    for first, begin in _firsts(room, cycle, flawless):
        for state, price in _placings(room, cycle, flawless, first, begin).items():
            if cycle is None or begin is None or state.end <= begin + cycle:
                whole = Price(price.units + _runs_over_the_seam(limit, state, cycle), price.loose)
                if (not flawless or not whole.units) and (best is None or _worth(limit, whole) < _worth(limit, best)):
                    best = whole
        if best is not None and not any(best):
            break
    return best


def _firsts(room: _Room, cycle: int | None, flawless: bool) -> Iterator[tuple[int, int | None]]:
    """The first week that has a block and where it begins; None where it does not matter or there is none."""
    limit = room.limit
    if cycle is None or not limit.weeks:
        yield 0, None
        return
    for at in range(1 if flawless else len(limit.weeks)):
        for begin in sorted(_begins(room, at, _first_starts(limit, at, room.gaps, cycle))):
            yield at, begin
    if not flawless:
        yield len(limit.weeks), None


def _placings(room: _Room, cycle: int | None, flawless: bool, first: int, begin: int | None) -> dict[Placed, Price]:
    """All that is worth reaching with nothing before week ``first``, whose block begins at ``begin`` if given."""
    limit = room.limit
    states = {one: Price(0, 0) for one in room.before()}
    for at in range(len(limit.weeks)):
        reached: dict[Placed, Price] = {}
        for state, price in states.items():
            if at < first:
                choices: list[int] = []
            elif at == first and begin is not None:
                choices = [begin]
            else:
                choices = _earliest(room, at, sorted(_begins(room, at, {state.end})))
            for choice in choices:
                days, marked = room.covered(at, choice)
                first_marked = at if marked and state.first_marked is None else state.first_marked
                after = Placed(choice + limit.length, 0 if marked else state.since + 1, first_marked)
                units = price.units + _run_over(limit, cycle, after)
                _keep(limit, reached, after, Price(units, price.loose + (not days)))
            if not (at == first and begin is not None):
                after = state._replace(since=state.since + 1)
                _keep(limit, reached, after, Price(price.units + 1 + _run_over(limit, cycle, after), price.loose))
        states = {state: price for state, price in reached.items() if not (flawless and price.units)}
    return states


def _earliest(room: _Room, at: int, begins: list[int]) -> list[int]:
    """Of the places that cover alike, the first."""
    alike: dict[tuple[bool, bool], int] = {}
    for begin in begins:
        alike.setdefault(room.covered(at, begin), begin)
    return list(alike.values())


def _covers(days: tuple[Span, ...], begin: int, length: int) -> bool:
    return any(begin <= day.start and day.end <= begin + length for day in days)


def _worth(limit: FreeBlocks, price: Price) -> tuple[int, int]:
    if limit.cost is None:
        return price
    return (price.units * limit.cost + price.loose * limit.loose_cost, price.units)


def _keep(limit: FreeBlocks, reached: dict[Placed, Price], state: Placed, price: Price) -> None:
    if state not in reached or _worth(limit, price) < _worth(limit, reached[state]):
        reached[state] = price


def _run_over(limit: FreeBlocks, cycle: int | None, state: Placed) -> int:
    """One when the last ``every`` weeks have no marked block; a cycle of fewer weeks is seen at its seam."""
    if limit.every is None or (cycle is not None and limit.every >= len(limit.weeks)):
        return 0
    return int(state.since >= limit.every)


def _runs_over_the_seam(limit: FreeBlocks, state: Placed, cycle: int | None) -> int:
    """Runs without a marked block that are not counted on the way."""
    if limit.every is None or cycle is None or not limit.weeks:
        return 0
    count, every = len(limit.weeks), limit.every
    if every >= count:
        return int(state.first_marked is None)
    if state.first_marked is None:
        return every - 1

    def runs(size: int) -> int:
        return max(0, size - every + 1)

    return runs(state.since + state.first_marked) - runs(state.since) - runs(state.first_marked)


def _begins(room: _Room, at: int, starts: set[int]) -> set[int]:
    """Where the week's block can begin if not before one of ``starts``, pushed back as far as it goes."""
    limit, week = room.limit, room.limit.weeks[at]
    found = set()
    for gap in room.near(at):
        for start in starts:
            earliest = max(gap.start, start, limit.earliest(week))
            found |= {
                begin
                for begin in (
                    earliest,
                    *(max(earliest, day.end - limit.length) for day in week.days if day.start >= earliest),
                )
                if begin + limit.length <= gap.end and begin <= limit.latest(week)
            }
    return found


def _first_starts(limit: FreeBlocks, at: int, gaps: list[Span], cycle: int) -> set[int]:
    """Every place the block can be pushed back to, alone or against the blocks of the weeks before it.

    From ``clear`` on it meets no block of an earlier week, and only the earliest such place is worth trying.
    """
    week = limit.weeks[at]
    low, clear = limit.earliest(week), week.span.start + limit.length
    starts = {low, clear}
    for steps in range(len(limit.weeks)):
        earlier = limit.weeks[at - steps]
        lap = -cycle if at < steps else 0
        own = {gap.start - lap for gap in gaps} | {day.end - limit.length for day in earlier.days}
        own = {one for one in own if limit.earliest(earlier) <= one <= limit.latest(earlier)}
        own.add(limit.earliest(earlier))
        starts |= {one + lap + steps * limit.length for one in own}
    return {one for one in starts if low <= one <= clear}
