"""Why it cannot be done: an irreducible set of reasons, each with its way out."""

from dataclasses import replace

from roster.domain.brief import Brief
from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.planning.asked import Asked
from roster.planning.problem import hard_problem
from roster.planning.result import Stop, Why
from roster.planning.ways_out import ways_out
from solver.explain import explain
from solver.problem import Cover, Fixed, Limit, Problem
from solver.result import Possible, Reasons

COUNTED = frozenset({"need-filled", "skills", "agreed-hours", "vedtak", "availability", "employment", "vacation"})
"""What can be told by adding up hours: who may work, how much, and what is asked for."""

COUNTING = 0.2
BY_DAY = 0.5
"""Parts of the time: for hours in all, and for reasons day by day."""

GIVEN = "!given||"
"""The reason of what is asked about: it is never left out."""

MOST_READ = 40
"""More reasons than these say less than fewer and broader ones."""


def explain_brief(brief: Brief, *, seconds: float, stop: Stop | None = None) -> Why | None:
    """The reasons why not all need can be filled lawfully; None where it can, no reasons where time was too short."""
    frame = Asked.of(brief).frame
    found = _why(frame, hard_problem(frame), seconds, stop)
    return None if isinstance(found, Possible) else found


def why_open(frame: Frame, *, seconds: float, stop: Stop | None = None) -> Why | Possible | None:
    """The reasons why need stays open, or a lawful roster without open need; None where neither was found in time."""
    found = _why(frame, hard_problem(frame), seconds, stop)
    return found if isinstance(found, Possible) or found.reasons else None


def why_impossible(frame: Frame, *, seconds: float, stop: Stop | None = None) -> Why:
    """The reasons why there is no roster at all, even with all need open."""
    problem = hard_problem(frame)
    without_need = replace(problem, limits=tuple(one for one in problem.limits if not _asks_for_people(one)))
    found = _why(frame, without_need, seconds, stop)
    return Why((), proven=False) if isinstance(found, Possible) else found


def why_never(frame: Frame, who: str, shift: str, *, seconds: float, stop: Stop | None = None) -> Why:
    """The reasons why no roster gives the shift to the assistant, even with all other need open."""
    problem = hard_problem(frame)
    without_need = tuple(one for one in problem.limits if not _asks_for_people(one))
    given = replace(problem, limits=(*without_need, Fixed(who, (shift,), GIVEN)))
    found = _why(frame, given, seconds, stop)
    return Why((), proven=False) if isinstance(found, Possible) else found


def _asks_for_people(limit: object) -> bool:
    return isinstance(limit, Cover) and limit.least > 0


def _why(frame: Frame, problem: Problem, seconds: float, stop: Stop | None) -> Why | Possible:
    """Too few hours in all first, by kind of shift; else reasons day by day; else the rest by kind of shift.

    What is impossible for a part of the limits is so for all of them, and as few of them.
    """
    counted = tuple(limit for limit in problem.limits if _counted(limit))
    of_hours = explain(_by_kind(frame, replace(problem, limits=counted)), seconds=seconds * COUNTING, stop=stop)
    if isinstance(of_hours, Reasons) and of_hours.proven:
        return _in_our_words(frame, of_hours)
    by_day = explain(problem, seconds=seconds * BY_DAY, stop=stop)
    if isinstance(by_day, Reasons) and by_day.proven and len(by_day.because) <= MOST_READ:
        return _in_our_words(frame, by_day)
    if isinstance(by_day, Possible):
        return by_day
    by_kind = explain(_by_kind(frame, problem), seconds=seconds * (1 - BY_DAY - COUNTING), stop=stop)
    if isinstance(by_kind, Reasons) and (by_kind.proven or not isinstance(by_day, Reasons)):
        return _in_our_words(frame, by_kind)
    if isinstance(by_kind, Possible):
        return by_kind
    return _in_our_words(frame, by_day) if isinstance(by_day, Reasons) else Why((), proven=False)


def _counted(limit: Limit) -> bool:
    return limit.because.startswith("!") or Reason.of(limit.because).rule in COUNTED


def _by_kind(frame: Frame, problem: Problem) -> Problem:
    """The same problem where the need for a kind of shift, on all its days, is one reason."""
    return replace(problem, limits=tuple(_of_kind(frame, limit) for limit in problem.limits))


def _of_kind(frame: Frame, limit: Limit) -> Limit:
    if not isinstance(limit, Cover):
        return limit
    reason = Reason.of(limit.because)
    shift = frame.shift.get(reason.what)
    return limit if shift is None else replace(limit, because=replace(reason, what=shift.kind).key)


def _in_our_words(frame: Frame, found: Reasons) -> Why:
    reasons = tuple(Reason.of(key) for key in found.because)
    ways = tuple((reason, way) for reason in reasons for way in ways_out(frame, reason))
    return Why(reasons, found.proven, ways)
