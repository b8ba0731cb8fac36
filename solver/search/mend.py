"""What is dearest and not kept, asked for breach by breach: can this one be mended if the days round it are open?

Neighbourhoods weigh all that costs points at once, and stop at rosters from which no small step is cheaper. A question
about one breach needs no price: clause learning answers it, or the days are opened further until it can.
"""

from collections.abc import Callable
from random import Random
from typing import Any

from solver.search.neighbourhoods import Field
from solver.search.parts import Parts, Values
from solver.search.run import run

DEAR = 0.1
"""A unit is dear where it costs at least this part of the dearest."""
DAYS = 5
"""Days that are opened first; twice as many each time that is not enough."""
EFFORT = 0.1
"""Deterministic seconds for the first question about a breach; more for each that follows."""
A_QUESTION = 0.02
"""What each takes besides, in the same measure."""
HOPE = 0.7
"""How much less often a breach is asked about for each time that it was in vain."""
QUESTION: dict[str, Any] = {"num_workers": 1, "subsolvers": ["no_lp"], "stop_after_first_solution": True}


class Mending:
    """The dear breaches of one model, and how often each was asked about in vain."""

    def __init__(self, parts: Parts, field: Field, seed: int) -> None:
        self._parts = parts
        self._field = field
        self._random = Random(seed)
        self._vain: dict[int, int] = {}
        dearest = max((cost for _, cost in parts.costs), default=0)
        self._dear = [at for at, cost in parts.costs if cost >= DEAR * dearest > 0 and self._days(at)]

    def breaches(self, values: Values) -> list[int]:
        """The dear variables that are paid for."""
        return [at for at in self._dear if values[at] > 0]

    def hope(self, values: Values) -> float:
        """1 where a breach was not asked about yet, less each time that all were in vain, 0 where there is none."""
        return max((HOPE ** self._vain.get(at, 0) for at in self.breaches(values)), default=0.0)

    def mended(
        self, values: Values, over: Callable[[], bool], spend: Callable[[float], None]
    ) -> tuple[Values, set[int]] | None:
        """Values with one breach gone, or half as wide, and none wider, and what was opened; None where not found.

        ``spend`` is told of the deterministic effort, whether or not anything is found.
        """
        breaches = self.breaches(values)
        if not breaches:
            return None
        vain = min(self._vain.get(at, 0) for at in breaches)
        breach = self._random.choice([at for at in breaches if self._vain.get(at, 0) == vain])
        self._vain[breach] = vain + 1
        free = self._round(breach, DAYS << min(vain, 20))
        part = self._parts.part(values, free)
        place = {at: new for new, at in enumerate(part.variables.tolist())}
        if breach not in place:
            return None
        asked_of: Any = part.model
        variables = asked_of.proto.variables
        for at in self._dear:
            if at in place:
                domain = variables[place[at]].domain
                last = len(domain) - 1
                domain[last] = max(domain[0], values[at] // 2 if at == breach else values[at])
        asked_of.clear_objective()
        asked = {"random_seed": self._random.randrange(1 << 30), "max_deterministic_time": EFFORT * (1 + vain)}
        ended = run(
            self._parts.model, part.model, QUESTION | asked, over=over,
            part=lambda found: part.filled_in(values, found),
        )  # fmt: skip
        spend(ended.deterministic + A_QUESTION)
        if ended.values is None:
            return None
        self._vain[breach] = vain
        return ended.values, free

    def _round(self, breach: int, length: int) -> set[int]:
        """All people on days in a row that hold a day of the breach."""
        first = self._random.choice(self._days(breach)) - self._random.randrange(length)
        return self._field.choices(self._field.stretch(first, length))

    def _days(self, variable: int) -> list[int]:
        """The days of the choices that settle it."""
        settled_by = self._parts.touches.get(variable, {variable})
        return sorted({self._field.day[at] for at in settled_by if at in self._field.day})
