"""A plan without the texts that are nobody's business: activities, skills asked for, notes and reasons.

They can tell of the health and the life of whoever has the assistance, and a print goes to many.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from roster.domain.assistant import HeldSkill
from roster.domain.brief import Brief
from roster.domain.frame import Frame
from roster.domain.help_needed import SkillNeed
from roster.domain.kinds import Because, LeaveSort
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift

_SKILL = "kompetanse {}"
_TOLD = "oppgitt i grunnlaget"


def discreet(plan: Plan) -> Plan:
    """The same plan with skills by number, and events and passive duty by what sort they are of."""
    skills = {name: _SKILL.format(number) for number, name in enumerate(_skills(plan.brief), start=1)}
    events = {one.name: one.sort.value for one in plan.brief.events}
    brief = _brief(plan.brief, skills)
    return replace(
        plan,
        brief=brief,
        roster=_roster(plan.roster, brief, skills),
        rollout=None if plan.rollout is None else _roster(plan.rollout, brief, skills),
        changes=tuple(_change(one, events) for one in plan.changes),
    )


def _skills(brief: Brief) -> list[str]:
    held = {one.name for person in brief.assistants for one in person.skills}
    asked = {name for kind in brief.kinds for name in kind.skills}
    some = {one.skill for row in brief.needs for one in row.skills}
    some |= {one.skill for row in brief.changes for one in row.skills}
    return sorted(held | asked | some)


def _brief(brief: Brief, skills: Mapping[str, str]) -> Brief:
    return replace(
        brief,
        kinds=tuple(
            replace(one, skills=_named(one.skills, skills), passive_because=_told(one.passive_because))
            for one in brief.kinds
        ),
        needs=tuple(replace(one, skills=_needed(one.skills, skills)) for one in brief.needs),
        changes=tuple(replace(one, skills=_needed(one.skills, skills), note="") for one in brief.changes),
        events=tuple(replace(one, name=one.sort.value) for one in brief.events),
        assistants=tuple(
            replace(
                one,
                skills=tuple(HeldSkill(skills[held.name], held.until) for held in one.skills),
                temporary_because=_told(one.temporary_because),
                leaves=tuple(replace(leave, sort=LeaveSort.OTHER) for leave in one.leaves),
                absences=tuple(replace(gone, because=Because.AWAY) for gone in one.absences),
                credits=tuple(replace(had, because=_away(had.because)) for had in one.credits),
            )
            for one in brief.assistants
        ),
        seasons=tuple(replace(one, name="") for one in brief.seasons),
    )


def _away(because: Because) -> Because:
    """That somebody was sick is told of nobody."""
    return Because.AWAY if because is Because.SICK else because


def _roster(roster: Roster, brief: Brief, skills: Mapping[str, str]) -> Roster:
    return replace(roster, frame=_frame(roster.frame, brief, skills))


def _frame(frame: Frame, brief: Brief, skills: Mapping[str, str]) -> Frame:
    return replace(
        frame,
        brief=brief,
        shifts=tuple(_shift(one, skills) for one in frame.shifts),
        fixed=tuple((who, _shift(one, skills)) for who, one in frame.fixed),
    )


def _shift(shift: Shift, skills: Mapping[str, str]) -> Shift:
    return replace(
        shift,
        kind=shift.event.value if shift.event else shift.kind,
        skills=_named(shift.skills, skills),
        skill_needs=_needed(shift.skill_needs, skills),
        passive_because=_told(shift.passive_because),
    )


def _change(one: Change, events: Mapping[str, str]) -> Change:
    before, after = (tuple(events.get(code, code) for code in codes) for codes in (one.before, one.after))
    return replace(one, before=before, after=after)


def _named(names: Iterable[str], skills: Mapping[str, str]) -> frozenset[str]:
    return frozenset(skills[one] for one in names)


def _needed(needs: Iterable[SkillNeed], skills: Mapping[str, str]) -> tuple[SkillNeed, ...]:
    return tuple(replace(one, skill=skills[one.skill]) for one in needs)


def _told(reason: str | None) -> str | None:
    return None if reason is None else _TOLD
