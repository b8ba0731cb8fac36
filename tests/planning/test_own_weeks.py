"""A roster whose nights and Sundays give another full-time week than was taken for granted (D17)."""

from dataclasses import replace
from decimal import Decimal

from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.planning.own_weeks import changed_weeks, with_own_weeks
from tests.rules.builders import roster_of


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
