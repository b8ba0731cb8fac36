"""Limits on one person's shifts, one by one or two together."""

from solver.meaning.worked import Worked
from solver.problem import Apart, Fixed, Off, Succession
from solver.stretches import Shift


def off(has: Worked, limit: Off) -> int:
    return sum(has.works(limit.person, one) for one in limit.shifts)


def fixed(has: Worked, limit: Fixed) -> int:
    return sum(not has.works(limit.person, one) for one in limit.shifts)


def succession(has: Worked, limit: Succession) -> int:
    worked = sum(
        has.works(limit.person, one) and has.works(limit.person, other) and not has.is_past((one, other))
        for one, other in limit.pairs
    )
    return max(0, worked - limit.most)


def apart(has: Worked, limit: Apart) -> int:
    mine = sorted((has.problem.shift[one] for one in has.of(limit.person)), key=lambda one: one.start)
    units = 0
    for at, one in enumerate(mine):
        for other in mine[at + 1 :]:
            if has.problem.cycle is None and other.start >= one.end:
                break  # and so are all that follow
            units += overlap(one, other, has.problem.cycle) and not has.is_past((one.id, other.id))
    return units


def overlap(one: Shift, other: Shift, cycle: int | None) -> bool:
    """The two have a minute in common, once round the cycle."""
    if cycle is None:
        return one.start < other.end and other.start < one.end
    return (other.start - one.start) % cycle < one.end - one.start or (
        one.start - other.start
    ) % cycle < other.end - other.start
