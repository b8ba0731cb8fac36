"""Which shifts lie where, once round the cycle after the other where there is one."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from solver.problem import Problem
from solver.stretches import Shift


class Placed(NamedTuple):
    """A shift in one round of the cycle."""

    start: int
    end: int
    id: str


class Around:
    """Shifts by time; a question may reach over the seam as far as it likes."""

    def __init__(self, problem: Problem, shifts: Iterable[Shift]) -> None:
        self.cycle = problem.cycle
        self._placed = sorted(Placed(one.start, one.end, one.id) for one in shifts)
        self._starts = [one.start for one in self._placed]
        self._longest = max((one.end - one.start for one in self._placed), default=0)

    def __iter__(self) -> Iterator[Placed]:
        return iter(self._placed)

    def starting(self, low: int, high: int) -> Iterator[Placed]:
        """Those with ``low <= start < high``."""
        if self.cycle is None:
            yield from self._placed[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
            return
        for lap in range(low // self.cycle, high // self.cycle + 1):
            moved = lap * self.cycle
            first, last = bisect_left(self._starts, low - moved), bisect_left(self._starts, high - moved)
            for one in self._placed[first:last]:
                yield Placed(one.start + moved, one.end + moved, one.id)

    def overlapping(self, low: int, high: int) -> Iterator[Placed]:
        """Those with a minute in ``low <= minute < high``."""
        return (one for one in self.starting(low - self._longest, high) if one.end > low)

    def ending(self, low: int, high: int) -> Iterator[Placed]:
        """Those with ``low <= end <= high``."""
        return (one for one in self.starting(low - self._longest, high) if low <= one.end <= high)
