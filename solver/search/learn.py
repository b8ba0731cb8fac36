"""What the prices of the people's lines tell a search: a bound, what looks cheap, and rosters of lines."""

from collections.abc import Callable
from random import Random

from solver import judge
from solver.problem import Works
from solver.search.cheap import Dearness, dearness
from solver.search.course import Course
from solver.search.finish import finish, last
from solver.search.improve import Improving
from solver.search.lines.branch import Branching
from solver.search.lines.columns import SCALE, Generation, Lines
from solver.search.lines.dive import dived
from solver.search.walk import dear

NEAR = 0.03
"""How near to the best mix the bound has to be, before its prices are told for the first time."""
CAREFUL = 4
"""How many times as long as the bound a careful dive may take: none is begun where less is left."""
IN_VAIN = 2
"""Careful dives without a cheaper roster, after which no other is begun; what all but the first settle is drawn."""
FEW = 10
"""People up to whom dives are left for branching: each has a tenth of the roster or more."""
MUST = 50
"""How many times as dear what must be is to few people: they may have to pay for it with many other limits at once."""
DEAREST = 10**7
"""Points that are no more by that, lest a line is as dear as one that may not be."""
LEARN = 0.8
"""Part of the time that is left, after which a bound with a dive is not waited for."""


class Learner:
    """Prices of the people's lines: a bound, what looks cheap, a roster of lines, and what no better roster works.

    ``asks`` where it learns in the thread that may ask the caller to stop.
    """

    def __init__(
        self, course: Course, lines: Lines, *, asks: bool, seed: int = 0, deterministic: float | None = None
    ) -> None:
        self._course = course
        self._lines = lines
        self._few = len(lines.pricers) <= FEW
        self._asks = asks
        self._random = Random(seed)
        self._deterministic = deterministic
        self._until = 0.0
        self._bound = 0
        self._dear: Dearness = {}

    def __call__(self, improving: Improving) -> None:
        """Learn, and let the search know; what was learned before is told at once."""
        if self._dear:
            improving.learn(self._dear)
            return
        until = self._until = self._course.elapsed() + LEARN * self._course.left()
        must = dear(self._course)
        if self._few:
            must = max(must, min(MUST * must, DEAREST))
        generation = Generation(self._lines, dear=must, left=lambda: until - self._course.elapsed())

        def over() -> bool:
            if self._asks:
                self._course.ask_to_stop()
            spent = self._deterministic is not None and generation.spent >= self._deterministic
            return spent or self._course.over() or self._course.elapsed() >= until

        self._grow(generation, improving, over)
        improving.spend(generation.spent)

    def closed(self) -> frozenset[int]:
        """Choices that no roster cheaper than the best so far works."""
        best = self._course.best
        if best is None or not self._dear:
            return frozenset()
        gap = (best.cost - self._bound + 1) * SCALE
        return frozenset(at for at, price in self._dear.items() if price >= gap)

    def _grow(self, generation: Generation, improving: Improving, over: Callable[[], bool]) -> None:
        course, told = self._course, False
        began = self._now(generation, improving)
        while generation.grow(over):
            best, mix = generation.best, generation.mix
            if best is None or mix is None:
                continue
            course.proved(best.bound)
            if not told and mix.cost - best.bound <= NEAR * abs(mix.cost):
                improving.learn(dearness(generation.lines, best))
                told = True
        if generation.best is None or course.over():
            return
        self._bound, self._dear = generation.best.bound, dearness(generation.lines, generation.best)
        course.proved(self._bound)
        improving.learn(self._dear)
        if self._few:
            Branching(generation, course)(over, lambda works: self._offer(improving, works))
            return
        took = self._now(generation, improving) - began
        settled = dived(generation, over, self._enough, last=last(self._lines))
        finish(improving, self._lines, settled, improving.over)
        in_vain, random = 0, None
        while in_vain < IN_VAIN:
            end = self._now(generation, improving) + CAREFUL * took
            if over() or end > (self._until if self._deterministic is None else self._deterministic):
                return
            pays = self._dive_carefully(generation, improving, over, end, random)
            in_vain, random = 0 if pays else in_vain + 1, self._random

    def _offer(self, improving: Improving, works: Works) -> None:
        if not judge.broken(self._course.problem, works):
            improving.offer(works)

    def _dive_carefully(
        self, generation: Generation, improving: Improving, over: Callable[[], bool], end: float, random: Random | None
    ) -> bool:
        """True where what it found, with its last people opened, is a cheaper roster."""

        def enough_of_it() -> bool:
            return over() or self._now(generation, improving) >= end

        few = last(self._lines)
        settled = dived(generation, enough_of_it, self._enough, last=few, carefully=True, random=random)
        return finish(improving, self._lines, settled, improving.over)

    def _now(self, generation: Generation, improving: Improving) -> float:
        """Seconds, or the effort where it is what counts: for lines, and for what finished the dives before."""
        return self._course.elapsed() if self._deterministic is None else generation.spent + improving.spent

    def _enough(self) -> float:
        """What a dive is no longer worth it at."""
        return self._course.best.cost if self._course.best is not None else 0
