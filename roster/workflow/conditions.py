"""The same shifts given to the same people, judged on other conditions: other agreements, another past."""

from dataclasses import replace

from roster.domain.brief import Brief
from roster.domain.frame import past_shift
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.spans import Span


def on_conditions(plan: Plan, brief: Brief) -> Plan:
    """The plan as it would be judged if the brief said this."""
    rollout = None if plan.rollout is None else judged_by(plan.rollout, brief)
    return replace(plan, brief=brief, roster=judged_by(plan.roster, brief), rollout=rollout)


def judged_by(roster: Roster, brief: Brief) -> Roster:
    """The roster as it would be judged if the brief said this."""
    frame = replace(roster.frame, brief=brief)
    if not frame.cyclic:
        past: dict[str, list[Shift]] = {}
        for number, one in enumerate(brief.history):
            past.setdefault(one.who, []).append(past_shift(brief, one, number))
        frame = replace(frame, past={who: tuple(sorted(all_of, key=_span)) for who, all_of in past.items()})
    return replace(roster, frame=frame)


def _span(shift: Shift) -> Span:
    return shift.span
