"""A roster whose nights and Sundays give another full-time week than was taken for granted (D17)."""

from dataclasses import replace
from decimal import Decimal

from roster.domain.brief import Need
from roster.domain.days import When
from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.planning.own_weeks import changed_weeks, with_own_weeks
from roster.planning.plan import make_plan
from roster.planning.result import Planned
from tests.rules.builders import roster_of
from tests.support.plans import brief_of


def by_agreement(line: str, week: int) -> Roster:
    roster = roster_of(kari=line)
    brief = roster.frame.brief
    kari = replace(brief.assistant("kari"), full_time_week=week, percent=Decimal(100))
    arrangement = replace(brief.arrangement, tariff=Tariff.VIRKE_BPA)
    frame = replace(roster.frame, brief=replace(brief, assistants=(kari,), arrangement=arrangement))
    return Roster(frame, roster.works)


def test_day_work_alone_gives_a_longer_week_than_the_usual_one():
    roster = by_agreement("08-15 08-15 08-15 08-15 08-15 - -", 35 * 60 + 30)
    own = with_own_weeks(roster.frame.brief, roster)
    assert own is not None
    assert [(one.id, one.full_time_week) for one in changed_weeks(roster.frame.brief, own)] == [("kari", 37 * 60 + 30)]


def test_evenings_keep_the_usual_week():
    roster = by_agreement("14-22 14-22 14-22 14-22 - - -", 35 * 60 + 30)
    assert with_own_weeks(roster.frame.brief, roster) is None


def test_a_week_that_a_contract_names_stays():
    roster = by_agreement("08-15 08-15 08-15 08-15 08-15 - -", 33 * 60)
    assert with_own_weeks(roster.frame.brief, roster) is None


def test_a_plan_is_of_the_weeks_that_its_own_shifts_give():
    """Two who work days alone have 37.5 hours by KS, not the 35.5 of a turnus with nights (D17)."""
    brief = brief_of(weeks=1)
    days = Need("D", When(frozenset({0, 1, 2, 3, 4})), 1)
    brief = replace(brief, needs=(days,), events=(), history=(), wishes=(), assistants=brief.assistants[1:3])
    stages = []
    answer = make_plan(brief, seconds=2, others=1, on_stage=stages.append)
    assert isinstance(answer, Planned)
    assert [one.full_time_week for one in answer.plan.brief.assistants] == [37 * 60 + 30] * 2
    assert answer.plan.roster.frame.brief == answer.plan.brief
    assert len(stages) == len(set(stages))
