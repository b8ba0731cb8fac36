"""What a part of a sick day counts as towards the position, and days that are in no plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from roster.domain.assistant import Absence
from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.kinds import Because, SickCredit
from roster.domain.saldo import PostSort
from roster.workflow.saldo import Saldo, SaldoAsked, saldo
from roster.workflow.worked import WorkedAsked, worked
from tests.approval.arrangement import brief_of, plan_of
from tests.worked.arrangement import AFTER, JANUARY, into_use
from tests.worked.test_later_version import later

WEEK = 1125
"""Kari's minutes a week."""


def kept(folder: Path, through: date) -> Saldo:
    return saldo(SaldoAsked(folder, through=through, assistant="A1"), AFTER.date())


def sick_of(found: Saldo) -> int:
    return sum(one.of(PostSort.SICK) for one in found.people[0].accounts)


def by_average(brief: Brief) -> Brief:
    return replace(brief, settings=replace(brief.settings, sick_credit=SickCredit.AVERAGE))


@pytest.mark.parametrize(("credit", "minutes"), [(SickCredit.PLANNED, 225), (SickCredit.AVERAGE, WEEK // 7 // 2)])
def test_half_a_sick_day_is_credited_as_half(credit: SickCredit, minutes: int, tmp_path: Path) -> None:
    folder = into_use(tmp_path / "t", plan_of(by_average(brief_of()) if credit is SickCredit.AVERAGE else brief_of()))
    worked(WorkedAsked(folder, JANUARY, said=("A1:2027-01-04 D syk 50 %, av A3",)), AFTER)
    found = kept(folder, date(2027, 1, 17))
    assert found.people[0].worked == 4 * 450 + 225
    assert sick_of(found) == minutes


def test_who_is_partly_sick_has_that_part_of_every_day_by_the_average(tmp_path: Path) -> None:
    brief = by_average(brief_of())
    kari, *rest = brief.assistants
    half = Absence(DateSpan(date(2027, 1, 4), date(2027, 1, 17)), Because.SICK, Decimal(50), 2250)
    folder = into_use(tmp_path / "t", plan_of(replace(brief, assistants=(replace(kari, absences=(half,)), *rest))))
    assert sick_of(kept(folder, date(2027, 1, 17))) == WEEK
    assert sick_of(kept(folder, date(2027, 1, 10))) == WEEK // 2


def test_weeks_in_no_plan_are_owed_by_nobody_and_told(used: Path) -> None:
    later(used, brief_of())
    found = kept(used, date(2027, 2, 28))
    agreed = [one.of(PostSort.AGREED) for one in found.people[0].accounts]
    assert [one for one in agreed if one] == [-2 * WEEK, -2 * WEEK]
    assert any("18.01.2027–14.02.2027" in one for one in found.about)
