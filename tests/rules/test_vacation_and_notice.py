"""Vacation (ferieloven §§ 5-7) and the notice of the plan (aml § 10-3)."""

from datetime import date, timedelta
from typing import Any

import pytest

from roster.domain.days import DateSpan
from roster.domain.finding import Verdict
from roster.domain.kinds import Position, Tariff
from roster.domain.roster import Roster
from roster.rules import plan_notice, vacation
from roster.wording.findings import sentence
from tests.rules.builders import MONDAY, fine, roster_of, seen

BREACH, CONSIDER, NEEDS = Verdict.BREACH, Verdict.CONSIDER, Verdict.NEEDS_AGREEMENT
SUMMER = DateSpan(date(2027, 7, 5), date(2027, 7, 24))
AUTUMN = DateSpan(date(2027, 10, 4), date(2027, 10, 11))
YEAR = "- " * 7 * 52


def year(*off: DateSpan, more: dict[str, Any] | None = None, **facts: Any) -> Roster:
    people = {"kari": {"vacation": off, **facts}}
    return roster_of(kari=YEAR, start=date(2027, 1, 4), people=people, brief=more)


def test_25_days_of_which_18_in_summer() -> None:
    assert fine(vacation.check, year(SUMMER, AUTUMN)) == [(25, 25)]
    assert seen(vacation.check, year(SUMMER, DateSpan(AUTUMN.first, date(2027, 10, 9)))) == [(CONSIDER, 24, 25)]
    late = DateSpan(AUTUMN.first, date(2027, 10, 12))
    assert seen(vacation.check, year(DateSpan(SUMMER.first, date(2027, 7, 23)), late)) == [(CONSIDER, 17, 18)]


def test_sundays_and_red_days_are_no_days_of_vacation() -> None:
    with_easter = year(SUMMER, DateSpan(date(2027, 3, 22), date(2027, 3, 31)))
    assert seen(vacation.check, with_easter) == [(CONSIDER, 24, 25)]


def test_from_the_year_one_turns_60_there_are_six_more() -> None:
    assert seen(vacation.check, year(SUMMER, AUTUMN, born=date(1967, 12, 31))) == [(CONSIDER, 25, 31)]
    assert seen(vacation.check, year(SUMMER, AUTUMN, born=date(1968, 1, 1))) == []


@pytest.mark.parametrize("facts", [{"employed_from": date(2027, 2, 1)}, {"position": Position.ON_CALL}])
def test_who_is_not_employed_throughout_is_not_counted(facts: dict[str, Any]) -> None:
    assert fine(vacation.check, year(**facts)) == [(0, 0)]


def test_a_plan_of_a_few_weeks_says_nothing_of_the_year() -> None:
    assert fine(vacation.check, roster_of(kari="D - - - - - -")) == [(0, 0)]


def test_vacation_is_told_two_months_ahead() -> None:
    assert seen(vacation.check, year(SUMMER, AUTUMN, more={"discussed": date(2027, 5, 5)})) == []
    told = year(SUMMER, AUTUMN, more={"discussed": date(2027, 5, 6)})
    assert seen(vacation.check, told) == [(CONSIDER, 60, 61)]
    (one,) = (one for one in vacation.check(told) if one.verdict is CONSIDER)
    assert "Den skulle vært kjent senest onsdag 5. mai 2027" in sentence(told.frame, one)


def plan(days: int | None, tariff: Tariff = Tariff.NONE) -> Roster:
    discussed = None if days is None else MONDAY - timedelta(days=days)
    return roster_of(kari="D - - - - - -", tariff=tariff, brief={"discussed": discussed})


def test_the_plan_is_discussed_14_days_before_it_starts() -> None:
    assert fine(plan_notice.check, plan(14)) == [(14, 14)]
    assert seen(plan_notice.check, plan(13)) == [(BREACH, 13, 14)]
    assert seen(plan_notice.check, plan(13, Tariff.KS_HTA)) == [(NEEDS, 13, 14)]
    assert seen(plan_notice.check, plan(-1)) == [(BREACH, -1, 14)]


def test_a_draft_of_which_no_date_is_told_is_to_be_discussed_in_time() -> None:
    roster = plan(None)
    assert seen(plan_notice.check, roster) == [(CONSIDER, None, 14)]
    (one,) = plan_notice.check(roster)
    assert "Den skal drøftes med assistentene senest mandag 28. desember 2026." in sentence(roster.frame, one)
