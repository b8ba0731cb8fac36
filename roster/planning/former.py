"""Least change from a former roster: what differs costs points, by shift and by person (D38)."""

from roster.domain.reason import Reason
from roster.planning.worth import CHANGED_PERSON, CHANGED_SHIFT
from solver.least_change import least_change
from solver.problem import Problem, Works

CHANGED_FROM = "changed-from"
"""The rule of the reasons for what differs from the former roster; each names the assistant."""


def like_former(problem: Problem, works: Works, *, shift: int = CHANGED_SHIFT, person: int = CHANGED_PERSON) -> Problem:
    """The same problem in which each shift and each person that changes has a price beside all others."""
    return least_change(
        problem,
        works,
        shift=shift,
        person=person,
        because=lambda who: Reason(CHANGED_FROM, who).key,
    )
