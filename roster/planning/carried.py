"""A plan with another roster on its dates: the grunnturnus behind it stays, and its changes are told again."""

from dataclasses import replace

from roster.domain.brief import Brief
from roster.domain.frame import Frame
from roster.domain.kinds import Form
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.planning.better import preferences
from roster.planning.changes import changes
from roster.planning.problem import fixed_works, priced_problem
from roster.planning.rollout import copy_of
from solver import judge
from solver.problem import Works


def carried(plan: Plan, brief: Brief, frame: Frame, works: Works) -> Plan:
    """The plan by the brief as it is now, with these works on the frame's dates."""
    dated = Roster(frame, works)
    if brief.period.form is Form.CALENDAR:
        problem = priced_problem(frame, preferences(frame))
        costs = judge.cost_by_reason(problem, works | fixed_works(frame))
        return replace(plan, brief=brief, roster=dated, costs=costs, bound=0)
    cycle = replace(plan.roster, frame=replace(plan.roster.frame, brief=brief))
    told = changes(cycle, dated, copy_of(cycle, frame), priced_problem(frame, ()))
    return replace(plan, brief=brief, roster=cycle, rollout=dated, changes=tuple(told))
