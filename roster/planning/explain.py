"""Why it cannot be done: an irreducible set of reasons, each with its way out."""

from dataclasses import replace

from roster.domain.brief import Brief
from roster.domain.frame import Frame, frame_of
from roster.domain.kinds import Form, Lines
from roster.domain.reason import Reason
from roster.domain.rotation import line_frame
from roster.planning.problem import hard_problem
from roster.planning.result import Stop, Why
from roster.planning.ways_out import ways_out
from solver.explain import explain
from solver.problem import Cover, Problem
from solver.result import Reasons


def explain_brief(brief: Brief, *, seconds: float, stop: Stop | None = None) -> Why | None:
    """The reasons why not all need can be filled lawfully; None where it can, or where nothing was shown in time."""
    common = brief.period.form is Form.CYCLE and brief.period.lines is Lines.COMMON
    frame = line_frame(brief) if common else frame_of(brief)
    return _why(frame, hard_problem(frame), seconds, stop)


def why_open(frame: Frame, *, seconds: float) -> Why | None:
    """The reasons why need stays open; None where a roster without open need exists or nothing was shown in time."""
    return _why(frame, hard_problem(frame), seconds, None)


def why_impossible(frame: Frame, *, seconds: float) -> Why:
    """The reasons why there is no roster at all, even with all need open."""
    problem = hard_problem(frame)
    without_need = replace(problem, limits=tuple(one for one in problem.limits if not _asks_for_people(one)))
    found = _why(frame, without_need, seconds, None)
    return found or Why((), proven=False)


def _asks_for_people(limit: object) -> bool:
    return isinstance(limit, Cover) and limit.least > 0


def _why(frame: Frame, problem: Problem, seconds: float, stop: Stop | None) -> Why | None:
    match explain(problem, seconds=seconds, stop=stop):
        case Reasons(because=because, proven=proven):
            reasons = tuple(Reason.of(key) for key in because)
            ways = tuple((reason, way) for reason in reasons for way in ways_out(frame, reason))
            return Why(reasons, proven, ways)
        case _:
            return None
