"""What comes back: a roster, a proof that there is none, or neither in the time given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from solver.problem import Works


@dataclass(frozen=True, slots=True)
class Made:
    """A roster that breaks no hard limit; ``bound`` <= the least possible cost <= ``cost``.

    ``cost_by_reason`` holds the points of each ``because`` that costs something; they add up to ``cost``.
    ``stopped`` says that the search was asked to stop from outside.
    """

    works: Works
    cost: int
    cost_by_reason: Mapping[str, int]
    bound: int
    seconds: float
    first_seconds: float
    stopped: bool = False

    @property
    def proven(self) -> bool:
        return self.within(0)

    def within(self, gap: float) -> bool:
        """It is proven to be within ``gap``, a part of its cost, of the least possible."""
        return is_within(gap, self.cost, self.bound)


def is_within(gap: float, cost: int, bound: int) -> bool:
    """What costs so much is no dearer by more than ``gap``, a part of it, than the least possible can be."""
    return cost - bound <= gap * abs(cost)


@dataclass(frozen=True, slots=True)
class Impossible:
    """Proven: no roster keeps every hard limit."""

    seconds: float


@dataclass(frozen=True, slots=True)
class OutOfTime:
    """No roster found and none ruled out."""

    seconds: float


Answer: TypeAlias = Made | Impossible | OutOfTime


@dataclass(frozen=True, slots=True)
class Progress:
    """A better roster, as it was found."""

    seconds: float
    cost: int
    bound: int
    cost_by_reason: Mapping[str, int]
    works: Works


OnBetter: TypeAlias = Callable[[Progress], None]
Stop: TypeAlias = Callable[[], bool]
"""Asked again and again while searching; True ends the search, which then answers with its best."""


@dataclass(frozen=True, slots=True)
class Possible:
    """A roster that keeps every hard limit, whatever it costs."""

    works: Works


@dataclass(frozen=True, slots=True)
class Reasons:
    """Reasons (``because``) that cannot hold together, though without any one of them they can.

    ``proven`` says that this was seen for each of them; where time ran out it is False, and
    fewer may be enough. Empty ``because``: what is never left out is impossible in itself.
    """

    because: tuple[str, ...]
    proven: bool


Explanation: TypeAlias = Possible | Reasons | OutOfTime
