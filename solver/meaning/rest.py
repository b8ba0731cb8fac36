"""Limits on the free time between a person's shifts."""

from bisect import bisect_left

from solver.meaning.worked import Worked
from solver.rest import RestInWindow, RestOwed
from solver.stretches import Jump, Span, shown


def rest_in_window(has: Worked, limit: RestInWindow) -> int:
    """Starts of work whose window does not hold the rest; a window that history alone has spoilt is past mending."""
    return sum(
        not _rests(has, limit, one.start) and (one.start >= 0 or _rests(has.before, limit, one.start))
        for one in has.line(limit.person, limit.work)
        if limit.starts is None or one.id in limit.starts
    )


def _rests(has: Worked, limit: RestInWindow, start: int) -> bool:
    if _holds(has.free(limit.person, limit.work), limit, start):
        return True
    by_clock = bool(limit.jumps) and _jumps(limit, start)
    return by_clock and _holds(has.free(limit.person, limit.work, limit.jumps), limit, shown(limit.jumps, start))


def _jumps(limit: RestInWindow, start: int) -> bool:
    """The clock on the wall shows something else than the window at its end."""
    return shown(limit.jumps, start + limit.window) != shown(limit.jumps, start) + limit.window


def _holds(free: tuple[Span, ...], limit: RestInWindow, start: int) -> bool:
    at = bisect_left(free, start, key=lambda one: one.end)
    over = start + limit.window
    while at < len(free) and free[at].start < over:
        if min(free[at].end, over) - max(free[at].start, start) >= limit.rest:
            return True
        at += 1
    return False


def rest_owed(has: Worked, limit: RestOwed) -> int:
    """Short rests that the very next rest does not give back; one that history alone has broken is past."""
    periods = _periods(has.spans(limit.person, limit.work), max(limit.shortest, 1), has.problem.cycle)
    cycle = has.problem.cycle
    if cycle is not None:
        if not periods or periods[0].end - periods[0].start >= cycle:
            return 0
        count = len(periods)
        periods += [Span(one.start + lap * cycle, one.end + lap * cycle) for lap in (1, 2) for one in periods]
        periods = periods[: count + 2]
    return sum(
        _lacks(limit, first, second, third, ()) and _lacks(limit, first, second, third, limit.jumps)
        for first, second, third in zip(periods, periods[1:], periods[2:], strict=False)
        if cycle is not None or third.start >= 0
    )


def _lacks(limit: RestOwed, first: Span, second: Span, third: Span, jumps: tuple[Jump, ...]) -> bool:
    """The rest after the second is shorter than the rest before it asks for, by that clock."""
    short = shown(jumps, second.start) - shown(jumps, first.end)
    return short < limit.full and shown(jumps, third.start) - shown(jumps, second.end) < 2 * limit.full - short


def _periods(busy: list[Span], rest: int, cycle: int | None) -> list[Span]:
    """Work joined over every pause shorter than ``rest``, once round the cycle."""
    joined: list[Span] = []
    for one in busy:
        if joined and one.start - joined[-1].end < rest:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    if cycle is None:
        return joined
    while len(joined) > 1 and joined[0].start + cycle - joined[-1].end < rest:
        first = joined.pop(0)
        joined[-1] = Span(joined[-1].start, max(joined[-1].end, first.end + cycle))
    if len(joined) == 1 and cycle - (joined[0].end - joined[0].start) < rest:
        return [Span(joined[0].start, joined[0].start + cycle)]
    return joined
