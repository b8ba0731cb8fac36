"""The gap is closed from below: the whole model is asked for a roster that costs little more than the bound.

Where next to nothing may be paid for, much follows from little, and the question is soon answered, by a roster or by
a proof that there is none. Asked for whatever is a little cheaper than the best roster, the same model does not end.
(Destructive lower bounds, Klein and Scholl 1999, which here stop at a roster as often as at a proof.)
"""

from solver.problem import Works
from solver.search.course import Course
from solver.search.whole import whole

NEAR, NEAREST = 1 / 8, 1 / 100
"""Part of the gap that a roster may lie above the bound: half as much each time that is not answered, down to this."""
SLOT, LONGER = 0.1, 3
"""Part of the time for one question, and how many times as long each has once the nearest was not answered."""
LEAST = 1.0
"""Seconds for a question at the least."""


def close(
    course: Course, *, seconds: float, workers: int, seed: int, start: Works | None, closed: frozenset[int]
) -> None:
    """For so many seconds, or until there is no gap, ask the whole model; for a first roster where there is none yet.

    ``closed`` are choices that no cheaper roster works (see ``whole``).
    """
    until = course.elapsed() + seconds
    near, slot = NEAR, max(LEAST, SLOT * seconds)
    while not course.over() and (left := until - course.elapsed()) > 0:
        best = course.best
        if best is None:
            whole(course, seconds=left, workers=workers, seed=seed, hint=start, any_will_do=True)
            continue
        most = course.bound + int(near * (best.cost - course.bound))
        ended = whole(
            course, seconds=min(left, slot), workers=workers, seed=seed, hint=best.works, closed=closed, most=most
        )
        if not ended.impossible and not ended.optimal:
            near /= 2
        if near < NEAREST:
            near, slot = NEAR, LONGER * slot
