"""The gap is closed from below: the whole model is asked for a roster that costs little more than the bound.

Where next to nothing may be paid for, much follows from little, and the question is soon answered, by a roster or by
a proof that there is none. Asked for whatever is a little cheaper than the best roster, the same model does not end.
(Destructive lower bounds, Klein and Scholl 1999, which here stop at a roster as often as at a proof.)
"""

from solver.problem import Works
from solver.search.course import Course
from solver.search.whole import whole

NEAR, NEAREST, NEARER = 1 / 8, 1 / 50, 4
"""Part of the gap that a roster may lie above the bound; where that is not answered, so many times less, down to the
second."""
SLOT, LONGER = 0.1, 2
"""Part of the time for one question, and how many times as long each has once the nearest was not answered."""
LEAST = 1.0
"""Seconds for a question at the least."""


class Closing:
    """Questions about one problem; what was not answered is asked for longer, also when it goes on later."""

    def __init__(self, course: Course, *, workers: int) -> None:
        self._course = course
        self._workers = workers
        self._near = NEAR
        self._slot = 0.0

    def go_on(self, *, seconds: float, seed: int, start: Works | None, closed: frozenset[int]) -> None:
        """Ask for so many seconds, or until there is no gap; for a first roster, from ``start``, where there is none.

        ``closed`` are choices that no cheaper roster works (see ``whole``).
        """
        course = self._course
        until = course.elapsed() + seconds
        self._slot = max(self._slot, LEAST, SLOT * seconds)
        while not course.over() and (left := until - course.elapsed()) > 0:
            best = course.best
            if best is None:
                whole(course, seconds=left, workers=self._workers, seed=seed, hint=start, any_will_do=True)
                continue
            ended = whole(
                course, seconds=min(left, self._slot), workers=self._workers, seed=seed, hint=best.works,
                closed=closed, most=course.bound + int(self._near * (best.cost - course.bound)),
            )  # fmt: skip
            if not ended.impossible and not ended.optimal:
                self._near /= NEARER
            if self._near < NEAREST:
                self._near, self._slot = NEAR, LONGER * self._slot
