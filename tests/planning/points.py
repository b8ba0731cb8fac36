"""What a roster costs, by what it is that could be better."""

from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.better import preferences
from roster.planning.problem import problem_of
from solver.judge import cost_by_reason


def points(roster: Roster) -> dict[tuple[str, str], int]:
    """The points of each thing that could be better and whom it concerns; nothing that costs nothing."""
    frame = roster.frame
    fixed = {(who, one.id) for who, one in frame.fixed if one.counts_in_limits}
    problem = problem_of(frame, preferences(frame))
    found: dict[tuple[str, str], int] = {}
    for key, cost in cost_by_reason(problem, roster.works | fixed).items():
        reason = Reason.of(key)
        found[reason.rule, reason.who] = found.get((reason.rule, reason.who), 0) + cost
    return found


def points_of(what: str, roster: Roster, who: str = "kari") -> int:
    """The points of one thing for one assistant, or for all together where it is shared."""
    return points(roster).get((what, who), 0)
