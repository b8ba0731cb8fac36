"""Groups of occasions that are worked all or none, seen one day at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from solver.problem import AllOrNone
from solver.search.lines.runs import Running

WORKED, NOT_WORKED, LAST = 1, 2, 4
"""What a day shows of its group: an occasion that is worked, one that is not, and that the group ends with it."""


@dataclass(frozen=True, slots=True)
class Groups:
    """What an ``AllOrNone`` asks of each group; ``cost`` None: never in part.

    What is remembered is what has been seen of the group under way, and whether it is known to be in part.
    """

    cost: int | None

    @classmethod
    def of(cls, limit: AllOrNone) -> "Groups":
        return cls(limit.cost)

    def begin(self, history: Sequence[int]) -> Running:
        """The group under way after the days of history, by what each showed; what it cost there is left out."""
        seen = 0
        for shown in history:
            seen = 0 if shown & LAST else seen | shown
        return (0, True) if seen == WORKED | NOT_WORKED else (seen, False)

    def step(self, running: Running, shown: int) -> tuple[Running, int] | None:
        """The group under way after one more day, and the points of that day; None where it may not be."""
        seen, in_part = running
        seen |= shown & (WORKED | NOT_WORKED)
        now = not in_part and seen == WORKED | NOT_WORKED
        if now and self.cost is None:
            return None
        after = (0, False) if shown & LAST else (0, True) if now or in_part else (seen, False)
        return after, self.cost or 0 if now else 0
