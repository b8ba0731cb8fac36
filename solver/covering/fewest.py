"""How many kinds there must be, whatever their times: the longest ones, laid one after the other round the clock.

Each step at which some day has need must lie within some kind, and a kind has the same times on all days. The first one
begins at some such step; each of the others at the first such step after the one before. No other way has fewer.
"""

from solver.covering.clock import Clock


def fewest_kinds(clock: Clock) -> int:
    """No cover has fewer kinds besides those that are held."""
    reached = {at % clock.steps for one in clock.held for at in range(one.end - one.most, one.start + one.most)}
    there = [at for at in range(clock.steps) if at not in reached and any(day[at] for day in clock.need)]
    return min((_laid(there, first, clock) for first in there), default=0)


def _laid(there: list[int], first: int, clock: Clock) -> int:
    """So many of the longest, the first one from that step on."""
    kinds, until = 0, -1
    for after in sorted((at - first) % clock.steps for at in there):
        if after > until:
            kinds, until = kinds + 1, after + clock.most - 1
    return kinds
