"""Why it cannot be done: an irreducible set of reasons, each with its way out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from roster.domain.brief import Brief
from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.planning.asked import Asked
from roster.planning.loosened import Trial
from roster.planning.problem import hard_problem
from roster.planning.result import Stop, WayOut, Why
from roster.planning.ways_out import LESS_NEED, ways_out
from solver.allowance import Allowance
from solver.explain import explain
from solver.problem import Cover, Fixed, Limit, Problem
from solver.result import Explanation, Possible, Reasons
from solver.sums import Sums

COUNTED = frozenset({"need-filled", "skills", "agreed-hours", "vedtak", "availability", "employment", "vacation"})
"""What can be told by adding up hours: who may work, how much, and what is asked for."""

NUMBERS = 0.3
"""Part of the time for how far each way out has to go."""

SUMMING = 0.5
"""Part of the time to sort out which sums it takes; the rest is for trying to do without each."""

BY_DAY = 0.6
"""Part of the time for reasons day by day; what is left is for reasons by kind of shift."""

MOST_ADDED = 160
"""Reasons day by day that are worth the time to sort out which of them it takes."""

GIVEN = "!given||"
"""The reason of what is asked about: it is never left out."""

MOST_READ = 40
"""More reasons than these say less than fewer and broader ones."""


def explain_brief(brief: Brief, *, seconds: float, stop: Stop | None = None) -> Why | None:
    """The reasons why not all need can be filled lawfully; None where it can, no reasons where time was too short."""
    frame = Asked.of(brief).frame
    allowance = Allowance(seconds)
    found = _why(frame, hard_problem(frame), Allowance(seconds * (1 - NUMBERS), stop=stop))
    if isinstance(found, Possible):
        return None
    return with_numbers(brief, found, Allowance(min(allowance.left(), NUMBERS * seconds), stop=stop))


def with_numbers(brief: Brief, why: Why, allowance: Allowance) -> Why:
    """The same with how far each way out has to go, as far as there is time to try; what never suffices is left out.

    Of assistants with the same reason the number is sought for the first; for the others it is much the same.
    """
    codes = {kind.code for kind in brief.kinds}
    kinds = any(one.what in codes for one in why.reasons)
    trial = Trial(brief, why.reasons, _by_kind if kinds else lambda _, problem: problem, allowance)
    tried: set[str] = set()
    ways: list[tuple[Reason, WayOut]] = []
    for reason in why.reasons:
        theirs = [way for about, way in why.ways_out if about == reason]
        asked = trial.may_do if reason.rule in tried else trial.ways
        tried.add(reason.rule)
        # Each reason can be loosened, also where nothing that is known to us is ever enough.
        ways += [(reason, way) for way in tuple(asked(reason, theirs)) or (WayOut("more-people"),) if theirs]
    return replace(why, ways_out=tuple(ways))


def why_open(frame: Frame, allowance: Allowance) -> Why | Possible | None:
    """The reasons why need stays open, or a lawful roster without open need; None where neither was found in time."""
    found = _why(frame, hard_problem(frame), allowance)
    return found if isinstance(found, Possible) or found.reasons else None


def why_impossible(frame: Frame, allowance: Allowance) -> Why:
    """The reasons why there is no roster at all, even with all need open."""
    problem = hard_problem(frame)
    without_need = tuple(_without_asking(problem.limits))
    return _of_no_fewer(_why(frame, replace(problem, limits=without_need), allowance))


def why_never(frame: Frame, who: str, shift: str, allowance: Allowance) -> Why:
    """The reasons why no roster gives the shift to the assistant, even with all other need open."""
    problem = hard_problem(frame)
    without_need = tuple(_without_asking(problem.limits))
    given = replace(problem, limits=(*without_need, Fixed(who, (shift,), GIVEN)))
    return _of_no_fewer(_why(frame, given, allowance))


def _of_no_fewer(found: Why | Possible) -> Why:
    """Where all need may stay open it binds by being filled already: to need fewer is no way out."""
    if isinstance(found, Possible):
        return Why((), proven=False)
    return replace(found, ways_out=tuple(one for one in found.ways_out if one[1].kind != LESS_NEED))


def _without_asking(limits: Iterable[Limit]) -> Iterator[Limit]:
    """The limits where all need may stay open, but not have more people than are welcome (D28)."""
    for one in limits:
        if not isinstance(one, Cover) or one.least == 0:
            yield one
        elif one.most is not None:
            yield replace(one, least=0)


def _why(frame: Frame, problem: Problem, allowance: Allowance) -> Why | Possible:
    """What can be told by adding up first; else reasons day by day, for few days say more than a kind of shift does.

    What is impossible for a part of the limits is so for all of them, and as few of them.
    """

    def asked(about: Problem, share: float) -> Explanation:
        seconds = min(allowance.left(), share * allowance.seconds)
        allowance.spend(seconds)
        return explain(about, seconds=seconds, deterministic=seconds if allowance.steady else None, stop=allowance.stop)

    counted = replace(problem, limits=tuple(limit for limit in problem.limits if _counted(limit)))
    for part in (counted, problem):
        summed = _summed(frame, part, allowance.part(SUMMING))
        if summed is not None:
            found = asked(summed, 1.0)
            # They contradict each other, also where it is not shown in time that none can be left out.
            known = found if isinstance(found, Reasons) else Reasons(tuple(_named(summed)), proven=False)
            return _in_our_words(frame, known)
    by_day = asked(problem, BY_DAY)
    if isinstance(by_day, Possible):
        return by_day
    if isinstance(by_day, Reasons) and by_day.proven and len(by_day.because) <= MOST_READ:
        return _in_our_words(frame, by_day)
    by_kind = asked(_by_kind(frame, problem), 1.0)
    if isinstance(by_kind, Possible):
        return by_kind
    if isinstance(by_kind, Reasons) and (by_kind.proven or not isinstance(by_day, Reasons)):
        return _in_our_words(frame, by_kind)
    return _in_our_words(frame, by_day) if isinstance(by_day, Reasons) else Why((), proven=False)


def _summed(frame: Frame, problem: Problem, allowance: Allowance) -> Problem | None:
    """The problem with a few limits that contradict each other by adding up, or None where none do.

    Day by day where that is short enough to read; else the need for a kind of shift, on all its days, is one reason.
    """
    by_kind = _by_kind(frame, problem)
    contradict = Sums(by_kind).conflict(_named(by_kind), most=0, allowance=allowance)
    if contradict is None:
        return None
    days = _only(problem, contradict | _days_of(frame, problem, contradict))
    few = Sums(days).conflict(_named(days), most=MOST_ADDED, enough=MOST_READ, allowance=allowance)
    if few is not None and len(few) <= MOST_READ:
        return _only(days, few)
    return _only(by_kind, contradict)


def _days_of(frame: Frame, problem: Problem, kinds: frozenset[str]) -> frozenset[str]:
    """The reasons day by day behind those by kind of shift."""
    return frozenset(one.because for one in problem.limits if _of_kind(frame, one).because in kinds)


def _only(problem: Problem, reasons: frozenset[str]) -> Problem:
    """The problem with these reasons alone, besides what is never left out."""
    kept = (one for one in problem.limits if one.because.startswith("!") or one.because in reasons)
    return replace(problem, limits=tuple(kept))


def _named(problem: Problem) -> list[str]:
    """All its reasons that may be left out."""
    return sorted({one.because for one in problem.limits if not one.because.startswith("!")})


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
