"""Which sums of one count can be, day by day, on a line that ends within its limits: no others need be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """The least of the sums, and how many there are from it to the greatest; one where there is none."""

    low: int
    span: int


def bands_of(arcs: Sequence[Sequence[tuple[int, int, int]]], states: Sequence[int], ends: Sequence[bool]) -> list[Band]:
    """The sums before each day and after the last, by each day's arcs (state before, state after, added).

    ``states`` are how many there are before each day and after the last, ``ends`` by sum whether a line may end there.
    """
    every = (1 << len(ends)) - 1
    here = [1]
    reached = [here]
    for day, count in zip(arcs, states[1:], strict=True):
        after = [0] * count
        for source, target, added in day:
            after[target] |= here[source] << added & every
        reached.append(after)
        here = after
    here = [sum(1 << at for at, may in enumerate(ends) if may)] * states[-1]
    found = [_band(reached[-1], here)]
    for at in range(len(arcs) - 1, -1, -1):
        before = [0] * states[at]
        for source, target, added in arcs[at]:
            before[source] |= here[target] >> added
        here = before
        found.append(_band(reached[at], here))
    return found[::-1]


def _band(reached: Sequence[int], left: Sequence[int]) -> Band:
    both = 0
    for one, other in zip(reached, left, strict=True):
        both |= one & other
    low = (both & -both).bit_length() - 1 if both else 0
    return Band(low, max(1, both.bit_length() - low))
