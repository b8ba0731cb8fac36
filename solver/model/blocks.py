"""Free blocks given to weeks."""

from collections.abc import Mapping
from typing import NamedTuple

from solver.model.around import Around
from solver.model.has import Has
from solver.model.logic import FALSE, TRUE, Lit, Logic
from solver.rest import FreeBlocks, Rested, Week
from solver.stretches import Shift, Span, shown


class Block(NamedTuple):
    """A place where a week's block can lie, the shifts it forbids, and what it covers whole."""

    begin: int
    forbids: frozenset[str]
    day: bool
    marked: bool


def free_blocks(logic: Logic, has: Has, limit: FreeBlocks) -> None:
    """Every week has one block, no work overlaps it, and no two blocks overlap each other.

    Push every block back as far as it goes while it keeps its week and the days it covers: it ends up at the
    end of a shift, at the first minute at which it may begin, where a day it covers ends with it, or
    against the block before, which ended up likewise. So those places are enough (``_begins``). A place is
    left out where another forbids no more shifts, covers no less, and meets no more blocks of other weeks:
    whatever uses the one can use the other (``_kept``). Blocks over one minute exclude each other, and a
    shift excludes all blocks of a week that it overlaps at once, since the week has but one.
    """
    limit = limit.by_the_clock()
    line, mine = has.line(limit.person, limit.work)
    shifts = Around(
        has.problem, (Shift(one.id, shown(limit.jumps, one.start), shown(limit.jumps, one.end)) for one in line)
    )
    places = [_blocks(has, limit, shifts, mine, at) for at in range(len(limit.weeks))]
    weeks = [
        [(block, logic.literal(f"{limit.person} has block {at} at {block.begin}")) for block in kept]
        for at, kept in enumerate(_kept(limit, has.problem.cycle, places))
    ]
    for at, blocks in enumerate(weeks):
        lacks = FALSE
        if limit.cost is not None:
            lacks = logic.literal(f"{limit.because}: {limit.person} has no block {at}")
            has.pay(limit.because, [(lacks, 1)], limit.cost)
        logic.exactly_one([*(one for _, one in blocks), lacks])
        over: dict[str, list[Lit]] = {}
        for block, one in blocks:
            for shift in sorted(block.forbids):
                over.setdefault(shift, []).append(one)
        for shift, literals in over.items():
            logic.at_most_one([mine[shift], *literals])
        has.pay(
            limit.loose_because or limit.because, ((one, 1) for block, one in blocks if not block.day), limit.loose_cost
        )
    _do_not_overlap(logic, limit, has.problem.cycle, weeks)
    before = _served_before(logic, limit, shifts, mine, weeks)
    for run, ago in _runs(limit, has.problem.cycle):
        marked = [one for at in run for block, one in weeks[at] if block.marked]
        if ago:
            marked += [one for rested, one in before if rested.run < ago]
        if limit.cost is not None:
            name = f"from {ago} before" if ago else f"from {run[0]}"
            lacks = logic.literal(f"{limit.because}: {limit.person} has no marked block {name}")
            has.pay(limit.because, [(lacks, 1)], limit.cost)
            marked.append(lacks)
        logic.clause(marked)


def _served_before(
    logic: Logic, limit: FreeBlocks, shifts: Around, mine: Mapping[str, Lit], weeks: list[list[tuple[Block, Lit]]]
) -> list[tuple[Rested, Lit]]:
    """How the weeks before were served, with what each way forbids: work until then, but for the first; and blocks."""
    if not limit.before or not weeks:
        return []
    ways = [(one, logic.literal(f"{limit.person} has rested until {one.until}")) for one in limit.before[1:]]
    first = logic.literal(f"{limit.person} has rested at first") if ways else TRUE
    ways.insert(0, (limit.before[0], first))
    logic.exactly_one([chosen for _, chosen in ways])
    begins = limit.weeks[0].span.start
    for at, (one, chosen) in enumerate(ways):
        for shift in shifts.overlapping(begins, one.until) if at and one.until > begins else ():
            logic.at_most_one([mine[shift.id], chosen])
        for blocks in weeks:
            for block, lies in blocks:
                if block.begin < one.until:
                    logic.at_most_one([lies, chosen])
    return ways


def _blocks(has: Has, limit: FreeBlocks, shifts: Around, mine: Mapping[str, Lit], at: int) -> list[Block]:
    week = limit.weeks[at]
    found = []
    for begin in _begins(has, limit, shifts, at):
        forbids = frozenset(one.id for one in shifts.overlapping(begin, begin + limit.length))
        if all(mine[one] != TRUE for one in forbids):
            day = not limit.loose_cost or _covers(week.days, begin, limit.length)
            marked = limit.every is not None and _covers(week.marked, begin, limit.length)
            found.append(Block(begin, forbids, day, marked))
    return found


def _begins(has: Has, limit: FreeBlocks, shifts: Around, at: int) -> list[int]:
    cycle = has.problem.cycle
    week = limit.weeks[at]
    if cycle is not None and limit.length > cycle:
        return []
    found = set()
    for steps in range(len(limit.weeks) if cycle is not None else at + 1):
        moved = steps * limit.length - (cycle or 0) * (at < steps)
        found |= {one + moved for one in _own(limit, shifts, limit.weeks[at - steps])}
    return sorted(one for one in found if limit.earliest(week) <= one <= limit.latest(week))


def _own(limit: FreeBlocks, shifts: Around, week: Week) -> set[int]:
    """Where a block of the week can be stopped by something other than a block."""
    low, high = limit.earliest(week), limit.latest(week)
    ends = {one.end for one in shifts.ending(low, high)}
    ends |= {one.until for one in limit.before if low <= one.until <= high}
    return {low} | ends | {day.end - limit.length for day in week.days if low < day.end - limit.length <= high}


def _covers(days: tuple[Span, ...], begin: int, length: int) -> bool:
    return any(begin <= day.start and day.end <= begin + length for day in days)


def _kept(limit: FreeBlocks, cycle: int | None, weeks: list[list[Block]]) -> list[list[Block]]:
    """The places that no other of the week makes needless; of two alike, the first."""
    count = len(weeks)
    kept = []
    for at, blocks in enumerate(weeks):
        week = limit.weeks[at].span
        earliest, latest = week.start - 2 * limit.length, week.end + limit.length
        others = [
            block.begin + lap
            for other in range(count)
            for lap in ((-cycle, 0, cycle) if cycle is not None else (0,))
            if (other, lap) != (at, 0)
            for block in weeks[other]
            if earliest < block.begin + lap < latest
        ]
        met = {
            block.begin: frozenset(one for one in others if abs(one - block.begin) < limit.length)
            | frozenset(one for one in limit.before if block.begin < one.until)
            for block in blocks
        }
        best: list[Block] = []
        for block in sorted(
            blocks, key=lambda one: (len(one.forbids), -one.day, -one.marked, len(met[one.begin]), one.begin)
        ):
            if not any(
                one.forbids <= block.forbids
                and one.day >= block.day
                and one.marked >= block.marked
                and met[one.begin] <= met[block.begin]
                for one in best
            ):
                best.append(block)
        kept.append(sorted(best))
    return kept


def _do_not_overlap(logic: Logic, limit: FreeBlocks, cycle: int | None, weeks: list[list[tuple[Block, Lit]]]) -> None:
    laps = (0,) if cycle is None else (-cycle, 0, cycle)
    placed = sorted(
        (block.begin + lap, at, one) for at, blocks in enumerate(weeks) for block, one in blocks for lap in laps
    )
    written = set()
    first = 0
    for at, (begin, _, _) in enumerate(placed):
        while placed[first][0] + limit.length <= begin:
            first += 1
        over = placed[first : at + 1]
        group = frozenset(one for _, _, one in over)
        if len({week for _, week, _ in over}) > 1 and group not in written:
            written.add(group)
            logic.at_most_one(sorted(group))


def _runs(limit: FreeBlocks, cycle: int | None) -> list[tuple[list[int], int]]:
    """The runs of ``every`` weeks that are judged, and how many weeks before the first each reaches back.

    Round a cycle they wrap, and one of all weeks is enough.
    """
    count = len(limit.weeks)
    if limit.every is None or not count:
        return []
    if cycle is None:
        ago = max((one.run for one in limit.before), default=0)
        return [
            (list(range(max(0, first), first + limit.every)), max(0, -first))
            for first in range(-min(ago, limit.every - 1), count - limit.every + 1)
        ]
    if limit.every >= count:
        return [(list(range(count)), 0)]
    return [([(first + step) % count for step in range(limit.every)], 0) for first in range(count)]
