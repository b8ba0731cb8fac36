"""Rosters of lines found by branching: one day of one person is settled at a time, and lines are priced anew.

A dive settles what is most in the mix. Where it ends it goes back to what it settled last and shuts that instead; after
a few of these another begins from what proves least. A branch ends where no roster in it is cheaper than the best, so
when none is left that one is proven. Where people are few, a whole line is too much to settle at once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from solver.problem import Works
from solver.search.course import Course
from solver.search.lines.columns import Generation, Prices
from solver.search.lines.dive import works_in
from solver.search.lines.master import Mix, Reals
from solver.search.lines.steps import Ints

BACK = 12
"""Branches in vain, after which a dive is given up for another."""
IN_PART = 1e-5
"""What is more than this of a line, and not all but this, is in part."""


@dataclass(frozen=True, slots=True)
class Branch:
    """By the number of the person, the options ``shut``, counted on from day to day; and what proves most of it."""

    shut: tuple[frozenset[int], ...]
    prices: Prices
    depth: int


@dataclass(frozen=True, slots=True)
class Division:
    """The options of one day that are ``most`` in a person's mix together, and the ``others`` of that day."""

    person: int
    most: frozenset[int]
    others: frozenset[int]


class Branching:
    """Branches of what a ``generation`` has come to the end of; each is divided further where it may pay."""

    def __init__(self, generation: Generation, course: Course) -> None:
        assert generation.best is not None
        self._generation = generation
        self._course = course
        self._left = [Branch(tuple(frozenset() for _ in generation.lines.pricers), generation.best, 0)]
        self._unsettled: int | None = None
        """What is proved of all that was ended without being settled."""

    def __call__(self, over: Callable[[], bool], found: Callable[[Works], None]) -> None:
        """Tell of rosters that may be cheaper than the best, until it is over or none is left."""
        while self._left and not over():
            self._left.sort(key=lambda one: (-one.prices.bound, one.depth))
            self._prove(self._left[-1].prices.bound)
            dive, in_vain = [self._left.pop()], 0
            while dive and in_vain < BACK:
                branch = dive.pop()
                parts = self._parts(branch, over, found)
                if parts is None:
                    self._left += [*dive, branch]
                    return
                in_vain += not parts
                dive += parts
            self._left += dive
        if not self._left and self._course.best is not None:
            self._prove(self._course.best.cost)

    def _prove(self, bound: int) -> None:
        self._course.proved(bound if self._unsettled is None else min(bound, self._unsettled))

    def _parts(
        self, branch: Branch, over: Callable[[], bool], found: Callable[[Works], None]
    ) -> tuple[Branch, ...] | None:
        """What may pay of the branch in two, the likelier last; None where it was over before that was known."""
        generation, course = self._generation, self._course
        if not course.may_pay(branch.prices.bound):
            return ()
        generation.confine(branch.shut, branch.prices)
        goes_on = True
        while goes_on:
            goes_on = generation.grow(over)
            if generation.hopeless:
                return ()
            if generation.mix is None or generation.best is None or over():
                return None
            if not course.may_pay(generation.best.bound):
                return ()
            if course.reached(generation.best.bound) >= course.reached(generation.mix.cost - IN_PART):
                break
        mix, proved = generation.mixed(), generation.best
        if mix is None or proved is None:
            return None
        division = division_of(generation, mix)
        if division is None:
            self._settle(mix, proved, found)
            return ()
        return tuple(
            Branch(
                tuple(one | shut if at == division.person else one for at, one in enumerate(branch.shut)),
                proved,
                branch.depth + 1,
            )
            for shut in (division.most, division.others)
        )

    def _settle(self, mix: Mix, proved: Prices, found: Callable[[Works], None]) -> None:
        """Tell of the roster that a mix is, and see whether it is the best of its branch.

        It is not where it breaks or costs what no line and no row says.
        """
        whole = [one for part, one in zip(mix.parts, self._generation.columns, strict=True) if part > 1 - IN_PART]
        if len(whole) == len(self._generation.lines.pricers):
            found(works_in(self._generation.lines, dict(whole)))
        if self._course.may_pay(proved.bound):
            self._unsettled = proved.bound if self._unsettled is None else min(self._unsettled, proved.bound)


def division_of(generation: Generation, mix: Mix) -> Division | None:
    """By what is most in the mix and yet in part, all options of a letter before one of them; None where nothing is."""
    divisions = (
        (kind, part, -at, division)
        for at, pricer in enumerate(generation.lines.pricers)
        for kind, part, division in _divisions(at, pricer.line.letters, _parts_of(generation, mix, at))
    )
    return max(divisions, key=lambda one: one[:3], default=(0, 0.0, 0, None))[3]


def _parts_of(generation: Generation, mix: Mix, person: int) -> Reals:
    """How much of each option is in the person's mix."""
    pricer = generation.lines.pricers[person]
    found = np.zeros(sum(len(day) for day in pricer.line.options))
    for part, (who, chosen) in zip(mix.parts, generation.columns, strict=True):
        if who == person and part > 0:
            found[pricer.numbered(chosen)] += part
    return found


def _divisions(person: int, letters: Sequence[Ints], parts: Reals) -> Iterator[tuple[int, float, Division]]:
    """What is in part: 1 for letters, 0 for options, and how much of it there is."""
    start = 0
    for day in letters:
        here = parts[start : start + len(day)]
        for kind, groups in ((1, day), (0, np.arange(len(day)))):
            sums = np.bincount(groups, weights=here)
            for one in np.flatnonzero((sums > IN_PART) & (sums < 1 - IN_PART)):
                most, others = (
                    frozenset((start + np.flatnonzero(some)).tolist()) for some in (groups == one, groups != one)
                )
                yield kind, float(sums[one]), Division(person, most, others)
        start += len(day)
