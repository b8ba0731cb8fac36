"""What is dearest and not kept, asked for breach by breach: can this one be mended if the days round it are open?

Neighbourhoods weigh all that costs points at once, and stop at rosters from which no small step is cheaper. A question
about one breach needs no price: clause learning answers it, or the days are opened further until it can.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random
from typing import Any

from solver.search.moved import moves
from solver.search.neighbourhoods import Field
from solver.search.parts import Parts, Values
from solver.search.run import QUESTION, run
from solver.search.smaller import Part

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
SURE = 0.3
"""Hope above which breaches are mended before anything else is done."""
ANSWERED = 0.15
"""Part of the questions at a level that has to be answered for that."""
WIDE = 91
"""Days beyond which a sum is weighed and not asked about: the few that are opened mend next to nothing of it. It gets
no dearer for another's sake all the same."""
MUCH = 0.5
"""Part of all points that the breaches have at the least for that, if they are not the dearest: below it weighing all
that costs points at once gains more."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Values in which a breach is gone, what was opened for it, and the choices that moved with where to.

    ``part`` is what was open, without what was asked; all else is as in the values that it was asked of.
    """

    breach: int
    values: Values
    free: set[int]
    moves: Mapping[int, int]
    part: Part


class Mending:
    """The dear breaches of one model, and how often each was asked about in vain.

    A breach is asked about that costs at least the first of ``levels``; where none of those is left, or there is
    little hope for them, the next. Without levels only what is dear by the unit is, however many days it is about.
    """

    def __init__(self, parts: Parts, field: Field, seed: int, levels: Sequence[int] = ()) -> None:
        self._parts = parts
        self._field = field
        self._random = Random(seed)
        self._vain: dict[int, int] = {}
        dearest = max((cost for _, cost in parts.costs), default=0)
        unit = 1 if levels else math.ceil(DEAR * dearest)
        self._levels = tuple(levels) or (unit,)
        self._answered = dict.fromkeys(self._levels, 1.0)
        most = WIDE if levels else field.days
        paid = [(at, cost, len(field.days_of(at))) for at, cost in parts.costs if cost >= unit > 0]
        self._paid = [(at, cost) for at, cost, days in paid if 0 < days <= most]
        self._weighed = [(at, cost) for at, cost, days in paid if days > most]
        self._longest = max((one.end - one.start for one in parts.model.problem.shifts), default=0)

    def breaches(self, values: Values) -> list[int]:
        """The variables that are paid for so dearly that they are asked about next."""
        return self._next(values)[1]

    def hope(self, values: Values) -> float:
        """1 where a breach was not asked about yet, less each time that all were in vain, 0 where there is none."""
        return self._next(values)[2]

    def sure(self, values: Values) -> bool:
        """There is so much hope that nothing else is worth its time, for the dearest or for much of the points.

        Much is ``MUCH`` of all, and no less than what is weighed.
        """
        least, breaches, hope = self._next(values)
        if not self._is_sure(least, hope):
            return False
        if least == self._levels[0]:
            return True
        asked, weighed = (sum(cost * values[at] for at, cost in paid) for paid in (self._paid, self._weighed))
        return asked >= weighed and len(breaches) * least >= MUCH * self._parts.cost_of(values)

    def _is_sure(self, least: int, hope: float) -> bool:
        return hope > SURE and self._answered[least] > ANSWERED

    def _may_be_dear(self, cost: int, least: int) -> bool:
        """What is paid for by the minute is as dear as a shift of it, however many shifts it is."""
        return cost * self._longest >= least

    def _next(self, values: Values) -> tuple[int, list[int], float]:
        """The level to ask at, its breaches, and the hope for them."""
        paid = [(at, cost) for at, cost in self._paid if values[at] > 0]
        best: tuple[int, list[int], float] = (self._levels[0], [], 0.0)
        for least in self._levels:
            found = [at for at, cost in paid if cost * values[at] >= least and self._may_be_dear(cost, least)]
            hope = max((HOPE ** self._vain.get(at, 0) for at in found), default=0.0)
            if hope > best[2]:
                best = (least, found, hope)
            if self._is_sure(least, hope):
                return least, found, hope
        return best

    def mended(self, values: Values, over: Callable[[], bool], spend: Callable[[float], None]) -> Mended | None:
        """Values with one breach gone, or half as wide, and none as dear wider; None where not found.

        ``spend`` is told of the deterministic effort, whether or not anything is found.
        """
        least, breaches, _ = self._next(values)
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
        asked_of: Any = part.model.clone()
        variables = asked_of.proto.variables
        for at, cost in chain(self._paid, self._weighed):
            if at in place and self._may_be_dear(cost, least):
                domain = variables[place[at]].domain
                last = len(domain) - 1
                most = values[at] // 2 if at == breach else max(values[at], (least - 1) // cost)
                domain[last] = max(domain[0], min(domain[last], most))
        asked_of.clear_objective()
        asked = {"random_seed": self._random.randrange(1 << 30), "max_deterministic_time": EFFORT * (1 + vain)}
        ended = run(
            self._parts.model, asked_of, {**QUESTION, **asked}, over=over,
            part=lambda found: part.filled_in(values, found),
        )  # fmt: skip
        spend(ended.deterministic + A_QUESTION)
        self._answered[least] = 0.9 * self._answered[least] + 0.1 * (ended.values is not None)
        if ended.values is None:
            return None
        self._vain[breach] = vain
        return Mended(breach, ended.values, free, moves(values, ended.values, free), part)

    def doubt(self, mended: Mended) -> None:
        """What was found is of no use."""
        self._vain[mended.breach] = self._vain.get(mended.breach, 0) + 1

    def _round(self, breach: int, length: int) -> set[int]:
        """All people on days in a row that hold a day of the breach."""
        first = self._random.choice(self._field.days_of(breach)) - self._random.randrange(length)
        return self._field.choices(self._field.stretch(first, length))
