"""What was worked as planned is judged as the plan is, and what was otherwise by what was worked."""

from dataclasses import replace
from datetime import datetime, timedelta

from roster.checking.check import check
from roster.domain.brief import Brief
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import calendar_frame
from roster.domain.kinds import WorkSort
from roster.domain.roster import Roster
from roster.domain.worked import Row
from roster.workflow.in_force import InForce
from roster.workflow.planned_rows import planned_rows
from roster.workflow.worked_roster import OF_WORK, judged
from tests.approval.arrangement import START, brief_of
from tests.worked.arrangement import JANUARY

WEEKS = 16


def running(brief: Brief) -> InForce:
    """Kari and Ola by turns for a quarter and more, every day of the week."""
    every_day = replace(
        brief, needs=tuple(replace(one, when=replace(one.when, weekdays=frozenset(range(7)))) for one in brief.needs)
    )
    frame = calendar_frame(every_day, WEEKS)
    works = frozenset((f"A{1 + one.start.toordinal() // 7 % 2}", one.id) for one in frame.shifts)
    return InForce("0001", Roster(frame, works), START)


def told(found: tuple[Finding, ...]) -> set[tuple[str, str | None, Verdict, int | None]]:
    return {(one.rule, one.who, one.verdict, one.measured) for one in found if one.verdict is not Verdict.OK}


def test_a_month_as_planned_is_judged_as_the_plan_is() -> None:
    plan = running(brief_of())
    rows = planned_rows((plan,), START, START + timedelta(days=27))
    found = judged((plan,), {JANUARY: rows}, JANUARY)
    assert found.roster.frame.first_day == START
    assert found.roster.frame.weeks == WEEKS
    all_of_plan = tuple(one for one in check(plan.roster).findings if one.rule in OF_WORK)
    assert told(all_of_plan)
    assert told(found.findings) <= told(all_of_plan)


def test_overtime_and_more_than_agreed_are_found_in_what_was_worked() -> None:
    plan = running(brief_of())
    rows = planned_rows((plan,), START, START + timedelta(days=27))
    (who,) = plan.roster.on("2027-01-04 D")
    evening = datetime(2027, 1, 4, 16)
    more = tuple(
        Row(who, evening + timedelta(days=day), evening + timedelta(days=day, hours=3), work=WorkSort.OVERTIME)
        for day in range(5)
    )
    found = judged((plan,), {JANUARY: (*rows, *more)}, JANUARY)
    week = [one for one in found.findings if one.rule == "overtime" and one.facts.get("weeks") == 1]
    assert [(one.who, one.limit, one.verdict.fails) for one in week] == [(who, 600, True)]
    assert not [one for one in check(plan.roster).of("overtime") if one.verdict.fails]
