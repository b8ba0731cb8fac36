"""Runs of days in a row, counted one day at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from solver.problem import InARow

Running: TypeAlias = tuple[int, bool]
"""How long the run under way is (0: none), and whether it may have begun before what is known.

Of groups what is seen of the one under way, and whether it is in part.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What an ``InARow`` asks of a run; ``cost`` None: never otherwise."""

    least: int
    most: int | None
    off: bool
    cost: int | None

    @classmethod
    def of(cls, limit: InARow) -> "Run":
        return cls(limit.least or 0, limit.most, limit.off, limit.cost)

    def begin(self, history: Sequence[bool]) -> Running:
        """The run under way after the days of history, of which each is worked or not."""
        running: Running = (0, True)
        for worked in history:
            running = self._counted(running) if worked != self.off else (0, False)
        return running

    def step(self, running: Running, worked: int) -> tuple[Running, int] | None:
        """The run after one more day, and the points of that day; None where it may not be."""
        length, open_ended = running
        if worked != self.off:
            over = self.most is not None and length >= self.most
            if over and self.cost is None:
                return None
            return self._counted(running), self.cost or 0 if over else 0
        if length == 0 or open_ended or length >= self.least:
            return (0, False), 0
        return None if self.cost is None else ((0, False), self.cost * (self.least - length))

    def _counted(self, running: Running) -> Running:
        """One day longer, and no longer than makes a difference; long enough is long enough, however it began."""
        length = min(running[0] + 1, max(self.most or 0, self.least, 1))
        return length, running[1] and length < self.least
