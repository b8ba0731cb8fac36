"""Each shift that stays open, and for each assistant why it cannot be theirs."""

from collections.abc import Sequence

from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.problem import fixed_works, priced_problem
from roster.planning.result import StillOpen
from solver.judge import passed_by_more
from solver.problem import Limit, Problem

MOST_EXPLAINED = 40
"""Open shifts beyond these are listed without reasons: nobody reads them, and each takes time."""


def still_open(roster: Roster) -> tuple[StillOpen, ...]:
    """The open shifts in order, each with the rules that giving it to an assistant would break."""
    if not roster.open:
        return ()
    problem = priced_problem(roster.frame, ())
    hard = [limit for limit in problem.limits if limit.cost is None]
    return tuple(
        StillOpen(
            shift.id,
            missing,
            {one.id: _why_not(problem, hard, roster, one.id, shift.id) for one in roster.frame.people}
            if number < MOST_EXPLAINED
            else {},
        )
        for number, (shift, missing) in enumerate(roster.open)
    )


def _why_not(problem: Problem, hard: Sequence[Limit], roster: Roster, who: str, shift: str) -> tuple[str, ...]:
    """The rules that break when the assistant gets the shift on top of what they have; empty: none does."""
    if who in roster.on(shift):
        return ("already-there",)
    works = roster.works | fixed_works(roster.frame)
    with_it = works | {(who, shift)}
    theirs = (limit for limit in hard if getattr(limit, "person", None) in (who, None))
    return tuple(sorted({Reason.of(limit.because).rule for limit in passed_by_more(problem, theirs, works, with_it)}))
