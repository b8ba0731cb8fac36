"""A way on from a roster near which nothing is cheaper: what it breaks is made dearer than it is for a while.

To be rid of what is dear in such a roster many weeks have to change, and each step on the way costs more than it gains.
With the breach itself dearer these steps gain. (Guided local search, Voudouris and Tsang 1999. Here the weight is taken
off again where a cheaper roster is found, or where nothing comes of it.)
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from solver.search.parts import Values

WAIT, LEASH = 2.0, 3.0
"""Deterministic seconds in which nothing was gained, after which a detour begins, and after which it turns or ends."""
REST = 0.5
"""Part of what the last detour took that has to be spent without one, at the least, before the next."""
DEARER = 3
"""How many times as much as it costs a breach is made dearer by."""
TURNS = 4
"""Breaches that are made dearer on one detour, at the most."""
FAR = 2
"""How many times what a breach costs a roster without it may be dearer than the cheapest to begin or go on from."""


class Detour:
    """Which breaches are dearer now, and how long ago something was gained, by what parts and questions have taken."""

    def __init__(self, costs: Iterable[tuple[int, int]]) -> None:
        """None is on; ``costs`` are the variables that may be made dearer, and how many points a unit."""
        self._costs = dict(costs)
        self._times = Counter[int]()
        self._effort = self._gained_at = self._began_at = 0.0
        self._wait = WAIT
        self.dearer: Mapping[int, int] = {}

    @property
    def on(self) -> bool:
        """Something is dearer than it is."""
        return bool(self.dearer)

    def went(self, effort: float) -> None:
        """So many deterministic seconds more were taken, on a detour or not."""
        self._effort += effort

    @property
    def in_vain(self) -> float:
        """Those taken since something was gained."""
        return self._effort - self._gained_at

    @property
    def is_due(self) -> bool:
        """It is time to make another breach dearer, or to end it."""
        return self.in_vain > (LEASH if self.on else self._wait)

    def gained(self) -> None:
        """From here on it is asked anew whether something comes of it."""
        self._gained_at = self._effort

    def price(self, breach: int) -> int:
        """How much dearer this one would be made."""
        return DEARER * self._costs.get(breach, 0)

    def next(self, values: Values, far: int) -> int | None:
        """The dearest breach that is not dearer yet, each time that one was counting less; None where there is none.

        None too where ``far``, which is how much dearer than the cheapest roster these values are, is too much, or
        enough breaches are dearer already.
        """
        paid = (
            (cost * values[at] / (1 + self._times[at]), at)
            for at, cost in self._costs.items()
            if values[at] > 0 and at not in self.dearer
        )
        _, breach = max(paid, default=(0.0, None))
        if breach is None or len(self.dearer) == TURNS or far > FAR * self._costs[breach]:
            return None
        return breach

    def turn(self, breach: int) -> None:
        """This one is dearer too from now on."""
        if not self.on:
            self._began_at = self._effort
        self.dearer = {**self.dearer, breach: self.price(breach)}
        self._times[breach] += 1
        self.gained()

    def end(self) -> None:
        """All costs what it costs."""
        if self.on:
            self._wait = max(WAIT, REST * (self._effort - self._began_at))
        self.dearer = {}
        self.gained()


def more(dearer: Mapping[int, int], values: Values) -> int:
    """The points that these values cost on top of what they cost, with what is dearer."""
    return sum(by * values[at] for at, by in dearer.items())
