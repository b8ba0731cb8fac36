"""A need on the clock, covered by few kinds of shift: so many kinds, each with one start and one end, and little waste.

Time is in steps of one length; days follow one another in a ring. A day that needs the same as another gets the same
shifts, and the bound holds for that. A kind is a start and an end that may not change from day to day; on each day so
many shifts of each kind are placed that every step has as many as it needs.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from ortools.sat.python import cp_model

from solver.covering.bounding import Stop, prices
from solver.covering.clock import Clock, Covering, NoCovering, Piece
from solver.covering.first import first_cover
from solver.covering.model import Question
from solver.covering.ring import Ring
from solver.search.run import called

_FIRST_SHARE, _NEAR_SHARE, _TIDY_SHARE = 0.3, 0.4, 1 / 6
"""Of the time, what goes to the likely kinds, to the proof that none is much better, and at the end to making a
proposal tidy that no other shortens."""
_MUCH = 2
"""What is so many per cent less is much better."""
_SURE: Mapping[str, Any] = {"num_workers": 2, "subsolvers": ["max_lp", "reduced_costs"]}
_SURE_ALONE: Mapping[str, Any] = {"num_workers": 1, "linearization_level": 2}
"""How a proof is sought, with threads enough and with one: by the linear program in each node, for clauses alone get
nowhere (double-5 with 4 kinds: 11 processor seconds, with eight workers of all sorts none in 24)."""
_LIKELY = 250
"""So many kinds, those with the best prices, are tried before all others."""
_NONE = 1 << 40
"""More steps than any cover has."""


def covering(
    clock: Clock,
    kinds: int,
    *,
    seconds: float,
    workers: int = 8,
    seed: int = 0,
    like: Covering | None = None,
    stop: Stop = lambda: False,
) -> Covering | NoCovering:
    """The least time in which at most so many kinds (those that are held besides) cover the need.

    ``like``: a covering with fewer kinds, whose kinds are the answer where none are found that take less.
    """
    search = _Search(clock, kinds, like, seconds, {"num_workers": workers, "random_seed": seed}, stop)
    search.among(search.likely(), _FIRST_SHARE)
    while search.open and search.much_better(_FIRST_SHARE + _NEAR_SHARE):
        pass
    if search.open:
        search.among(search.all, 1 - _TIDY_SHARE)
    return search.answer()


class _Search:
    """The best cover yet, and what none is below."""

    def __init__(
        self, clock: Clock, kinds: int, like: Covering | None, seconds: float, how: Mapping[str, int], stop: Stop
    ) -> None:
        self._began, self._seconds, self._how, self._stop = time.monotonic(), seconds, how, stop
        self._ring, self._kinds, self._like = Ring(clock), kinds, like
        self._priced = prices(self._ring, kinds, self._over(_FIRST_SHARE))
        self.all: Sequence[int] = range(len(self._ring.columns))
        first = first_cover(clock, kinds)
        self._best = min((one for one in (like, first) if one is not None), key=lambda one: one.total, default=None)
        self._bound = max(clock.needed, self._priced.bound)
        self._asked: Question | None = None

    @property
    def open(self) -> bool:
        """There may be a better one than the best."""
        return self._best is None or self._best.total > self._bound

    def likely(self) -> Sequence[int]:
        """The places of the columns that cost least by the prices, and of the kinds that are known to do."""
        return sorted(self.all, key=self._priced.with_column.__getitem__)[:_LIKELY]

    def among(self, places: Sequence[int], share: float) -> None:
        """Looks among these columns, but for those that no better cover has, until that share of the time is over."""
        least = self._priced.with_column
        most = _NONE if self._best is None else self._best.total
        chosen = {place for place in places if least[place] <= most}
        beyond = min((least[place] for place in self.all if place not in chosen), default=_NONE)
        question = Question(self._ring, self._kinds, sorted(chosen))
        if self._best is not None:
            question.hint(self._best.pieces)
        self._ask(question, beyond, share)

    def much_better(self, share: float) -> bool:
        """Found one that is; otherwise as much of a proof that there is none as that share of the time gives.

        Few columns are in any such cover, and none is begun from, so this is settled where the best one is not.
        """
        if self._best is None:
            return False
        aim = -(-self._best.total * 100 // (100 + _MUCH))
        if aim <= self._bound:
            return False
        before, least = self._best, self._priced.with_column
        question = Question(self._ring, self._kinds, [place for place in self.all if least[place] < aim])
        question.fewer_than(aim)
        alone = self._how["num_workers"] == 1
        self._ask(question, aim, share, _SURE_ALONE if alone else _SURE)
        return self._best is not before

    def _ask(self, question: Question, beyond: int, share: float, how: Mapping[str, Any] | None = None) -> None:
        """Takes what is found; what the question leaves out is no less than ``beyond``."""
        most = _NONE if self._best is None else self._best.total
        question.at_least(self._bound)
        solver, status = self._run(question, share, how)
        if status == cp_model.INFEASIBLE:
            self._bound = max(self._bound, beyond)
            return
        self._bound = max(self._bound, min(beyond, ceil(solver.best_objective_bound * self._ring.unit - 1e-6)))
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            pieces = question.read(solver)
            if total(pieces) < most:
                self._best, self._asked = Covering(pieces, total(pieces), 0), question

    def answer(self) -> Covering | NoCovering:
        """The best, made tidy where it is new and there is time."""
        best = self._best
        if best is None:
            return NoCovering(self._bound >= _NONE)
        if best is not self._like and not self._over(1)():
            least = self._priced.with_column
            asked = self._asked or Question(
                self._ring, self._kinds, [place for place in self.all if least[place] <= best.total]
            )
            asked.tidy(best)
            solver, status = self._run(asked, 1)
            if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                best = replace(best, pieces=asked.read(solver))
        return replace(best, bound=min(self._bound, best.total))

    def _run(
        self, question: Question, share: float, how: Mapping[str, Any] | None = None
    ) -> tuple[cp_model.CpSolver, Any]:
        return called(question.built, {**self._how, **(how or {})}, over=self._over(share))

    def _over(self, share: float) -> Stop:
        """Whether somebody stops it, or that share of the time is over."""
        until = self._began + self._seconds * share
        return lambda: self._stop() or time.monotonic() > until


def total(pieces: Iterable[Piece]) -> int:
    """Steps of them all."""
    return sum(one.length * sum(one.on) for one in pieces)
