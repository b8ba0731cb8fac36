"""A search under way: the best roster so far, what is proven, and when to end."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from math import gcd

from solver.model import Model, model_of
from solver.problem import COSTS, Problem, Works
from solver.result import OnBetter, Progress, Stop, is_within
from solver.search.judged import Judged
from solver.search.parts import Parts

ANY_COST = -(10**15)
"""Less than any roster costs."""


@dataclass(frozen=True, slots=True)
class Best:
    """A roster that breaks no hard limit, and its points."""

    works: Works
    cost: int
    cost_by_reason: Mapping[str, int]


class Course:
    """What all strategies share; safe to use from several threads.

    ``seconds`` None: no end but ``stop``; where there is no roster by then, ``patience`` seconds more for a first one.
    Costs and bounds are those of ``judge``. Of a problem the model is made when it is first asked for, for some ways of
    looking need none.
    """

    def __init__(
        self,
        asked: Model | Problem,
        *,
        seconds: float | None,
        gap: float,
        on_better: OnBetter | None,
        stop: Stop | None,
        patience: float = 0.0,
    ) -> None:
        self._model = asked if isinstance(asked, Model) else None
        self._parts: Parts | None = None
        self.problem = asked.problem if isinstance(asked, Model) else asked
        self.began = time.monotonic()
        self.best: Best | None = None
        self._judged = Judged(self.problem)
        costs = [getattr(one, name, None) or 0 for one in self.problem.limits for name in COSTS]
        self._step = gcd(*costs) or 1
        self.bound = self._model.least if self._model is not None else ANY_COST
        self.impossible = False
        self.first_seconds = 0.0
        self.stopped = False
        self._seconds = seconds
        self._patience = patience
        self.gap = gap
        self._on_better = on_better
        self._stop = stop
        self._lock = threading.RLock()

    @property
    def model(self) -> Model:
        with self._lock:
            if self._model is None:
                self._model = model_of(self.problem)
                self.proved(self._model.least)
            return self._model

    @property
    def parts(self) -> Parts:
        """The parts of the model, which all strategies share: what meets what is looked for once."""
        with self._lock:
            if self._parts is None:
                self._parts = Parts(self.model)
            return self._parts

    def elapsed(self) -> float:
        return time.monotonic() - self.began

    def left(self) -> float:
        """Seconds that remain; when they are used up with nothing found, those that patience adds."""
        if self._seconds is None:
            return float("inf")
        left = self._seconds - self.elapsed()
        return left if left > 0 or self.best is not None else left + self._patience

    def ask_to_stop(self) -> bool:
        """Ask the caller; to be called from the thread that called ``solve``."""
        if not self.stopped and self._stop is not None and self._stop():
            self.stopped = True
        return self.stopped

    def over(self) -> bool:
        """There is no reason to go on."""
        return self.stopped or self.impossible or self.left() <= 0 or self.good_enough()

    def good_enough(self) -> bool:
        best = self.best
        return best is not None and is_within(self.gap, best.cost, self.bound)

    def found(self, works: Works) -> bool:
        """Take the roster if it is better; what breaks a hard limit is a mistake in the model."""
        broken, reasons = self._judged.broken_and_costs(works)
        cost = sum(reasons.values())
        with self._lock:
            if self.best is not None and cost >= self.best.cost:
                return False
            if broken:
                raise AssertionError(f"the model allows what breaks {broken[0]}")
            if self.best is None:
                self.first_seconds = self.elapsed()
            self.best = Best(works, cost, reasons)
            if self._on_better is not None:
                self._on_better(Progress(self.elapsed(), cost, min(self.bound, cost), reasons, works))
        return True

    def proved(self, bound: int) -> None:
        """No roster costs less, so none less than the next that all costs add up to."""
        with self._lock:
            self.bound = max(self.bound, self.reached(bound))

    def reached(self, bound: float) -> int:
        """The least that all costs add up to and that is no less."""
        return -int(-bound // self._step) * self._step

    def may_pay(self, bound: float) -> bool:
        """A roster that costs no less may yet be cheaper than the best."""
        return self.best is None or self.reached(bound) < self.best.cost
