"""Limits on the free time between a person's shifts."""

from bisect import bisect_left

from solver.meaning.worked import Worked
from solver.problem import RestInWindow, RestOwed, Span


def rest_in_window(has: Worked, limit: RestInWindow) -> int:
    """Shifts whose window does not hold the rest; a window that history alone has spoilt is past mending."""
    broken = 0
    for one in has.of(limit.person):
        start = has.problem.shift[one].start
        if not _rests(has, limit, start) and (start >= 0 or _rests(has.before, limit, start)):
            broken += 1
    return broken


def _rests(has: Worked, limit: RestInWindow, start: int) -> bool:
    free = has.free(limit.person)
    at = bisect_left(free, start, key=lambda one: one.end)
    over = start + limit.window
    while at < len(free) and free[at].start < over:
        if min(free[at].end, over) - max(free[at].start, start) >= limit.rest:
            return True
        at += 1
    return False


def rest_owed(has: Worked, limit: RestOwed) -> int:
    """Short rests that the very next rest does not give back; one that history alone has broken is past."""
    periods = _periods(has.spans(limit.person), max(limit.shortest, 1), has.problem.cycle)
    cycle = has.problem.cycle
    if cycle is not None:
        if not periods or periods[0].end - periods[0].start >= cycle:
            return 0
        count = len(periods)
        periods += [Span(one.start + lap * cycle, one.end + lap * cycle) for lap in (1, 2) for one in periods]
        periods = periods[: count + 2]
    return sum(
        second.start - first.end < limit.full
        and third.start - second.end < 2 * limit.full - (second.start - first.end)
        and (cycle is not None or third.start >= 0)
        for first, second, third in zip(periods, periods[1:], periods[2:], strict=False)
    )


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
