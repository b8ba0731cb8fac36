"""Rest owed after a short one."""

from collections.abc import Iterator, Mapping

from solver.model.around import Around, Placed
from solver.model.has import Has
from solver.model.logic import TRUE, Lit, Logic
from solver.rest import RestOwed
from solver.stretches import shown


def rest_owed(logic: Logic, has: Has, limit: RestOwed) -> None:
    """A rest shorter than ``full`` is given back in the very next one.

    A short rest is a shift ``first``, a shift ``second`` that starts soon after it, and no work between. The
    period of work that follows is a chain of shifts from ``second`` on with pauses too short to be rest, and
    a ``third`` shift that starts within what is owed, with no work between, breaks the rule. Each such
    choice is one clause, which also holds if something between is worked: then it is another rest that counts,
    and has its own clauses. So every breach is met by a clause and every clause is a breach. A choice of two
    shifts that exclude each other needs no clause, which is why this is written after all other limits.
    """
    has.later(lambda: _write(logic, has, limit))


def _write(logic: Logic, has: Has, limit: RestOwed) -> None:
    line, mine = has.line(limit.person, limit.work)
    shifts = Around(has.problem, line)
    rest = max(limit.shortest, 1)
    broken: dict[tuple[int, int], Lit] = {}
    for first in shifts:
        for second in shifts.starting(first.end + rest, first.end + limit.full):
            if has.clash(limit.person, first.id, second.id):
                continue
            before = _between(has, limit, shifts, mine, [first, second])
            if TRUE in before:
                continue
            owed = 2 * limit.full - (second.start - first.end)
            for period in _periods(has, limit, shifts, [second], rest):
                last = period[-1]
                for third in shifts.starting(last.end + rest, last.end + owed):
                    if (has.problem.cycle is None and third.start < 0) or _clash(has, limit, [*period, third]):
                        continue
                    if _kept_by_clock(limit, first, second, last, third):
                        continue
                    after = _between(has, limit, shifts, mine, [last, third])
                    chosen = [~mine[one.id] for one in (first, *period, third)]
                    if limit.cost is None:
                        logic.clause([*chosen, *before, *after])
                        continue
                    short = _at(has, first.end, second.start)
                    if short not in broken:
                        broken[short] = logic.literal(f"{limit.because}: {limit.person} is owed rest at {second.id}")
                        has.pay(limit.because, [(broken[short], 1)], limit.cost)
                    logic.clause([*chosen, *before, *after, broken[short]])


def _periods(has: Has, limit: RestOwed, shifts: Around, period: list[Placed], rest: int) -> Iterator[list[Placed]]:
    """Every chain of shifts that starts with ``period``, each reaching further, none passing over a link."""
    yield period
    last = period[-1]
    earliest = period[-2].end + rest if len(period) > 1 else period[0].start
    cycle = has.problem.cycle
    for one in shifts.starting(earliest, last.end + rest):
        whole = cycle is not None and one.end - period[0].start >= cycle
        if one.end > last.end and not whole and not _clash(has, limit, [*period, one]):
            yield from _periods(has, limit, shifts, [*period, one], rest)


def _clash(has: Has, limit: RestOwed, chain: list[Placed]) -> bool:
    return any(has.clash(limit.person, one.id, chain[-1].id) for one in chain[:-1])


def _kept_by_clock(limit: RestOwed, first: Placed, second: Placed, last: Placed, third: Placed) -> bool:
    """As the clock on the wall shows the two rests, nothing is owed or all of it given back."""
    short = shown(limit.jumps, second.start) - shown(limit.jumps, first.end)
    given = shown(limit.jumps, third.start) - shown(limit.jumps, last.end)
    return short >= limit.full or given >= 2 * limit.full - short


def _between(has: Has, limit: RestOwed, shifts: Around, mine: Mapping[str, Lit], ends: list[Placed]) -> list[Lit]:
    """Work that would split the time between the two, but for what cannot be worked with one of them."""
    first, second = ends
    return [
        mine[one.id]
        for one in shifts.overlapping(first.end, second.start)
        if not any(has.clash(limit.person, one.id, end.id) for end in ends)
    ]


def _at(has: Has, end: int, start: int) -> tuple[int, int]:
    cycle = has.problem.cycle
    return (end, start) if cycle is None else (end % cycle, start % cycle)
