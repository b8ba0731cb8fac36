"""The dear limits made hard: whether all that weighs can be had at once, asked as a yes-or-no question.

A roster that keeps many soft limits at once is often found faster by forbidding every breach than by paying for
them: a search for any roster learns from each conflict, while one for a cheap roster has to climb over them. What
it finds is a roster of the problem itself, so nothing is lost when the question is too hard.
"""

from solver import judge
from solver.model import Model, model_of
from solver.search.course import Course
from solver.search.firmed import firmed
from solver.search.improve import Improving
from solver.search.run import QUESTION, run
from solver.search.worth import levels

AHEAD = (1, 0)
"""How far down what is asked for lies from the dearest that is not kept; more is often found as fast as less."""
EFFORT = 1.2
"""Deterministic seconds of the first try. Luck decides, so many short ones beat a long one; after two of each, twice as
long."""
A_TRY = 0.1
"""What each takes besides, in the same measure."""


class Firm:
    """Questions that ask for ever more of what is dear, in one thread, while others mend it breach by breach.

    The dearest that the best roster does not keep is asked for, by turns with what comes next and without, for neither
    is surely easier: each for a little while, then each for twice as long. It ends after ``seconds``, or where the
    questions have taken so much ``deterministic`` effort. ``asks`` where its thread may ask the caller to stop.
    """

    def __init__(
        self,
        course: Course,
        *,
        seed: int,
        asks: bool,
        seconds: float,
        deterministic: float | None = None,
    ) -> None:
        self._course = course
        self._seed = seed
        self._asks = asks
        self._until = course.elapsed() + seconds
        self._deterministic = float("inf") if deterministic is None else deterministic
        self._spent = 0.0
        self._levels = levels(course.problem)
        self._models: dict[int, Model] = {}

    def __call__(self, improving: Improving) -> None:
        """Ask until there is nothing more to ask for, and let the search go on from each roster found."""
        tries, kept = 0, -1
        while not self._over() and (low := self._kept()) < len(self._levels):
            if low > kept:
                kept, tries = low, 0
            asked = [low + ahead for ahead in AHEAD if low + ahead < len(self._levels)]
            at = asked[tries % len(asked)]
            self._ask(at, self._levels[at], EFFORT * (1 << tries // len(asked) // 2), improving)
            tries += 1

    def _ask(self, at: int, least: int, effort: float, improving: Improving) -> None:
        if least not in self._models:
            self._models[least] = model_of(firmed(self._course.problem, least))
        self._seed += 1
        model = self._models[least]
        parameters = {**QUESTION, "random_seed": self._seed, "max_deterministic_time": effort}
        ended = run(model, model.model, parameters, over=self._over)
        self._spent += ended.deterministic + A_TRY
        if ended.impossible:
            del self._levels[at:]
        improving.spend(ended.deterministic + A_TRY)
        if ended.works is not None:
            improving.offer(ended.works)

    def _over(self) -> bool:
        if self._asks:
            self._course.ask_to_stop()
        course = self._course
        return course.over() or course.elapsed() >= self._until or self._spent >= self._deterministic

    def _kept(self) -> int:
        """How many of the dearest levels the best roster keeps whole."""
        if self._course.best is None:
            return 0
        works, problem = self._course.best.works, self._course.problem
        kept = (at for at, least in enumerate(self._levels) if judge.broken(firmed(problem, least), works))
        return next(kept, len(self._levels))
